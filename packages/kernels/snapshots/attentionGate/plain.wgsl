// small on lavapipe
// odd on lavapipe
// one-pixel on lavapipe
// many-sums on lavapipe
// 3d on lavapipe
// computed-weights on lavapipe
// piece on lavapipe
// small on swiftshader
// odd on swiftshader
// one-pixel on swiftshader
// many-sums on swiftshader
// 3d on swiftshader
// computed-weights on swiftshader
// f16 on swiftshader
// piece on swiftshader
// small on nvidia
// odd on nvidia
// one-pixel on nvidia
// many-sums on nvidia
// 3d on nvidia
// computed-weights on nvidia
// piece on nvidia
alias Elem = f32;
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// f16 on lavapipe
// f16 on nvidia
enable f16;
alias Elem = f16;
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
// beside-y on nvidia
// rau-net-256 on nvidia
// rau-net-128 on nvidia
// rau-net-64 on nvidia
// rau-net-32 on nvidia
alias Elem = f32;
fn gateAt(at: u32) -> f32 { return f32(y[at]); }

// beside-y-f16 on lavapipe
// beside-y-f16 on nvidia
enable f16;
alias Elem = f16;
fn gateAt(at: u32) -> f32 { return f32(y[at]); }

// In every case:
// y = x * sigmoid(psi . relu(wg gate + wx x + bias) + psiBias) at every pixel.
// One thread makes all channels of one pixel and reads the weights as the model has them: to be read first.
const WORKGROUP: u32 = 64u;
@group(0) @binding(7) var<storage, read_write> y: array<Elem>;

// @body
struct Params {
  pixels: u32, area: u32, cg: u32, cx: u32, m: u32,
  gateOffset: u32, gateBatch: u32, xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32,
  wgOffset: u32, wxOffset: u32, biasOffset: u32, psiOffset: u32, psiBiasOffset: u32,
}
@group(0) @binding(1) var<storage, read> x: array<Elem>;
@group(0) @binding(2) var<storage, read> wg: array<Elem>;
@group(0) @binding(3) var<storage, read> wx: array<Elem>;
@group(0) @binding(4) var<storage, read> bias: array<Elem>;
@group(0) @binding(5) var<storage, read> psi: array<Elem>;
@group(0) @binding(6) var<storage, read> psiBias: array<Elem>;
@group(0) @binding(8) var<uniform> params: Params;

// Without the exponential of a large number, on either side.
fn sigmoid(v: f32) -> f32 {
  let e = exp(-abs(v));
  return select(e, 1.0, v >= 0.0) / (1.0 + e);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let pixel = id.x + id.y * groups.x * WORKGROUP;
  if (pixel >= params.pixels) { return; }
  let n = pixel / params.area;
  let gate0 = params.gateOffset + n * params.gateBatch + pixel % params.area;
  let x0 = params.xOffset + n * params.xBatch + pixel % params.area;
  let y0 = params.yOffset + n * params.yBatch + pixel % params.area;
  var attention = f32(psiBias[params.psiBiasOffset]);
  for (var k = 0u; k < params.m; k++) {
    var sum = f32(bias[params.biasOffset + k]);
    for (var c = 0u; c < params.cg; c++) {
      sum = fma(f32(wg[params.wgOffset + k * params.cg + c]), gateAt(gate0 + c * params.area), sum);
    }
    for (var c = 0u; c < params.cx; c++) {
      sum = fma(f32(wx[params.wxOffset + k * params.cx + c]), f32(x[x0 + c * params.area]), sum);
    }
    attention = fma(f32(psi[params.psiOffset + k]), max(sum, 0.0), attention);
  }
  let weight = sigmoid(attention);
  for (var c = 0u; c < params.cx; c++) {
    y[y0 + c * params.area] = Elem(f32(x[x0 + c * params.area]) * weight);
  }
}
