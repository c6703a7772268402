// 1x1 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 2u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-odd on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 2u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-residual on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 1u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 1x1-pre on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 2u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
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
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-pre-odd-view on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 2u;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
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
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-f16-pre on lavapipe
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 2u;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
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
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-1x1x1 on lavapipe
// rau-net-1x1-256-32-1 on lavapipe
// meshnet-64-1x1x1 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 1u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// tiles-1x1-groups on lavapipe
// densenet-transition-28 on lavapipe
// densenet-transition-14 on lavapipe
// densenet-transition-7 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 4u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// densenet-bottleneck-28 on lavapipe
// densenet-bottleneck-7 on lavapipe
// densenet-bottleneck-56-128 on lavapipe
// densenet-bottleneck-14-512 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 4u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
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
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// rau-net-1x1-256-3-32 on lavapipe
// rau-net-1x1-64-64-128 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 4u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 2u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-odd on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 2u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-residual on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 1u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 1x1-pre on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 2u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
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
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-pre-odd-view on swiftshader
// 1x1-f16-pre on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 2u;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
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
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-1x1x1 on swiftshader
// rau-net-1x1-256-32-1 on swiftshader
// meshnet-64-1x1x1 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 1u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// tiles-1x1-groups on swiftshader
// densenet-transition-28 on swiftshader
// densenet-transition-14 on swiftshader
// densenet-transition-7 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 4u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// densenet-bottleneck-28 on swiftshader
// densenet-bottleneck-7 on swiftshader
// densenet-bottleneck-56-128 on swiftshader
// densenet-bottleneck-14-512 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 4u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
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
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// rau-net-1x1-256-3-32 on swiftshader
// rau-net-1x1-64-64-128 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 4u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const BLOCKS: u32 = 2u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-odd on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const BLOCKS: u32 = 2u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-residual on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const BLOCKS: u32 = 1u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 1x1-pre on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const BLOCKS: u32 = 2u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
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
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-pre-odd-view on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const BLOCKS: u32 = 2u;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
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
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-f16-pre on nvidia
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 32u;
const BLOCKS: u32 = 2u;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
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
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-1x1x1 on nvidia
// rau-net-1x1-256-32-1 on nvidia
// meshnet-64-1x1x1 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const BLOCKS: u32 = 1u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// tiles-1x1-groups on nvidia
// densenet-transition-7 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const BLOCKS: u32 = 4u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// densenet-bottleneck-28 on nvidia
// densenet-bottleneck-56-128 on nvidia
// densenet-bottleneck-14-512 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const BLOCKS: u32 = 4u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
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
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// densenet-bottleneck-7 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const BLOCKS: u32 = 4u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
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
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// densenet-transition-28 on nvidia
// densenet-transition-14 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const BLOCKS: u32 = 4u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// rau-net-1x1-256-3-32 on nvidia
// rau-net-1x1-64-64-128 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const BLOCKS: u32 = 4u;
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
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// In every case:
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1, in any number of groups: products of matrices over positions s, whatever the number of spatial axes. The
// pre-activation of a DenseNet layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights
// packed [group][co / CHANNELS][ci][CHANNELS]. One invocation computes CHANNELS channels at four positions, WORKGROUP apart.
// grid: blocks of channels run fastest, then tiles of positions, folded over x and y; z: items of the batch, and groups of each.
// Ladder, 256 -> 128 channels at 56 x 56, lavapipe, GFLOP/s: 8 channels x 8 positions in vec4 registers 20, in scalars 28 (a loop carries a
// vec4 through memory there); 16 x 4: 32; 32 x 4: 39 to 47. Stores in one place only: each is code for every lane, and 128 of them took
// 1.5 s to compile.
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u, @builtin(local_invocation_index) local: u32, @builtin(subgroup_invocation_id) lane: u32 }

// @body
const CHANNELS = BLOCKS * 8u;
struct Params {
  inChannels: u32, outChannels: u32, groups: u32, blocks: u32, positions: u32, // channels and blocks of one group
  xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32, residualOffset: u32, residualBatch: u32,
}
@group(0) @binding(7) var<uniform> params: Params;

alias Four = array<f32, 4>; // one channel at four positions
alias Tile = array<Four, 8>; // eight channels

fn add(sum: Four, w: f32, v: Four) -> Four {
  return Four(fma(w, v[0], sum[0]), fma(w, v[1], sum[1]), fma(w, v[2], sum[2]), fma(w, v[3], sum[3]));
}

fn accumulate(t: ptr<function, Tile>, h: Held, v: Four) {
  (*t)[0] = add((*t)[0], w0(h), v);
  (*t)[1] = add((*t)[1], w1(h), v);
  (*t)[2] = add((*t)[2], w2(h), v);
  (*t)[3] = add((*t)[3], w3(h), v);
  (*t)[4] = add((*t)[4], w4(h), v);
  (*t)[5] = add((*t)[5], w5(h), v);
  (*t)[6] = add((*t)[6], w6(h), v);
  (*t)[7] = add((*t)[7], w7(h), v);
}

fn store(v: f32, channel: u32, position: u32, item: u32) {
  let at = channel * params.positions + position;
  let sum = activate(v + biasOf(channel)) + residualAt(params.residualOffset + item * params.residualBatch + at);
  y[params.yOffset + item * params.yBatch + at] = Elem(finish(sum));
}

@compute @workgroup_size(WORKGROUP)
fn main(e: Entry) {
  let p = params;
  let index = e.group.y * e.groups.x + e.group.x;
  let chunk = index % p.blocks;
  let item = e.group.z / p.groups;
  let group = e.group.z % p.groups;
  // Positions past the end take part in the broadcasts, read the last one, and are not stored.
  let start = index / p.blocks * WORKGROUP * 4u + e.local;
  let s = min(vec4u(start) + vec4u(0u, 1u, 2u, 3u) * WORKGROUP, vec4u(p.positions - 1u));
  var at = p.xOffset + item * p.xBatch + group * p.inChannels * p.positions;
  var weights = (group * p.blocks + chunk) * p.inChannels * CHANNELS + laneOf(e);
  var t0: Tile;
  var t1: Tile;
  var t2: Tile;
  var t3: Tile;
  for (var ci = 0u; ci < p.inChannels; ci++) {
    let scale = scaleOf(group * p.inChannels + ci);
    let shift = shiftOf(group * p.inChannels + ci);
    let v = Four(
      pre(affine(f32(x[at + s.x]), scale, shift)),
      pre(affine(f32(x[at + s.y]), scale, shift)),
      pre(affine(f32(x[at + s.z]), scale, shift)),
      pre(affine(f32(x[at + s.w]), scale, shift)),
    );
    // All loads come before all arithmetic: on lavapipe each is a branch a lane, and sums live across one go through memory.
    let h0 = hold(weights);
    let h1 = hold(weights + 8u);
    let h2 = hold(weights + 16u);
    let h3 = hold(weights + 24u);
    accumulate(&t0, h0, v);
    if (BLOCKS > 1u) { accumulate(&t1, h1, v); }
    if (BLOCKS > 2u) {
      accumulate(&t2, h2, v);
      accumulate(&t3, h3, v);
    }
    at += p.positions;
    weights += CHANNELS;
  }
  let first = chunk * CHANNELS;
  let count = min(CHANNELS, p.outChannels - first);
  var sums = array<Tile, 4>(t0, t1, t2, t3);
  for (var i = 0u; i < count * 4u; i++) {
    let position = start + i % 4u * WORKGROUP;
    if (position < p.positions) {
      store(sums[i / 32u][i / 4u % 8u][i % 4u], group * p.outChannels + first + i / 4u, position, item);
    }
  }
}
