// y[n, co] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * mean over s of pre(x[n, ci, s])))
// The mean over all of space and a 1 x 1 convolution of it: the head of a classifier. A workgroup an item. First its invocations take a channel's
// mean each, in turns, then TEAM of them share the sum of an output. Weights as they come.
alias Elem = f32;
const WORKGROUP: u32 = 256u;
const TEAM: u32 = 16u;
const CHANNELS: u32 = 1024u; // room for as many means
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<Elem>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }
// @body
struct Params {
  inChannels: u32, outChannels: u32, area: u32,
  xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32, residualOffset: u32, residualBatch: u32,
}
@group(0) @binding(7) var<uniform> params: Params;
var<workgroup> means: array<f32, CHANNELS>;
var<workgroup> shares: array<f32, WORKGROUP>;

fn meanOf(item: u32, channel: u32) -> f32 {
  let scale = scaleOf(channel);
  let shift = shiftOf(channel);
  let first = params.xOffset + item * params.xBatch + channel * params.area;
  var sum = 0.0;
  for (var s = 0u; s < params.area; s++) { sum += pre(affine(f32(x[first + s]), scale, shift)); }
  return sum / f32(params.area);
}

fn store(v: f32, channel: u32, item: u32) {
  let sum = activate(v + biasOf(channel)) + residualAt(params.residualOffset + item * params.residualBatch + channel);
  y[params.yOffset + item * params.yBatch + channel] = Elem(finish(sum));
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) id: vec3u, @builtin(local_invocation_index) thread: u32) {
  let p = params;
  for (var channel = thread; channel < p.inChannels; channel += WORKGROUP) { means[channel] = meanOf(id.x, channel); }
  workgroupBarrier();
  for (var first = 0u; first < p.outChannels; first += WORKGROUP / TEAM) {
    let channel = first + thread / TEAM;
    let row = min(channel, p.outChannels - 1u) * p.inChannels;
    var share = 0.0;
    for (var i = thread % TEAM; i < p.inChannels; i += TEAM) { share = fma(f32(w[row + i]), means[i], share); }
    shares[thread] = share;
    workgroupBarrier();
    if (thread % TEAM == 0u && channel < p.outChannels) {
      var sum = 0.0;
      for (var i = 0u; i < TEAM; i++) { sum += shares[thread + i]; }
      store(sum, channel, id.x);
    }
    workgroupBarrier();
  }
}
