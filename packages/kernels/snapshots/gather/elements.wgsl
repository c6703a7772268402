// elements-0 on lavapipe
// elements-last on lavapipe
// elements-0 on swiftshader
// elements-last on swiftshader
// elements-0 on nvidia
// elements-last on nvidia
alias Elem = f32;
const RANK: u32 = 2u;

// elements-3d on lavapipe
// elements-piece on lavapipe
// elements-3d on swiftshader
// elements-piece on swiftshader
// elements-3d on nvidia
// elements-piece on nvidia
alias Elem = f32;
const RANK: u32 = 3u;

// elements-bool on lavapipe
// elements-bool on swiftshader
// elements-bool on nvidia
alias Elem = i32;
const RANK: u32 = 1u;

// In every case:
// y[n] = x[n with its position along one axis replaced by indices[n]]: ONNX GatherElements; axis 0 is the fastest.
// One thread makes one element of y. The step of x along the replaced axis is 0 in the walk and `step` for the index.
const WORKGROUP: u32 = 64u;

// @body
struct Params {
  count: u32, extent: i32, step: i32,
  xOffset: i32, indexOffset: i32, yOffset: i32,
  size0: u32, size1: u32, size2: u32, size3: u32, size4: u32, size5: u32, size6: u32, size7: u32,
  xStep0: i32, xStep1: i32, xStep2: i32, xStep3: i32, xStep4: i32, xStep5: i32, xStep6: i32, xStep7: i32,
  indexStep0: i32, indexStep1: i32, indexStep2: i32, indexStep3: i32,
  indexStep4: i32, indexStep5: i32, indexStep6: i32, indexStep7: i32,
  yStep0: i32, yStep1: i32, yStep2: i32, yStep3: i32, yStep4: i32, yStep5: i32, yStep6: i32, yStep7: i32,
}
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> indices: array<i32>;
@group(0) @binding(2) var<storage, read_write> y: array<Elem>;
@group(0) @binding(3) var<uniform> params: Params;

struct Walk { rest: u32, x: i32, index: i32, y: i32 }

fn walk(w: Walk, size: u32, xStep: i32, indexStep: i32, yStep: i32) -> Walk {
  let rest = w.rest / size;
  let p = i32(w.rest - rest * size);
  return Walk(rest, w.x + p * xStep, w.index + p * indexStep, w.y + p * yStep);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let i = id.x + id.y * groups.x * WORKGROUP;
  if (i >= params.count) { return; }
  var w = Walk(i, params.xOffset, params.indexOffset, params.yOffset);
  if (RANK > 0u) { w = walk(w, params.size0, params.xStep0, params.indexStep0, params.yStep0); }
  if (RANK > 1u) { w = walk(w, params.size1, params.xStep1, params.indexStep1, params.yStep1); }
  if (RANK > 2u) { w = walk(w, params.size2, params.xStep2, params.indexStep2, params.yStep2); }
  if (RANK > 3u) { w = walk(w, params.size3, params.xStep3, params.indexStep3, params.yStep3); }
  if (RANK > 4u) { w = walk(w, params.size4, params.xStep4, params.indexStep4, params.yStep4); }
  if (RANK > 5u) { w = walk(w, params.size5, params.xStep5, params.indexStep5, params.yStep5); }
  if (RANK > 6u) { w = walk(w, params.size6, params.xStep6, params.indexStep6, params.yStep6); }
  if (RANK > 7u) { w = walk(w, params.size7, params.xStep7, params.indexStep7, params.yStep7); }
  let index = indices[w.index];
  let settled = clamp(select(index, index + params.extent, index < 0), 0, params.extent - 1);
  y[w.y] = x[w.x + settled * params.step];
}
