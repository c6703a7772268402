// y[n, co, o] = after(residual + activation(bias[co] + sum over ci, k of w[co, ci, k] * x[n, ci, o * stride + k * dilation - pad]))
// Kernels of three taps along width (3x3, 3x3x3, any height and depth), stride 1 along width; constant weights packed
// [co / CHANNELS][ci][row of taps][3][CHANNELS]. One invocation computes four outputs of sixteen channels, or eight of eight, a dilation apart
// along width, so that the taps of neighbours fall on the same inputs: six loads of x for twelve of them, whatever the dilation.
// grid: blocks of channels run fastest, then tiles along width, rows, slices, folded over x and y; z: items of the batch.
// Ladder, 128 -> 32 channels, 3x3 at 28 x 28, lavapipe on two busy cores, GFLOP/s: nested loops 41; a channel's three taps together, one loop: 57.
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const WIDE: bool = false; // eight outputs of eight channels, not four of sixteen
const LIVE: u32 = 8u; // of eight channels, those that there are, four at least
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
const CHANNELS = select(16u, 8u, WIDE);
const OUTPUTS = select(4u, 8u, WIDE);
struct Params {
  inChannels: u32, outChannels: u32, blocks: u32, kD: u32, kH: u32,
  inD: u32, inH: u32, inW: u32, outD: u32, outH: u32, outW: u32,
  strideD: u32, strideH: u32, dilationD: u32, dilationH: u32, dilationW: u32, padD: u32, padH: u32, padW: u32,
  xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32, residualOffset: u32, residualBatch: u32,
}
@group(0) @binding(7) var<uniform> params: Params;

alias Four = array<f32, 4>; // four outputs of one channel, a dilation apart
alias Tile = array<Four, 8>; // eight channels

fn add(sum: Four, w: f32, v: Four) -> Four {
  return Four(fma(w, v[0], sum[0]), fma(w, v[1], sum[1]), fma(w, v[2], sum[2]), fma(w, v[3], sum[3]));
}

struct Taps { a: Held, b: Held, c: Held }
alias Six = array<f32, 6>;

// The sums of a channel take all three taps before the next channel's turn, so that they pass through registers once.
fn taps(sum: Four, a: f32, b: f32, c: f32, v: Six) -> Four {
  let left = add(sum, a, Four(v[0], v[1], v[2], v[3]));
  let middle = add(left, b, Four(v[1], v[2], v[3], v[4]));
  return add(middle, c, Four(v[2], v[3], v[4], v[5]));
}

fn accumulate(t: ptr<function, Tile>, h: Taps, v: Six) {
  (*t)[0] = taps((*t)[0], w0(h.a), w0(h.b), w0(h.c), v);
  (*t)[1] = taps((*t)[1], w1(h.a), w1(h.b), w1(h.c), v);
  (*t)[2] = taps((*t)[2], w2(h.a), w2(h.b), w2(h.c), v);
  (*t)[3] = taps((*t)[3], w3(h.a), w3(h.b), w3(h.c), v);
  if (LIVE > 4u) { (*t)[4] = taps((*t)[4], w4(h.a), w4(h.b), w4(h.c), v); }
  if (LIVE > 5u) { (*t)[5] = taps((*t)[5], w5(h.a), w5(h.b), w5(h.c), v); }
  if (LIVE > 6u) { (*t)[6] = taps((*t)[6], w6(h.a), w6(h.b), w6(h.c), v); }
  if (LIVE > 7u) { (*t)[7] = taps((*t)[7], w7(h.a), w7(h.b), w7(h.c), v); }
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

fn more(row: u32, column: u32, inside: bool) -> f32 {
  if (WIDE) { return load(row, column, inside); } else { return 0.0; }
}

@compute @workgroup_size(WORKGROUP)
fn main(e: Entry) {
  let p = params;
  let index = e.group.y * e.groups.x + e.group.x;
  let chunk = index % p.blocks;
  let d = p.dilationW;
  // Outputs of a tile begin at one of `d` residues (or of all columns, if those are fewer).
  let residues = min(d, p.outW);
  let across = residues * ((p.outW + OUTPUTS * d - 1u) / (OUTPUTS * d));
  let tile = index / p.blocks * WORKGROUP + e.local;
  let ox = tile % across / residues * OUTPUTS * d + tile % residues;
  let oy = tile / across % p.outH;
  let slice = tile / (across * p.outH);
  let oz = min(slice, p.outD - 1u); // invocations past the end take part in the broadcasts and store nothing
  let column = ox - p.padW; // wraps to a huge number when negative
  var weights = chunk * p.inChannels * p.kD * p.kH * 3u * CHANNELS + laneOf(e);
  var t0: Tile;
  var t1: Tile;
  var plane = p.xOffset + e.group.z * p.xBatch;
  var kz = 0u;
  var ky = 0u;
  // One loop over input channels and rows of taps, not three: a loop on lavapipe carries every sum through a masked move each time round.
  for (var k = p.inChannels * p.kD * p.kH; k > 0u; k--) {
    let iz = oz * p.strideD + kz * p.dilationD - p.padD;
    let iy = oy * p.strideH + ky * p.dilationH - p.padH;
    let row = plane + (min(iz, p.inD - 1u) * p.inH + min(iy, p.inH - 1u)) * p.inW;
    let ok = iz < p.inD && iy < p.inH;
    let v0 = load(row, column, ok);
    let v1 = load(row, column + d, ok);
    let v2 = load(row, column + d * 2u, ok);
    let v3 = load(row, column + d * 3u, ok);
    let v4 = load(row, column + d * 4u, ok);
    let v5 = load(row, column + d * 5u, ok);
    let v6 = more(row, column + d * 6u, ok);
    let v7 = more(row, column + d * 7u, ok);
    let v8 = more(row, column + d * 8u, ok);
    let v9 = more(row, column + d * 9u, ok);
    let h = Taps(hold(weights), hold(weights + CHANNELS), hold(weights + CHANNELS * 2u));
    if (WIDE) {
      accumulate(&t0, h, Six(v0, v1, v2, v3, v4, v5));
      accumulate(&t1, h, Six(v4, v5, v6, v7, v8, v9));
    } else {
      let g = Taps(hold(weights + 8u), hold(weights + 24u), hold(weights + 40u));
      accumulate(&t0, h, Six(v0, v1, v2, v3, v4, v5));
      accumulate(&t1, g, Six(v0, v1, v2, v3, v4, v5));
    }
    weights += CHANNELS * 3u;
    ky = select(ky + 1u, 0u, ky + 1u == p.kH);
    kz = select(kz, select(kz + 1u, 0u, kz + 1u == p.kD), ky == 0u);
    plane += select(0u, p.inD * p.inH * p.inW, ky == 0u && kz == 0u);
  }
  let first = chunk * CHANNELS;
  let count = min(CHANNELS, p.outChannels - first);
  var sums = array<Tile, 2>(t0, t1);
  for (var i = 0u; i < count * OUTPUTS; i++) {
    let channel = i / OUTPUTS;
    let o = i % OUTPUTS;
    let half = select(channel / 8u, o / 4u, WIDE);
    if (ox + o * d < p.outW && slice < p.outD) {
      store(sums[half][channel % 8u][o % 4u], first + channel, (oz * p.outH + oy) * p.outW + ox + o * d, e.group.z);
    }
  }
}
