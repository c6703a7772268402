// nearest-half_pixel-up on lavapipe
// nearest-half_pixel-down on lavapipe
// nearest-half_pixel_symmetric-up on lavapipe
// nearest-half_pixel_symmetric-down on lavapipe
// nearest-pytorch_half_pixel-up on lavapipe
// nearest-pytorch_half_pixel-down on lavapipe
// nearest-align_corners-up on lavapipe
// nearest-align_corners-down on lavapipe
// nearest-asymmetric-up on lavapipe
// nearest-asymmetric-down on lavapipe
// nearest-tf_half_pixel_for_nn-up on lavapipe
// nearest-tf_half_pixel_for_nn-down on lavapipe
// nearest-crop on lavapipe
// nearest-channels-last on lavapipe
// repeat-2 on lavapipe
// repeat-3-4 on lavapipe
// repeat-3d on lavapipe
// repeat-odd on lavapipe
// repeat-piece on lavapipe
// repeat-piece-odd on lavapipe
// nearest-half_pixel-up on swiftshader
// nearest-half_pixel-down on swiftshader
// nearest-half_pixel_symmetric-up on swiftshader
// nearest-half_pixel_symmetric-down on swiftshader
// nearest-pytorch_half_pixel-up on swiftshader
// nearest-pytorch_half_pixel-down on swiftshader
// nearest-align_corners-up on swiftshader
// nearest-align_corners-down on swiftshader
// nearest-asymmetric-up on swiftshader
// nearest-asymmetric-down on swiftshader
// nearest-tf_half_pixel_for_nn-up on swiftshader
// nearest-tf_half_pixel_for_nn-down on swiftshader
// nearest-crop on swiftshader
// nearest-channels-last on swiftshader
// repeat-2 on swiftshader
// repeat-3-4 on swiftshader
// repeat-3d on swiftshader
// repeat-odd on swiftshader
// repeat-f16 on swiftshader
// nearest-f16 on swiftshader
// repeat-piece on swiftshader
// repeat-piece-odd on swiftshader
// nearest-half_pixel-up on nvidia
// nearest-half_pixel-down on nvidia
// nearest-half_pixel_symmetric-up on nvidia
// nearest-half_pixel_symmetric-down on nvidia
// nearest-pytorch_half_pixel-up on nvidia
// nearest-pytorch_half_pixel-down on nvidia
// nearest-align_corners-up on nvidia
// nearest-align_corners-down on nvidia
// nearest-asymmetric-up on nvidia
// nearest-asymmetric-down on nvidia
// nearest-tf_half_pixel_for_nn-up on nvidia
// nearest-tf_half_pixel_for_nn-down on nvidia
// nearest-crop on nvidia
// nearest-channels-last on nvidia
// repeat-2 on nvidia
// repeat-3-4 on nvidia
// repeat-3d on nvidia
// repeat-odd on nvidia
// repeat-piece on nvidia
// repeat-piece-odd on nvidia
alias Elem = f32;
const PLANES: u32 = 1u;

// repeat-uint8 on lavapipe
// nearest-int64 on lavapipe
// nearest-bool on lavapipe
// repeat-uint8 on swiftshader
// nearest-int64 on swiftshader
// nearest-bool on swiftshader
// repeat-uint8 on nvidia
// nearest-int64 on nvidia
// nearest-bool on nvidia
alias Elem = i32;
const PLANES: u32 = 1u;

// repeat-f16 on lavapipe
// nearest-f16 on lavapipe
// repeat-f16 on nvidia
// nearest-f16 on nvidia
enable f16;
alias Elem = f16;
const PLANES: u32 = 1u;

// nearest-many-planes on lavapipe
// rau-net-16 on lavapipe
// rau-net-32 on lavapipe
// rau-net-64 on lavapipe
// rau-net-128 on lavapipe
// nearest-many-planes on swiftshader
// rau-net-16 on swiftshader
// rau-net-32 on swiftshader
// rau-net-64 on swiftshader
// rau-net-128 on swiftshader
// nearest-many-planes on nvidia
// rau-net-16 on nvidia
// rau-net-32 on nvidia
// rau-net-64 on nvidia
// rau-net-128 on nvidia
alias Elem = f32;
const PLANES: u32 = 4u;

// In every case:
// y[n][o][a][b][c][i] = x[n][o][indexA][indexB][indexC][i], of any type.
// One thread makes the element at one place (a, b, c, i) of PLANES neighbours along o, which share the indices they read.
const WORKGROUP: u32 = 64u;

// @body
struct Params {
  count: u32, planes: u32, planeBlocks: u32,
  sizeA: u32, sizeB: u32, sizeC: u32, inner: u32,
  tableB: u32, tableC: u32,
  xOffset: u32, xN: u32, xO: u32, xA: u32, xB: u32, xC: u32,
  yOffset: u32, yN: u32, yO: u32, yA: u32, yB: u32, yC: u32,
  extrapolation: f32,
}
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> indices: array<i32>;
@group(0) @binding(2) var<storage, read_write> y: array<Elem>;
@group(0) @binding(3) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.x + id.y * groups.x * WORKGROUP;
  if (index >= params.count) { return; }
  let i = index % params.inner;
  let c = index / params.inner % params.sizeC;
  let b = index / params.inner / params.sizeC % params.sizeB;
  let row = index / params.inner / params.sizeC / params.sizeB;
  let a = row % params.sizeA;
  let o = row / params.sizeA % params.planeBlocks * PLANES;
  let n = row / params.sizeA / params.planeBlocks;
  let at = vec3i(indices[a], indices[params.tableB + b], indices[params.tableC + c]);
  let source = vec3u(max(at, vec3i(0)));
  let x0 = params.xOffset + n * params.xN + o * params.xO + i
    + source.x * params.xA + source.y * params.xB + source.z * params.xC;
  let y0 = params.yOffset + n * params.yN + o * params.yO + a * params.yA + b * params.yB + c * params.yC + i;
  for (var p = 0u; p < PLANES && o + p < params.planes; p++) {
    y[y0 + p * params.yO] = select(Elem(params.extrapolation), x[x0 + p * params.xO], all(at >= vec3i(0)));
  }
}
