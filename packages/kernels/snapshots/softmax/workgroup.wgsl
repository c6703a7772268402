// last on lavapipe
// first on lavapipe
// one on lavapipe
// large-values on lavapipe
// classes-densenet on lavapipe
// labels-256 on lavapipe
// last on swiftshader
// first on swiftshader
// one on swiftshader
// large-values on swiftshader
// f16 on swiftshader
// classes-densenet on swiftshader
// labels-256 on swiftshader
// last on nvidia
// first on nvidia
// one on nvidia
// large-values on nvidia
// classes-densenet on nvidia
// labels-256 on nvidia
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
const WORKGROUP: u32 = 64u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return exp(v) / sum; }

// middle on lavapipe
// transposed on lavapipe
// piece on lavapipe
// middle on swiftshader
// transposed on swiftshader
// piece on swiftshader
// middle on nvidia
// transposed on nvidia
// piece on nvidia
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 2u;
const WORKGROUP: u32 = 64u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return exp(v) / sum; }

// long on lavapipe
// long on swiftshader
// long on nvidia
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
const WORKGROUP: u32 = 256u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return exp(v) / sum; }

// log-last on lavapipe
// log-last on swiftshader
// log-last on nvidia
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
const WORKGROUP: u32 = 64u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return v - log(sum); }

// log-middle on lavapipe
// log-middle on swiftshader
// log-middle on nvidia
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 2u;
const WORKGROUP: u32 = 64u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return v - log(sum); }

// hardmax-last on lavapipe
// hardmax-ties on lavapipe
// hardmax-last on swiftshader
// hardmax-ties on swiftshader
// hardmax-last on nvidia
// hardmax-ties on nvidia
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
const WORKGROUP: u32 = 64u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return select(0.0, 1.0, i == first); }

// hardmax-middle on lavapipe
// hardmax-middle on swiftshader
// hardmax-middle on nvidia
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 2u;
const WORKGROUP: u32 = 64u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return select(0.0, 1.0, i == first); }

// f16 on lavapipe
// f16 on nvidia
enable f16;
alias ElemX = f16;
alias ElemY = f16;
const RANK: u32 = 1u;
const WORKGROUP: u32 = 64u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return exp(v) / sum; }

// In every case:
// y = exp(x - max) / sum(exp(x - max)) along a line; or its logarithm; or 1 at the (first) greatest x and 0 elsewhere.
// One workgroup takes one line: each thread every WORKGROUP-th element, with two trees for the maximum and the sum.

// @body

struct Params {
  lines: u32,
  length: u32,
  offsetX: i32, offsetY: i32,
  stepX: i32, stepY: i32,
  size0: u32, x0: i32, y0: i32,
  size1: u32, x1: i32, y1: i32,
  size2: u32, x2: i32, y2: i32,
  size3: u32, x3: i32, y3: i32,
}

@group(0) @binding(0) var<storage, read> x: array<ElemX>;
@group(0) @binding(1) var<storage, read_write> y: array<ElemY>;
@group(0) @binding(2) var<uniform> params: Params;

/// Where line `index` begins in x and y.
fn locate(index: u32) -> vec2i {
  var rest = index;
  var at = vec2i(params.offsetX, params.offsetY);
  if (RANK == 1u) { return at + i32(rest) * vec2i(params.x0, params.y0); }
  at += i32(rest % params.size0) * vec2i(params.x0, params.y0);
  rest /= params.size0;
  if (RANK == 2u) { return at + i32(rest) * vec2i(params.x1, params.y1); }
  at += i32(rest % params.size1) * vec2i(params.x1, params.y1);
  rest /= params.size1;
  if (RANK == 3u) { return at + i32(rest) * vec2i(params.x2, params.y2); }
  at += i32(rest % params.size2) * vec2i(params.x2, params.y2);
  return at + i32(rest / params.size2) * vec2i(params.x3, params.y3);
}

var<workgroup> values: array<f32, WORKGROUP>;
var<workgroup> places: array<u32, WORKGROUP>;

/// Leaves the greatest value, and the first place of it, in values[0] and places[0].
fn greatestOf(thread: u32, value: f32, place: u32) {
  values[thread] = value;
  places[thread] = place;
  workgroupBarrier();
  for (var half = WORKGROUP / 2u; half > 0u; half /= 2u) {
    if (thread < half) {
      let other = values[thread + half];
      let earlier = places[thread + half] < places[thread];
      if (other > values[thread] || (other == values[thread] && earlier)) {
        values[thread] = other;
        places[thread] = places[thread + half];
      }
    }
    workgroupBarrier();
  }
}

fn sumOf(thread: u32, value: f32) {
  values[thread] = value;
  workgroupBarrier();
  for (var half = WORKGROUP / 2u; half > 0u; half /= 2u) {
    if (thread < half) { values[thread] += values[thread + half]; }
    workgroupBarrier();
  }
}

@compute @workgroup_size(WORKGROUP)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let line = group.x + group.y * groups.x;
  if (line >= params.lines) { return; }
  let at = locate(line);
  // Threads past the end begin with element 0, which changes nothing.
  var first = select(0u, thread, thread < params.length);
  var own = f32(x[at.x + i32(first) * params.stepX]);
  for (var i = thread; i < params.length; i += WORKGROUP) {
    let v = f32(x[at.x + i32(i) * params.stepX]);
    first = select(first, i, v > own);
    own = max(own, v);
  }
  greatestOf(thread, own, first);
  let greatest = values[0];
  first = places[0];
  workgroupBarrier();
  own = 0.0;
  for (var i = thread; i < params.length; i += WORKGROUP) {
    own += exp(f32(x[at.x + i32(i) * params.stepX]) - greatest);
  }
  sumOf(thread, own);
  let sum = values[0];
  for (var i = thread; i < params.length; i += WORKGROUP) {
    let v = f32(x[at.x + i32(i) * params.stepX]) - greatest;
    y[at.y + i32(i) * params.stepY] = ElemY(result(v, sum, i, first));
  }
}
