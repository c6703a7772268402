// one on lavapipe
// odd on lavapipe
// past-a-tile on lavapipe
// trans-a on lavapipe
// trans-b on lavapipe
// trans-both on lavapipe
// batch on lavapipe
// batch-broadcast on lavapipe
// batch-of-a-only on lavapipe
// view-transposed on lavapipe
// pieces on lavapipe
// vector on lavapipe
// square-512 on lavapipe
// one on swiftshader
// odd on swiftshader
// past-a-tile on swiftshader
// trans-a on swiftshader
// trans-b on swiftshader
// trans-both on swiftshader
// batch on swiftshader
// batch-broadcast on swiftshader
// batch-of-a-only on swiftshader
// view-transposed on swiftshader
// pieces on swiftshader
// f16 on swiftshader
// vector on swiftshader
// square-512 on swiftshader
// one on nvidia
// odd on nvidia
// past-a-tile on nvidia
// trans-a on nvidia
// trans-b on nvidia
// trans-both on nvidia
// batch on nvidia
// batch-broadcast on nvidia
// batch-of-a-only on nvidia
// view-transposed on nvidia
// pieces on nvidia
// vector on nvidia
// square-512 on nvidia
alias Num = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
fn loadC(at: i32) -> Num { return Num(); }
fn activate(v: Num) -> Num { return v; }
fn madd(p: Num, q: Num, sum: Num) -> Num { return fma(p, q, sum); }

// bias-row on lavapipe
// bias-column on lavapipe
// bias-scalar on lavapipe
// bias-batch on lavapipe
// classifier-densenet on lavapipe
// bias-row on swiftshader
// bias-column on swiftshader
// bias-scalar on swiftshader
// bias-batch on swiftshader
// classifier-densenet on swiftshader
// bias-row on nvidia
// bias-column on nvidia
// bias-scalar on nvidia
// bias-batch on nvidia
// classifier-densenet on nvidia
alias Num = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadC(at: i32) -> Num { return Num(c[at]); }
fn activate(v: Num) -> Num { return v; }
fn madd(p: Num, q: Num, sum: Num) -> Num { return fma(p, q, sum); }

// relu on lavapipe
// relu on swiftshader
// relu on nvidia
alias Num = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadC(at: i32) -> Num { return Num(c[at]); }
fn activate(v: Num) -> Num { return max(v, 0.0); }
fn madd(p: Num, q: Num, sum: Num) -> Num { return fma(p, q, sum); }

// f16 on lavapipe
// f16 on nvidia
enable f16;
alias Num = f32;
alias ElemA = f16;
alias ElemB = f16;
alias ElemC = f32;
alias ElemY = f16;
fn loadC(at: i32) -> Num { return Num(); }
fn activate(v: Num) -> Num { return v; }
fn madd(p: Num, q: Num, sum: Num) -> Num { return fma(p, q, sum); }

// int32 on lavapipe
// int32 on swiftshader
// int32 on nvidia
alias Num = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
fn loadC(at: i32) -> Num { return Num(); }
fn activate(v: Num) -> Num { return v; }
fn madd(p: Num, q: Num, sum: Num) -> Num { return p * q + sum; }

// uint32-bias on lavapipe
// uint32-bias on swiftshader
// uint32-bias on nvidia
alias Num = u32;
alias ElemA = u32;
alias ElemB = u32;
alias ElemC = u32;
alias ElemY = u32;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadC(at: i32) -> Num { return Num(c[at]); }
fn activate(v: Num) -> Num { return v; }
fn madd(p: Num, q: Num, sum: Num) -> Num { return p * q + sum; }

// In every case:
// y = activate(alpha a b + beta c) for few rows: one workgroup computes one element of y. Each thread takes every
// WORKGROUP-th product, and a tree joins the sums.

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

var<workgroup> sums: array<Num, WORKGROUP>;

@compute @workgroup_size(WORKGROUP)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let index = group.x + group.y * groups.x;
  if (index >= params.M * params.N * params.batches) { return; }
  let column = index % params.N;
  let row = index / params.N % params.M;
  let at = locate(index / params.N / params.M);
  let p = at.x + i32(row) * params.aRow;
  let q = at.y + i32(column) * params.bColumn;
  var sum = Num();
  for (var k = thread; k < params.K; k += WORKGROUP) {
    sum = madd(Num(a[p + i32(k) * params.aColumn]), Num(b[q + i32(k) * params.bRow]), sum);
  }
  sums[thread] = sum;
  workgroupBarrier();
  for (var half = WORKGROUP / 2u; half > 0u; half /= 2u) {
    if (thread < half) { sums[thread] += sums[thread + half]; }
    workgroupBarrier();
  }
  if (thread == 0u) { store(at, row, column, sums[0]); }
}
