// 1d on lavapipe
// 3x3-groups on lavapipe
// 3d-stride-2 on lavapipe
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
// 3x3-depthwise on lavapipe
// 2x4-even-kernel on lavapipe
// 1x1-stride-2 on lavapipe
// 3d-dilated on lavapipe
// 3d-dilation-16 on lavapipe
// 3d-depthwise on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 1u;
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 1u;
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
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on lavapipe
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 1u;
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
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 5x5-stride-2 on lavapipe
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return select(0.1f * v, v, v >= 0.0); }
fn finish(v: f32) -> f32 { return v; }

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
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
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
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 3d-3x3x3 on lavapipe
// meshnet-32 on lavapipe
// super-resolution-256-32-4 on lavapipe
// super-resolution-512-32-1 on lavapipe
// meshnet-64-1-5-dilation-1 on lavapipe
// meshnet-64-5-5-dilation-1 on lavapipe
// meshnet-64-5-5-dilation-2 on lavapipe
// meshnet-64-5-5-dilation-4 on lavapipe
// meshnet-64-5-5-dilation-8 on lavapipe
// meshnet-64-5-5-dilation-16 on lavapipe
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// tiles-groups on lavapipe
// densenet-stem on lavapipe
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// tiles-1x1-groups on lavapipe
// tiles-3d on lavapipe
// densenet-growth-14 on lavapipe
// densenet-transition-28 on lavapipe
// densenet-transition-14 on lavapipe
// densenet-transition-7 on lavapipe
// densenet-growth-56 on lavapipe
// densenet-growth-28 on lavapipe
// densenet-growth-7 on lavapipe
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
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// tiles-f16-flat-groups on lavapipe
enable f16;
alias Elem = f16;
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
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
const BLOCKS: u32 = 4u;
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1d on swiftshader
// 3x3-groups on swiftshader
// 3d-stride-2 on swiftshader
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
// 3x3-depthwise on swiftshader
// 2x4-even-kernel on swiftshader
// 1x1-stride-2 on swiftshader
// 3d-dilated on swiftshader
// 3d-dilation-16 on swiftshader
// 3d-depthwise on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 1u;
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 1u;
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
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const BLOCKS: u32 = 1u;
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
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 5x5-stride-2 on swiftshader
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return select(0.1f * v, v, v >= 0.0); }
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
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 3d-3x3x3 on swiftshader
// meshnet-32 on swiftshader
// super-resolution-256-32-4 on swiftshader
// super-resolution-512-32-1 on swiftshader
// meshnet-64-1-5-dilation-1 on swiftshader
// meshnet-64-5-5-dilation-1 on swiftshader
// meshnet-64-5-5-dilation-2 on swiftshader
// meshnet-64-5-5-dilation-4 on swiftshader
// meshnet-64-5-5-dilation-8 on swiftshader
// meshnet-64-5-5-dilation-16 on swiftshader
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// tiles-groups on swiftshader
// tiles-f16-flat-groups on swiftshader
// densenet-stem on swiftshader
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// tiles-1x1-groups on swiftshader
// tiles-3d on swiftshader
// densenet-growth-14 on swiftshader
// densenet-transition-28 on swiftshader
// densenet-transition-14 on swiftshader
// densenet-transition-7 on swiftshader
// densenet-growth-56 on swiftshader
// densenet-growth-28 on swiftshader
// densenet-growth-7 on swiftshader
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
const BLOCKS: u32 = 4u;
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1d on nvidia
// 3x3-groups on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3 on nvidia
// 3x3-dilation-2 on nvidia
// 3x3-dilation-8 on nvidia
// 3d-dilated on nvidia
// 3d-dilation-16 on nvidia
// 3d-depthwise on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const BLOCKS: u32 = 1u;
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
alias Elem = f32;
const WORKGROUP: u32 = 64u;
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
// 3x3-depthwise on nvidia
// 2x4-even-kernel on nvidia
// 1x1-stride-2 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const BLOCKS: u32 = 1u;
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
const WORKGROUP: u32 = 64u;
const BLOCKS: u32 = 1u;
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
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on nvidia
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 64u;
const BLOCKS: u32 = 1u;
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
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 5x5-stride-2 on nvidia
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return select(0.1f * v, v, v >= 0.0); }
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
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 3d-3x3x3 on nvidia
// meshnet-32 on nvidia
// super-resolution-256-32-4 on nvidia
// super-resolution-512-32-1 on nvidia
// meshnet-64-1-5-dilation-1 on nvidia
// meshnet-64-5-5-dilation-1 on nvidia
// meshnet-64-5-5-dilation-2 on nvidia
// meshnet-64-5-5-dilation-4 on nvidia
// meshnet-64-5-5-dilation-8 on nvidia
// meshnet-64-5-5-dilation-16 on nvidia
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3d-stride-2 on nvidia
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// tiles-groups on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// tiles-1x1-groups on nvidia
// densenet-transition-7 on nvidia
// densenet-growth-7 on nvidia
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
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// tiles-f16-flat-groups on nvidia
enable f16;
alias Elem = f16;
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// tiles-3d on nvidia
// densenet-growth-14 on nvidia
// densenet-transition-28 on nvidia
// densenet-transition-14 on nvidia
// densenet-growth-56 on nvidia
// densenet-growth-28 on nvidia
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
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// densenet-stem on nvidia
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
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
const BLOCKS: u32 = 4u;
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
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// In every case:
enable subgroups;
// y[n, co, o] = after(residual + activation(bias[co] + sum over ci, k of w[co, ci, k] * x[n, ci, o * stride + k * dilation - pad]))
//
// Any kernel, stride and number of groups; constant weights packed [group][co / CHANNELS][ci][tap][CHANNELS]. One invocation computes four
// outputs in a row of CHANNELS channels: CHANNELS x 4 multiply-adds for four loads of x and its lane's share of a tap's weights (packing.ts).
// grid: blocks of channels run fastest, then fours of outputs along width, rows, slices, folded over x and y; z: items of the batch, groups.
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u, @builtin(local_invocation_index) local: u32, @builtin(subgroup_invocation_id) lane: u32 }

// @body
const CHANNELS = BLOCKS * 8u;
struct Params {
  inChannels: u32, outChannels: u32, groups: u32, blocks: u32, // channels and blocks of one group
  inD: u32, inH: u32, inW: u32,
  outD: u32, outH: u32, outW: u32,
  kD: u32, kH: u32, kW: u32,
  strideD: u32, strideH: u32, strideW: u32,
  dilationD: u32, dilationH: u32, dilationW: u32,
  padD: u32, padH: u32, padW: u32,
  xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32, residualOffset: u32, residualBatch: u32,
}
@group(0) @binding(7) var<uniform> params: Params;

alias Four = array<f32, 4>; // four outputs in a row of one channel
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
  let at = channel * params.outD * params.outH * params.outW + position;
  let sum = activate(v + biasOf(channel)) + residualAt(params.residualOffset + item * params.residualBatch + at);
  y[params.yOffset + item * params.yBatch + at] = Elem(finish(sum));
}

fn load(row: u32, column: u32, inside: bool) -> f32 {
  return select(0.0, f32(x[row + min(column, params.inW - 1u)]), inside && column < params.inW);
}

@compute @workgroup_size(WORKGROUP)
fn main(e: Entry) {
  let p = params;
  let index = e.group.y * e.groups.x + e.group.x;
  let chunk = index % p.blocks;
  let item = e.group.z / p.groups;
  let group = e.group.z % p.groups;
  let four = index / p.blocks * WORKGROUP + e.local;
  let fours = (p.outW + 3u) / 4u;
  let ox = four % fours * 4u;
  let oy = four / fours % p.outH;
  let slice = four / (fours * p.outH);
  let oz = min(slice, p.outD - 1u); // invocations past the end take part in the broadcasts and store nothing
  var weights = (group * p.blocks + chunk) * p.inChannels * p.kD * p.kH * p.kW * CHANNELS + laneOf(e);
  var t0: Tile;
  var t1: Tile;
  var t2: Tile;
  var t3: Tile;
  var plane = p.xOffset + item * p.xBatch + group * p.inChannels * p.inD * p.inH * p.inW;
  var kz = 0u;
  var ky = 0u;
  var kx = 0u;
  // One loop over input channels and taps, not four: a loop on lavapipe carries every sum through a masked move each time round.
  for (var k = p.inChannels * p.kD * p.kH * p.kW; k > 0u; k--) {
    let iz = oz * p.strideD + kz * p.dilationD - p.padD; // wraps to a huge number when negative
    let iy = oy * p.strideH + ky * p.dilationH - p.padH;
    let row = plane + (min(iz, p.inD - 1u) * p.inH + min(iy, p.inH - 1u)) * p.inW;
    let inside = iz < p.inD && iy < p.inH;
    let ix = ox * p.strideW + kx * p.dilationW - p.padW;
    let v = Four(
      load(row, ix, inside),
      load(row, ix + p.strideW, inside),
      load(row, ix + p.strideW * 2u, inside),
      load(row, ix + p.strideW * 3u, inside),
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
    weights += CHANNELS;
    kx = select(kx + 1u, 0u, kx + 1u == p.kW);
    ky = select(ky, select(ky + 1u, 0u, ky + 1u == p.kH), kx == 0u);
    kz = select(kz, select(kz + 1u, 0u, kz + 1u == p.kD), kx == 0u && ky == 0u);
    plane += select(0u, p.inD * p.inH * p.inW, kx == 0u && ky == 0u && kz == 0u);
  }
  let first = chunk * CHANNELS;
  let count = min(CHANNELS, p.outChannels - first);
  var sums = array<Tile, 4>(t0, t1, t2, t3);
  let position = (oz * p.outH + oy) * p.outW + ox;
  for (var i = 0u; i < count * 4u; i++) {
    if (ox + i % 4u < p.outW && slice < p.outD) {
      store(sums[i / 32u][i / 4u % 8u][i % 4u], group * p.outChannels + first + i / 4u, position + i % 4u, item);
    }
  }
}
