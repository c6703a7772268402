// y[n][c][d * bd + i][h * bh + j][w * bw + k] = x[n][c * channelStep + ((i * bh + j) * bw + k) * blockStep][d][h][w].
// One thread reads one place of BLOCK_WIDTH channels (each read contiguous across threads) and writes them as one run.
alias Elem = f32;
const BLOCK_DEPTH: u32 = 1u;
const BLOCK_HEIGHT: u32 = 2u;
const BLOCK_WIDTH: u32 = 2u;
const WORKGROUP: u32 = 64u;
// @body
struct Params {
  count: u32, channels: u32, depth: u32, height: u32, width: u32,
  channelStep: u32, blockStep: u32,
  xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32,
}
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read_write> y: array<Elem>;
@group(0) @binding(2) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.x + id.y * groups.x * WORKGROUP;
  if (index >= params.count) { return; }
  let w = index % params.width;
  var rest = index / params.width;
  let j = rest % BLOCK_HEIGHT;
  let h = rest / BLOCK_HEIGHT % params.height;
  rest = rest / BLOCK_HEIGHT / params.height;
  let i = rest % BLOCK_DEPTH;
  let d = rest / BLOCK_DEPTH % params.depth;
  rest = rest / BLOCK_DEPTH / params.depth;
  let c = rest % params.channels;
  let n = rest / params.channels;

  let plane = params.depth * params.height * params.width;
  let channel = c * params.channelStep + (i * BLOCK_HEIGHT + j) * BLOCK_WIDTH * params.blockStep;
  let x0 = params.xOffset + n * params.xBatch + channel * plane + (d * params.height + h) * params.width + w;
  let line = ((c * params.depth + d) * BLOCK_DEPTH + i) * params.height * BLOCK_HEIGHT + h * BLOCK_HEIGHT + j;
  let y0 = params.yOffset + n * params.yBatch + (line * params.width + w) * BLOCK_WIDTH;
  for (var k = 0u; k < BLOCK_WIDTH; k++) {
    y[y0 + k] = x[x0 + k * params.blockStep * plane];
  }
}
