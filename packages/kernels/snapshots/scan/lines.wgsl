// sum-1d on lavapipe
// sum-last on lavapipe
// sum-first on lavapipe
// sum-1d on swiftshader
// sum-last on swiftshader
// sum-first on swiftshader
// sum-f16 on swiftshader
// sum-1d on nvidia
// sum-last on nvidia
// sum-first on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
const IDENTITY: u32 = 0u;
const EXCLUSIVE: bool = false;
const REVERSE: bool = false;
fn gather(total: Num, x: Num) -> Num { return total + x; }

// sum-middle on lavapipe
// sum-transposed on lavapipe
// sum-piece on lavapipe
// sum-middle on swiftshader
// sum-transposed on swiftshader
// sum-piece on swiftshader
// sum-middle on nvidia
// sum-transposed on nvidia
// sum-piece on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 2u;
const IDENTITY: u32 = 0u;
const EXCLUSIVE: bool = false;
const REVERSE: bool = false;
fn gather(total: Num, x: Num) -> Num { return total + x; }

// sum-exclusive on lavapipe
// sum-exclusive on swiftshader
// sum-exclusive on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 2u;
const IDENTITY: u32 = 0u;
const EXCLUSIVE: bool = true;
const REVERSE: bool = false;
fn gather(total: Num, x: Num) -> Num { return total + x; }

// sum-reverse on lavapipe
// sum-reverse on swiftshader
// sum-reverse on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 2u;
const IDENTITY: u32 = 0u;
const EXCLUSIVE: bool = false;
const REVERSE: bool = true;
fn gather(total: Num, x: Num) -> Num { return total + x; }

// sum-reverse-exclusive on lavapipe
// sum-reverse-exclusive on swiftshader
// sum-reverse-exclusive on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 2u;
const IDENTITY: u32 = 0u;
const EXCLUSIVE: bool = true;
const REVERSE: bool = true;
fn gather(total: Num, x: Num) -> Num { return total + x; }

// sum-int32 on lavapipe
// sum-int32 on swiftshader
// sum-int32 on nvidia
alias Num = i32;
alias ElemX = i32;
alias ElemY = i32;
const RANK: u32 = 1u;
const IDENTITY: u32 = 0u;
const EXCLUSIVE: bool = false;
const REVERSE: bool = false;
fn gather(total: Num, x: Num) -> Num { return total + x; }

// sum-uint32 on lavapipe
// sum-uint32 on swiftshader
// sum-uint32 on nvidia
alias Num = u32;
alias ElemX = u32;
alias ElemY = u32;
const RANK: u32 = 1u;
const IDENTITY: u32 = 0u;
const EXCLUSIVE: bool = false;
const REVERSE: bool = false;
fn gather(total: Num, x: Num) -> Num { return total + x; }

// sum-f16 on lavapipe
// sum-f16 on nvidia
enable f16;
alias Num = f32;
alias ElemX = f16;
alias ElemY = f16;
const RANK: u32 = 1u;
const IDENTITY: u32 = 0u;
const EXCLUSIVE: bool = false;
const REVERSE: bool = false;
fn gather(total: Num, x: Num) -> Num { return total + x; }

// prod on lavapipe
// prod on swiftshader
// prod on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
const IDENTITY: u32 = 1u;
const EXCLUSIVE: bool = false;
const REVERSE: bool = false;
fn gather(total: Num, x: Num) -> Num { return total * x; }

// prod-int32-exclusive on lavapipe
// prod-int32-exclusive on swiftshader
// prod-int32-exclusive on nvidia
alias Num = i32;
alias ElemX = i32;
alias ElemY = i32;
const RANK: u32 = 1u;
const IDENTITY: u32 = 1u;
const EXCLUSIVE: bool = true;
const REVERSE: bool = false;
fn gather(total: Num, x: Num) -> Num { return total * x; }

// In every case:
// y[i] = sum (or product) of x[0..i] along a line: exclusive leaves x[i] out, reverse runs from the end.
// One thread walks one line.

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

const WORKGROUP = 64u;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let line = id.x + id.y * groups.x * WORKGROUP;
  if (line >= params.lines) { return; }
  let at = locate(line);
  var total = Num(IDENTITY);
  for (var n = 0u; n < params.length; n++) {
    let i = i32(select(n, params.length - 1u - n, REVERSE));
    let next = gather(total, Num(x[at.x + i * params.stepX]));
    y[at.y + i * params.stepY] = ElemY(select(next, total, EXCLUSIVE));
    total = next;
  }
}
