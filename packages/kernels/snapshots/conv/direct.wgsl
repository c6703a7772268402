// 1d on lavapipe
// 3x3-dynamic-weights on lavapipe
// 3x3-groups on lavapipe
// 3d-stride-2 on lavapipe
// 3d-1x1x1 on lavapipe
// rau-net-1x1-256-3-32 on lavapipe
// rau-net-1x1-64-64-128 on lavapipe
// rau-net-1x1-256-32-1 on lavapipe
// meshnet-64-1x1x1 on lavapipe
// 1d on swiftshader
// 3x3-dynamic-weights on swiftshader
// 3x3-groups on swiftshader
// 3d-stride-2 on swiftshader
// 3d-1x1x1 on swiftshader
// rau-net-1x1-256-3-32 on swiftshader
// rau-net-1x1-64-64-128 on swiftshader
// rau-net-1x1-256-32-1 on swiftshader
// meshnet-64-1x1x1 on swiftshader
// 1d on nvidia
// 3x3-dynamic-weights on nvidia
// 3x3-groups on nvidia
// 3d-stride-2 on nvidia
// 3d-1x1x1 on nvidia
// rau-net-1x1-256-3-32 on nvidia
// rau-net-1x1-64-64-128 on nvidia
// rau-net-1x1-256-32-1 on nvidia
// meshnet-64-1x1x1 on nvidia
alias Elem = f32;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3 on lavapipe
// 3x3-narrow on lavapipe
// 3x3-valid on lavapipe
// 3x3-stride-height on lavapipe
// 3x3-asymmetric-pads on lavapipe
// 3x3-dilation-2 on lavapipe
// 3x3-dilation-3 on lavapipe
// 3x3-dilation-8 on lavapipe
// 3x3-view on lavapipe
// 3x3-view-unaligned on lavapipe
// 3x3-depthwise on lavapipe
// 2x4-even-kernel on lavapipe
// 1x1 on lavapipe
// 1x1-stride-2 on lavapipe
// 3d-dilated on lavapipe
// 3d-dilation-16 on lavapipe
// 3d-depthwise on lavapipe
// tiles-1x1-groups on lavapipe
// tiles-3d on lavapipe
// densenet-growth-14 on lavapipe
// densenet-transition-28 on lavapipe
// densenet-transition-14 on lavapipe
// densenet-transition-7 on lavapipe
// densenet-growth-56 on lavapipe
// densenet-growth-28 on lavapipe
// densenet-growth-7 on lavapipe
// 3x3 on swiftshader
// 3x3-narrow on swiftshader
// 3x3-valid on swiftshader
// 3x3-stride-height on swiftshader
// 3x3-asymmetric-pads on swiftshader
// 3x3-dilation-2 on swiftshader
// 3x3-dilation-3 on swiftshader
// 3x3-dilation-8 on swiftshader
// 3x3-view on swiftshader
// 3x3-view-unaligned on swiftshader
// 3x3-f16-odd on swiftshader
// 3x3-depthwise on swiftshader
// 2x4-even-kernel on swiftshader
// 1x1 on swiftshader
// 1x1-stride-2 on swiftshader
// 3d-dilated on swiftshader
// 3d-dilation-16 on swiftshader
// 3d-depthwise on swiftshader
// tiles-1x1-groups on swiftshader
// tiles-3d on swiftshader
// densenet-growth-14 on swiftshader
// densenet-transition-28 on swiftshader
// densenet-transition-14 on swiftshader
// densenet-transition-7 on swiftshader
// densenet-growth-56 on swiftshader
// densenet-growth-28 on swiftshader
// densenet-growth-7 on swiftshader
// 3x3 on nvidia
// 3x3-narrow on nvidia
// 3x3-valid on nvidia
// 3x3-stride-height on nvidia
// 3x3-asymmetric-pads on nvidia
// 3x3-dilation-2 on nvidia
// 3x3-dilation-3 on nvidia
// 3x3-dilation-8 on nvidia
// 3x3-view on nvidia
// 3x3-view-unaligned on nvidia
// 3x3-depthwise on nvidia
// 2x4-even-kernel on nvidia
// 1x1 on nvidia
// 1x1-stride-2 on nvidia
// 3d-dilated on nvidia
// 3d-dilation-16 on nvidia
// 3d-depthwise on nvidia
// tiles-1x1-groups on nvidia
// tiles-3d on nvidia
// densenet-growth-14 on nvidia
// densenet-transition-28 on nvidia
// densenet-transition-14 on nvidia
// densenet-transition-7 on nvidia
// densenet-growth-56 on nvidia
// densenet-growth-28 on nvidia
// densenet-growth-7 on nvidia
alias Elem = f32;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-odd-sizes on lavapipe
// 1x1-odd on lavapipe
// 3d-3x3x3 on lavapipe
// tiles-groups on lavapipe
// densenet-stem on lavapipe
// rau-net-64 on lavapipe
// meshnet-32 on lavapipe
// super-resolution-256-1-32 on lavapipe
// super-resolution-256-32-4 on lavapipe
// super-resolution-512-1-32 on lavapipe
// super-resolution-512-32-1 on lavapipe
// rau-net-256-3-32 on lavapipe
// rau-net-256-64-32 on lavapipe
// rau-net-128-32-64 on lavapipe
// rau-net-128-128-64 on lavapipe
// rau-net-64-256-128 on lavapipe
// rau-net-32-512-256 on lavapipe
// meshnet-64-1-5-dilation-1 on lavapipe
// meshnet-64-5-5-dilation-1 on lavapipe
// meshnet-64-5-5-dilation-2 on lavapipe
// meshnet-64-5-5-dilation-4 on lavapipe
// meshnet-64-5-5-dilation-8 on lavapipe
// meshnet-64-5-5-dilation-16 on lavapipe
// 3x3-odd-sizes on swiftshader
// 1x1-odd on swiftshader
// 3d-3x3x3 on swiftshader
// tiles-groups on swiftshader
// tiles-f16-flat-groups on swiftshader
// densenet-stem on swiftshader
// rau-net-64 on swiftshader
// meshnet-32 on swiftshader
// super-resolution-256-1-32 on swiftshader
// super-resolution-256-32-4 on swiftshader
// super-resolution-512-1-32 on swiftshader
// super-resolution-512-32-1 on swiftshader
// rau-net-256-3-32 on swiftshader
// rau-net-256-64-32 on swiftshader
// rau-net-128-32-64 on swiftshader
// rau-net-128-128-64 on swiftshader
// rau-net-64-256-128 on swiftshader
// rau-net-32-512-256 on swiftshader
// meshnet-64-1-5-dilation-1 on swiftshader
// meshnet-64-5-5-dilation-1 on swiftshader
// meshnet-64-5-5-dilation-2 on swiftshader
// meshnet-64-5-5-dilation-4 on swiftshader
// meshnet-64-5-5-dilation-8 on swiftshader
// meshnet-64-5-5-dilation-16 on swiftshader
// 3x3-odd-sizes on nvidia
// 1x1-odd on nvidia
// 3d-3x3x3 on nvidia
// tiles-groups on nvidia
// densenet-stem on nvidia
// rau-net-64 on nvidia
// meshnet-32 on nvidia
// super-resolution-256-1-32 on nvidia
// super-resolution-256-32-4 on nvidia
// super-resolution-512-1-32 on nvidia
// super-resolution-512-32-1 on nvidia
// rau-net-256-3-32 on nvidia
// rau-net-256-64-32 on nvidia
// rau-net-128-32-64 on nvidia
// rau-net-128-128-64 on nvidia
// rau-net-64-256-128 on nvidia
// rau-net-32-512-256 on nvidia
// meshnet-64-1-5-dilation-1 on nvidia
// meshnet-64-5-5-dilation-1 on nvidia
// meshnet-64-5-5-dilation-2 on nvidia
// meshnet-64-5-5-dilation-4 on nvidia
// meshnet-64-5-5-dilation-8 on nvidia
// meshnet-64-5-5-dilation-16 on nvidia
alias Elem = f32;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on lavapipe
// 3x3-residual-after on swiftshader
// 3x3-residual-after on nvidia
alias Elem = f32;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// 3x3-residual-odd on lavapipe
// 3x3-residual-odd on swiftshader
// 3x3-residual-odd on nvidia
alias Elem = f32;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on lavapipe
// 3x3-f16 on nvidia
enable f16;
alias Elem = f16;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16-odd on lavapipe
// 3x3-f16-odd on nvidia
enable f16;
alias Elem = f16;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 5x5-stride-2 on lavapipe
// 5x5-stride-2 on swiftshader
// 5x5-stride-2 on nvidia
alias Elem = f32;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return select(0.1f * v, v, v >= 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-residual on lavapipe
// 1x1-residual on swiftshader
// 1x1-residual on nvidia
alias Elem = f32;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 1x1-pre on lavapipe
// densenet-bottleneck-28 on lavapipe
// densenet-bottleneck-7 on lavapipe
// densenet-bottleneck-56-128 on lavapipe
// densenet-bottleneck-14-512 on lavapipe
// 1x1-pre on swiftshader
// densenet-bottleneck-28 on swiftshader
// densenet-bottleneck-7 on swiftshader
// densenet-bottleneck-56-128 on swiftshader
// densenet-bottleneck-14-512 on swiftshader
// 1x1-pre on nvidia
// densenet-bottleneck-28 on nvidia
// densenet-bottleneck-7 on nvidia
// densenet-bottleneck-56-128 on nvidia
// densenet-bottleneck-14-512 on nvidia
alias Elem = f32;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-pre-odd-view on lavapipe
// 3x3-pre-padded on lavapipe
// 1x1-pre-odd-view on swiftshader
// 1x1-f16-pre on swiftshader
// 3x3-pre-padded on swiftshader
// 1x1-pre-odd-view on nvidia
// 3x3-pre-padded on nvidia
alias Elem = f32;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-f16-pre on lavapipe
// 1x1-f16-pre on nvidia
enable f16;
alias Elem = f16;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// tiles-f16-pre-view on lavapipe
// tiles-f16-pre-view on nvidia
enable f16;
alias Elem = f16;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// tiles-f16-flat-groups on lavapipe
// tiles-f16-flat-groups on nvidia
enable f16;
alias Elem = f16;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// super-resolution-128 on lavapipe
// super-resolution-256-32-32-residual on lavapipe
// super-resolution-512-32-32-residual on lavapipe
// rau-net-256-32-32-residual on lavapipe
// rau-net-128-64-64-residual on lavapipe
// rau-net-64-128-128-residual on lavapipe
// rau-net-32-256-256-residual on lavapipe
// rau-net-16-512-512-residual on lavapipe
// 3x3-f16 on swiftshader
// super-resolution-128 on swiftshader
// super-resolution-256-32-32-residual on swiftshader
// super-resolution-512-32-32-residual on swiftshader
// rau-net-256-32-32-residual on swiftshader
// rau-net-128-64-64-residual on swiftshader
// rau-net-64-128-128-residual on swiftshader
// rau-net-32-256-256-residual on swiftshader
// rau-net-16-512-512-residual on swiftshader
// super-resolution-128 on nvidia
// super-resolution-256-32-32-residual on nvidia
// super-resolution-512-32-32-residual on nvidia
// rau-net-256-32-32-residual on nvidia
// rau-net-128-64-64-residual on nvidia
// rau-net-64-128-128-residual on nvidia
// rau-net-32-256-256-residual on nvidia
// rau-net-16-512-512-residual on nvidia
alias Elem = f32;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// tiles-f16-pre-view on swiftshader
alias Elem = f32;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// In every case:
// y[n, co, o] = after(residual + activation(bias[co] + sum over ci, k of w[co, ci, k] * pre(x[n, ci, o * stride + k * dilation - pad])))
//
// Takes every convolution: any groups, strides, dilations and views, weights as they come. One invocation computes four
// outputs in a row of one channel, so that a weight, the same for the whole workgroup, is loaded once for four.
// id.x: four outputs along width, rows, slices; id.y: output channel; id.z: item of the batch.
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;

// @body
struct Params {
  inChannels: u32, groupOut: u32,
  inD: u32, inH: u32, inW: u32,
  outD: u32, outH: u32, outW: u32,
  kD: u32, kH: u32, kW: u32,
  strideD: u32, strideH: u32, strideW: u32,
  dilationD: u32, dilationH: u32, dilationW: u32,
  padD: u32, padH: u32, padW: u32,
  xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32, residualOffset: u32, residualBatch: u32,
}
@group(0) @binding(7) var<uniform> params: Params;

fn store(v: f32, channel: u32, at: u32, item: u32) {
  let p = params;
  let sum = activate(v + biasOf(channel)) + residualAt(p.residualOffset + item * p.residualBatch + at);
  y[p.yOffset + item * p.yBatch + at] = Elem(finish(sum));
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let p = params;
  let fours = (p.outW + 3u) / 4u;
  let ox = (id.x % fours) * 4u;
  let oy = (id.x / fours) % p.outH;
  let oz = id.x / (fours * p.outH);
  if (oz >= p.outD) { return; }
  let inPlane = p.inD * p.inH * p.inW;
  let firstChannel = (id.y / p.groupOut) * p.inChannels;
  var weight = id.y * p.inChannels * p.kD * p.kH * p.kW;
  var sum = vec4f();
  for (var ci = 0u; ci < p.inChannels; ci++) {
    let plane = p.xOffset + id.z * p.xBatch + (firstChannel + ci) * inPlane;
    for (var kz = 0u; kz < p.kD; kz++) {
      let iz = oz * p.strideD + kz * p.dilationD - p.padD; // wraps to a huge number when negative
      for (var ky = 0u; ky < p.kH; ky++) {
        let iy = oy * p.strideH + ky * p.dilationH - p.padH;
        let row = plane + (min(iz, p.inD - 1u) * p.inH + min(iy, p.inH - 1u)) * p.inW;
        let inside = iz < p.inD && iy < p.inH;
        for (var kx = 0u; kx < p.kW; kx++) {
          let ix = vec4u(ox, ox + 1u, ox + 2u, ox + 3u) * p.strideW + kx * p.dilationW - p.padW;
          let at = row + min(ix, vec4u(p.inW - 1u));
          let c = firstChannel + ci;
          let v = vec4f(pre(f32(x[at.x]), c), pre(f32(x[at.y]), c), pre(f32(x[at.z]), c), pre(f32(x[at.w]), c));
          sum = fma(vec4f(f32(w[weight])), select(vec4f(), v, (ix < vec4u(p.inW)) & vec4<bool>(inside)), sum);
          weight++;
        }
      }
    }
  }
  let at = ((id.y * p.outD + oz) * p.outH + oy) * p.outW + ox;
  store(sum.x, id.y, at, id.z);
  if (ox + 1u < p.outW) { store(sum.y, id.y, at + 1u, id.z); }
  if (ox + 2u < p.outW) { store(sum.z, id.y, at + 2u, id.z); }
  if (ox + 3u < p.outW) { store(sum.w, id.y, at + 3u, id.z); }
}
