// v[i, j][c][position] = (B^T d B)[i, j], where d are the inputs under the tile at that position, zero outside the image:
// the transform before the products of a Winograd convolution (algorithm.ts), with the pre-activation of the convolution.
// id.x: tiles, row by row, item by item; id.y: `channelsEach` channels, one after another. Neighbouring invocations write neighbouring elements.
const WORKGROUP: u32 = 64u;
const SOURCES: u32 = 6u;
const PRODUCTS: u32 = 6u;
const STEP: u32 = 4u;
alias Sources = array<f32, 6>;
alias Products = array<f32, 6>;
@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read> preScale: array<f32>;
@group(0) @binding(2) var<storage, read> preShift: array<f32>;
fn forward(d: Sources) -> Products { return d; }
fn pre(v: f32, channel: u32) -> f32 { return max(fma(v, preScale[channel], preShift[channel]), 0.0); }
// @body
struct Params {
  channels: u32, channelsEach: u32, height: u32, width: u32, padTop: u32, padLeft: u32,
  batch: u32, tilesY: u32, tilesX: u32, positions: u32, xOffset: u32, xBatch: u32,
}
@group(0) @binding(3) var<storage, read_write> v: array<f32>;
@group(0) @binding(4) var<uniform> params: Params;

// Inputs under a tile along one axis: their indices, moved inside the image, and which of them are in it.
struct Reach { at: array<u32, SOURCES>, inside: array<bool, SOURCES> }

fn reach(tile: u32, pad: u32, extent: u32, there: bool) -> Reach {
  var r: Reach;
  for (var k = 0u; k < SOURCES; k++) {
    let at = tile * STEP + k - pad; // wraps to a huge number when negative
    r.at[k] = min(at, extent - 1u);
    r.inside[k] = there && at < extent;
  }
  return r;
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let p = params;
  let position = id.x;
  if (position >= p.positions) { return; }
  let item = position / (p.tilesY * p.tilesX);
  let rows = reach(position / p.tilesX % p.tilesY, p.padTop, p.height, item < p.batch);
  let columns = reach(position % p.tilesX, p.padLeft, p.width, true);
  let first = id.y * p.channelsEach;
  for (var c = first; c < min(first + p.channelsEach, p.channels); c++) {
    let plane = p.xOffset + min(item, p.batch - 1u) * p.xBatch + c * p.height * p.width;
    var half: array<Products, SOURCES>;
    for (var i = 0u; i < SOURCES; i++) {
      var d: Sources;
      for (var j = 0u; j < SOURCES; j++) {
        let value = pre(x[plane + rows.at[i] * p.width + columns.at[j]], c);
        d[j] = select(0.0, value, rows.inside[i] && columns.inside[j]);
      }
      half[i] = forward(d);
    }
    for (var j = 0u; j < PRODUCTS; j++) {
      var d: Sources;
      for (var i = 0u; i < SOURCES; i++) { d[i] = half[i][j]; }
      let product = forward(d);
      for (var i = 0u; i < PRODUCTS; i++) {
        v[((i * PRODUCTS + j) * p.channels + c) * p.positions + position] = product[i];
      }
    }
  }
}
