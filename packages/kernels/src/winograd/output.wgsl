// y[n, co, tile] = after(residual + activation(bias[co] + A^T m A)), where m[i, j] = products[i, j][co][position of the tile]:
// the transform behind the products of a Winograd convolution (algorithm.ts), with the epilogue of the convolution.
// id.x: tiles, row by row, item by item; id.y: `channelsEach` channels, one after another. Neighbouring invocations read neighbouring elements.
const WORKGROUP: u32 = 64u;
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = true;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
@group(0) @binding(0) var<storage, read> products: array<f32>;
@group(0) @binding(1) var<storage, read> bias: array<f32>;
@group(0) @binding(2) var<storage, read> residual: array<f32>;
fn inverse(m: Products) -> Outputs { return Outputs(m[0], m[1], m[2], m[3]); }
fn biasOf(channel: u32) -> f32 { return bias[channel]; }
fn residualAt(at: u32) -> f32 { return residual[at]; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }
// @body
struct Params {
  channels: u32, channelsEach: u32, height: u32, width: u32,
  batch: u32, tilesY: u32, tilesX: u32, positions: u32,
  yOffset: u32, yBatch: u32, residualOffset: u32, residualBatch: u32,
}
@group(0) @binding(3) var<storage, read_write> y: array<f32>;
@group(0) @binding(4) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let p = params;
  let position = id.x;
  let item = position / (p.tilesY * p.tilesX);
  if (item >= p.batch) { return; }
  let top = position / p.tilesX % p.tilesY * OUTPUTS;
  let left = position % p.tilesX * OUTPUTS;
  let first = id.y * p.channelsEach;
  for (var c = first; c < min(first + p.channelsEach, p.channels); c++) {
    var half: array<Outputs, PRODUCTS>;
    for (var i = 0u; i < PRODUCTS; i++) {
      var m: Products;
      for (var j = 0u; j < PRODUCTS; j++) {
        m[j] = products[((i * PRODUCTS + j) * p.channels + c) * p.positions + position];
      }
      half[i] = inverse(m);
    }
    let corner = (c * p.height + top) * p.width + left;
    for (var j = 0u; j < OUTPUTS; j++) {
      var m: Products;
      for (var i = 0u; i < PRODUCTS; i++) { m[i] = half[i][j]; }
      let sums = inverse(m);
      for (var i = 0u; i < OUTPUTS; i++) {
        if (EDGES && (top + i >= p.height || left + j >= p.width)) { continue; }
        let at = corner + i * p.width + j;
        let sum = activate(sums[i] + biasOf(c)) + residualAt(p.residualOffset + item * p.residualBatch + at);
        y[p.yOffset + item * p.yBatch + at] = finish(sum);
      }
    }
  }
}
