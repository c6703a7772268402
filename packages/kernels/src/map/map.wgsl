// y = chain(f(a, b, c)) over broadcast operands.
// A thread computes one element of y, or (packed) four neighbours along the innermost axis, which an operand either
// steps through one by one (it is then read as vec4) or repeats (it is read once, for all four lanes).
// Axes are merged by the host, innermost first; sizes and strides then count packs.
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 8u;
@group(0) @binding(0) var<storage, read> a: array<ElemA>;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadA(at: i32) -> Lanes { return Lanes(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(c[at]); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u + v + w; }
fn result(u: Lanes, v: Lanes, w: Lanes) -> ElemY { return ElemY(apply(u, v, w)); }
// @body

struct Params {
  count: u32,
  offsetA: i32, offsetB: i32, offsetC: i32, offsetY: i32,
  size0: u32, a0: i32, b0: i32, c0: i32, y0: i32,
  size1: u32, a1: i32, b1: i32, c1: i32, y1: i32,
  size2: u32, a2: i32, b2: i32, c2: i32, y2: i32,
  size3: u32, a3: i32, b3: i32, c3: i32, y3: i32,
  size4: u32, a4: i32, b4: i32, c4: i32, y4: i32,
  size5: u32, a5: i32, b5: i32, c5: i32, y5: i32,
  size6: u32, a6: i32, b6: i32, c6: i32, y6: i32,
  size7: u32, a7: i32, b7: i32, c7: i32, y7: i32,
}

@group(0) @binding(3) var<storage, read_write> y: array<ElemY>;
@group(0) @binding(4) var<uniform> params: Params;

const WORKGROUP = 64u;

/// Takes one axis off the index: what is left counts the axes outside it.
fn along(rest: ptr<function, u32>, size: u32, strides: vec4i) -> vec4i {
  let position = *rest % size;
  *rest /= size;
  return i32(position) * strides;
}

/// Where element `index` of the result lies in a, b, c and y.
fn locate(index: u32) -> vec4i {
  var rest = index;
  var at = vec4i(params.offsetA, params.offsetB, params.offsetC, params.offsetY);
  let s0 = vec4i(params.a0, params.b0, params.c0, params.y0);
  if (RANK == 1u) { return at + i32(rest) * s0; }
  at += along(&rest, params.size0, s0);
  let s1 = vec4i(params.a1, params.b1, params.c1, params.y1);
  if (RANK == 2u) { return at + i32(rest) * s1; }
  at += along(&rest, params.size1, s1);
  let s2 = vec4i(params.a2, params.b2, params.c2, params.y2);
  if (RANK == 3u) { return at + i32(rest) * s2; }
  at += along(&rest, params.size2, s2);
  let s3 = vec4i(params.a3, params.b3, params.c3, params.y3);
  if (RANK == 4u) { return at + i32(rest) * s3; }
  at += along(&rest, params.size3, s3);
  at += along(&rest, params.size4, vec4i(params.a4, params.b4, params.c4, params.y4));
  at += along(&rest, params.size5, vec4i(params.a5, params.b5, params.c5, params.y5));
  at += along(&rest, params.size6, vec4i(params.a6, params.b6, params.c6, params.y6));
  return at + i32(rest) * vec4i(params.a7, params.b7, params.c7, params.y7);
}

/// Integer powers by repeated squaring; negative exponents give the truncated reciprocal.
fn powI32(base: i32, exponent: i32) -> i32 {
  if (exponent < 0) {
    if (base == 1) { return 1; }
    if (base == -1) { return select(1, -1, (exponent & 1) != 0); }
    return 0;
  }
  return bitcast<i32>(powU32(bitcast<u32>(base), u32(exponent)));
}

fn powU32(base: u32, exponent: u32) -> u32 {
  var power = base;
  var product = 1u;
  for (var left = exponent; left != 0u; left >>= 1u) {
    if ((left & 1u) != 0u) { product *= power; }
    power *= power;
  }
  return product;
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.x + id.y * groups.x * WORKGROUP;
  if (index >= params.count) { return; }
  let at = locate(index);
  y[at.w] = result(loadA(at.x), loadB(at.y), loadC(at.z));
}
