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
// nothing on lavapipe
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
// nothing on swiftshader
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
// nothing on nvidia
// repeat-2 on nvidia
// repeat-3-4 on nvidia
// repeat-3d on nvidia
// repeat-odd on nvidia
// repeat-piece on nvidia
// repeat-piece-odd on nvidia
alias Elem = f32;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 1u;
const TAPS_C: u32 = 1u;

// linear-half_pixel-up on lavapipe
// linear-half_pixel-down on lavapipe
// linear-half_pixel_symmetric-up on lavapipe
// linear-half_pixel_symmetric-down on lavapipe
// linear-pytorch_half_pixel-up on lavapipe
// linear-pytorch_half_pixel-down on lavapipe
// linear-align_corners-up on lavapipe
// linear-align_corners-down on lavapipe
// linear-asymmetric-up on lavapipe
// linear-asymmetric-down on lavapipe
// linear-tf_half_pixel_for_nn-up on lavapipe
// linear-tf_half_pixel_for_nn-down on lavapipe
// linear-crop on lavapipe
// linear-channels-last on lavapipe
// linear-piece on lavapipe
// linear-half_pixel-up on swiftshader
// linear-half_pixel-down on swiftshader
// linear-half_pixel_symmetric-up on swiftshader
// linear-half_pixel_symmetric-down on swiftshader
// linear-pytorch_half_pixel-up on swiftshader
// linear-pytorch_half_pixel-down on swiftshader
// linear-align_corners-up on swiftshader
// linear-align_corners-down on swiftshader
// linear-asymmetric-up on swiftshader
// linear-asymmetric-down on swiftshader
// linear-tf_half_pixel_for_nn-up on swiftshader
// linear-tf_half_pixel_for_nn-down on swiftshader
// linear-crop on swiftshader
// linear-channels-last on swiftshader
// linear-f16 on swiftshader
// linear-piece on swiftshader
// linear-half_pixel-up on nvidia
// linear-half_pixel-down on nvidia
// linear-half_pixel_symmetric-up on nvidia
// linear-half_pixel_symmetric-down on nvidia
// linear-pytorch_half_pixel-up on nvidia
// linear-pytorch_half_pixel-down on nvidia
// linear-align_corners-up on nvidia
// linear-align_corners-down on nvidia
// linear-asymmetric-up on nvidia
// linear-asymmetric-down on nvidia
// linear-tf_half_pixel_for_nn-up on nvidia
// linear-tf_half_pixel_for_nn-down on nvidia
// linear-crop on nvidia
// linear-channels-last on nvidia
// linear-piece on nvidia
alias Elem = f32;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 2u;
const TAPS_C: u32 = 2u;

// cubic-half_pixel-up on lavapipe
// cubic-half_pixel-down on lavapipe
// cubic-half_pixel_symmetric-up on lavapipe
// cubic-half_pixel_symmetric-down on lavapipe
// cubic-pytorch_half_pixel-up on lavapipe
// cubic-pytorch_half_pixel-down on lavapipe
// cubic-align_corners-up on lavapipe
// cubic-align_corners-down on lavapipe
// cubic-asymmetric-up on lavapipe
// cubic-asymmetric-down on lavapipe
// cubic-tf_half_pixel_for_nn-up on lavapipe
// cubic-tf_half_pixel_for_nn-down on lavapipe
// cubic-crop on lavapipe
// cubic-half on lavapipe
// cubic-half_pixel-up on swiftshader
// cubic-half_pixel-down on swiftshader
// cubic-half_pixel_symmetric-up on swiftshader
// cubic-half_pixel_symmetric-down on swiftshader
// cubic-pytorch_half_pixel-up on swiftshader
// cubic-pytorch_half_pixel-down on swiftshader
// cubic-align_corners-up on swiftshader
// cubic-align_corners-down on swiftshader
// cubic-asymmetric-up on swiftshader
// cubic-asymmetric-down on swiftshader
// cubic-tf_half_pixel_for_nn-up on swiftshader
// cubic-tf_half_pixel_for_nn-down on swiftshader
// cubic-crop on swiftshader
// cubic-half on swiftshader
// cubic-half_pixel-up on nvidia
// cubic-half_pixel-down on nvidia
// cubic-half_pixel_symmetric-up on nvidia
// cubic-half_pixel_symmetric-down on nvidia
// cubic-pytorch_half_pixel-up on nvidia
// cubic-pytorch_half_pixel-down on nvidia
// cubic-align_corners-up on nvidia
// cubic-align_corners-down on nvidia
// cubic-asymmetric-up on nvidia
// cubic-asymmetric-down on nvidia
// cubic-tf_half_pixel_for_nn-up on nvidia
// cubic-tf_half_pixel_for_nn-down on nvidia
// cubic-crop on nvidia
// cubic-half on nvidia
alias Elem = f32;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 4u;
const TAPS_C: u32 = 4u;

// linear-antialias on lavapipe
// linear-antialias on swiftshader
// linear-antialias on nvidia
alias Elem = f32;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 6u;
const TAPS_C: u32 = 9u;

// cubic-antialias on lavapipe
// cubic-antialias on swiftshader
// cubic-antialias on nvidia
alias Elem = f32;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 11u;
const TAPS_C: u32 = 17u;

// linear-1d on lavapipe
// linear-1d on swiftshader
// linear-1d on nvidia
alias Elem = f32;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 1u;
const TAPS_C: u32 = 2u;

// linear-3d on lavapipe
// linear-3d on swiftshader
// linear-3d on nvidia
alias Elem = f32;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 2u;
const TAPS_B: u32 = 2u;
const TAPS_C: u32 = 2u;

// cubic-3d on lavapipe
// cubic-3d on swiftshader
// cubic-3d on nvidia
alias Elem = f32;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 4u;
const TAPS_B: u32 = 4u;
const TAPS_C: u32 = 4u;

// linear-batch-and-width on lavapipe
// linear-batch-and-width on swiftshader
// linear-batch-and-width on nvidia
alias Elem = f32;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 2u;
const TAPS_B: u32 = 1u;
const TAPS_C: u32 = 2u;

// repeat-f16 on lavapipe
// nearest-f16 on lavapipe
// repeat-f16 on nvidia
// nearest-f16 on nvidia
enable f16;
alias Elem = f16;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 1u;
const TAPS_C: u32 = 1u;

// linear-f16 on lavapipe
// linear-f16 on nvidia
enable f16;
alias Elem = f16;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 2u;
const TAPS_C: u32 = 2u;

// linear-many-planes on lavapipe
// bilinear on lavapipe
// linear-many-planes on swiftshader
// bilinear on swiftshader
// linear-many-planes on nvidia
// bilinear on nvidia
alias Elem = f32;
const PLANES: u32 = 4u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 2u;
const TAPS_C: u32 = 2u;

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
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 1u;
const TAPS_C: u32 = 1u;

// In every case:
// y[n][o][a][b][c][i] = sum over taps of weightA * weightB * weightC * x[n][o][indexA][indexB][indexC][i].
// One thread makes the element at one place (a, b, c, i) of PLANES neighbours along o, which share the taps they read.
// v1 one plane; v2 PLANES of them. The tables of the three axes lie behind one another.
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
@group(0) @binding(2) var<storage, read> weights: array<f32>;
@group(0) @binding(3) var<storage, read_write> y: array<Elem>;
@group(0) @binding(4) var<uniform> params: Params;

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
  let tapA = a * TAPS_A;
  let tapB = params.tableB + b * TAPS_B;
  let tapC = params.tableC + c * TAPS_C;
  let inside = indices[tapA] >= 0 && indices[tapB] >= 0 && indices[tapC] >= 0;
  let x0 = params.xOffset + n * params.xN + o * params.xO + i;

  var sum: array<f32, PLANES>;
  for (var ka = 0u; ka < TAPS_A; ka++) {
    let xa = x0 + u32(max(indices[tapA + ka], 0)) * params.xA;
    for (var kb = 0u; kb < TAPS_B; kb++) {
      let xb = xa + u32(max(indices[tapB + kb], 0)) * params.xB;
      let weight = weights[tapA + ka] * weights[tapB + kb];
      for (var kc = 0u; kc < TAPS_C; kc++) {
        let xc = xb + u32(max(indices[tapC + kc], 0)) * params.xC;
        for (var p = 0u; p < PLANES; p++) {
          let plane = min(p, params.planes - 1u - o);
          sum[p] = fma(weight * weights[tapC + kc], f32(x[xc + plane * params.xO]), sum[p]);
        }
      }
    }
  }
  let y0 = params.yOffset + n * params.yN + o * params.yO + a * params.yA + b * params.yB + c * params.yC + i;
  for (var p = 0u; p < PLANES; p++) {
    if (o + p < params.planes) { y[y0 + p * params.yO] = Elem(select(params.extrapolation, sum[p], inside)); }
  }
}
