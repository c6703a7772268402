// 1d on lavapipe
// 3d-stride-2 on lavapipe
// 3d-1x1x1 on lavapipe
// rau-net-1x1-256-3-32 on lavapipe
// rau-net-1x1-64-64-128 on lavapipe
// rau-net-1x1-256-32-1 on lavapipe
// meshnet-64-1x1x1 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3 on lavapipe
// 3x3-narrow on lavapipe
// 3x3-valid on lavapipe
// 3x3-stride-height on lavapipe
// 3x3-asymmetric-pads on lavapipe
// 3x3-dilation-2 on lavapipe
// 3x3-dilation-3 on lavapipe
// 3x3-dilation-8 on lavapipe
// 3x3-view on lavapipe
// 3x3-view-unaligned on lavapipe
// 2x4-even-kernel on lavapipe
// 1x1 on lavapipe
// 1x1-stride-2 on lavapipe
// 3d-dilated on lavapipe
// 3d-dilation-16 on lavapipe
// densenet-growth-14 on lavapipe
// densenet-transition-28 on lavapipe
// densenet-transition-14 on lavapipe
// densenet-transition-7 on lavapipe
// densenet-growth-56 on lavapipe
// densenet-growth-28 on lavapipe
// densenet-growth-7 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-odd-sizes on lavapipe
// 1x1-odd on lavapipe
// 3d-3x3x3 on lavapipe
// densenet-stem on lavapipe
// rau-net-64 on lavapipe
// meshnet-32 on lavapipe
// super-resolution-256-1-32 on lavapipe
// super-resolution-256-32-4 on lavapipe
// super-resolution-512-1-32 on lavapipe
// super-resolution-512-32-1 on lavapipe
// rau-net-256-3-32 on lavapipe
// rau-net-256-64-32 on lavapipe
// rau-net-128-32-64 on lavapipe
// rau-net-128-128-64 on lavapipe
// rau-net-64-256-128 on lavapipe
// rau-net-32-512-256 on lavapipe
// meshnet-64-1-5-dilation-1 on lavapipe
// meshnet-64-5-5-dilation-1 on lavapipe
// meshnet-64-5-5-dilation-2 on lavapipe
// meshnet-64-5-5-dilation-4 on lavapipe
// meshnet-64-5-5-dilation-8 on lavapipe
// meshnet-64-5-5-dilation-16 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// 3x3-residual-odd on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on lavapipe
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16-odd on lavapipe
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 8u;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 5x5-stride-2 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return select(0.1f * v, v, v >= 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-residual on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// super-resolution-128 on lavapipe
// super-resolution-256-32-32-residual on lavapipe
// super-resolution-512-32-32-residual on lavapipe
// rau-net-256-32-32-residual on lavapipe
// rau-net-128-64-64-residual on lavapipe
// rau-net-64-128-128-residual on lavapipe
// rau-net-32-256-256-residual on lavapipe
// rau-net-16-512-512-residual on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1d on swiftshader
// 3d-stride-2 on swiftshader
// 3d-1x1x1 on swiftshader
// rau-net-1x1-256-3-32 on swiftshader
// rau-net-1x1-64-64-128 on swiftshader
// rau-net-1x1-256-32-1 on swiftshader
// meshnet-64-1x1x1 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3 on swiftshader
// 3x3-narrow on swiftshader
// 3x3-valid on swiftshader
// 3x3-stride-height on swiftshader
// 3x3-asymmetric-pads on swiftshader
// 3x3-dilation-2 on swiftshader
// 3x3-dilation-3 on swiftshader
// 3x3-dilation-8 on swiftshader
// 3x3-view on swiftshader
// 3x3-view-unaligned on swiftshader
// 3x3-f16-odd on swiftshader
// 2x4-even-kernel on swiftshader
// 1x1 on swiftshader
// 1x1-stride-2 on swiftshader
// 3d-dilated on swiftshader
// 3d-dilation-16 on swiftshader
// densenet-growth-14 on swiftshader
// densenet-transition-28 on swiftshader
// densenet-transition-14 on swiftshader
// densenet-transition-7 on swiftshader
// densenet-growth-56 on swiftshader
// densenet-growth-28 on swiftshader
// densenet-growth-7 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-odd-sizes on swiftshader
// 1x1-odd on swiftshader
// 3d-3x3x3 on swiftshader
// densenet-stem on swiftshader
// rau-net-64 on swiftshader
// meshnet-32 on swiftshader
// super-resolution-256-1-32 on swiftshader
// super-resolution-256-32-4 on swiftshader
// super-resolution-512-1-32 on swiftshader
// super-resolution-512-32-1 on swiftshader
// rau-net-256-3-32 on swiftshader
// rau-net-256-64-32 on swiftshader
// rau-net-128-32-64 on swiftshader
// rau-net-128-128-64 on swiftshader
// rau-net-64-256-128 on swiftshader
// rau-net-32-512-256 on swiftshader
// meshnet-64-1-5-dilation-1 on swiftshader
// meshnet-64-5-5-dilation-1 on swiftshader
// meshnet-64-5-5-dilation-2 on swiftshader
// meshnet-64-5-5-dilation-4 on swiftshader
// meshnet-64-5-5-dilation-8 on swiftshader
// meshnet-64-5-5-dilation-16 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// 3x3-residual-odd on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on swiftshader
// super-resolution-128 on swiftshader
// super-resolution-256-32-32-residual on swiftshader
// super-resolution-512-32-32-residual on swiftshader
// rau-net-256-32-32-residual on swiftshader
// rau-net-128-64-64-residual on swiftshader
// rau-net-64-128-128-residual on swiftshader
// rau-net-32-256-256-residual on swiftshader
// rau-net-16-512-512-residual on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 5x5-stride-2 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return select(0.1f * v, v, v >= 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-residual on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 1d on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3 on nvidia
// 3x3-dilation-2 on nvidia
// 3x3-dilation-8 on nvidia
// 3d-dilated on nvidia
// 3d-dilation-16 on nvidia
// densenet-growth-14 on nvidia
// densenet-transition-28 on nvidia
// densenet-transition-14 on nvidia
// densenet-growth-56 on nvidia
// densenet-growth-28 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-odd-sizes on nvidia
// 3d-3x3x3 on nvidia
// densenet-stem on nvidia
// rau-net-64 on nvidia
// meshnet-32 on nvidia
// super-resolution-256-1-32 on nvidia
// super-resolution-256-32-4 on nvidia
// super-resolution-512-1-32 on nvidia
// super-resolution-512-32-1 on nvidia
// rau-net-256-3-32 on nvidia
// rau-net-256-64-32 on nvidia
// rau-net-128-32-64 on nvidia
// rau-net-128-128-64 on nvidia
// rau-net-64-256-128 on nvidia
// rau-net-32-512-256 on nvidia
// meshnet-64-1-5-dilation-1 on nvidia
// meshnet-64-5-5-dilation-1 on nvidia
// meshnet-64-5-5-dilation-2 on nvidia
// meshnet-64-5-5-dilation-4 on nvidia
// meshnet-64-5-5-dilation-8 on nvidia
// meshnet-64-5-5-dilation-16 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-narrow on nvidia
// 3x3-valid on nvidia
// 3x3-stride-height on nvidia
// 3x3-asymmetric-pads on nvidia
// 3x3-dilation-3 on nvidia
// 3x3-view on nvidia
// 3x3-view-unaligned on nvidia
// 2x4-even-kernel on nvidia
// 1x1 on nvidia
// 1x1-stride-2 on nvidia
// densenet-transition-7 on nvidia
// densenet-growth-7 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// 3x3-residual-odd on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on nvidia
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 64u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16-odd on nvidia
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 32u;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 5x5-stride-2 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return select(0.1f * v, v, v >= 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-odd on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-residual on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 3d-stride-2 on nvidia
// 3d-1x1x1 on nvidia
// rau-net-1x1-256-3-32 on nvidia
// rau-net-1x1-64-64-128 on nvidia
// rau-net-1x1-256-32-1 on nvidia
// meshnet-64-1x1x1 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// super-resolution-128 on nvidia
// super-resolution-256-32-32-residual on nvidia
// super-resolution-512-32-32-residual on nvidia
// rau-net-256-32-32-residual on nvidia
// rau-net-128-64-64-residual on nvidia
// rau-net-64-128-128-residual on nvidia
// rau-net-32-256-256-residual on nvidia
// rau-net-16-512-512-residual on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 1u)]), vec4f()); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// In every case:
enable subgroups;
// y[n, co, o] = after(residual + activation(bias[co] + sum over ci, k of w[co, ci, k] * x[n, ci, o * stride + k * dilation - pad]))
//
// Any kernel and stride, one group, constant weights packed [co / 8][ci][tap][8]. One invocation computes four outputs in a row
// of eight channels: 32 multiply-adds for four loads of x and the lane's share of a tap's weights (see packing.ts).
// id.x: four outputs along width, rows, slices; id.y: block of eight output channels; id.z: item of the batch.
// Ladder, 7x7 stride 2 stem of DenseNet-121 on lavapipe: one channel an invocation (direct.wgsl), then eight.
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }

// @body
struct Params {
  inChannels: u32, outChannels: u32,
  inD: u32, inH: u32, inW: u32,
  outD: u32, outH: u32, outW: u32,
  kD: u32, kH: u32, kW: u32,
  strideD: u32, strideH: u32, strideW: u32,
  dilationD: u32, dilationH: u32, dilationW: u32,
  padD: u32, padH: u32, padW: u32,
  xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32, residualOffset: u32, residualBatch: u32,
}
@group(0) @binding(7) var<uniform> params: Params;

fn store(v: f32, channel: u32, at: u32, item: u32) {
  let p = params;
  let sum = activate(v + biasOf(channel)) + residualAt(p.residualOffset + item * p.residualBatch + at);
  y[p.yOffset + item * p.yBatch + at] = Elem(finish(sum));
}

@compute @workgroup_size(WORKGROUP)
fn main(e: Entry) {
  let p = params;
  let fours = (p.outW + 3u) / 4u;
  let ox = (e.id.x % fours) * 4u;
  let oy = (e.id.x / fours) % p.outH;
  let slice = e.id.x / (fours * p.outH);
  let oz = min(slice, p.outD - 1u); // invocations past the end take part in the broadcasts and store nothing
  let inPlane = p.inD * p.inH * p.inW;
  var base = e.id.y * p.inChannels * p.kD * p.kH * p.kW * 2u;
  var s: array<vec4f, 8>;
  for (var ci = 0u; ci < p.inChannels; ci++) {
    let plane = p.xOffset + e.id.z * p.xBatch + ci * inPlane;
    for (var kz = 0u; kz < p.kD; kz++) {
      let iz = oz * p.strideD + kz * p.dilationD - p.padD; // wraps to a huge number when negative
      for (var ky = 0u; ky < p.kH; ky++) {
        let iy = oy * p.strideH + ky * p.dilationH - p.padH;
        let row = plane + (min(iz, p.inD - 1u) * p.inH + min(iy, p.inH - 1u)) * p.inW;
        let inside = iz < p.inD && iy < p.inH;
        for (var kx = 0u; kx < p.kW; kx++) {
          let h = hold(base, e);
          let ix = vec4u(ox, ox + 1u, ox + 2u, ox + 3u) * p.strideW + kx * p.dilationW - p.padW;
          let at = row + min(ix, vec4u(p.inW - 1u));
          let all = vec4f(f32(x[at.x]), f32(x[at.y]), f32(x[at.z]), f32(x[at.w]));
          let v = select(vec4f(), all, (ix < vec4u(p.inW)) & vec4<bool>(inside));
          let a = w0(h);
          let b = w1(h);
          s[0] = fma(vec4f(a.x), v, s[0]);
          s[1] = fma(vec4f(a.y), v, s[1]);
          s[2] = fma(vec4f(a.z), v, s[2]);
          s[3] = fma(vec4f(a.w), v, s[3]);
          s[4] = fma(vec4f(b.x), v, s[4]);
          s[5] = fma(vec4f(b.y), v, s[5]);
          s[6] = fma(vec4f(b.z), v, s[6]);
          s[7] = fma(vec4f(b.w), v, s[7]);
          base += 2u;
        }
      }
    }
  }
  if (slice >= p.outD) { return; }
  let position = (oz * p.outH + oy) * p.outW + ox;
  let first = e.id.y * 8u;
  let count = min(p.outW - ox, 4u);
  let channels = min(8u, p.outChannels - first);
  var rest = s;
  for (var c = 0u; c < channels; c++) {
    let at = (first + c) * p.outD * p.outH * p.outW + position;
    for (var i = 0u; i < count; i++) { store(rest[c][i], first + c, at + i, e.id.z); }
  }
}
