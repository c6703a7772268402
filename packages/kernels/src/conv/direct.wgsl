// y[n, co, o] = after(residual + activation(bias[co] + sum over ci, k of w[co, ci, k] * pre(x[n, ci, o * stride + k * dilation - pad])))
//
// Takes every convolution: any groups, strides, dilations and views, weights as they come. One invocation computes four
// outputs in a row of one channel, so that a weight, the same for the whole workgroup, is loaded once for four.
// id.x: four outputs along width, rows, slices; id.y: output channel; id.z: item of the batch.
alias Elem = f32;
const POOLED: bool = false;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<Elem>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
@group(0) @binding(9) var<storage, read_write> pooled: array<Elem>;
fn fetch(at: u32, channel: u32) -> f32 { return pre(f32(x[at]), channel); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn pre(v: f32, channel: u32) -> f32 { return max(v * f32(preScale[channel]) + f32(preShift[channel]), 0.0); }
fn weigh(w: f32, at: u32, channel: u32) -> f32 { return w; }
fn activate(v: f32, channel: u32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }
fn placeOf(channel: u32, position: u32, plane: u32) -> u32 { return channel * plane + position; }
fn isStored(place: u32) -> bool { return true; }
fn keep(v: f32, at: u32) { y[at] = Elem(v); }
fn pool(v: f32, at: u32) { pooled[at] = Elem(v); }
// @body
struct Params {
  inChannels: u32, groupOut: u32,
  inD: u32, inH: u32, inW: u32,
  outD: u32, outH: u32, outW: u32,
  kD: u32, kH: u32, kW: u32,
  strideD: u32, strideH: u32, strideW: u32,
  dilationD: u32, dilationH: u32, dilationW: u32,
  padD: u32, padH: u32, padW: u32,
  xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32, residualOffset: u32, residualBatch: u32, pooledOffset: u32, pooledBatch: u32,
}
@group(0) @binding(7) var<uniform> params: Params;

fn store(v: f32, channel: u32, position: u32, item: u32) -> f32 {
  let p = params;
  let at = placeOf(channel, position, p.outD * p.outH * p.outW);
  if (!isStored(at)) { return v; }
  let last = finish(activate(v + biasOf(channel), channel) + residualAt(p.residualOffset + item * p.residualBatch + at));
  keep(last, p.yOffset + item * p.yBatch + at);
  return last;
}

// Four outputs in a row or, if these are pooled, two in each of two rows.
const down = select(vec4u(), vec4u(0u, 0u, 1u, 1u), POOLED);
const across = select(vec4u(0u, 1u, 2u, 3u), vec4u(0u, 1u, 0u, 1u), POOLED);
const height = select(1u, 2u, POOLED);
const width = select(4u, 2u, POOLED);

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let p = params;
  let fours = (p.outW + width - 1u) / width;
  let ox = (id.x % fours) * width;
  let oy = (id.x / fours) % (p.outH / height) * height;
  let oz = id.x / (fours * (p.outH / height));
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
        let iy = (vec4u(oy) + down) * p.strideH + ky * p.dilationH - p.padH;
        let row = plane + (min(iz, p.inD - 1u) * p.inH + min(iy, vec4u(p.inH - 1u))) * p.inW;
        let inside = vec4<bool>(iz < p.inD) & (iy < vec4u(p.inH));
        for (var kx = 0u; kx < p.kW; kx++) {
          let ix = (vec4u(ox) + across) * p.strideW + kx * p.dilationW - p.padW;
          let at = row + min(ix, vec4u(p.inW - 1u));
          let c = firstChannel + ci;
          let v = vec4f(fetch(at.x, c), fetch(at.y, c), fetch(at.z, c), fetch(at.w, c));
          sum = fma(vec4f(weigh(f32(w[weight]), weight, id.y)), select(vec4f(), v, (ix < vec4u(p.inW)) & inside), sum);
          weight++;
        }
      }
    }
  }
  for (var i = 0u; i < 4u; i++) {
    if (ox + across[i] < p.outW) { sum[i] = store(sum[i], id.y, (oz * p.outH + oy + down[i]) * p.outW + ox + across[i], id.z); }
  }
  if (POOLED) {
    let at = ((id.y * p.outH + oy) * p.outW / 2u + ox) / 2u;
    pool(max(max(sum.x, sum.y), max(sum.z, sum.w)), p.pooledOffset + id.z * p.pooledBatch + at);
  }
}
