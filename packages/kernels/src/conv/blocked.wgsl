// y[n, co, o] = after(residual + activation(bias[co] + sum over ci, k of w[co, ci, k] * x[n, ci, o * stride + k * dilation - pad]))
//
// Any kernel, stride and number of groups; constant weights packed [group][co / CHANNELS][ci][tap][CHANNELS]. One invocation computes four
// outputs in a row of CHANNELS channels: CHANNELS x 4 multiply-adds for four loads of x and its lane's share of a tap's weights (packing.ts).
// grid: blocks of channels run fastest, then fours of outputs along width, rows, slices, folded over x and y; z: items of the batch, groups.
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const BLOCKS: u32 = 4u; // of eight channels: 1, 2 or 4
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<Elem>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }
fn placeOf(channel: u32, position: u32, plane: u32) -> u32 { return channel * plane + position; }
fn isStored(place: u32) -> bool { return true; }
// @body
const CHANNELS = BLOCKS * 8u;
struct Params {
  inChannels: u32, outChannels: u32, groups: u32, blocks: u32, // channels and blocks of one group
  inD: u32, inH: u32, inW: u32,
  outD: u32, outH: u32, outW: u32,
  kD: u32, kH: u32, kW: u32,
  strideD: u32, strideH: u32, strideW: u32,
  dilationD: u32, dilationH: u32, dilationW: u32,
  padD: u32, padH: u32, padW: u32,
  xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32, residualOffset: u32, residualBatch: u32,
}
@group(0) @binding(7) var<uniform> params: Params;

alias Four = array<f32, 4>; // four outputs in a row of one channel
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
  let at = placeOf(channel, position, params.outD * params.outH * params.outW);
  if (!isStored(at)) { return; }
  let sum = activate(v + biasOf(channel)) + residualAt(params.residualOffset + item * params.residualBatch + at);
  y[params.yOffset + item * params.yBatch + at] = Elem(finish(sum));
}

fn load(row: u32, column: u32, inside: bool) -> f32 {
  return select(0.0, f32(x[row + min(column, params.inW - 1u)]), inside && column < params.inW);
}

@compute @workgroup_size(WORKGROUP)
fn main(e: Entry) {
  let p = params;
  let index = e.group.y * e.groups.x + e.group.x;
  let chunk = index % p.blocks;
  let item = e.group.z / p.groups;
  let group = e.group.z % p.groups;
  let four = index / p.blocks * WORKGROUP + e.local;
  let fours = (p.outW + 3u) / 4u;
  let ox = four % fours * 4u;
  let oy = four / fours % p.outH;
  let slice = four / (fours * p.outH);
  let oz = min(slice, p.outD - 1u); // invocations past the end take part in the broadcasts and store nothing
  var weights = (group * p.blocks + chunk) * p.inChannels * p.kD * p.kH * p.kW * CHANNELS + laneOf(e);
  var t0: Tile;
  var t1: Tile;
  var t2: Tile;
  var t3: Tile;
  var plane = p.xOffset + item * p.xBatch + group * p.inChannels * p.inD * p.inH * p.inW;
  var kz = 0u;
  var ky = 0u;
  var kx = 0u;
  // One loop over input channels and taps, not four: a loop on lavapipe carries every sum through a masked move each time round.
  for (var k = p.inChannels * p.kD * p.kH * p.kW; k > 0u; k--) {
    let iz = oz * p.strideD + kz * p.dilationD - p.padD; // wraps to a huge number when negative
    let iy = oy * p.strideH + ky * p.dilationH - p.padH;
    let row = plane + (min(iz, p.inD - 1u) * p.inH + min(iy, p.inH - 1u)) * p.inW;
    let inside = iz < p.inD && iy < p.inH;
    let ix = ox * p.strideW + kx * p.dilationW - p.padW;
    let v = Four(
      load(row, ix, inside),
      load(row, ix + p.strideW, inside),
      load(row, ix + p.strideW * 2u, inside),
      load(row, ix + p.strideW * 3u, inside),
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
    weights += CHANNELS;
    kx = select(kx + 1u, 0u, kx + 1u == p.kW);
    ky = select(ky, select(ky + 1u, 0u, ky + 1u == p.kH), kx == 0u);
    kz = select(kz, select(kz + 1u, 0u, kz + 1u == p.kD), kx == 0u && ky == 0u);
    plane += select(0u, p.inD * p.inH * p.inW, kx == 0u && ky == 0u && kz == 0u);
  }
  let first = chunk * CHANNELS;
  let count = min(CHANNELS, p.outChannels - first);
  var sums = array<Tile, 4>(t0, t1, t2, t3);
  let position = (oz * p.outH + oy) * p.outW + ox;
  for (var i = 0u; i < count * 4u; i++) {
    if (ox + i % 4u < p.outW && slice < p.outD) {
      store(sums[i / 32u][i / 4u % 8u][i % 4u], group * p.outChannels + first + i / 4u, position + i % 4u, item);
    }
  }
}
