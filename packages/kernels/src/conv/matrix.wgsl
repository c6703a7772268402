// y[n, co, o] = after(residual + activation(bias[co] + sum over k, ci of w[co, ci, k] * pre(x[n, ci, o * stride + k * dilation - pad])))
// The product of gemm.wgsl on the matrix units of a GPU, with chromium_experimental_subgroup_matrix: factors in f16, sums in f32. Four subgroups
// share a tile of CHANNELS x POSITIONS, a quarter each, as matrices of M x N. Weights come as they are packed, [group][tile][step][DEPTH / K]
// [CHANNELS / M][M][K], zero where there is nothing; DEPTH rows of inputs at a time lie in workgroup memory, each STRIDE long so that rows begin
// in different banks, while the next wait in registers. Sums go by way of workgroup memory too: single elements of a matrix cannot be named.
// The four functions over matrices stand in the head so that a test can put plain WGSL in their place and run the rest where there is no such unit.
alias Left = subgroup_matrix_left<f16, 16, 16>;
alias Right = subgroup_matrix_right<f16, 16, 16>;
alias Result = subgroup_matrix_result<f32, 16, 16>;
const M: u32 = 16u;
const N: u32 = 16u;
const K: u32 = 16u;
const CHANNELS: u32 = 64u;
const POSITIONS: u32 = 64u;
const DEPTH: u32 = 32u;
const LANES: u32 = 32u;
const STRIDE: u32 = 72u;
const FLAT: bool = false;
const PADDED: bool = true;
const POOLED: bool = false;
@group(0) @binding(0) var<storage, read> x: array<f16>;
@group(0) @binding(1) var<storage, read> w: array<f16>;
@group(0) @binding(2) var<storage, read> bias: array<f16>;
@group(0) @binding(3) var<storage, read> residual: array<f16>;
@group(0) @binding(4) var<storage, read> preScale: array<f16>;
@group(0) @binding(5) var<storage, read> preShift: array<f16>;
@group(0) @binding(6) var<storage, read_write> y: array<f16>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
@group(0) @binding(9) var<storage, read_write> pooled: array<f16>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return max(v * f32(preScale[channel]) + f32(preShift[channel]), 0.0); }
fn fetch(at: u32, channel: u32) -> f32 { return pre(f32(x[at]), channel); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32, channel: u32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }
fn subgroupOf(thread: u32, own: u32) -> u32 { return own; }
fn left(at: u32) -> Left { return subgroupMatrixLoad<Left, row_major>(&w, at, K); }
fn right(at: u32) -> Right { return subgroupMatrixLoad<Right, row_major>(&inputs, at, STRIDE); }
fn multiply(a: Left, b: Right, sum: Result) -> Result { return subgroupMatrixMultiplyAccumulate(a, b, sum); }
fn put(at: u32, sum: Result) { subgroupMatrixStore<row_major>(&sums, at, sum, POSITIONS); }
fn placeOf(channel: u32, position: u32, plane: u32) -> u32 { return channel * plane + position; }
fn isStored(place: u32) -> bool { return true; }
fn spread(position: u32, width: u32) -> u32 { return position; }
fn keep(v: f32, at: u32) { y[at] = f16(v); }
fn pool(v: f32, at: vec3u) { pooled[at.x] = f16(v); }
// @body
struct Params {
  inChannels: u32, outChannels: u32, channelTiles: u32, tiles: u32, positionTiles: u32, positions: u32, steps: u32, stepsPerTap: u32, wideTiles: u32, middle: u32,
  inD: u32, inH: u32, inW: u32, outD: u32, outH: u32, outW: u32, strideD: u32, strideH: u32, strideW: u32,
  xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32, residualOffset: u32, residualBatch: u32, pooledOffset: u32, pooledBatch: u32,
}
@group(0) @binding(7) var<uniform> params: Params;
const WORKGROUP = 4u * LANES;
const DOWN = CHANNELS / 2u / M; // matrices of a subgroup
const ACROSS = POSITIONS / 2u / N;
const LOADS = DEPTH * POSITIONS / WORKGROUP;
const RUN = select(1u, 4u, POOLED); // positions that are stored together
var<workgroup> inputs: array<f16, DEPTH * STRIDE>;
var<workgroup> sums: array<f32, CHANNELS * POSITIONS>;
struct Source { base: u32, at: vec3i, group: u32 } // the element under a position, and its plane, row and column
struct Aim { at: u32, inside: bool } // a tap of it

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

fn load(s: Source, tap: Aim, row: u32) -> f16 {
  let p = params;
  let first = s.group * p.inChannels;
  if (FLAT) { let own = aimAt(s, row); return f16(select(0.0, fetch(own.at, first + row % p.inChannels), own.inside)); }
  let channel = min(row, p.inChannels - 1u);
  let v = fetch(tap.at + channel * p.inD * p.inH * p.inW, first + channel);
  return f16(select(0.0, v, tap.inside && row < p.inChannels));
}

fn store(v: f32, at: vec3u) -> f32 { // channel, position, group
  let p = params;
  let plane = p.outD * p.outH * p.outW;
  let channel = at.z * p.outChannels + at.x;
  let to = placeOf(channel, spread(at.y % plane, p.outW), plane);
  if (at.x >= p.outChannels || at.y >= p.positions || !isStored(to)) { return v; }
  let last = finish(activate(v + biasOf(channel), channel) + residualAt(p.residualOffset + at.y / plane * p.residualBatch + to));
  keep(last, p.yOffset + at.y / plane * p.yBatch + to);
  return last;
}

@compute @workgroup_size(WORKGROUP)
fn main(
  @builtin(workgroup_id) id: vec3u, @builtin(num_workgroups) groups: vec3u, @builtin(local_invocation_index) thread: u32,
  @builtin(subgroup_id) unit: u32,
) {
  let p = params;
  let index = id.x + id.y * groups.x;
  if (index >= p.tiles) { return; }
  let row = index / p.channelTiles; let column = index % p.channelTiles;
  let tile = vec3u(column * CHANNELS, row % p.positionTiles * POSITIONS, row / p.positionTiles); // as for `store`
  let source = sourceOf(min(tile.y + thread % POSITIONS, p.positions - 1u), tile.z);
  let subgroup = subgroupOf(thread, unit);
  let quarter = vec2u(subgroup / 2u * DOWN, subgroup % 2u * ACROSS); // its first matrices
  let narrow = column - min(column, p.wideTiles); // narrow tiles before, which lie behind the wide ones
  var weights = ((tile.z * p.channelTiles + column - narrow) * p.steps + narrow * p.stepsPerTap) * DEPTH * CHANNELS + quarter.x * M * K;
  let steps = select(p.steps, p.stepsPerTap, column >= p.wideTiles);
  var tap = select(0u, p.middle, column >= p.wideTiles);
  var within = 0u; // steps of this tap
  var aim = aimAt(source, tap);
  var next: array<f16, LOADS>;
  var own: array<Result, DOWN * ACROSS>;
  for (var step = 0u; ; step++) {
    if (step < steps) {
      if (within == p.stepsPerTap) { within = 0u; tap++; aim = aimAt(source, tap); }
      for (var i = 0u; i < LOADS; i++) { next[i] = load(source, aim, within * DEPTH + i * (WORKGROUP / POSITIONS) + thread / POSITIONS); }
      within++;
    }
    if (step > 0u) {
      for (var k = 0u; k < DEPTH / K; k++) {
        var b: array<Right, ACROSS>;
        for (var j = 0u; j < ACROSS; j++) { b[j] = right(k * K * STRIDE + (quarter.y + j) * N); }
        for (var i = 0u; i < DOWN; i++) {
          let a = left(weights + (k * (CHANNELS / M) + i) * M * K);
          for (var j = 0u; j < ACROSS; j++) { own[i * ACROSS + j] = multiply(a, b[j], own[i * ACROSS + j]); }
        }
      }
      weights += DEPTH * CHANNELS;
    }
    if (step == steps) { break; }
    workgroupBarrier();
    for (var i = 0u; i < LOADS; i++) { inputs[(i * (WORKGROUP / POSITIONS) + thread / POSITIONS) * STRIDE + thread % POSITIONS] = next[i]; }
    workgroupBarrier();
  }
  for (var i = 0u; i < DOWN; i++) {
    for (var j = 0u; j < ACROSS; j++) { put((quarter.x + i) * M * POSITIONS + (quarter.y + j) * N, own[i * ACROSS + j]); }
  }
  workgroupBarrier();
  for (var e = thread * RUN; e < CHANNELS * POSITIONS; e += WORKGROUP * RUN) {
    let first = tile + vec3u(e / POSITIONS, e % POSITIONS, 0u);
    var last: vec4f;
    for (var i = 0u; i < RUN; i++) { last[i] = store(sums[e + i], first + vec3u(0u, i, 0u)); }
    if (POOLED) { pool(max(max(last.x, last.y), max(last.z, last.w)), first); }
  }
}
