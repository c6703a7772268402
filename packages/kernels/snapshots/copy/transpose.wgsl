// swap-tiles on lavapipe
// swap-matrix on lavapipe
// channels-last on lavapipe
// swap-tiles on swiftshader
// swap-matrix on swiftshader
// swap-f16 on swiftshader
// channels-last on swiftshader
// swap-tiles on nvidia
// swap-matrix on nvidia
// channels-last on nvidia
alias Elem = f32;

// swap-f16 on lavapipe
// swap-f16 on nvidia
enable f16;
alias Elem = f16;

// In every case:
// y[b][q][p] = x[b][p][q]: swaps the two innermost axes of merged views, through tiles of 32 x 32 in workgroup memory,
// so that reads run along q and writes along p. A workgroup of 32 x 8 threads moves a tile, four rows a thread.

// @body
struct Params {
  batches: u32, rows: u32, columns: u32,
  xOffset: u32, xBatch: u32, xRow: u32,
  yOffset: u32, yBatch: u32, yColumn: u32,
}
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read_write> y: array<Elem>;
@group(0) @binding(2) var<uniform> params: Params;

// One column more than the tile, so that a column of it does not fall into one bank.
var<workgroup> tile: array<array<Elem, 33>, 32>;

@compute @workgroup_size(256)
fn main(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let across = (params.columns + 31u) / 32u;
  let down = (params.rows + 31u) / 32u;
  let index = group.x + group.y * groups.x;
  let batch = index / (across * down);
  let row = index / across % down * 32u;
  let column = index % across * 32u;
  let lane = local % 32u;
  for (var r = local / 32u; r < 32u; r += 8u) {
    if (batch < params.batches && row + r < params.rows && column + lane < params.columns) {
      tile[r][lane] = x[params.xOffset + batch * params.xBatch + (row + r) * params.xRow + column + lane];
    }
  }
  workgroupBarrier();
  for (var r = local / 32u; r < 32u; r += 8u) {
    if (batch < params.batches && column + r < params.columns && row + lane < params.rows) {
      y[params.yOffset + batch * params.yBatch + (column + r) * params.yColumn + row + lane] = tile[lane][r];
    }
  }
}
