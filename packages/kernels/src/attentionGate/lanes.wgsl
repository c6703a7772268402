// y = x * sigmoid(psi . relu(wg gate + wx x + bias) + psiBias) at every pixel, without anything in between in memory.
//
// For adapters that run a subgroup as one vector instruction: an invocation computes SUMS of the m sums at four pixels, WORKGROUP apart, with each
// lane's share of the weights handed round, as conv/pointwise does; then the next SUMS. Weights are packed [block of m][channel][SUMS].
// grid: tiles of pixels, folded over x and y; z: items of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const BLOCKS: u32 = 2u; // of eight sums: 1, 2 or 4
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
@group(0) @binding(1) var<storage, read> x: array<Elem>;
@group(0) @binding(2) var<storage, read> wg: array<Elem>;
@group(0) @binding(3) var<storage, read> wx: array<Elem>;
@group(0) @binding(4) var<storage, read> bias: array<Elem>;
@group(0) @binding(5) var<storage, read> psi: array<Elem>;
@group(0) @binding(6) var<storage, read> psiBias: array<Elem>;
@group(0) @binding(7) var<storage, read_write> y: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }
struct Entry { @builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u, @builtin(local_invocation_index) local: u32 }
alias Held = array<f32, 8>;
fn laneOf(e: Entry) -> u32 { return 0u; }
fn holdGate(at: u32) -> Held { return Held(f32(wg[at]), f32(wg[at + 1u]), f32(wg[at + 2u]), f32(wg[at + 3u]), f32(wg[at + 4u]), f32(wg[at + 5u]), f32(wg[at + 6u]), f32(wg[at + 7u])); }
fn holdX(at: u32) -> Held { return Held(f32(wx[at]), f32(wx[at + 1u]), f32(wx[at + 2u]), f32(wx[at + 3u]), f32(wx[at + 4u]), f32(wx[at + 5u]), f32(wx[at + 6u]), f32(wx[at + 7u])); }
fn w0(h: Held) -> f32 { return h[0]; }
fn w1(h: Held) -> f32 { return h[1]; }
fn w2(h: Held) -> f32 { return h[2]; }
fn w3(h: Held) -> f32 { return h[3]; }
fn w4(h: Held) -> f32 { return h[4]; }
fn w5(h: Held) -> f32 { return h[5]; }
fn w6(h: Held) -> f32 { return h[6]; }
fn w7(h: Held) -> f32 { return h[7]; }
// @body
const SUMS = BLOCKS * 8u;
struct Params {
  area: u32, cg: u32, cx: u32, m: u32, blocks: u32,
  gateOffset: u32, gateBatch: u32, xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32, psiBiasOffset: u32,
}
@group(0) @binding(8) var<uniform> params: Params;

alias Four = array<f32, 4>; // one sum at four pixels
alias Tile = array<Four, 8>; // eight sums

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

// Without the exponential of a large number, on either side.
fn sigmoid(v: vec4f) -> vec4f {
  let e = exp(-abs(v));
  return select(e, vec4f(1.0), v >= vec4f()) / (1.0 + e);
}

struct Holds { a: Held, b: Held, c: Held, d: Held }

fn accumulateAll(t: ptr<function, array<Tile, 4>>, h: Holds, v: Four) {
  accumulate(&(*t)[0], h.a, v);
  if (BLOCKS > 1u) { accumulate(&(*t)[1], h.b, v); }
  if (BLOCKS > 2u) {
    accumulate(&(*t)[2], h.c, v);
    accumulate(&(*t)[3], h.d, v);
  }
}

@compute @workgroup_size(WORKGROUP)
fn main(e: Entry) {
  let p = params;
  let item = e.group.z;
  let start = (e.group.y * e.groups.x + e.group.x) * WORKGROUP * 4u + e.local;
  // Pixels past the end take part in the broadcasts, read the last one, and are not stored.
  let s = min(vec4u(start) + vec4u(0u, 1u, 2u, 3u) * WORKGROUP, vec4u(p.area - 1u));
  let x0 = p.xOffset + item * p.xBatch;
  var total: vec4f;
  for (var b = 0u; b < p.blocks; b++) {
    var t = array<Tile, 4>(); // Said in full: a variable of a loop without a value kept the last turn's here (dawn.node 0.6.2).
    var at = p.gateOffset + item * p.gateBatch;
    var weights = b * p.cg * SUMS + laneOf(e);
    for (var c = 0u; c < p.cg; c++) {
      let v = Four(gateAt(at + s.x), gateAt(at + s.y), gateAt(at + s.z), gateAt(at + s.w));
      let h = Holds(holdGate(weights), holdGate(weights + 8u), holdGate(weights + 16u), holdGate(weights + 24u));
      accumulateAll(&t, h, v);
      at += p.area;
      weights += SUMS;
    }
    at = x0;
    weights = b * p.cx * SUMS + laneOf(e);
    for (var c = 0u; c < p.cx; c++) {
      let v = Four(f32(x[at + s.x]), f32(x[at + s.y]), f32(x[at + s.z]), f32(x[at + s.w]));
      let h = Holds(holdX(weights), holdX(weights + 8u), holdX(weights + 16u), holdX(weights + 24u));
      accumulateAll(&t, h, v);
      at += p.area;
      weights += SUMS;
    }
    // A loop of unknown length, as those below: written out they take longer to compile than the sums themselves.
    var sums = t;
    for (var k = 0u; k < min(SUMS, p.m - b * SUMS); k++) {
      let part = f32(bias[b * SUMS + k]);
      let four = max(vec4f(sums[k / 8u][k % 8u][0], sums[k / 8u][k % 8u][1], sums[k / 8u][k % 8u][2], sums[k / 8u][k % 8u][3]) + part, vec4f());
      total = fma(vec4f(f32(psi[b * SUMS + k])), four, total);
    }
  }
  var weight = sigmoid(total + f32(psiBias[p.psiBiasOffset]));
  let y0 = p.yOffset + item * p.yBatch;
  for (var i = 0u; i < p.cx * 4u; i++) {
    let pixel = start + i % 4u * WORKGROUP;
    let at = i / 4u * p.area + pixel;
    if (pixel < p.area) { y[y0 + at] = Elem(f32(x[x0 + at]) * weight[i % 4u]); }
  }
}
