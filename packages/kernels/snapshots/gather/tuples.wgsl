// axis-0 on lavapipe
// axis-1 on lavapipe
// axis-last on lavapipe
// axis-scalar-index on lavapipe
// axis-piece on lavapipe
// axis-0-of-piece on lavapipe
// axis-piece-of-indices on lavapipe
// nd-batch on lavapipe
// embedding on lavapipe
// axis-0 on swiftshader
// axis-1 on swiftshader
// axis-last on swiftshader
// axis-scalar-index on swiftshader
// axis-f16 on swiftshader
// axis-piece on swiftshader
// axis-0-of-piece on swiftshader
// axis-piece-of-indices on swiftshader
// nd-batch on swiftshader
// embedding on swiftshader
// axis-0 on nvidia
// axis-1 on nvidia
// axis-last on nvidia
// axis-scalar-index on nvidia
// axis-piece on nvidia
// axis-0-of-piece on nvidia
// axis-piece-of-indices on nvidia
// nd-batch on nvidia
// embedding on nvidia
alias Elem = f32;
const DEPTH: u32 = 1u;

// axis-int32-indices on lavapipe
// axis-int32-indices on swiftshader
// axis-int32-indices on nvidia
alias Elem = i32;
const DEPTH: u32 = 1u;

// axis-f16 on lavapipe
// axis-f16 on nvidia
enable f16;
alias Elem = f16;
const DEPTH: u32 = 1u;

// nd-rows on lavapipe
// nd-batch-2 on lavapipe
// nd-piece on lavapipe
// nd-rows on swiftshader
// nd-batch-2 on swiftshader
// nd-piece on swiftshader
// nd-rows on nvidia
// nd-batch-2 on nvidia
// nd-piece on nvidia
alias Elem = f32;
const DEPTH: u32 = 2u;

// nd-elements on lavapipe
// nd-elements on swiftshader
// nd-elements on nvidia
alias Elem = f32;
const DEPTH: u32 = 3u;

// In every case:
// y[o][t][i] = x[o * outerStep + sum_j index(o, t, j) * step_j + i]: ONNX Gather (tuples of one) and GatherND.
// One thread makes one element of y. Indices count from the end when negative, and are clamped to x.
const WORKGROUP: u32 = 64u;

// @body
struct Params {
  count: u32, tuples: u32, inner: u32, outerStep: u32, indexOuter: u32,
  xOffset: u32, xBatch: u32, xPerBatch: u32,
  indexOffset: u32, indexBatch: u32, indexPerBatch: u32,
  yOffset: u32, yBatch: u32, yPerBatch: u32,
  extent0: i32, extent1: i32, extent2: i32, extent3: i32, extent4: i32, extent5: i32, extent6: i32, extent7: i32,
  step0: u32, step1: u32, step2: u32, step3: u32, step4: u32, step5: u32, step6: u32, step7: u32,
}
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> indices: array<i32>;
@group(0) @binding(2) var<storage, read_write> y: array<Elem>;
@group(0) @binding(3) var<uniform> params: Params;

// Where element i of a tensor that is dense within its batch items lies.
fn at(i: u32, offset: u32, batch: u32, perBatch: u32) -> u32 {
  return offset + i / perBatch * batch + i % perBatch;
}

fn moved(tuple: u32, place: u32, extent: i32, step: u32) -> u32 {
  let index = indices[at(tuple + place, params.indexOffset, params.indexBatch, params.indexPerBatch)];
  return u32(clamp(select(index, index + extent, index < 0), 0, extent - 1)) * step;
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let i = id.x + id.y * groups.x * WORKGROUP;
  if (i >= params.count) { return; }
  let row = i / params.inner;
  let outer = row / params.tuples;
  let tuple = outer * params.indexOuter + row % params.tuples * DEPTH;
  var found = outer * params.outerStep + i % params.inner;
  if (DEPTH > 0u) { found += moved(tuple, 0u, params.extent0, params.step0); }
  if (DEPTH > 1u) { found += moved(tuple, 1u, params.extent1, params.step1); }
  if (DEPTH > 2u) { found += moved(tuple, 2u, params.extent2, params.step2); }
  if (DEPTH > 3u) { found += moved(tuple, 3u, params.extent3, params.step3); }
  if (DEPTH > 4u) { found += moved(tuple, 4u, params.extent4, params.step4); }
  if (DEPTH > 5u) { found += moved(tuple, 5u, params.extent5, params.step5); }
  if (DEPTH > 6u) { found += moved(tuple, 6u, params.extent6, params.step6); }
  if (DEPTH > 7u) { found += moved(tuple, 7u, params.extent7, params.step7); }
  y[at(i, params.yOffset, params.yBatch, params.yPerBatch)] =
    x[at(found, params.xOffset, params.xBatch, params.xPerBatch)];
}
