// y = finish(absorb over the reduced axes of x): one workgroup computes one element of y.
// Each thread takes every WORKGROUP-th element, then pairs of threads merge what they have, in a tree.
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 4u;
const REDUCED: u32 = 4u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }
// @body

/// What is known of the elements seen so far: logSumExp keeps a sum beside its maximum, argmax an index.
struct State {
  value: Num,
  sum: f32,
  index: u32,
}

struct Params {
  outputs: u32,
  count: u32,
  /// Bits of the value of State before anything is absorbed.
  identity: u32,
  offsetX: i32, offsetY: i32,
  kept0: u32, x0: i32, y0: i32,
  kept1: u32, x1: i32, y1: i32,
  kept2: u32, x2: i32, y2: i32,
  kept3: u32, x3: i32, y3: i32,
  reduced0: u32, r0: i32,
  reduced1: u32, r1: i32,
  reduced2: u32, r2: i32,
  reduced3: u32, r3: i32,
}

@group(0) @binding(0) var<storage, read> x: array<ElemX>;
@group(0) @binding(1) var<storage, read_write> y: array<ElemY>;
@group(0) @binding(2) var<uniform> params: Params;

var<workgroup> states: array<State, WORKGROUP>;

/// Where output `index` begins in x, and where it lies in y.
fn locate(index: u32) -> vec2i {
  var rest = index;
  var at = vec2i(params.offsetX, params.offsetY);
  if (KEPT > 1u) { at += i32(rest % params.kept0) * vec2i(params.x0, params.y0); rest /= params.kept0; }
  if (KEPT > 2u) { at += i32(rest % params.kept1) * vec2i(params.x1, params.y1); rest /= params.kept1; }
  if (KEPT > 3u) { at += i32(rest % params.kept2) * vec2i(params.x2, params.y2); rest /= params.kept2; }
  if (KEPT == 1u) { return at + i32(rest) * vec2i(params.x0, params.y0); }
  if (KEPT == 2u) { return at + i32(rest) * vec2i(params.x1, params.y1); }
  if (KEPT == 3u) { return at + i32(rest) * vec2i(params.x2, params.y2); }
  return at + i32(rest) * vec2i(params.x3, params.y3);
}

/// How far element `index` of those reduced lies from the first.
fn step(index: u32) -> i32 {
  if (REDUCED == 1u) { return i32(index) * params.r0; }
  var rest = index;
  var at = i32(rest % params.reduced0) * params.r0;
  rest /= params.reduced0;
  if (REDUCED == 2u) { return at + i32(rest) * params.r1; }
  at += i32(rest % params.reduced1) * params.r1;
  rest /= params.reduced1;
  if (REDUCED == 3u) { return at + i32(rest) * params.r2; }
  at += i32(rest % params.reduced2) * params.r2;
  return at + i32(rest / params.reduced2) * params.r3;
}

@compute @workgroup_size(WORKGROUP)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let index = group.x + group.y * groups.x;
  if (index >= params.outputs) { return; }
  let at = locate(index);
  var own = State(bitcast<Num>(params.identity), 0.0, 0xffffffffu);
  for (var i = thread; i < params.count; i += WORKGROUP) {
    own = absorb(own, Num(x[at.x + step(i)]), i);
  }
  states[thread] = own;
  workgroupBarrier();
  for (var half = WORKGROUP / 2u; half > 0u; half /= 2u) {
    if (thread < half) { states[thread] = merge(states[thread], states[thread + half]); }
    workgroupBarrier();
  }
  if (thread == 0u) { y[at.y] = finish(states[0]); }
}
