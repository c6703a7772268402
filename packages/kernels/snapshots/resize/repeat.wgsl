// repeat-2 on lavapipe
// repeat-piece on lavapipe
// rau-net-16 on lavapipe
// rau-net-32 on lavapipe
// rau-net-64 on lavapipe
// rau-net-128 on lavapipe
// repeat-2 on swiftshader
// repeat-f16 on swiftshader
// repeat-piece on swiftshader
// rau-net-16 on swiftshader
// rau-net-32 on swiftshader
// rau-net-64 on swiftshader
// rau-net-128 on swiftshader
// repeat-2 on nvidia
// repeat-piece on nvidia
// rau-net-16 on nvidia
// rau-net-32 on nvidia
// rau-net-64 on nvidia
// rau-net-128 on nvidia
alias Elem = f32;
alias Out = vec2<f32>;
const FACTOR_A: u32 = 1u;
const FACTOR_B: u32 = 2u;
const STORES: u32 = 1u;

// repeat-3-4 on lavapipe
// repeat-3-4 on swiftshader
// repeat-3-4 on nvidia
alias Elem = f32;
alias Out = vec4<f32>;
const FACTOR_A: u32 = 1u;
const FACTOR_B: u32 = 3u;
const STORES: u32 = 1u;

// repeat-3d on lavapipe
// repeat-3d on swiftshader
// repeat-3d on nvidia
alias Elem = f32;
alias Out = vec2<f32>;
const FACTOR_A: u32 = 2u;
const FACTOR_B: u32 = 2u;
const STORES: u32 = 1u;

// repeat-odd on lavapipe
// repeat-odd on swiftshader
// repeat-odd on nvidia
alias Elem = f32;
alias Out = f32;
const FACTOR_A: u32 = 1u;
const FACTOR_B: u32 = 1u;
const STORES: u32 = 3u;

// repeat-uint8 on lavapipe
// repeat-uint8 on swiftshader
// repeat-uint8 on nvidia
alias Elem = i32;
alias Out = vec2<i32>;
const FACTOR_A: u32 = 1u;
const FACTOR_B: u32 = 2u;
const STORES: u32 = 1u;

// repeat-f16 on lavapipe
// repeat-f16 on nvidia
enable f16;
alias Elem = f16;
alias Out = vec2<f16>;
const FACTOR_A: u32 = 1u;
const FACTOR_B: u32 = 2u;
const STORES: u32 = 1u;

// repeat-piece-odd on lavapipe
// repeat-piece-odd on swiftshader
// repeat-piece-odd on nvidia
alias Elem = f32;
alias Out = f32;
const FACTOR_A: u32 = 1u;
const FACTOR_B: u32 = 2u;
const STORES: u32 = 2u;

// In every case:
// y[n][o][a * fa + j][b * fb + k][c * fc + l] = x[n][o][a][b][c]: nearest neighbour by whole factors, without tables.
// One thread reads one element and writes its fa x fb x fc copies, Out (one, two or four of them) at a time.
// Stores that make one run of fc copies.
const WORKGROUP: u32 = 64u;

// @body
struct Params {
  count: u32, planes: u32, extentA: u32, extentB: u32, extentC: u32,
  xOffset: u32, xN: u32, xO: u32, xA: u32, xB: u32, xC: u32,
  yOffset: u32, yN: u32, yO: u32, yA: u32, yB: u32,
}
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read_write> y: array<Out>;
@group(0) @binding(2) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.x + id.y * groups.x * WORKGROUP;
  if (index >= params.count) { return; }
  let c = index % params.extentC;
  let b = index / params.extentC % params.extentB;
  let row = index / params.extentC / params.extentB;
  let a = row % params.extentA;
  let o = row / params.extentA % params.planes;
  let n = row / params.extentA / params.planes;
  let x0 = params.xOffset + n * params.xN + o * params.xO + a * params.xA + b * params.xB + c * params.xC;
  let copies = Out(x[x0]);
  let y0 = params.yOffset + n * params.yN + o * params.yO + a * FACTOR_A * params.yA + b * FACTOR_B * params.yB;
  for (var j = 0u; j < FACTOR_A; j++) {
    for (var k = 0u; k < FACTOR_B; k++) {
      for (var l = 0u; l < STORES; l++) {
        y[y0 + j * params.yA + k * params.yB + c * STORES + l] = copies;
      }
    }
  }
}
