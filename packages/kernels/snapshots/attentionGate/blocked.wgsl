// small on lavapipe
// odd on lavapipe
// one-pixel on lavapipe
// many-sums on lavapipe
// 3d on lavapipe
// piece on lavapipe
// small on swiftshader
// odd on swiftshader
// one-pixel on swiftshader
// many-sums on swiftshader
// 3d on swiftshader
// f16 on swiftshader
// piece on swiftshader
alias Elem = f32;
const PIXELS: u32 = 8u;
const LANES: u32 = 64u;
const PARTS: u32 = 1u;
const WORKGROUP: u32 = 64u;
fn meet(at: u32, part: u32, own: f32) -> f32 { return own; }
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// f16 on lavapipe
enable f16;
alias Elem = f16;
const PIXELS: u32 = 8u;
const LANES: u32 = 64u;
const PARTS: u32 = 1u;
const WORKGROUP: u32 = 64u;
fn meet(at: u32, part: u32, own: f32) -> f32 { return own; }
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// beside-y on lavapipe
// rau-net-256 on lavapipe
// rau-net-128 on lavapipe
// rau-net-64 on lavapipe
// rau-net-32 on lavapipe
// beside-y on swiftshader
// beside-y-f16 on swiftshader
// rau-net-256 on swiftshader
// rau-net-128 on swiftshader
// rau-net-64 on swiftshader
// rau-net-32 on swiftshader
alias Elem = f32;
const PIXELS: u32 = 8u;
const LANES: u32 = 64u;
const PARTS: u32 = 1u;
const WORKGROUP: u32 = 64u;
fn meet(at: u32, part: u32, own: f32) -> f32 { return own; }
fn gateAt(at: u32) -> f32 { return f32(y[at]); }

// beside-y-f16 on lavapipe
enable f16;
alias Elem = f16;
const PIXELS: u32 = 8u;
const LANES: u32 = 64u;
const PARTS: u32 = 1u;
const WORKGROUP: u32 = 64u;
fn meet(at: u32, part: u32, own: f32) -> f32 { return own; }
fn gateAt(at: u32) -> f32 { return f32(y[at]); }

// small on nvidia
// odd on nvidia
// one-pixel on nvidia
// 3d on nvidia
// piece on nvidia
alias Elem = f32;
const PIXELS: u32 = 1u;
const LANES: u32 = 16u;
const PARTS: u32 = 1u;
const WORKGROUP: u32 = 16u;
fn meet(at: u32, part: u32, own: f32) -> f32 { return own; }
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// many-sums on nvidia
alias Elem = f32;
const PIXELS: u32 = 1u;
const LANES: u32 = 16u;
const PARTS: u32 = 8u;
const WORKGROUP: u32 = 128u;
var<workgroup> totals: array<array<f32, LANES * PIXELS>, PARTS>;
fn meet(at: u32, part: u32, own: f32) -> f32 { totals[part][at] = own; workgroupBarrier(); var sum = 0.0; for (var p = 0u; p < PARTS; p++) { sum += totals[p][at]; } return sum; }
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// f16 on nvidia
enable f16;
alias Elem = f16;
const PIXELS: u32 = 1u;
const LANES: u32 = 16u;
const PARTS: u32 = 1u;
const WORKGROUP: u32 = 16u;
fn meet(at: u32, part: u32, own: f32) -> f32 { return own; }
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// beside-y on nvidia
alias Elem = f32;
const PIXELS: u32 = 1u;
const LANES: u32 = 16u;
const PARTS: u32 = 1u;
const WORKGROUP: u32 = 16u;
fn meet(at: u32, part: u32, own: f32) -> f32 { return own; }
fn gateAt(at: u32) -> f32 { return f32(y[at]); }

// beside-y-f16 on nvidia
enable f16;
alias Elem = f16;
const PIXELS: u32 = 1u;
const LANES: u32 = 16u;
const PARTS: u32 = 1u;
const WORKGROUP: u32 = 16u;
fn meet(at: u32, part: u32, own: f32) -> f32 { return own; }
fn gateAt(at: u32) -> f32 { return f32(y[at]); }

// rau-net-256 on nvidia
alias Elem = f32;
const PIXELS: u32 = 4u;
const LANES: u32 = 32u;
const PARTS: u32 = 2u;
const WORKGROUP: u32 = 64u;
var<workgroup> totals: array<array<f32, LANES * PIXELS>, PARTS>;
fn meet(at: u32, part: u32, own: f32) -> f32 { totals[part][at] = own; workgroupBarrier(); var sum = 0.0; for (var p = 0u; p < PARTS; p++) { sum += totals[p][at]; } return sum; }
fn gateAt(at: u32) -> f32 { return f32(y[at]); }

// rau-net-128 on nvidia
alias Elem = f32;
const PIXELS: u32 = 2u;
const LANES: u32 = 32u;
const PARTS: u32 = 4u;
const WORKGROUP: u32 = 128u;
var<workgroup> totals: array<array<f32, LANES * PIXELS>, PARTS>;
fn meet(at: u32, part: u32, own: f32) -> f32 { totals[part][at] = own; workgroupBarrier(); var sum = 0.0; for (var p = 0u; p < PARTS; p++) { sum += totals[p][at]; } return sum; }
fn gateAt(at: u32) -> f32 { return f32(y[at]); }

// rau-net-64 on nvidia
alias Elem = f32;
const PIXELS: u32 = 1u;
const LANES: u32 = 16u;
const PARTS: u32 = 8u;
const WORKGROUP: u32 = 128u;
var<workgroup> totals: array<array<f32, LANES * PIXELS>, PARTS>;
fn meet(at: u32, part: u32, own: f32) -> f32 { totals[part][at] = own; workgroupBarrier(); var sum = 0.0; for (var p = 0u; p < PARTS; p++) { sum += totals[p][at]; } return sum; }
fn gateAt(at: u32) -> f32 { return f32(y[at]); }

// rau-net-32 on nvidia
alias Elem = f32;
const PIXELS: u32 = 1u;
const LANES: u32 = 16u;
const PARTS: u32 = 16u;
const WORKGROUP: u32 = 256u;
var<workgroup> totals: array<array<f32, LANES * PIXELS>, PARTS>;
fn meet(at: u32, part: u32, own: f32) -> f32 { totals[part][at] = own; workgroupBarrier(); var sum = 0.0; for (var p = 0u; p < PARTS; p++) { sum += totals[p][at]; } return sum; }
fn gateAt(at: u32) -> f32 { return f32(y[at]); }

// In every case:
// y = x * sigmoid(psi . relu(wg gate + wx x + bias) + psiBias) at every pixel, without anything in between in memory.
// One thread carries PIXELS pixels, LANES apart, times 4 * VECTORS of the m sums; a pixel's sums are shared out among
// PARTS threads, of which only the psi-weighted totals meet, in workgroup memory (not at all when PARTS is 1, as on a
// software adapter). Weights are packed [block of m][channel][m], zeros at the end, and read in step by a workgroup.
// v1 plain.wgsl; v2 blocks in registers: 134 MFLOP (64 + 64 channels, 128 x 128) on lavapipe, processor time, from some 130
// to 18 ms; v3 PARTS, for the small pictures of the lower levels. Not taken: several channels a turn (2 to 3 times slower there).
const VECTORS: u32 = 2u;
@group(0) @binding(7) var<storage, read_write> y: array<Elem>;

// @body
struct Params {
  pixels: u32, area: u32, cg: u32, cx: u32, blocks: u32,
  gateOffset: u32, gateBatch: u32, xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32, psiBiasOffset: u32,
}
@group(0) @binding(1) var<storage, read> x: array<Elem>;
@group(0) @binding(2) var<storage, read> wg: array<vec4<Elem>>;
@group(0) @binding(3) var<storage, read> wx: array<vec4<Elem>>;
@group(0) @binding(4) var<storage, read> bias: array<vec4<Elem>>;
@group(0) @binding(5) var<storage, read> psi: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read> psiBias: array<Elem>;
@group(0) @binding(8) var<uniform> params: Params;

// Without the exponential of a large number, on either side.
fn sigmoid(v: f32) -> f32 {
  let e = exp(-abs(v));
  return select(e, 1.0, v >= 0.0) / (1.0 + e);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let lane = local % LANES;
  // A remainder by 1 tells the compiler that all threads read the same weights.
  let part = local / LANES % PARTS;
  let first = (group.x + group.y * groups.x) * LANES * PIXELS + lane;
  var gate0: array<u32, PIXELS>;
  var x0: array<u32, PIXELS>;
  for (var r = 0u; r < PIXELS; r++) {
    let pixel = min(first + r * LANES, params.pixels - 1u);
    gate0[r] = params.gateOffset + pixel / params.area * params.gateBatch + pixel % params.area;
    x0[r] = params.xOffset + pixel / params.area * params.xBatch + pixel % params.area;
  }

  var total: array<f32, PIXELS>;
  for (var b = part; b < params.blocks; b += PARTS) {
    let gateW = b * params.cg * VECTORS;
    let xW = b * params.cx * VECTORS;
    var sum: array<vec4f, PIXELS * VECTORS>;
    for (var v = 0u; v < VECTORS; v++) {
      for (var r = 0u; r < PIXELS; r++) { sum[r * VECTORS + v] = vec4f(bias[b * VECTORS + v]); }
    }
    for (var c = 0u; c < params.cg; c++) {
      for (var r = 0u; r < PIXELS; r++) {
        let value = vec4f(gateAt(gate0[r] + c * params.area));
        for (var v = 0u; v < VECTORS; v++) {
          sum[r * VECTORS + v] = fma(vec4f(wg[gateW + c * VECTORS + v]), value, sum[r * VECTORS + v]);
        }
      }
    }
    for (var c = 0u; c < params.cx; c++) {
      for (var r = 0u; r < PIXELS; r++) {
        let value = vec4f(f32(x[x0[r] + c * params.area]));
        for (var v = 0u; v < VECTORS; v++) {
          sum[r * VECTORS + v] = fma(vec4f(wx[xW + c * VECTORS + v]), value, sum[r * VECTORS + v]);
        }
      }
    }
    for (var v = 0u; v < VECTORS; v++) {
      for (var r = 0u; r < PIXELS; r++) {
        total[r] += dot(vec4f(psi[b * VECTORS + v]), max(sum[r * VECTORS + v], vec4f(0.0)));
      }
    }
  }

  for (var r = 0u; r < PIXELS; r++) { total[r] = meet(r * LANES + lane, part, total[r]); }
  for (var r = 0u; r < PIXELS; r++) {
    let pixel = first + r * LANES;
    if (pixel >= params.pixels) { continue; }
    let weight = sigmoid(total[r] + f32(psiBias[params.psiBiasOffset]));
    let y0 = params.yOffset + pixel / params.area * params.yBatch + pixel % params.area;
    for (var c = part; c < params.cx; c += PARTS) {
      y[y0 + c * params.area] = Elem(f32(x[x0[r] + c * params.area]) * weight);
    }
  }
}
