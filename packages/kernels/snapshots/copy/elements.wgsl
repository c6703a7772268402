// whole on lavapipe
// scalar-to-expanded on lavapipe
// reverse on lavapipe
// view-at-offset on lavapipe
// more-workgroups-than-a-row on lavapipe
// densenet-concat on lavapipe
// whole on swiftshader
// scalar-to-expanded on swiftshader
// reverse on swiftshader
// view-at-offset on swiftshader
// more-workgroups-than-a-row on swiftshader
// densenet-concat on swiftshader
// whole on nvidia
// scalar-to-expanded on nvidia
// reverse on nvidia
// view-at-offset on nvidia
// more-workgroups-than-a-row on nvidia
// densenet-concat on nvidia
alias Elem = f32;
const RANK: u32 = 1u;

// scalar on lavapipe
// scalar on swiftshader
// scalar on nvidia
alias Elem = f32;
const RANK: u32 = 0u;

// expand-inner on lavapipe
// slice-step on lavapipe
// concat-piece on lavapipe
// concat-piece-odd on lavapipe
// split-piece on lavapipe
// swap-matrix on lavapipe
// channels-last on lavapipe
// expand-inner on swiftshader
// slice-step on swiftshader
// concat-piece on swiftshader
// concat-piece-odd on swiftshader
// split-piece on swiftshader
// swap-matrix on swiftshader
// f16 on swiftshader
// channels-last on swiftshader
// expand-inner on nvidia
// slice-step on nvidia
// concat-piece on nvidia
// concat-piece-odd on nvidia
// split-piece on nvidia
// swap-matrix on nvidia
// channels-last on nvidia
alias Elem = f32;
const RANK: u32 = 2u;

// tile on lavapipe
// tile on swiftshader
// tile on nvidia
alias Elem = f32;
const RANK: u32 = 4u;

// transposed-piece on lavapipe
// nhwc on lavapipe
// swap-tiles on lavapipe
// transposed-piece on swiftshader
// nhwc on swiftshader
// swap-tiles on swiftshader
// swap-f16 on swiftshader
// transposed-piece on nvidia
// nhwc on nvidia
// swap-tiles on nvidia
alias Elem = f32;
const RANK: u32 = 3u;

// permute-5d on lavapipe
// permute-5d on swiftshader
// permute-5d on nvidia
alias Elem = f32;
const RANK: u32 = 5u;

// permute-8d on lavapipe
// permute-8d on swiftshader
// permute-8d on nvidia
alias Elem = f32;
const RANK: u32 = 8u;

// swap-f16 on lavapipe
// swap-f16 on nvidia
enable f16;
alias Elem = f16;
const RANK: u32 = 3u;

// permute-int64 on lavapipe
// permute-bool on lavapipe
// permute-int64 on swiftshader
// permute-bool on swiftshader
// permute-int64 on nvidia
// permute-bool on nvidia
alias Elem = i32;
const RANK: u32 = 2u;

// f16 on lavapipe
// f16 on nvidia
enable f16;
alias Elem = f16;
const RANK: u32 = 2u;

// uint8 on lavapipe
// uint8 on swiftshader
// uint8 on nvidia
alias Elem = i32;
const RANK: u32 = 1u;

// In every case:
// y[n] = x[view(n)]: moves elements between two strided views of up to eight merged axes, 0 the fastest.
// One thread moves one Elem, in the order of y.
// v1 one scalar a thread; v2 the same text with Elem = vec4 (everything counted in fours) where both sides run contiguously.
const WORKGROUP: u32 = 64u;

// @body
struct Params {
  count: u32,
  xOffset: i32, yOffset: i32,
  size0: u32, size1: u32, size2: u32, size3: u32, size4: u32, size5: u32, size6: u32, size7: u32,
  xStep0: i32, xStep1: i32, xStep2: i32, xStep3: i32, xStep4: i32, xStep5: i32, xStep6: i32, xStep7: i32,
  yStep0: i32, yStep1: i32, yStep2: i32, yStep3: i32, yStep4: i32, yStep5: i32, yStep6: i32, yStep7: i32,
}
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read_write> y: array<Elem>;
@group(0) @binding(2) var<uniform> params: Params;

// What is left of the index after the axes so far, and where it has led on both sides.
struct Walk { rest: u32, x: i32, y: i32 }

fn walk(w: Walk, size: u32, xStep: i32, yStep: i32) -> Walk {
  let rest = w.rest / size;
  let position = i32(w.rest - rest * size);
  return Walk(rest, w.x + position * xStep, w.y + position * yStep);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let i = id.x + id.y * groups.x * WORKGROUP;
  if (i >= params.count) { return; }
  var w = Walk(i, params.xOffset, params.yOffset);
  if (RANK > 0u) { w = walk(w, params.size0, params.xStep0, params.yStep0); }
  if (RANK > 1u) { w = walk(w, params.size1, params.xStep1, params.yStep1); }
  if (RANK > 2u) { w = walk(w, params.size2, params.xStep2, params.yStep2); }
  if (RANK > 3u) { w = walk(w, params.size3, params.xStep3, params.yStep3); }
  if (RANK > 4u) { w = walk(w, params.size4, params.xStep4, params.yStep4); }
  if (RANK > 5u) { w = walk(w, params.size5, params.xStep5, params.yStep5); }
  if (RANK > 6u) { w = walk(w, params.size6, params.xStep6, params.yStep6); }
  if (RANK > 7u) { w = walk(w, params.size7, params.xStep7, params.yStep7); }
  y[w.y] = x[w.x];
}
