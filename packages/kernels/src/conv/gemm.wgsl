// y[n, co, o] = after(residual + activation(bias[co] + sum over k, ci of w[co, ci, k] * pre(x[n, ci, o * stride + k * dilation - pad])))
// A product of matrices whose second factor is never written down: rows are the output channels of a group, columns the output positions of all items, and the inner axis runs
// over taps and the input channels under each. A workgroup computes CHANNELS x POSITIONS, an invocation ROWS x COLUMNS of them, strided so that neighbours read and write
// neighbours. DEPTH vec4 of the inner axis at a time lie in workgroup memory, four places of a channel or a position in a vec4, while the next wait in registers. An invocation
// fetches for one position, so where a tap lies is worked out once a tap. PARTS > 1: as many sets of invocations share the inner axis, for small maps, and are added in their
// order. FLAT: taps and channels are one axis without gaps, for few channels; else each tap begins a new step. POOLED: an invocation's columns are windows of 2 x 2. From
// wideTiles on, tiles have but the middle tap. A workgroup a tile, channels fastest. Weights packed [group][tile][step][DEPTH][CHANNELS][4], zero where there is nothing.
alias Elem = f32;
const CHANNELS: u32 = 64u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 8u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = true;
const TAIL: bool = true;
const POOLED: bool = false;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
@group(0) @binding(9) var<storage, read_write> pooled: array<Elem>;
fn fourOf(at: u32) -> vec4f { return vec4f(w[at]); }
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return max(v * f32(preScale[channel]) + f32(preShift[channel]), 0.0); }
fn fetch(at: u32, channel: u32) -> f32 { return pre(f32(x[at]), channel); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32, channel: u32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }
fn placeOf(channel: u32, position: u32, plane: u32) -> u32 { return channel * plane + position; }
fn isStored(place: u32) -> bool { return true; }
fn spread(position: u32, width: u32) -> u32 { return position; }
fn keep(v: f32, at: u32) { y[at] = Elem(v); }
fn pool(v: f32, at: vec3u) { pooled[at.x] = Elem(v); }
// @body
struct Params {
  inChannels: u32, outChannels: u32, channelTiles: u32, tiles: u32, positionTiles: u32, positions: u32, steps: u32, stepsPerTap: u32, wideTiles: u32, middle: u32,
  inD: u32, inH: u32, inW: u32, outD: u32, outH: u32, outW: u32, strideD: u32, strideH: u32, strideW: u32,
  xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32, residualOffset: u32, residualBatch: u32, pooledOffset: u32, pooledBatch: u32,
}
@group(0) @binding(7) var<uniform> params: Params;
const ACROSS = POSITIONS / COLUMNS; const DOWN = CHANNELS / ROWS; const LANES = ACROSS * DOWN; // invocations of a part
const WORKGROUP = LANES * PARTS; const LEFT = DEPTH * CHANNELS; // weights of a step
alias Sums = array<f32, ROWS * COLUMNS>; // [column][row]; four of them that are flushed together lie so far apart, and are so far apart in y
const APART = select(1u, ROWS, POOLED); const NEXT = select(vec3u(DOWN, 0u, 0u), vec3u(0u, ACROSS, 0u), POOLED);
var<workgroup> memory: array<vec4f, max(LEFT + DEPTH * POSITIONS, 4u * WORKGROUP)>; // weights, then inputs; in the end sums
struct Source { base: u32, at: vec3i, group: u32 } struct Aim { at: u32, inside: bool } // the element under a position, its plane, row and column; a tap of it

fn sourceOf(number: u32, group: u32) -> Source {
  let p = params; let plane = p.outH * p.outW; let position = spread(number, p.outW);
  let o = vec3u(position / plane % p.outD, position / p.outW % p.outH, position % p.outW) * vec3u(p.strideD, p.strideH, p.strideW);
  return Source(p.xOffset + position / (plane * p.outD) * p.xBatch + ((group * p.inChannels * p.inD + o.x) * p.inH + o.y) * p.inW + o.z, vec3i(o), group);
}
fn aimAt(s: Source, tap: u32) -> Aim {
  let t = tapAt(tap); // how many elements on, and planes, rows and columns on
  let at = vec3u(s.at + t.yzw); // wraps to a huge number when negative
  let inside = !PADDED || all(at < vec3u(params.inD, params.inH, params.inW));
  return Aim(select(s.base, s.base + u32(t.x), inside), inside);
}
fn load(s: Source, tap: Aim, row: u32) -> f32 {
  let p = params; let first = s.group * p.inChannels;
  if (FLAT) { let own = aimAt(s, row); return select(0.0, fetch(own.at, first + row % p.inChannels), own.inside); }
  let channel = select(row, min(row, p.inChannels - 1u), TAIL);
  let v = fetch(tap.at + channel * p.inD * p.inH * p.inW, first + channel);
  return select(0.0, v, tap.inside && (!TAIL || row < p.inChannels));
}

fn dot4(a: vec4f, b: vec4f, sum: f32) -> f32 { return fma(a.w, b.w, fma(a.z, b.z, fma(a.y, b.y, fma(a.x, b.x, sum)))); }
fn multiply(part: u32, lane: u32, sums: ptr<function, Sums>) {
  for (var k = part * (DEPTH / PARTS); k < (part + 1u) * (DEPTH / PARTS); k++) {
    var a: array<vec4f, ROWS>;
    for (var i = 0u; i < ROWS; i++) { a[i] = memory[k * CHANNELS + i * DOWN + lane / ACROSS]; }
    for (var j = 0u; j < COLUMNS; j++) {
      let b = memory[LEFT + k * POSITIONS + j * ACROSS + lane % ACROSS];
      for (var i = 0u; i < ROWS; i++) { (*sums)[j * ROWS + i] = dot4(a[i], b, (*sums)[j * ROWS + i]); }
    }
  }
}

fn store(v: f32, at: vec3u) -> f32 { // channel, position, group
  let p = params; let plane = p.outD * p.outH * p.outW;
  let channel = at.z * p.outChannels + at.x;
  let to = placeOf(channel, spread(at.y % plane, p.outW), plane);
  if (at.x >= p.outChannels || at.y >= p.positions || !isStored(to)) { return v; }
  let last = finish(activate(v + biasOf(channel), channel) + residualAt(p.residualOffset + at.y / plane * p.residualBatch + to));
  keep(last, p.yOffset + at.y / plane * p.yBatch + to);
  return last;
}

// The first of four sums that are flushed together.
fn firstOf(quad: u32) -> u32 { return select(quad * 4u, quad / ROWS * 4u * ROWS + quad % ROWS, POOLED); }

// Adds what the parts have summed and stores it, by way of workgroup memory, so that what follows a sum stands in the code once.
fn flush(tile: vec3u, thread: u32, quad: u32, sums: ptr<function, Sums>) {
  workgroupBarrier();
  for (var q = 0u; q < 4u; q++) {
    let at = firstOf(quad + q);
    memory[q * WORKGROUP + thread] = vec4f((*sums)[at], (*sums)[at + APART], (*sums)[at + 2u * APART], (*sums)[at + 3u * APART]);
  }
  workgroupBarrier();
  for (var e = thread; e < LANES * 4u; e += WORKGROUP) {
    let lane = e % LANES; var sum = vec4f();
    for (var part = 0u; part < PARTS; part++) { sum += memory[e / LANES * WORKGROUP + part * LANES + lane]; }
    let at = firstOf(quad + e / LANES); let first = tile + vec3u(at % ROWS * DOWN + lane / ACROSS, at / ROWS * ACROSS + lane % ACROSS, 0u);
    for (var i = 0u; i < 4u; i++) { sum[i] = store(sum[i], first + i * NEXT); }
    if (POOLED) { pool(max(max(sum.x, sum.y), max(sum.z, sum.w)), first); }
  }
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) id: vec3u, @builtin(num_workgroups) groups: vec3u, @builtin(local_invocation_index) thread: u32) {
  let p = params;
  let index = id.x + id.y * groups.x;
  if (index >= p.tiles) { return; }
  let row = index / p.channelTiles; let column = index % p.channelTiles;
  let tile = vec3u(column * CHANNELS, row % p.positionTiles * POSITIONS, row / p.positionTiles); // as for `store`
  let source = sourceOf(min(tile.y + thread % POSITIONS, p.positions - 1u), tile.z);
  let narrow = column - min(column, p.wideTiles); // narrow tiles before, which lie behind the wide ones
  let weights = ((tile.z * p.channelTiles + column - narrow) * p.steps + narrow * p.stepsPerTap) * LEFT + thread;
  let steps = select(p.steps, p.stepsPerTap, column >= p.wideTiles);
  var tap = select(0u, p.middle, column >= p.wideTiles); var aim = aimAt(source, tap); var within = 0u; // steps of this tap
  var left: array<vec4f, LEFT / WORKGROUP>; var right: array<vec4f, DEPTH * POSITIONS / WORKGROUP>;
  var sums: Sums;
  for (var step = 0u; ; step++) {
    if (step < steps) {
      if (within == p.stepsPerTap) { within = 0u; tap++; aim = aimAt(source, tap); }
      for (var i = 0u; i < LEFT / WORKGROUP; i++) { left[i] = fourOf(weights + step * LEFT + i * WORKGROUP); }
      for (var i = 0u; i < DEPTH * POSITIONS / WORKGROUP; i++) {
        let row = (within * DEPTH + i * (WORKGROUP / POSITIONS) + thread / POSITIONS) * 4u;
        right[i] = vec4f(load(source, aim, row), load(source, aim, row + 1u), load(source, aim, row + 2u), load(source, aim, row + 3u));
      }
      within++;
    }
    if (step > 0u) { multiply(thread / LANES, thread % LANES, &sums); }
    if (step == steps) { break; }
    workgroupBarrier();
    for (var i = 0u; i < LEFT / WORKGROUP; i++) { memory[i * WORKGROUP + thread] = left[i]; }
    for (var i = 0u; i < DEPTH * POSITIONS / WORKGROUP; i++) { memory[LEFT + i * WORKGROUP + thread] = right[i]; }
    workgroupBarrier();
  }
  flush(tile, thread, 0u, &sums); // no loop: an array indexed by what is not a constant leaves the registers
  if (ROWS * COLUMNS > 16u) { flush(tile, thread, 4u, &sums); }
  if (ROWS * COLUMNS > 32u) { flush(tile, thread, 8u, &sums); flush(tile, thread, 12u, &sums); }
}
