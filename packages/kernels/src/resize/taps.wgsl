// y[n][o][a][b][c][i] = sum over taps of weightA * weightB * weightC * x[n][o][indexA][indexB][indexC][i].
// One thread makes the element at one place (a, b, c, i) of PLANES neighbours along o, which share the taps they read.
// v1 one plane; v2 PLANES of them. The tables of the three axes lie behind one another.
alias Elem = f32;
const PLANES: u32 = 4u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 2u;
const TAPS_C: u32 = 2u;
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
