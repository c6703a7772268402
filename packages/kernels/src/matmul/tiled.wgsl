// y = activate(alpha a b + beta c). One workgroup of 64 threads computes a tile of 32 x 32, a thread 4 x 4 of it; with QUADS = 2
// a tile of 64 x 64, a thread four blocks of 4 x 4. 16 columns of a and rows of b at a time are staged in workgroup memory, with zeros
// past the ends, by whole vec4: writing one component of a vector, WGSL may write the others again, which another thread has written.
alias Num = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadC(at: i32) -> Num { return Num(c[at]); }
fn activate(v: Num) -> Num { return v; }
const QUADS: u32 = 1u;
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
const TILE = 32u * QUADS;
const DEPTH = 16u;
const STAGED = TILE / 4u * DEPTH;
alias Sums = array<vec4<Num>, 4u * QUADS * QUADS>; // [square of rows][square of columns][row]

// Both with k slowest, as the inner loop reads them: four neighbours at a time.
var<workgroup> left: array<vec4<Num>, STAGED>;
var<workgroup> right: array<vec4<Num>, STAGED>;

fn elementA(at: i32, m: u32, k: u32) -> Num {
  if (m >= params.M || k >= params.K) { return Num(); }
  return Num(a[at + i32(m) * params.aRow + i32(k) * params.aColumn]);
}

fn elementB(at: i32, k: u32, n: u32) -> Num {
  if (n >= params.N || k >= params.K) { return Num(); }
  return Num(b[at + i32(k) * params.bRow + i32(n) * params.bColumn]);
}

fn stage(at: vec4i, row: u32, column: u32, depth: u32, thread: u32) {
  for (var e = thread; e < STAGED; e += WORKGROUP) {
    let k = depth + e % DEPTH;
    let m = row + e / DEPTH * 4u;
    let four = vec4<Num>(elementA(at.x, m, k), elementA(at.x, m + 1u, k), elementA(at.x, m + 2u, k), elementA(at.x, m + 3u, k));
    left[e % DEPTH * (TILE / 4u) + e / DEPTH] = four;
  }
  for (var e = thread; e < STAGED; e += WORKGROUP) {
    let k = depth + e / (TILE / 4u);
    let n = column + e % (TILE / 4u) * 4u;
    right[e] = vec4<Num>(elementB(at.y, k, n), elementB(at.y, k, n + 1u), elementB(at.y, k, n + 2u), elementB(at.y, k, n + 3u));
  }
}

@compute @workgroup_size(WORKGROUP)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let index = group.x + group.y * groups.x;
  let across = (params.N + TILE - 1u) / TILE;
  let down = (params.M + TILE - 1u) / TILE;
  if (index >= across * down * params.batches) { return; }
  let column = index % across * TILE;
  let row = index / across % down * TILE;
  let at = locate(index / across / down);
  var sums: Sums;
  for (var depth = 0u; depth < params.K; depth += DEPTH) {
    stage(at, row, column, depth, thread);
    workgroupBarrier();
    for (var k = 0u; k < DEPTH; k++) {
      for (var i = 0u; i < QUADS; i++) {
        let p = left[k * (TILE / 4u) + i * 8u + thread / 8u];
        for (var j = 0u; j < QUADS; j++) {
          let q = right[k * (TILE / 4u) + j * 8u + thread % 8u];
          for (var r = 0u; r < 4u; r++) {
            let own = (i * QUADS + j) * 4u + r;
            sums[own] = madd(p[r], q, sums[own]);
          }
        }
      }
    }
    workgroupBarrier();
  }
  for (var square = 0u; square < QUADS * QUADS; square++) {
    let m = row + (square / QUADS * 8u + thread / 8u) * 4u;
    let n = column + (square % QUADS * 8u + thread % 8u) * 4u;
    for (var i = 0u; i < 4u; i++) {
      for (var j = 0u; j < 4u; j++) {
        if (m + i < params.M && n + j < params.N) { store(at, m + i, n + j, sums[square * 4u + i][j]); }
      }
    }
  }
}
