// constant-2d on lavapipe
// channels on lavapipe
// into-piece on lavapipe
// constant-2d on swiftshader
// channels on swiftshader
// into-piece on swiftshader
// constant-2d on nvidia
// channels on nvidia
// into-piece on nvidia
alias Elem = f32;
const RANK: u32 = 3u;
const MODE: u32 = 0u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// reflect-2d on lavapipe
// piece on lavapipe
// image on lavapipe
// reflect-2d on swiftshader
// piece on swiftshader
// image on swiftshader
// reflect-2d on nvidia
// piece on nvidia
// image on nvidia
alias Elem = f32;
const RANK: u32 = 3u;
const MODE: u32 = 2u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// edge-2d on lavapipe
// edge-2d on swiftshader
// edge-2d on nvidia
alias Elem = f32;
const RANK: u32 = 3u;
const MODE: u32 = 1u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// wrap-2d on lavapipe
// wrap-2d on swiftshader
// wrap-2d on nvidia
alias Elem = f32;
const RANK: u32 = 3u;
const MODE: u32 = 3u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// constant-3d on lavapipe
// constant-3d on swiftshader
// constant-3d on nvidia
alias Elem = f32;
const RANK: u32 = 4u;
const MODE: u32 = 0u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// reflect-3d on lavapipe
// reflect-3d on swiftshader
// reflect-3d on nvidia
alias Elem = f32;
const RANK: u32 = 4u;
const MODE: u32 = 2u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// edge-3d on lavapipe
// edge-3d on swiftshader
// edge-3d on nvidia
alias Elem = f32;
const RANK: u32 = 4u;
const MODE: u32 = 1u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// wrap-3d on lavapipe
// wrap-3d on swiftshader
// wrap-3d on nvidia
alias Elem = f32;
const RANK: u32 = 4u;
const MODE: u32 = 3u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// constant-crop-and-grow on lavapipe
// constant-of-one on lavapipe
// all-cropped-but-constant on lavapipe
// constant-crop-and-grow on swiftshader
// constant-of-one on swiftshader
// constant-float16 on swiftshader
// all-cropped-but-constant on swiftshader
// constant-crop-and-grow on nvidia
// constant-of-one on nvidia
// all-cropped-but-constant on nvidia
alias Elem = f32;
const RANK: u32 = 2u;
const MODE: u32 = 0u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// reflect-crop-and-grow on lavapipe
// reflect-of-one on lavapipe
// reflect-crop-and-grow on swiftshader
// reflect-of-one on swiftshader
// reflect-crop-and-grow on nvidia
// reflect-of-one on nvidia
alias Elem = f32;
const RANK: u32 = 2u;
const MODE: u32 = 2u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// edge-crop-and-grow on lavapipe
// edge-of-one on lavapipe
// edge-crop-and-grow on swiftshader
// edge-of-one on swiftshader
// edge-crop-and-grow on nvidia
// edge-of-one on nvidia
alias Elem = f32;
const RANK: u32 = 2u;
const MODE: u32 = 1u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// wrap-crop-and-grow on lavapipe
// wrap-of-one on lavapipe
// wrap-crop-and-grow on swiftshader
// wrap-of-one on swiftshader
// wrap-crop-and-grow on nvidia
// wrap-of-one on nvidia
alias Elem = f32;
const RANK: u32 = 2u;
const MODE: u32 = 3u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// reflect-more-than-once-over on lavapipe
// reflect-more-than-once-over on swiftshader
// reflect-more-than-once-over on nvidia
alias Elem = f32;
const RANK: u32 = 1u;
const MODE: u32 = 2u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// edge-more-than-once-over on lavapipe
// edge-more-than-once-over on swiftshader
// edge-more-than-once-over on nvidia
alias Elem = f32;
const RANK: u32 = 1u;
const MODE: u32 = 1u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// wrap-more-than-once-over on lavapipe
// wrap-more-than-once-over on swiftshader
// wrap-more-than-once-over on nvidia
alias Elem = f32;
const RANK: u32 = 1u;
const MODE: u32 = 3u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// constant-float16 on lavapipe
// constant-float16 on nvidia
enable f16;
alias Elem = f16;
const RANK: u32 = 2u;
const MODE: u32 = 0u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// constant-int64 on lavapipe
// constant-int32 on lavapipe
// constant-uint8 on lavapipe
// constant-bool on lavapipe
// constant-int64 on swiftshader
// constant-int32 on swiftshader
// constant-uint8 on swiftshader
// constant-bool on swiftshader
// constant-int64 on nvidia
// constant-int32 on nvidia
// constant-uint8 on nvidia
// constant-bool on nvidia
alias Elem = i32;
const RANK: u32 = 2u;
const MODE: u32 = 0u;
fn fill() -> Elem { return Elem(bitcast<i32>(params.valueBits)); }

// minus-infinity on lavapipe
// nothing on lavapipe
// minus-infinity on swiftshader
// nothing on swiftshader
// minus-infinity on nvidia
// nothing on nvidia
alias Elem = f32;
const RANK: u32 = 1u;
const MODE: u32 = 0u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// given-value on lavapipe
// given-value on swiftshader
// given-value-f16 on swiftshader
// given-value on nvidia
alias Elem = f32;
const RANK: u32 = 2u;
const MODE: u32 = 0u;
@group(0) @binding(1) var<storage, read> value: array<Elem>;
fn fill() -> Elem { return value[params.valueOffset]; }

// given-value-f16 on lavapipe
// given-value-f16 on nvidia
enable f16;
alias Elem = f16;
const RANK: u32 = 2u;
const MODE: u32 = 0u;
@group(0) @binding(1) var<storage, read> value: array<Elem>;
fn fill() -> Elem { return value[params.valueOffset]; }

// scalar on lavapipe
// scalar on swiftshader
// scalar on nvidia
alias Elem = f32;
const RANK: u32 = 0u;
const MODE: u32 = 0u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// rank-8 on lavapipe
// rank-8 on swiftshader
// rank-8 on nvidia
alias Elem = f32;
const RANK: u32 = 8u;
const MODE: u32 = 1u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// In every case:
// y[n] = x[source(n - begin)] axis by axis, or a constant where that lies outside; axis 0 is the fastest.
// One thread makes one element of y. MODE: 0 constant, 1 edge, 2 reflect, 3 wrap.
const WORKGROUP: u32 = 64u;

// @body
struct Params {
  count: u32,
  xOffset: i32, yOffset: i32,
  valueOffset: u32, valueBits: u32,
  size0: u32, size1: u32, size2: u32, size3: u32, size4: u32, size5: u32, size6: u32, size7: u32,
  kept0: i32, kept1: i32, kept2: i32, kept3: i32, kept4: i32, kept5: i32, kept6: i32, kept7: i32,
  begin0: i32, begin1: i32, begin2: i32, begin3: i32, begin4: i32, begin5: i32, begin6: i32, begin7: i32,
  xStep0: i32, xStep1: i32, xStep2: i32, xStep3: i32, xStep4: i32, xStep5: i32, xStep6: i32, xStep7: i32,
  yStep0: i32, yStep1: i32, yStep2: i32, yStep3: i32, yStep4: i32, yStep5: i32, yStep6: i32, yStep7: i32,
}
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(2) var<storage, read_write> y: array<Elem>;
@group(0) @binding(3) var<uniform> params: Params;

struct Walk { rest: u32, x: i32, y: i32, inside: bool }

fn reduced(at: i32, period: i32) -> i32 {
  let r = at % period;
  return select(r, r + period, r < 0);
}

fn source(at: i32, kept: i32) -> i32 {
  if (at >= 0 && at < kept) { return at; }
  if (MODE == 1u) { return clamp(at, 0, kept - 1); }
  if (MODE == 2u) {
    let turned = reduced(at, max(1, 2 * (kept - 1)));
    return min(turned, 2 * (kept - 1) - turned);
  }
  if (MODE == 3u) { return reduced(at, kept); }
  return at;
}

fn walk(w: Walk, size: u32, kept: i32, begin: i32, xStep: i32, yStep: i32) -> Walk {
  let rest = w.rest / size;
  let p = i32(w.rest - rest * size);
  let at = source(p - begin, kept);
  let inside = w.inside && at >= 0 && at < kept;
  return Walk(rest, w.x + at * xStep, w.y + p * yStep, inside);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let i = id.x + id.y * groups.x * WORKGROUP;
  if (i >= params.count) { return; }
  var w = Walk(i, params.xOffset, params.yOffset, true);
  if (RANK > 0u) { w = walk(w, params.size0, params.kept0, params.begin0, params.xStep0, params.yStep0); }
  if (RANK > 1u) { w = walk(w, params.size1, params.kept1, params.begin1, params.xStep1, params.yStep1); }
  if (RANK > 2u) { w = walk(w, params.size2, params.kept2, params.begin2, params.xStep2, params.yStep2); }
  if (RANK > 3u) { w = walk(w, params.size3, params.kept3, params.begin3, params.xStep3, params.yStep3); }
  if (RANK > 4u) { w = walk(w, params.size4, params.kept4, params.begin4, params.xStep4, params.yStep4); }
  if (RANK > 5u) { w = walk(w, params.size5, params.kept5, params.begin5, params.xStep5, params.yStep5); }
  if (RANK > 6u) { w = walk(w, params.size6, params.kept6, params.begin6, params.xStep6, params.yStep6); }
  if (RANK > 7u) { w = walk(w, params.size7, params.kept7, params.begin7, params.xStep7, params.yStep7); }
  if (w.inside) { y[w.y] = x[w.x]; } else { y[w.y] = fill(); }
}
