const WORKGROUP: u32 = 64u;

// On lavapipe, in every case:
const OUTPUTS: u32 = 1u;
fn kernelDepth() -> i32 { return params.kernelDepth; }
fn kernelHeight() -> i32 { return params.kernelHeight; }
fn kernelWidth() -> i32 { return params.kernelWidth; }

// On swiftshader, in every case:
const OUTPUTS: u32 = 1u;
fn kernelDepth() -> i32 { return params.kernelDepth; }
fn kernelHeight() -> i32 { return params.kernelHeight; }
fn kernelWidth() -> i32 { return params.kernelWidth; }

// On nvidia, in every case:

// max-1d on lavapipe, swiftshader; max-2x2 on lavapipe, swiftshader; max-3x3-pads on lavapipe, swiftshader; max-3d-dilated on lavapipe, swiftshader; max-ceil on lavapipe, swiftshader; max-piece on lavapipe, swiftshader; max-f16 on swiftshader:
alias Elem = f32;
alias Acc = f32;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn take(acc: Acc, v: Acc) -> Acc { return max(acc, v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// average-1d on lavapipe, swiftshader; average-2x2 on lavapipe, swiftshader; average-3x3-pads on lavapipe, swiftshader; average-3d-dilated on lavapipe, swiftshader; average-ceil on lavapipe, swiftshader; average-include-pad on lavapipe, swiftshader; average-include-pad-ceil on lavapipe, swiftshader; average-uneven-pads on lavapipe, swiftshader; average-only-padding on lavapipe, swiftshader; average-global on lavapipe, swiftshader; average-f16 on swiftshader:
alias Elem = f32;
alias Acc = f32;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// lp-1d on lavapipe, swiftshader; lp-2x2 on lavapipe, swiftshader; lp-3x3-pads on lavapipe, swiftshader; lp-3d-dilated on lavapipe, swiftshader; lp-ceil on lavapipe, swiftshader:
alias Elem = f32;
alias Acc = f32;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn take(acc: Acc, v: Acc) -> Acc { return fma(v, v, acc); }
fn finish(acc: Acc, count: i32) -> Acc { return sqrt(acc); }

// lp-1 on lavapipe, swiftshader:
alias Elem = f32;
alias Acc = f32;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + abs(v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// lp-3 on lavapipe, swiftshader:
alias Elem = f32;
alias Acc = f32;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + select(pow(abs(v), params.p), 0.0, abs(v) == 0.0); }
fn finish(acc: Acc, count: i32) -> Acc { return select(pow(acc, 1.0 / params.p), 0.0, acc == 0.0); }

// max-f16 on lavapipe:
enable f16;
alias Elem = f16;
alias Acc = f32;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn take(acc: Acc, v: Acc) -> Acc { return max(acc, v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// average-f16 on lavapipe:
enable f16;
alias Elem = f16;
alias Acc = f32;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// max-uint8 on lavapipe, swiftshader; max-int8 on lavapipe, swiftshader:
alias Elem = i32;
alias Acc = i32;
fn preOf(channel: u32) -> vec2f { return vec2f(); }
fn pre(v: Acc, own: vec2f) -> Acc { return v; }
fn take(acc: Acc, v: Acc) -> Acc { return max(acc, v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// max-pre on lavapipe, swiftshader:
alias Elem = f32;
alias Acc = f32;
@group(0) @binding(3) var<storage, read> preScale: array<Elem>;
@group(0) @binding(4) var<storage, read> preShift: array<Elem>;
fn preOf(channel: u32) -> vec2f { return vec2f(f32(preScale[channel]), f32(preShift[channel])); }
fn pre(v: Acc, own: vec2f) -> Acc { return max((fma(v, own.x, own.y)), 0.0); }
fn take(acc: Acc, v: Acc) -> Acc { return max(acc, v); }
fn finish(acc: Acc, count: i32) -> Acc { return acc; }

// average-pre on lavapipe, swiftshader; average-pre-piece-f16 on swiftshader:
alias Elem = f32;
alias Acc = f32;
@group(0) @binding(3) var<storage, read> preScale: array<Elem>;
@group(0) @binding(4) var<storage, read> preShift: array<Elem>;
fn preOf(channel: u32) -> vec2f { return vec2f(f32(preScale[channel]), f32(preShift[channel])); }
fn pre(v: Acc, own: vec2f) -> Acc { return max((fma(v, own.x, own.y)), 0.0); }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// lp-pre on lavapipe, swiftshader:
alias Elem = f32;
alias Acc = f32;
@group(0) @binding(3) var<storage, read> preScale: array<Elem>;
@group(0) @binding(4) var<storage, read> preShift: array<Elem>;
fn preOf(channel: u32) -> vec2f { return vec2f(f32(preScale[channel]), f32(preShift[channel])); }
fn pre(v: Acc, own: vec2f) -> Acc { return max((fma(v, own.x, own.y)), 0.0); }
fn take(acc: Acc, v: Acc) -> Acc { return fma(v, v, acc); }
fn finish(acc: Acc, count: i32) -> Acc { return sqrt(acc); }

// average-pre-counted on lavapipe, swiftshader:
alias Elem = f32;
alias Acc = f32;
@group(0) @binding(3) var<storage, read> preScale: array<Elem>;
@group(0) @binding(4) var<storage, read> preShift: array<Elem>;
fn preOf(channel: u32) -> vec2f { return vec2f(f32(preScale[channel]), f32(preShift[channel])); }
fn pre(v: Acc, own: vec2f) -> Acc { return fma(v, own.x, own.y); }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// average-pre-piece-f16 on lavapipe:
enable f16;
alias Elem = f16;
alias Acc = f32;
@group(0) @binding(3) var<storage, read> preScale: array<Elem>;
@group(0) @binding(4) var<storage, read> preShift: array<Elem>;
fn preOf(channel: u32) -> vec2f { return vec2f(f32(preScale[channel]), f32(preShift[channel])); }
fn pre(v: Acc, own: vec2f) -> Acc { return max((fma(v, own.x, own.y)), 0.0); }
fn take(acc: Acc, v: Acc) -> Acc { return acc + v; }
fn finish(acc: Acc, count: i32) -> Acc { return acc / f32(max(count, 1)); }

// max-1d on nvidia:
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

// average-1d on nvidia:
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

// lp-1d on nvidia:
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

// max-2x2 on nvidia:
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

// average-2x2 on nvidia; average-uneven-pads on nvidia:
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

// lp-2x2 on nvidia:
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

// max-3x3-pads on nvidia; max-ceil on nvidia:
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

// average-3x3-pads on nvidia; average-ceil on nvidia; average-include-pad on nvidia:
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

// lp-3x3-pads on nvidia; lp-ceil on nvidia:
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

// max-3d-dilated on nvidia:
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

// average-3d-dilated on nvidia:
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

// lp-3d-dilated on nvidia:
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

// average-include-pad-ceil on nvidia:
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

// average-only-padding on nvidia:
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

// lp-1 on nvidia:
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

// lp-3 on nvidia:
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

// max-f16 on nvidia:
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

// average-f16 on nvidia:
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

// max-uint8 on nvidia; max-int8 on nvidia:
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

// average-global on nvidia:
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

// max-piece on nvidia:
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

// max-pre on nvidia:
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

// average-pre on nvidia:
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

// lp-pre on nvidia:
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

// average-pre-counted on nvidia:
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

// average-pre-piece-f16 on nvidia:
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
