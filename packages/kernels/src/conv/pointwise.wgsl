// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1, in any number of groups: products of matrices over positions s, whatever the number of spatial axes. The
// pre-activation of a DenseNet layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights
// packed [group][co / CHANNELS][ci][CHANNELS]. One invocation computes CHANNELS channels at four positions, WORKGROUP apart.
// grid: blocks of channels run fastest, then tiles of positions, folded over x and y; z: items of the batch, and groups of each.
// Ladder, 256 -> 128 channels at 56 x 56, lavapipe, GFLOP/s: 8 channels x 8 positions in vec4 registers 20, in scalars 28 (a loop carries a
// vec4 through memory there); 16 x 4: 32; 32 x 4: 39 to 47. Stores in one place only: each is code for every lane, and 128 of them took
// 1.5 s to compile.
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const BLOCKS: u32 = 4u; // of eight channels: 1, 2 or 4
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<Elem>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u, @builtin(local_invocation_index) local: u32 }
alias Held = array<f32, 8>;
fn laneOf(e: Entry) -> u32 { return 0u; }
fn hold(at: u32) -> Held { return Held(f32(w[at]), f32(w[at + 1u]), f32(w[at + 2u]), f32(w[at + 3u]), f32(w[at + 4u]), f32(w[at + 5u]), f32(w[at + 6u]), f32(w[at + 7u])); }
fn w0(h: Held) -> f32 { return h[0]; }
fn w1(h: Held) -> f32 { return h[1]; }
fn w2(h: Held) -> f32 { return h[2]; }
fn w3(h: Held) -> f32 { return h[3]; }
fn w4(h: Held) -> f32 { return h[4]; }
fn w5(h: Held) -> f32 { return h[5]; }
fn w6(h: Held) -> f32 { return h[6]; }
fn w7(h: Held) -> f32 { return h[7]; }
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }
// @body
const CHANNELS = BLOCKS * 8u;
struct Params {
  inChannels: u32, outChannels: u32, groups: u32, blocks: u32, positions: u32, // channels and blocks of one group
  xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32, residualOffset: u32, residualBatch: u32,
}
@group(0) @binding(7) var<uniform> params: Params;

alias Four = array<f32, 4>; // one channel at four positions
alias Tile = array<Four, 8>; // eight channels

fn add(sum: Four, w: f32, v: Four) -> Four {
  return Four(fma(w, v[0], sum[0]), fma(w, v[1], sum[1]), fma(w, v[2], sum[2]), fma(w, v[3], sum[3]));
}

fn accumulate(t: ptr<function, Tile>, h: Held, v: Four) {
  (*t)[0] = add((*t)[0], w0(h), v);
  (*t)[1] = add((*t)[1], w1(h), v);
  (*t)[2] = add((*t)[2], w2(h), v);
  (*t)[3] = add((*t)[3], w3(h), v);
  (*t)[4] = add((*t)[4], w4(h), v);
  (*t)[5] = add((*t)[5], w5(h), v);
  (*t)[6] = add((*t)[6], w6(h), v);
  (*t)[7] = add((*t)[7], w7(h), v);
}

fn store(v: f32, channel: u32, position: u32, item: u32) {
  let at = channel * params.positions + position;
  let sum = activate(v + biasOf(channel)) + residualAt(params.residualOffset + item * params.residualBatch + at);
  y[params.yOffset + item * params.yBatch + at] = Elem(finish(sum));
}

@compute @workgroup_size(WORKGROUP)
fn main(e: Entry) {
  let p = params;
  let index = e.group.y * e.groups.x + e.group.x;
  let chunk = index % p.blocks;
  let item = e.group.z / p.groups;
  let group = e.group.z % p.groups;
  // Positions past the end take part in the broadcasts, read the last one, and are not stored.
  let start = index / p.blocks * WORKGROUP * 4u + e.local;
  let s = min(vec4u(start) + vec4u(0u, 1u, 2u, 3u) * WORKGROUP, vec4u(p.positions - 1u));
  var at = p.xOffset + item * p.xBatch + group * p.inChannels * p.positions;
  var weights = (group * p.blocks + chunk) * p.inChannels * CHANNELS + laneOf(e);
  var t0: Tile;
  var t1: Tile;
  var t2: Tile;
  var t3: Tile;
  for (var ci = 0u; ci < p.inChannels; ci++) {
    let scale = scaleOf(group * p.inChannels + ci);
    let shift = shiftOf(group * p.inChannels + ci);
    let v = Four(
      pre(affine(f32(x[at + s.x]), scale, shift)),
      pre(affine(f32(x[at + s.y]), scale, shift)),
      pre(affine(f32(x[at + s.z]), scale, shift)),
      pre(affine(f32(x[at + s.w]), scale, shift)),
    );
    // All loads come before all arithmetic: on lavapipe each is a branch a lane, and sums live across one go through memory.
    let h0 = hold(weights);
    let h1 = hold(weights + 8u);
    let h2 = hold(weights + 16u);
    let h3 = hold(weights + 24u);
    accumulate(&t0, h0, v);
    if (BLOCKS > 1u) { accumulate(&t1, h1, v); }
    if (BLOCKS > 2u) {
      accumulate(&t2, h2, v);
      accumulate(&t3, h3, v);
    }
    at += p.positions;
    weights += CHANNELS;
  }
  let first = chunk * CHANNELS;
  let count = min(CHANNELS, p.outChannels - first);
  var sums = array<Tile, 4>(t0, t1, t2, t3);
  for (var i = 0u; i < count * 4u; i++) {
    let position = start + i % 4u * WORKGROUP;
    if (position < p.positions) {
      store(sums[i / 32u][i / 4u % 8u][i % 4u], group * p.outChannels + first + i / 4u, position, item);
    }
  }
}
