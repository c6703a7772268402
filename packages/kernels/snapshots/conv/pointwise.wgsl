enable subgroups;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u, @builtin(local_invocation_index) local: u32, @builtin(subgroup_invocation_id) lane: u32 }

// On lavapipe, in every case:
const WORKGROUP: u32 = 8u;
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

// On swiftshader, in every case:
alias Elem = f32;
const WORKGROUP: u32 = 8u;
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

// On nvidia, in every case:
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

// 1x1 on lavapipe:
alias Elem = f32;
const BLOCKS: u32 = 2u;
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-odd on lavapipe:
alias Elem = f32;
const BLOCKS: u32 = 2u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-residual on lavapipe:
alias Elem = f32;
const BLOCKS: u32 = 1u;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 1x1-pre on lavapipe:
alias Elem = f32;
const BLOCKS: u32 = 2u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-pre-odd-view on lavapipe:
alias Elem = f32;
const BLOCKS: u32 = 2u;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-f16-pre on lavapipe:
enable f16;
alias Elem = f16;
const BLOCKS: u32 = 2u;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-1x1x1 on lavapipe:
alias Elem = f32;
const BLOCKS: u32 = 1u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// tiles-1x1-groups on lavapipe:
alias Elem = f32;
const BLOCKS: u32 = 4u;
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1 on swiftshader:
const BLOCKS: u32 = 2u;
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-odd on swiftshader:
const BLOCKS: u32 = 2u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-residual on swiftshader:
const BLOCKS: u32 = 1u;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 1x1-pre on swiftshader:
const BLOCKS: u32 = 2u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-pre-odd-view on swiftshader; 1x1-f16-pre on swiftshader:
const BLOCKS: u32 = 2u;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-1x1x1 on swiftshader:
const BLOCKS: u32 = 1u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// tiles-1x1-groups on swiftshader:
const BLOCKS: u32 = 4u;
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1 on nvidia:
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const BLOCKS: u32 = 2u;
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-odd on nvidia:
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const BLOCKS: u32 = 2u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-residual on nvidia:
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const BLOCKS: u32 = 1u;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 1x1-pre on nvidia:
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const BLOCKS: u32 = 2u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-pre-odd-view on nvidia:
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const BLOCKS: u32 = 2u;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-f16-pre on nvidia:
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 32u;
const BLOCKS: u32 = 2u;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn scaleOf(channel: u32) -> f32 { return f32(preScale[channel]); }
fn shiftOf(channel: u32) -> f32 { return f32(preShift[channel]); }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return fma(v, scale, shift); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-1x1x1 on nvidia:
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const BLOCKS: u32 = 1u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// tiles-1x1-groups on nvidia:
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const BLOCKS: u32 = 4u;
fn scaleOf(channel: u32) -> f32 { return 0.0; }
fn shiftOf(channel: u32) -> f32 { return 0.0; }
fn affine(v: f32, scale: f32, shift: f32) -> f32 { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }
