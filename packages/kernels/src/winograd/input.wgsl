// v[i, j][c][position] = (B^T d B)[i, j], where d are the inputs under the tile at that position, zero outside the image:
// the transform before the products of a Winograd convolution (algorithm.ts), with the pre-activation of the convolution.
// An invocation takes `rowsEach` tiles one below the other, which share rows. id.x: tiles beside each other, such columns of tiles, items;
// then the positions that stand for no tile, whose inputs are zero; id.y: channel.
// On software adapters the factor of a loop's bound comes out of a uniform, so that it is not unrolled: loads and stores take long to
// compile (lavapipe, milliseconds of two busy cores: 1,070 with F(4, 3) and a residual unrolled, 230 in loops) and, 5 to 7 ns for eight
// lanes, to run. Arrays move up by one each turn, so that what is loaded and stored stands at a constant index.
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
fn turns(count: u32) -> u32 { return count; }
// @body
struct Params {
  channels: u32, height: u32, width: u32, padTop: u32, padLeft: u32,
  batch: u32, tilesY: u32, tilesX: u32, positions: u32, rowsEach: u32, one: u32, xOffset: u32, xBatch: u32,
}
@group(0) @binding(3) var<storage, read_write> v: array<f32>;
@group(0) @binding(4) var<uniform> params: Params;

// Tiles that an invocation takes: the first one's column, row and position, how many there are, and the item they are of.
struct Column { x: u32, y: u32, position: u32, tiles: u32, item: u32 }

fn column(index: u32) -> Column {
  let p = params;
  let perItem = (p.tilesY + p.rowsEach - 1u) / p.rowsEach;
  let all = p.batch * perItem * p.tilesX;
  if (index >= all) { return Column(0u, 0u, p.batch * p.tilesY * p.tilesX + index - all, 1u, p.batch); }
  let y = index / p.tilesX % perItem * p.rowsEach;
  let item = index / (p.tilesX * perItem);
  let x = index % p.tilesX;
  return Column(x, y, (item * p.tilesY + y) * p.tilesX + x, min(p.rowsEach, p.tilesY - y), item);
}

fn store(half: array<Products, SOURCES>, channel: u32, position: u32) {
  var rest: array<Products, PRODUCTS>;
  for (var j = 0u; j < PRODUCTS; j++) {
    var d: Sources;
    for (var i = 0u; i < SOURCES; i++) { d[i] = half[i][j]; }
    rest[j] = forward(d);
  }
  var at = channel * params.positions + position;
  for (var i = 0u; i < turns(PRODUCTS); i++) {
    for (var j = 0u; j < PRODUCTS; j++) {
      v[at] = rest[j][0];
      at += params.channels * params.positions;
      for (var k = 0u; k + 1u < PRODUCTS; k++) { rest[j][k] = rest[j][k + 1u]; }
    }
  }
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let p = params;
  let tiles = column(id.x);
  if (tiles.position >= p.positions) { return; }
  let plane = p.xOffset + min(tiles.item, p.batch - 1u) * p.xBatch + id.y * p.height * p.width;
  let left = tiles.x * STEP - p.padLeft; // wraps to a huge number when negative
  var row = tiles.y * STEP - p.padTop;
  var half: array<Products, SOURCES>; // rows under the tile, transformed
  var fresh = SOURCES;
  for (var tile = 0u; tile < tiles.tiles; tile++) {
    for (var i = 0u; i < turns(fresh); i++) {
      let inside = row < p.height && tiles.item < p.batch;
      let start = plane + min(row, p.height - 1u) * p.width;
      var d: Sources;
      for (var j = 0u; j < SOURCES; j++) {
        let value = pre(x[start + min(left + j, p.width - 1u)], id.y);
        d[j] = select(0.0, value, inside && left + j < p.width);
      }
      for (var k = 0u; k + 1u < SOURCES; k++) { half[k] = half[k + 1u]; }
      half[SOURCES - 1u] = forward(d);
      row++;
    }
    fresh = STEP; // the others are those of the tile above
    store(half, id.y, tiles.position + tile * p.tilesX);
  }
}
