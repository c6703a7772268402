// y = activate(alpha a b + beta c). One thread computes a block of 4 x 4, kept in registers; no barriers.
// Rows and columns past the end read the last one again and are not stored.
// v1: four loads a row of b. v2: one vec4 load where the rows of b begin at multiples of four: 512 x 512 x 512 on lavapipe
// (2 cores, loaded) 60 -> 48 ms; reading a in fours too changed nothing.
alias Num = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadC(at: i32) -> Num { return Num(c[at]); }
fn activate(v: Num) -> Num { return v; }
fn right(at: vec4i) -> vec4<Num> { return vec4<Num>(Num(b[at.x]), Num(b[at.y]), Num(b[at.z]), Num(b[at.w])); }
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return fma(vec4<Num>(p), q, sum); }
// @body

struct Params {
  batches: u32, M: u32, N: u32, K: u32,
  offsetA: i32, offsetB: i32, offsetC: i32, offsetY: i32,
  aRow: i32, aColumn: i32, bRow: i32, bColumn: i32,
  cRow: i32, cColumn: i32, yRow: i32, yColumn: i32,
  size0: u32, a0: i32, b0: i32, c0: i32, y0: i32,
  size1: u32, a1: i32, b1: i32, c1: i32, y1: i32,
  a2: i32, b2: i32, c2: i32, y2: i32,
  alpha: f32, beta: f32,
}

@group(0) @binding(0) var<storage, read> a: array<ElemA>;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
@group(0) @binding(3) var<storage, read_write> y: array<ElemY>;
@group(0) @binding(4) var<uniform> params: Params;

/// Where the matrices of batch `index` begin in a, b, c and y.
fn locate(index: u32) -> vec4i {
  let i = vec3i(
    i32(index % params.size0),
    i32(index / params.size0 % params.size1),
    i32(index / params.size0 / params.size1),
  );
  return vec4i(params.offsetA, params.offsetB, params.offsetC, params.offsetY)
    + i.x * vec4i(params.a0, params.b0, params.c0, params.y0)
    + i.y * vec4i(params.a1, params.b1, params.c1, params.y1)
    + i.z * vec4i(params.a2, params.b2, params.c2, params.y2);
}

fn store(at: vec4i, row: u32, column: u32, sum: Num) {
  let added = Num(params.beta) * loadC(at.z + i32(row) * params.cRow + i32(column) * params.cColumn);
  let value = activate(Num(params.alpha) * sum + added);
  y[at.w + i32(row) * params.yRow + i32(column) * params.yColumn] = ElemY(value);
}

const WORKGROUP = 64u;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.x + id.y * groups.x * WORKGROUP;
  let across = (params.N + 3u) / 4u;
  let down = (params.M + 3u) / 4u;
  if (index >= across * down * params.batches) { return; }
  let column = index % across * 4u;
  let row = index / across % down * 4u;
  let at = locate(index / across / down);

  let rows = vec4i(min(vec4u(row) + vec4u(0u, 1u, 2u, 3u), vec4u(params.M - 1u)));
  let columns = vec4i(min(vec4u(column) + vec4u(0u, 1u, 2u, 3u), vec4u(params.N - 1u)));
  var p = at.x + rows * params.aRow;
  var q = at.y + columns * params.bColumn;
  var sums: array<vec4<Num>, 4>;
  for (var k = 0u; k < params.K; k++) {
    let four = right(q);
    sums[0] = madd(Num(a[p.x]), four, sums[0]);
    sums[1] = madd(Num(a[p.y]), four, sums[1]);
    sums[2] = madd(Num(a[p.z]), four, sums[2]);
    sums[3] = madd(Num(a[p.w]), four, sums[3]);
    p += params.aColumn;
    q += params.bRow;
  }
  // Loops of unknown length over a copy: sixteen stores written out took most of the time to compile on a software adapter.
  var rest = sums;
  for (var i = 0u; i < min(4u, params.M - row); i++) {
    for (var j = 0u; j < min(4u, params.N - column); j++) { store(at, row + i, column + j, rest[i][j]); }
  }
}
