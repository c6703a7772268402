// CRD-2d on lavapipe
// DCR-2d on lavapipe
// piece on lavapipe
// super-resolution-x2 on lavapipe
// CRD-2d on swiftshader
// DCR-2d on swiftshader
// f16 on swiftshader
// piece on swiftshader
// super-resolution-x2 on swiftshader
// CRD-2d on nvidia
// DCR-2d on nvidia
// piece on nvidia
// super-resolution-x2 on nvidia
alias Elem = f32;
const BLOCK_DEPTH: u32 = 1u;
const BLOCK_HEIGHT: u32 = 2u;
const BLOCK_WIDTH: u32 = 2u;

// CRD-uneven on lavapipe
// DCR-uneven on lavapipe
// CRD-uneven on swiftshader
// DCR-uneven on swiftshader
// CRD-uneven on nvidia
// DCR-uneven on nvidia
alias Elem = f32;
const BLOCK_DEPTH: u32 = 1u;
const BLOCK_HEIGHT: u32 = 2u;
const BLOCK_WIDTH: u32 = 3u;

// CRD-one-axis on lavapipe
// DCR-one-axis on lavapipe
// CRD-one-axis on swiftshader
// DCR-one-axis on swiftshader
// CRD-one-axis on nvidia
// DCR-one-axis on nvidia
alias Elem = f32;
const BLOCK_DEPTH: u32 = 1u;
const BLOCK_HEIGHT: u32 = 1u;
const BLOCK_WIDTH: u32 = 2u;

// CRD-other-axis on lavapipe
// DCR-other-axis on lavapipe
// CRD-other-axis on swiftshader
// DCR-other-axis on swiftshader
// CRD-other-axis on nvidia
// DCR-other-axis on nvidia
alias Elem = f32;
const BLOCK_DEPTH: u32 = 1u;
const BLOCK_HEIGHT: u32 = 3u;
const BLOCK_WIDTH: u32 = 1u;

// CRD-1d on lavapipe
// DCR-1d on lavapipe
// CRD-1d on swiftshader
// DCR-1d on swiftshader
// CRD-1d on nvidia
// DCR-1d on nvidia
alias Elem = f32;
const BLOCK_DEPTH: u32 = 1u;
const BLOCK_HEIGHT: u32 = 1u;
const BLOCK_WIDTH: u32 = 4u;

// CRD-3d on lavapipe
// DCR-3d on lavapipe
// CRD-3d on swiftshader
// DCR-3d on swiftshader
// CRD-3d on nvidia
// DCR-3d on nvidia
alias Elem = f32;
const BLOCK_DEPTH: u32 = 2u;
const BLOCK_HEIGHT: u32 = 3u;
const BLOCK_WIDTH: u32 = 2u;

// nothing on lavapipe
// nothing on swiftshader
// nothing on nvidia
alias Elem = f32;
const BLOCK_DEPTH: u32 = 1u;
const BLOCK_HEIGHT: u32 = 1u;
const BLOCK_WIDTH: u32 = 1u;

// f16 on lavapipe
// f16 on nvidia
enable f16;
alias Elem = f16;
const BLOCK_DEPTH: u32 = 1u;
const BLOCK_HEIGHT: u32 = 2u;
const BLOCK_WIDTH: u32 = 2u;

// int32 on lavapipe
// int32 on swiftshader
// int32 on nvidia
alias Elem = i32;
const BLOCK_DEPTH: u32 = 1u;
const BLOCK_HEIGHT: u32 = 2u;
const BLOCK_WIDTH: u32 = 2u;

// super-resolution-x4 on lavapipe
// super-resolution-x4 on swiftshader
// super-resolution-x4 on nvidia
alias Elem = f32;
const BLOCK_DEPTH: u32 = 1u;
const BLOCK_HEIGHT: u32 = 4u;
const BLOCK_WIDTH: u32 = 4u;

// In every case:
// y[n][c][d * bd + i][h * bh + j][w * bw + k] = x[n][c * channelStep + ((i * bh + j) * bw + k) * blockStep][d][h][w].
// One thread reads one place of BLOCK_WIDTH channels (each read contiguous across threads) and writes them as one run.
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
