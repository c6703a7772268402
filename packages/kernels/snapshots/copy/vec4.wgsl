// concat-piece on lavapipe
// split-piece on lavapipe
// concat-piece on swiftshader
// split-piece on swiftshader
// f16 on swiftshader
// concat-piece on nvidia
// split-piece on nvidia
alias Elem = vec4<f32>;
const RANK: u32 = 2u;

// f16 on lavapipe
// f16 on nvidia
enable f16;
alias Elem = vec4<f16>;
const RANK: u32 = 2u;

// densenet-concat on lavapipe
// densenet-concat on swiftshader
// densenet-concat on nvidia
alias Elem = vec4<f32>;
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
