// y[n, co, o] = after(residual + activation(bias[co] + sum over ci, k of w[co, ci, k] * x[n, ci, o + k * dilation - pad]))
//
// Kernels of three taps along width (3x3, 3x3x3, any height and depth), stride 1 along width, padding equal to dilation there;
// constant weights packed [co / 8][ci][row of taps][3][8]. One invocation computes eight outputs in a row of eight channels, in 16
// vec4 registers: for each row of taps it loads the eight inputs under them and four on either side, and its lane's share of 24 weights.
// id.x: eight outputs along width, rows, slices; id.y: block of eight output channels; id.z: item of the batch.
// Ladder, 32 -> 32 channels, 3x3, 256 x 256, lavapipe on two cores, GFLOP/s: scalar loads and weights through a uniform binding, tile
// 4 x 2 x 8: 17; vec4 loads, weights at uniform indices: 16; weights one vec4 a lane, handed round: 30 (its peak of fma is 59).
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
struct Entry { @builtin(global_invocation_id) id: vec3u }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(), vec4f()); }
fn w0(h: Held) -> vec4f { return vec4f(w[h.base]); }
fn w1(h: Held) -> vec4f { return vec4f(w[h.base + 1u]); }
fn w2(h: Held) -> vec4f { return vec4f(w[h.base + 2u]); }
fn w3(h: Held) -> vec4f { return vec4f(w[h.base + 3u]); }
fn w4(h: Held) -> vec4f { return vec4f(w[h.base + 4u]); }
fn w5(h: Held) -> vec4f { return vec4f(w[h.base + 5u]); }
// Four elements of x, of which the row holds those in 0..width.
fn load4(row: u32, at: i32, width: i32) -> vec4f { return select(vec4f(), vec4f(x[select(row, row + u32(at), at >= 0 && at < width) / 4u]), at >= 0 && at < width); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(residual[at / 4u]); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }
// @body
struct Params {
  inChannels: u32, outChannels: u32,
  inD: u32, inH: u32, width: u32, outD: u32, outH: u32, kernelD: u32, kernelH: u32,
  strideD: u32, strideH: u32, dilationD: u32, dilationH: u32, padD: u32, padH: u32,
  xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32, residualOffset: u32, residualBatch: u32,
}
@group(0) @binding(7) var<uniform> params: Params;

alias Tile = array<vec4f, 8>; // eight channels of four outputs

fn accumulate(t: ptr<function, Tile>, a: vec4f, b: vec4f, v: vec4f) {
  (*t)[0] = fma(vec4f(a.x), v, (*t)[0]);
  (*t)[1] = fma(vec4f(a.y), v, (*t)[1]);
  (*t)[2] = fma(vec4f(a.z), v, (*t)[2]);
  (*t)[3] = fma(vec4f(a.w), v, (*t)[3]);
  (*t)[4] = fma(vec4f(b.x), v, (*t)[4]);
  (*t)[5] = fma(vec4f(b.y), v, (*t)[5]);
  (*t)[6] = fma(vec4f(b.z), v, (*t)[6]);
  (*t)[7] = fma(vec4f(b.w), v, (*t)[7]);
}

// Loops that are not unrolled, over a copy of the registers: sixteen stores written out were half of the compiled code.
fn storeTiles(tiles: array<vec4f, 16>, first: u32, position: u32, item: u32, count: u32) {
  let p = params;
  var rest = tiles;
  let channels = min(8u, p.outChannels - first);
  for (var i = 0u; i * 4u < count; i++) {
    for (var c = 0u; c < channels; c++) {
      let at = (first + c) * p.outD * p.outH * p.width + position + i * 4u;
      let sum = rest[i * 8u + c] + biasOf(first + c);
      let r = residualAt(p.residualOffset + item * p.residualBatch + at);
      let all = vec4f(activate(sum.x), activate(sum.y), activate(sum.z), activate(sum.w)) + r;
      let result = vec4f(finish(all.x), finish(all.y), finish(all.z), finish(all.w));
      store4(p.yOffset + item * p.yBatch + at, min(count - i * 4u, 4u), result);
    }
  }
}

@compute @workgroup_size(WORKGROUP)
fn main(e: Entry) {
  let p = params;
  let eights = (p.width + 7u) / 8u;
  let ox = (e.id.x % eights) * 8u;
  let oy = (e.id.x / eights) % p.outH;
  let slice = e.id.x / (eights * p.outH);
  let oz = min(slice, p.outD - 1u); // invocations past the end take part in the broadcasts and store nothing
  let width = i32(p.width);
  let at = i32(ox);
  var base = e.id.y * p.inChannels * p.kernelD * p.kernelH * 6u;
  var t0: Tile;
  var t1: Tile;
  for (var ci = 0u; ci < p.inChannels; ci++) {
    let plane = p.xOffset + e.id.z * p.xBatch + ci * p.inD * p.inH * p.width;
    for (var kz = 0u; kz < p.kernelD; kz++) {
      let iz = oz * p.strideD + kz * p.dilationD - p.padD; // wraps to a huge number when negative
      for (var ky = 0u; ky < p.kernelH; ky++) {
        let iy = oy * p.strideH + ky * p.dilationH - p.padH;
        let row = plane + (min(iz, p.inD - 1u) * p.inH + min(iy, p.inH - 1u)) * p.width;
        let extent = select(0, width, iz < p.inD && iy < p.inH); // a row outside has no elements
        let h = hold(base, e);
        let m = load4(row, at, extent);
        let n = load4(row, at + 4, extent);
        let l = load4(row, at - max(DILATION_W, 4), extent);
        let r = load4(row, at + 4 + max(DILATION_W, 4), extent);
        var l1 = before(m, n);
        var r0 = behind(m, n);
        if (DILATION_W > 4) {
          l1 = load4(row, at + 4 - DILATION_W, extent);
          r0 = load4(row, at + DILATION_W, extent);
        }
        accumulate(&t0, w0(h), w1(h), before(l, m));
        accumulate(&t1, w0(h), w1(h), l1);
        accumulate(&t0, w2(h), w3(h), m);
        accumulate(&t1, w2(h), w3(h), n);
        accumulate(&t0, w4(h), w5(h), r0);
        accumulate(&t1, w4(h), w5(h), behind(n, r));
        base += 6u;
      }
    }
  }
  if (slice >= p.outD) { return; }
  let position = (oz * p.outH + oy) * p.width + ox;
  let tiles = array<vec4f, 16>(t0[0], t0[1], t0[2], t0[3], t0[4], t0[5], t0[6], t0[7], t1[0], t1[1], t1[2], t1[3], t1[4], t1[5], t1[6], t1[7]);
  storeTiles(tiles, e.id.y * 8u, position, e.id.z, min(p.width - ox, 8u));
}
