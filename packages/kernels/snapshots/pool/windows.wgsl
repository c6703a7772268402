// max-1d on lavapipe
// max-2x2 on lavapipe
// max-3x3-pads on lavapipe
// max-3d-dilated on lavapipe
// max-ceil on lavapipe
// max-piece on lavapipe
// rau-net on lavapipe
// rau-net-128 on lavapipe
// rau-net-64 on lavapipe
// rau-net-32 on lavapipe
// densenet-stem on lavapipe
// max-1d on swiftshader
// max-2x2 on swiftshader
// max-3x3-pads on swiftshader
// max-3d-dilated on swiftshader
// max-ceil on swiftshader
// max-f16 on swiftshader
// max-piece on swiftshader
// rau-net on swiftshader
// rau-net-128 on swiftshader
// rau-net-64 on swiftshader
// rau-net-32 on swiftshader
// densenet-stem on swiftshader
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 1u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return params.kernelDepth; }
fn kernelHeight() -> i32 { return params.kernelHeight; }
fn kernelWidth() -> i32 { return params.kernelWidth; }
fn take(acc: Acc, v: Acc) -> Acc { return max(acc, v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// average-1d on lavapipe
// average-2x2 on lavapipe
// average-3x3-pads on lavapipe
// average-3d-dilated on lavapipe
// average-ceil on lavapipe
// average-include-pad on lavapipe
// average-include-pad-ceil on lavapipe
// average-uneven-pads on lavapipe
// average-only-padding on lavapipe
// average-global on lavapipe
// average-1d on swiftshader
// average-2x2 on swiftshader
// average-3x3-pads on swiftshader
// average-3d-dilated on swiftshader
// average-ceil on swiftshader
// average-include-pad on swiftshader
// average-include-pad-ceil on swiftshader
// average-uneven-pads on swiftshader
// average-only-padding on swiftshader
// average-f16 on swiftshader
// average-global on swiftshader
// average-global on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 1u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return params.kernelDepth; }
fn kernelHeight() -> i32 { return params.kernelHeight; }
fn kernelWidth() -> i32 { return params.kernelWidth; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// lp-1d on lavapipe
// lp-2x2 on lavapipe
// lp-3x3-pads on lavapipe
// lp-3d-dilated on lavapipe
// lp-ceil on lavapipe
// lp-1d on swiftshader
// lp-2x2 on swiftshader
// lp-3x3-pads on swiftshader
// lp-3d-dilated on swiftshader
// lp-ceil on swiftshader
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 1u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return params.kernelDepth; }
fn kernelHeight() -> i32 { return params.kernelHeight; }
fn kernelWidth() -> i32 { return params.kernelWidth; }
fn take(acc: Acc, v: Acc) -> Acc { return fma(v, v, acc); }
fn finish(acc: Acc, count: i32) -> Acc { return sqrt(acc); }

// lp-1 on lavapipe
// lp-1 on swiftshader
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 1u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return params.kernelDepth; }
fn kernelHeight() -> i32 { return params.kernelHeight; }
fn kernelWidth() -> i32 { return params.kernelWidth; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + abs(v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// lp-3 on lavapipe
// lp-3 on swiftshader
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 1u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return params.kernelDepth; }
fn kernelHeight() -> i32 { return params.kernelHeight; }
fn kernelWidth() -> i32 { return params.kernelWidth; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + select(pow(abs(v), params.p), 0.0, abs(v) == 0.0); }
fn finish(acc: Acc, count: i32) -> Acc { return select(pow(acc, 1.0 / params.p), 0.0, acc == 0.0); }

// max-f16 on lavapipe
enable f16;
alias Elem = f16;
alias Acc = f32;
const OUTPUTS: u32 = 1u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return params.kernelDepth; }
fn kernelHeight() -> i32 { return params.kernelHeight; }
fn kernelWidth() -> i32 { return params.kernelWidth; }
fn take(acc: Acc, v: Acc) -> Acc { return max(acc, v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// average-f16 on lavapipe
enable f16;
alias Elem = f16;
alias Acc = f32;
const OUTPUTS: u32 = 1u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return params.kernelDepth; }
fn kernelHeight() -> i32 { return params.kernelHeight; }
fn kernelWidth() -> i32 { return params.kernelWidth; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// max-uint8 on lavapipe
// max-int8 on lavapipe
// max-uint8 on swiftshader
// max-int8 on swiftshader
alias Elem = i32;
alias Acc = i32;
const OUTPUTS: u32 = 1u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return params.kernelDepth; }
fn kernelHeight() -> i32 { return params.kernelHeight; }
fn kernelWidth() -> i32 { return params.kernelWidth; }
fn take(acc: Acc, v: Acc) -> Acc { return max(acc, v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// max-pre on lavapipe
// max-pre on swiftshader
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 1u;
@group(0) @binding(3) var<storage, read> preScale: array<Elem>;
@group(0) @binding(4) var<storage, read> preShift: array<Elem>;
fn preOf(channel: u32) -> vec2f { return vec2f(f32(preScale[channel]), f32(preShift[channel])); }
fn pre(v: Acc, own: vec2f) -> Acc { return max((fma(v, own.x, own.y)), 0.0); }
fn kernelDepth() -> i32 { return params.kernelDepth; }
fn kernelHeight() -> i32 { return params.kernelHeight; }
fn kernelWidth() -> i32 { return params.kernelWidth; }
fn take(acc: Acc, v: Acc) -> Acc { return max(acc, v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// average-pre on lavapipe
// densenet-transition on lavapipe
// densenet-tail on lavapipe
// average-pre on swiftshader
// average-pre-piece-f16 on swiftshader
// densenet-transition on swiftshader
// densenet-tail on swiftshader
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 1u;
@group(0) @binding(3) var<storage, read> preScale: array<Elem>;
@group(0) @binding(4) var<storage, read> preShift: array<Elem>;
fn preOf(channel: u32) -> vec2f { return vec2f(f32(preScale[channel]), f32(preShift[channel])); }
fn pre(v: Acc, own: vec2f) -> Acc { return max((fma(v, own.x, own.y)), 0.0); }
fn kernelDepth() -> i32 { return params.kernelDepth; }
fn kernelHeight() -> i32 { return params.kernelHeight; }
fn kernelWidth() -> i32 { return params.kernelWidth; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// lp-pre on lavapipe
// lp-pre on swiftshader
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 1u;
@group(0) @binding(3) var<storage, read> preScale: array<Elem>;
@group(0) @binding(4) var<storage, read> preShift: array<Elem>;
fn preOf(channel: u32) -> vec2f { return vec2f(f32(preScale[channel]), f32(preShift[channel])); }
fn pre(v: Acc, own: vec2f) -> Acc { return max((fma(v, own.x, own.y)), 0.0); }
fn kernelDepth() -> i32 { return params.kernelDepth; }
fn kernelHeight() -> i32 { return params.kernelHeight; }
fn kernelWidth() -> i32 { return params.kernelWidth; }
fn take(acc: Acc, v: Acc) -> Acc { return fma(v, v, acc); }
fn finish(acc: Acc, count: i32) -> Acc { return sqrt(acc); }

// average-pre-counted on lavapipe
// average-pre-counted on swiftshader
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 1u;
@group(0) @binding(3) var<storage, read> preScale: array<Elem>;
@group(0) @binding(4) var<storage, read> preShift: array<Elem>;
fn preOf(channel: u32) -> vec2f { return vec2f(f32(preScale[channel]), f32(preShift[channel])); }
fn pre(v: Acc, own: vec2f) -> Acc { return fma(v, own.x, own.y); }
fn kernelDepth() -> i32 { return params.kernelDepth; }
fn kernelHeight() -> i32 { return params.kernelHeight; }
fn kernelWidth() -> i32 { return params.kernelWidth; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// average-pre-piece-f16 on lavapipe
enable f16;
alias Elem = f16;
alias Acc = f32;
const OUTPUTS: u32 = 1u;
@group(0) @binding(3) var<storage, read> preScale: array<Elem>;
@group(0) @binding(4) var<storage, read> preShift: array<Elem>;
fn preOf(channel: u32) -> vec2f { return vec2f(f32(preScale[channel]), f32(preShift[channel])); }
fn pre(v: Acc, own: vec2f) -> Acc { return max((fma(v, own.x, own.y)), 0.0); }
fn kernelDepth() -> i32 { return params.kernelDepth; }
fn kernelHeight() -> i32 { return params.kernelHeight; }
fn kernelWidth() -> i32 { return params.kernelWidth; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// max-1d on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 1; }
fn kernelWidth() -> i32 { return 3; }
fn take(acc: Acc, v: Acc) -> Acc { return max(acc, v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// average-1d on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 1; }
fn kernelWidth() -> i32 { return 3; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// lp-1d on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 1; }
fn kernelWidth() -> i32 { return 3; }
fn take(acc: Acc, v: Acc) -> Acc { return fma(v, v, acc); }
fn finish(acc: Acc, count: i32) -> Acc { return sqrt(acc); }

// max-2x2 on nvidia
// rau-net on nvidia
// rau-net-128 on nvidia
// rau-net-64 on nvidia
// rau-net-32 on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 2; }
fn kernelWidth() -> i32 { return 2; }
fn take(acc: Acc, v: Acc) -> Acc { return max(acc, v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// average-2x2 on nvidia
// average-uneven-pads on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 2; }
fn kernelWidth() -> i32 { return 2; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// lp-2x2 on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 2; }
fn kernelWidth() -> i32 { return 2; }
fn take(acc: Acc, v: Acc) -> Acc { return fma(v, v, acc); }
fn finish(acc: Acc, count: i32) -> Acc { return sqrt(acc); }

// max-3x3-pads on nvidia
// max-ceil on nvidia
// densenet-stem on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 3; }
fn kernelWidth() -> i32 { return 3; }
fn take(acc: Acc, v: Acc) -> Acc { return max(acc, v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// average-3x3-pads on nvidia
// average-ceil on nvidia
// average-include-pad on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 3; }
fn kernelWidth() -> i32 { return 3; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// lp-3x3-pads on nvidia
// lp-ceil on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 3; }
fn kernelWidth() -> i32 { return 3; }
fn take(acc: Acc, v: Acc) -> Acc { return fma(v, v, acc); }
fn finish(acc: Acc, count: i32) -> Acc { return sqrt(acc); }

// max-3d-dilated on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 2; }
fn kernelHeight() -> i32 { return 3; }
fn kernelWidth() -> i32 { return 2; }
fn take(acc: Acc, v: Acc) -> Acc { return max(acc, v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// average-3d-dilated on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 2; }
fn kernelHeight() -> i32 { return 3; }
fn kernelWidth() -> i32 { return 2; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// lp-3d-dilated on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 2; }
fn kernelHeight() -> i32 { return 3; }
fn kernelWidth() -> i32 { return 2; }
fn take(acc: Acc, v: Acc) -> Acc { return fma(v, v, acc); }
fn finish(acc: Acc, count: i32) -> Acc { return sqrt(acc); }

// average-include-pad-ceil on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 2u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 3; }
fn kernelWidth() -> i32 { return 4; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// average-only-padding on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 1; }
fn kernelWidth() -> i32 { return 2; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// lp-1 on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 1; }
fn kernelWidth() -> i32 { return 3; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + abs(v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// lp-3 on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 1; }
fn kernelWidth() -> i32 { return 3; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + select(pow(abs(v), params.p), 0.0, abs(v) == 0.0); }
fn finish(acc: Acc, count: i32) -> Acc { return select(pow(acc, 1.0 / params.p), 0.0, acc == 0.0); }

// max-f16 on nvidia
enable f16;
alias Elem = f16;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 3; }
fn kernelWidth() -> i32 { return 3; }
fn take(acc: Acc, v: Acc) -> Acc { return max(acc, v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// average-f16 on nvidia
enable f16;
alias Elem = f16;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 3; }
fn kernelWidth() -> i32 { return 3; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// max-uint8 on nvidia
// max-int8 on nvidia
alias Elem = i32;
alias Acc = i32;
const OUTPUTS: u32 = 4u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 3; }
fn kernelWidth() -> i32 { return 3; }
fn take(acc: Acc, v: Acc) -> Acc { return max(acc, v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// max-piece on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 2u;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 2; }
fn kernelWidth() -> i32 { return 2; }
fn take(acc: Acc, v: Acc) -> Acc { return max(acc, v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// max-pre on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
@group(0) @binding(3) var<storage, read> preScale: array<Elem>;
@group(0) @binding(4) var<storage, read> preShift: array<Elem>;
fn preOf(channel: u32) -> vec2f { return vec2f(f32(preScale[channel]), f32(preShift[channel])); }
fn pre(v: Acc, own: vec2f) -> Acc { return max((fma(v, own.x, own.y)), 0.0); }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 3; }
fn kernelWidth() -> i32 { return 3; }
fn take(acc: Acc, v: Acc) -> Acc { return max(acc, v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// average-pre on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
@group(0) @binding(3) var<storage, read> preScale: array<Elem>;
@group(0) @binding(4) var<storage, read> preShift: array<Elem>;
fn preOf(channel: u32) -> vec2f { return vec2f(f32(preScale[channel]), f32(preShift[channel])); }
fn pre(v: Acc, own: vec2f) -> Acc { return max((fma(v, own.x, own.y)), 0.0); }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 3; }
fn kernelWidth() -> i32 { return 3; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// lp-pre on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
@group(0) @binding(3) var<storage, read> preScale: array<Elem>;
@group(0) @binding(4) var<storage, read> preShift: array<Elem>;
fn preOf(channel: u32) -> vec2f { return vec2f(f32(preScale[channel]), f32(preShift[channel])); }
fn pre(v: Acc, own: vec2f) -> Acc { return max((fma(v, own.x, own.y)), 0.0); }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 3; }
fn kernelWidth() -> i32 { return 3; }
fn take(acc: Acc, v: Acc) -> Acc { return fma(v, v, acc); }
fn finish(acc: Acc, count: i32) -> Acc { return sqrt(acc); }

// average-pre-counted on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
@group(0) @binding(3) var<storage, read> preScale: array<Elem>;
@group(0) @binding(4) var<storage, read> preShift: array<Elem>;
fn preOf(channel: u32) -> vec2f { return vec2f(f32(preScale[channel]), f32(preShift[channel])); }
fn pre(v: Acc, own: vec2f) -> Acc { return fma(v, own.x, own.y); }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 2; }
fn kernelWidth() -> i32 { return 2; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// average-pre-piece-f16 on nvidia
enable f16;
alias Elem = f16;
alias Acc = f32;
const OUTPUTS: u32 = 2u;
@group(0) @binding(3) var<storage, read> preScale: array<Elem>;
@group(0) @binding(4) var<storage, read> preShift: array<Elem>;
fn preOf(channel: u32) -> vec2f { return vec2f(f32(preScale[channel]), f32(preShift[channel])); }
fn pre(v: Acc, own: vec2f) -> Acc { return max((fma(v, own.x, own.y)), 0.0); }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 2; }
fn kernelWidth() -> i32 { return 2; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// densenet-transition on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 4u;
@group(0) @binding(3) var<storage, read> preScale: array<Elem>;
@group(0) @binding(4) var<storage, read> preShift: array<Elem>;
fn preOf(channel: u32) -> vec2f { return vec2f(f32(preScale[channel]), f32(preShift[channel])); }
fn pre(v: Acc, own: vec2f) -> Acc { return max((fma(v, own.x, own.y)), 0.0); }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 2; }
fn kernelWidth() -> i32 { return 2; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// densenet-tail on nvidia
alias Elem = f32;
alias Acc = f32;
const OUTPUTS: u32 = 1u;
@group(0) @binding(3) var<storage, read> preScale: array<Elem>;
@group(0) @binding(4) var<storage, read> preShift: array<Elem>;
fn preOf(channel: u32) -> vec2f { return vec2f(f32(preScale[channel]), f32(preShift[channel])); }
fn pre(v: Acc, own: vec2f) -> Acc { return max((fma(v, own.x, own.y)), 0.0); }
fn kernelDepth() -> i32 { return 1; }
fn kernelHeight() -> i32 { return 7; }
fn kernelWidth() -> i32 { return 7; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// In every case:
// y[c][o] = finish(take over the window's taps k of pre(x[c][o * stride - begin + k * dilation])), taps outside x left out.
// One thread makes OUTPUTS neighbours along the width, so that the row and depth arithmetic is shared.
// v1 one output a thread; v2 OUTPUTS of them and small windows written into the text: see the bench.
const WORKGROUP: u32 = 64u;

// @body
struct Params {
  count: u32, rowThreads: u32, outWidth: u32, outHeight: u32, outDepth: u32, channels: u32,
  depth: i32, height: i32, width: i32,
  kernelDepth: i32, kernelHeight: i32, kernelWidth: i32,
  strideDepth: i32, strideHeight: i32, strideWidth: i32,
  dilationDepth: i32, dilationHeight: i32, dilationWidth: i32,
  beginDepth: i32, beginHeight: i32, beginWidth: i32,
  lowDepth: i32, lowHeight: i32, lowWidth: i32,
  highDepth: i32, highHeight: i32, highWidth: i32,
  xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32,
  identityBits: u32, p: f32,
}
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read_write> y: array<Elem>;
@group(0) @binding(2) var<uniform> params: Params;

// How many of the taps start, start + dilation, ... lie in low..high-1.
fn counted(start: i32, taps: i32, dilation: i32, low: i32, high: i32) -> i32 {
  let first = max(0, (low - start + dilation - 1) / dilation);
  let last = min(taps, max(0, high - start + dilation - 1) / dilation);
  return max(0, last - first);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let i = id.x + id.y * groups.x * WORKGROUP;
  if (i >= params.count) { return; }
  let ow = i % params.rowThreads * OUTPUTS;
  let row = i / params.rowThreads;
  let plane = row / params.outHeight / params.outDepth;
  let startHeight = i32(row % params.outHeight) * params.strideHeight - params.beginHeight;
  let startDepth = i32(row / params.outHeight % params.outDepth) * params.strideDepth - params.beginDepth;
  let startWidth = i32(ow) * params.strideWidth - params.beginWidth;
  let area = params.height * params.width;
  let xPlane = plane / params.channels * params.xBatch + plane % params.channels * u32(area * params.depth);
  let x0 = i32(params.xOffset + xPlane);

  let own = preOf(plane % params.channels);
  var acc: array<Acc, OUTPUTS>;
  for (var r = 0u; r < OUTPUTS; r++) { acc[r] = bitcast<Acc>(params.identityBits); }
  for (var kd = 0; kd < kernelDepth(); kd++) {
    let d = startDepth + kd * params.dilationDepth;
    if (d < 0 || d >= params.depth) { continue; }
    for (var kh = 0; kh < kernelHeight(); kh++) {
      let h = startHeight + kh * params.dilationHeight;
      if (h < 0 || h >= params.height) { continue; }
      let line = x0 + d * area + h * params.width;
      for (var kw = 0; kw < kernelWidth(); kw++) {
        for (var r = 0u; r < OUTPUTS; r++) {
          let w = startWidth + i32(r) * params.strideWidth + kw * params.dilationWidth;
          let v = pre(Acc(x[line + clamp(w, 0, params.width - 1)]), own);
          acc[r] = select(acc[r], take(acc[r], v), w >= 0 && w < params.width);
        }
      }
    }
  }

  let rows = counted(startDepth, kernelDepth(), params.dilationDepth, params.lowDepth, params.highDepth)
    * counted(startHeight, kernelHeight(), params.dilationHeight, params.lowHeight, params.highHeight);
  let y0 = params.yOffset + plane / params.channels * params.yBatch
    + (plane % params.channels * params.outDepth * params.outHeight + row % (params.outHeight * params.outDepth)) * params.outWidth;
  for (var r = 0u; r < OUTPUTS; r++) {
    let start = startWidth + i32(r) * params.strideWidth;
    let across = counted(start, kernelWidth(), params.dilationWidth, params.lowWidth, params.highWidth);
    if (ow + r < params.outWidth) { y[y0 + ow + r] = Elem(finish(acc[r], rows * across)); }
  }
}
