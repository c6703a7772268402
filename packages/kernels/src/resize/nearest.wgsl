// y[n][o][a][b][c][i] = x[n][o][indexA][indexB][indexC][i], of any type.
// One thread makes the element at one place (a, b, c, i) of PLANES neighbours along o, which share the indices they read.
alias Elem = f32;
const PLANES: u32 = 4u;
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
