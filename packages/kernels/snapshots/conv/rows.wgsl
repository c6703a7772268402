// 1d on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 5u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3 on lavapipe
// 3x3-stride-height on lavapipe
// 3x3-dilation-2 on lavapipe
// 3x3-view on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 8u;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-odd-sizes on lavapipe
// rau-net-64 on lavapipe
// super-resolution-256-1-32 on lavapipe
// super-resolution-512-1-32 on lavapipe
// rau-net-256-3-32 on lavapipe
// rau-net-256-64-32 on lavapipe
// rau-net-128-32-64 on lavapipe
// rau-net-128-128-64 on lavapipe
// rau-net-64-256-128 on lavapipe
// rau-net-32-512-256 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = false;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-narrow on lavapipe
// 3x3-valid on lavapipe
// 3x3-asymmetric-pads on lavapipe
// 3x3-dilation-3 on lavapipe
// 3x3-dilation-8 on lavapipe
// 3d-dilation-16 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 4u;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// 3x3-residual-odd on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 5u;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-view-unaligned on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 6u;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on lavapipe
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16-odd on lavapipe
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 8u;
const WIDE: bool = false;
const LIVE: u32 = 8u;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-3x3x3 on lavapipe
// meshnet-32 on lavapipe
// meshnet-64-1-5-dilation-1 on lavapipe
// meshnet-64-5-5-dilation-1 on lavapipe
// meshnet-64-5-5-dilation-2 on lavapipe
// meshnet-64-5-5-dilation-4 on lavapipe
// meshnet-64-5-5-dilation-8 on lavapipe
// meshnet-64-5-5-dilation-16 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 5u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3d-dilated on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 5u;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// densenet-growth-14 on lavapipe
// densenet-growth-56 on lavapipe
// densenet-growth-28 on lavapipe
// densenet-growth-7 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = false;
const LIVE: u32 = 8u;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

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
const WIDE: bool = false;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// super-resolution-256-32-4 on lavapipe
// super-resolution-512-32-1 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 4u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1d on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 5u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
alias Held = vec2f;
fn laneOf(e: Entry) -> u32 { return e.lane & 3u; }
fn hold(at: u32) -> Held { return vec2f(f32(w[at]), f32(w[at + 4u])); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h.x, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h.x, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h.x, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h.x, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h.y, 0u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h.y, 1u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h.y, 2u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h.y, 3u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3 on swiftshader
// 3x3-stride-height on swiftshader
// 3x3-dilation-2 on swiftshader
// 3x3-view on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 8u;
alias Held = vec2f;
fn laneOf(e: Entry) -> u32 { return e.lane & 3u; }
fn hold(at: u32) -> Held { return vec2f(f32(w[at]), f32(w[at + 4u])); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h.x, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h.x, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h.x, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h.x, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h.y, 0u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h.y, 1u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h.y, 2u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h.y, 3u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-odd-sizes on swiftshader
// rau-net-64 on swiftshader
// super-resolution-256-1-32 on swiftshader
// super-resolution-512-1-32 on swiftshader
// rau-net-256-3-32 on swiftshader
// rau-net-256-64-32 on swiftshader
// rau-net-128-32-64 on swiftshader
// rau-net-128-128-64 on swiftshader
// rau-net-64-256-128 on swiftshader
// rau-net-32-512-256 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = false;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
alias Held = vec2f;
fn laneOf(e: Entry) -> u32 { return e.lane & 3u; }
fn hold(at: u32) -> Held { return vec2f(f32(w[at]), f32(w[at + 4u])); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h.x, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h.x, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h.x, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h.x, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h.y, 0u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h.y, 1u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h.y, 2u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h.y, 3u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-narrow on swiftshader
// 3x3-valid on swiftshader
// 3x3-asymmetric-pads on swiftshader
// 3x3-dilation-3 on swiftshader
// 3x3-dilation-8 on swiftshader
// 3d-dilation-16 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 4u;
alias Held = vec2f;
fn laneOf(e: Entry) -> u32 { return e.lane & 3u; }
fn hold(at: u32) -> Held { return vec2f(f32(w[at]), f32(w[at + 4u])); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h.x, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h.x, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h.x, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h.x, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h.y, 0u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h.y, 1u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h.y, 2u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h.y, 3u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
alias Held = vec2f;
fn laneOf(e: Entry) -> u32 { return e.lane & 3u; }
fn hold(at: u32) -> Held { return vec2f(f32(w[at]), f32(w[at + 4u])); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h.x, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h.x, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h.x, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h.x, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h.y, 0u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h.y, 1u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h.y, 2u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h.y, 3u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// 3x3-residual-odd on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 5u;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
alias Held = vec2f;
fn laneOf(e: Entry) -> u32 { return e.lane & 3u; }
fn hold(at: u32) -> Held { return vec2f(f32(w[at]), f32(w[at + 4u])); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h.x, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h.x, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h.x, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h.x, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h.y, 0u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h.y, 1u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h.y, 2u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h.y, 3u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-view-unaligned on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 6u;
alias Held = vec2f;
fn laneOf(e: Entry) -> u32 { return e.lane & 3u; }
fn hold(at: u32) -> Held { return vec2f(f32(w[at]), f32(w[at + 4u])); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h.x, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h.x, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h.x, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h.x, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h.y, 0u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h.y, 1u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h.y, 2u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h.y, 3u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
alias Held = vec2f;
fn laneOf(e: Entry) -> u32 { return e.lane & 3u; }
fn hold(at: u32) -> Held { return vec2f(f32(w[at]), f32(w[at + 4u])); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h.x, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h.x, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h.x, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h.x, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h.y, 0u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h.y, 1u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h.y, 2u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h.y, 3u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16-odd on swiftshader
// densenet-growth-14 on swiftshader
// densenet-growth-56 on swiftshader
// densenet-growth-28 on swiftshader
// densenet-growth-7 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = false;
const LIVE: u32 = 8u;
alias Held = vec2f;
fn laneOf(e: Entry) -> u32 { return e.lane & 3u; }
fn hold(at: u32) -> Held { return vec2f(f32(w[at]), f32(w[at + 4u])); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h.x, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h.x, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h.x, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h.x, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h.y, 0u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h.y, 1u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h.y, 2u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h.y, 3u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-3x3x3 on swiftshader
// meshnet-32 on swiftshader
// meshnet-64-1-5-dilation-1 on swiftshader
// meshnet-64-5-5-dilation-1 on swiftshader
// meshnet-64-5-5-dilation-2 on swiftshader
// meshnet-64-5-5-dilation-4 on swiftshader
// meshnet-64-5-5-dilation-8 on swiftshader
// meshnet-64-5-5-dilation-16 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 5u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
alias Held = vec2f;
fn laneOf(e: Entry) -> u32 { return e.lane & 3u; }
fn hold(at: u32) -> Held { return vec2f(f32(w[at]), f32(w[at + 4u])); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h.x, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h.x, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h.x, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h.x, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h.y, 0u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h.y, 1u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h.y, 2u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h.y, 3u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3d-dilated on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 5u;
alias Held = vec2f;
fn laneOf(e: Entry) -> u32 { return e.lane & 3u; }
fn hold(at: u32) -> Held { return vec2f(f32(w[at]), f32(w[at + 4u])); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h.x, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h.x, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h.x, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h.x, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h.y, 0u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h.y, 1u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h.y, 2u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h.y, 3u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

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
const WIDE: bool = false;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
alias Held = vec2f;
fn laneOf(e: Entry) -> u32 { return e.lane & 3u; }
fn hold(at: u32) -> Held { return vec2f(f32(w[at]), f32(w[at + 4u])); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h.x, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h.x, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h.x, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h.x, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h.y, 0u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h.y, 1u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h.y, 2u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h.y, 3u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// super-resolution-256-32-4 on swiftshader
// super-resolution-512-32-1 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const WIDE: bool = true;
const LIVE: u32 = 4u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
alias Held = vec2f;
fn laneOf(e: Entry) -> u32 { return e.lane & 3u; }
fn hold(at: u32) -> Held { return vec2f(f32(w[at]), f32(w[at + 4u])); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h.x, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h.x, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h.x, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h.x, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h.y, 0u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h.y, 1u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h.y, 2u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h.y, 3u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1d on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const WIDE: bool = true;
const LIVE: u32 = 5u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3 on nvidia
// 3x3-stride-height on nvidia
// 3x3-view on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const WIDE: bool = true;
const LIVE: u32 = 8u;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-odd-sizes on nvidia
// rau-net-64 on nvidia
// super-resolution-256-1-32 on nvidia
// super-resolution-512-1-32 on nvidia
// rau-net-256-3-32 on nvidia
// rau-net-256-64-32 on nvidia
// rau-net-128-32-64 on nvidia
// rau-net-128-128-64 on nvidia
// rau-net-64-256-128 on nvidia
// rau-net-32-512-256 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const WIDE: bool = false;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-narrow on nvidia
// 3x3-valid on nvidia
// 3x3-asymmetric-pads on nvidia
// 3x3-dilation-3 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const WIDE: bool = true;
const LIVE: u32 = 4u;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const WIDE: bool = true;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// 3x3-residual-odd on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const WIDE: bool = true;
const LIVE: u32 = 5u;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-dilation-2 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const WIDE: bool = true;
const LIVE: u32 = 8u;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-dilation-8 on nvidia
// 3d-dilation-16 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const WIDE: bool = true;
const LIVE: u32 = 4u;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-view-unaligned on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const WIDE: bool = true;
const LIVE: u32 = 6u;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on nvidia
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 32u;
const WIDE: bool = true;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16-odd on nvidia
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 32u;
const WIDE: bool = false;
const LIVE: u32 = 8u;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-3x3x3 on nvidia
// meshnet-32 on nvidia
// meshnet-64-1-5-dilation-1 on nvidia
// meshnet-64-5-5-dilation-1 on nvidia
// meshnet-64-5-5-dilation-2 on nvidia
// meshnet-64-5-5-dilation-4 on nvidia
// meshnet-64-5-5-dilation-8 on nvidia
// meshnet-64-5-5-dilation-16 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const WIDE: bool = true;
const LIVE: u32 = 5u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3d-dilated on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const WIDE: bool = true;
const LIVE: u32 = 5u;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// densenet-growth-14 on nvidia
// densenet-growth-56 on nvidia
// densenet-growth-28 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const WIDE: bool = false;
const LIVE: u32 = 8u;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
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
const WIDE: bool = false;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// densenet-growth-7 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const WIDE: bool = false;
const LIVE: u32 = 8u;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// super-resolution-256-32-4 on nvidia
// super-resolution-512-32-1 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const WIDE: bool = true;
const LIVE: u32 = 4u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn hold(at: u32) -> Held { return f32(w[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// In every case:
enable subgroups;
// y[n, co, o] = after(residual + activation(bias[co] + sum over ci, k of w[co, ci, k] * x[n, ci, o * stride + k * dilation - pad]))
//
// Kernels of three taps along width (3x3, 3x3x3, any height and depth), stride 1 along width; constant weights packed
// [co / CHANNELS][ci][row of taps][3][CHANNELS]. One invocation computes four outputs of sixteen channels, or eight of eight, a dilation apart
// along width, so that the taps of neighbours fall on the same inputs: six loads of x for twelve of them, whatever the dilation.
// grid: blocks of channels run fastest, then tiles along width, rows, slices, folded over x and y; z: items of the batch.
// Ladder, 128 -> 32 channels, 3x3 at 28 x 28, lavapipe on two busy cores, GFLOP/s: nested loops 41; a channel's three taps together, one loop: 57.
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u, @builtin(local_invocation_index) local: u32, @builtin(subgroup_invocation_id) lane: u32 }

// @body
const CHANNELS = select(16u, 8u, WIDE);
const OUTPUTS = select(4u, 8u, WIDE);
struct Params {
  inChannels: u32, outChannels: u32, blocks: u32, kD: u32, kH: u32,
  inD: u32, inH: u32, inW: u32, outD: u32, outH: u32, outW: u32,
  strideD: u32, strideH: u32, dilationD: u32, dilationH: u32, dilationW: u32, padD: u32, padH: u32, padW: u32,
  xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32, residualOffset: u32, residualBatch: u32,
}
@group(0) @binding(7) var<uniform> params: Params;

alias Four = array<f32, 4>; // four outputs of one channel, a dilation apart
alias Tile = array<Four, 8>; // eight channels

fn add(sum: Four, w: f32, v: Four) -> Four {
  return Four(fma(w, v[0], sum[0]), fma(w, v[1], sum[1]), fma(w, v[2], sum[2]), fma(w, v[3], sum[3]));
}

struct Taps { a: Held, b: Held, c: Held }
alias Six = array<f32, 6>;

// The sums of a channel take all three taps before the next channel's turn, so that they pass through registers once.
fn taps(sum: Four, a: f32, b: f32, c: f32, v: Six) -> Four {
  let left = add(sum, a, Four(v[0], v[1], v[2], v[3]));
  let middle = add(left, b, Four(v[1], v[2], v[3], v[4]));
  return add(middle, c, Four(v[2], v[3], v[4], v[5]));
}

fn accumulate(t: ptr<function, Tile>, h: Taps, v: Six) {
  (*t)[0] = taps((*t)[0], w0(h.a), w0(h.b), w0(h.c), v);
  (*t)[1] = taps((*t)[1], w1(h.a), w1(h.b), w1(h.c), v);
  (*t)[2] = taps((*t)[2], w2(h.a), w2(h.b), w2(h.c), v);
  (*t)[3] = taps((*t)[3], w3(h.a), w3(h.b), w3(h.c), v);
  if (LIVE > 4u) { (*t)[4] = taps((*t)[4], w4(h.a), w4(h.b), w4(h.c), v); }
  if (LIVE > 5u) { (*t)[5] = taps((*t)[5], w5(h.a), w5(h.b), w5(h.c), v); }
  if (LIVE > 6u) { (*t)[6] = taps((*t)[6], w6(h.a), w6(h.b), w6(h.c), v); }
  if (LIVE > 7u) { (*t)[7] = taps((*t)[7], w7(h.a), w7(h.b), w7(h.c), v); }
}

fn store(v: f32, channel: u32, position: u32, item: u32) {
  let at = channel * params.outD * params.outH * params.outW + position;
  let sum = activate(v + biasOf(channel)) + residualAt(params.residualOffset + item * params.residualBatch + at);
  y[params.yOffset + item * params.yBatch + at] = Elem(finish(sum));
}

fn load(row: u32, column: u32, inside: bool) -> f32 {
  return select(0.0, f32(x[row + min(column, params.inW - 1u)]), inside && column < params.inW);
}

fn more(row: u32, column: u32, inside: bool) -> f32 {
  if (WIDE) { return load(row, column, inside); } else { return 0.0; }
}

@compute @workgroup_size(WORKGROUP)
fn main(e: Entry) {
  let p = params;
  let index = e.group.y * e.groups.x + e.group.x;
  let chunk = index % p.blocks;
  let item = e.group.z;
  let d = p.dilationW;
  // Outputs of a tile begin at one of `d` residues (or of all columns, if those are fewer).
  let residues = min(d, p.outW);
  let across = residues * ((p.outW + OUTPUTS * d - 1u) / (OUTPUTS * d));
  let tile = index / p.blocks * WORKGROUP + e.local;
  let ox = tile % across / residues * OUTPUTS * d + tile % residues;
  let oy = tile / across % p.outH;
  let slice = tile / (across * p.outH);
  let oz = min(slice, p.outD - 1u); // invocations past the end take part in the broadcasts and store nothing
  let column = ox - p.padW; // wraps to a huge number when negative
  var weights = chunk * p.inChannels * p.kD * p.kH * 3u * CHANNELS + laneOf(e);
  var t0: Tile;
  var t1: Tile;
  var plane = p.xOffset + item * p.xBatch;
  var kz = 0u;
  var ky = 0u;
  // One loop over input channels and rows of taps, not three: a loop on lavapipe carries every sum through a masked move each time round.
  for (var k = p.inChannels * p.kD * p.kH; k > 0u; k--) {
    let iz = oz * p.strideD + kz * p.dilationD - p.padD;
    let iy = oy * p.strideH + ky * p.dilationH - p.padH;
    let row = plane + (min(iz, p.inD - 1u) * p.inH + min(iy, p.inH - 1u)) * p.inW;
    let ok = iz < p.inD && iy < p.inH;
    let v0 = load(row, column, ok);
    let v1 = load(row, column + d, ok);
    let v2 = load(row, column + d * 2u, ok);
    let v3 = load(row, column + d * 3u, ok);
    let v4 = load(row, column + d * 4u, ok);
    let v5 = load(row, column + d * 5u, ok);
    let v6 = more(row, column + d * 6u, ok);
    let v7 = more(row, column + d * 7u, ok);
    let v8 = more(row, column + d * 8u, ok);
    let v9 = more(row, column + d * 9u, ok);
    let h = Taps(hold(weights), hold(weights + CHANNELS), hold(weights + CHANNELS * 2u));
    if (WIDE) {
      accumulate(&t0, h, Six(v0, v1, v2, v3, v4, v5));
      accumulate(&t1, h, Six(v4, v5, v6, v7, v8, v9));
    } else {
      let g = Taps(hold(weights + 8u), hold(weights + 24u), hold(weights + 40u));
      accumulate(&t0, h, Six(v0, v1, v2, v3, v4, v5));
      accumulate(&t1, g, Six(v0, v1, v2, v3, v4, v5));
    }
    weights += CHANNELS * 3u;
    ky = select(ky + 1u, 0u, ky + 1u == p.kH);
    kz = select(kz, select(kz + 1u, 0u, kz + 1u == p.kD), ky == 0u);
    plane += select(0u, p.inD * p.inH * p.inW, ky == 0u && kz == 0u);
  }
  let first = chunk * CHANNELS;
  let count = min(CHANNELS, p.outChannels - first);
  var sums = array<Tile, 2>(t0, t1);
  for (var i = 0u; i < count * OUTPUTS; i++) {
    let channel = i / OUTPUTS;
    let o = i % OUTPUTS;
    let half = select(channel / 8u, o / 4u, WIDE);
    if (ox + o * d < p.outW && slice < p.outD) {
      store(sums[half][channel % 8u][o % 4u], first + channel, (oz * p.outH + oy) * p.outW + ox + o * d, item);
    }
  }
}
