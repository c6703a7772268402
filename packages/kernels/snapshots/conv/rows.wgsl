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

// 1d on lavapipe:
alias Elem = f32;
const WIDE: bool = true;
const LIVE: u32 = 5u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3 on lavapipe; 3x3-stride-height on lavapipe; 3x3-dilation-2 on lavapipe; 3x3-view on lavapipe:
alias Elem = f32;
const WIDE: bool = true;
const LIVE: u32 = 8u;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-odd-sizes on lavapipe:
alias Elem = f32;
const WIDE: bool = false;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-narrow on lavapipe; 3x3-valid on lavapipe; 3x3-asymmetric-pads on lavapipe; 3x3-dilation-3 on lavapipe; 3x3-dilation-8 on lavapipe; 3d-dilation-16 on lavapipe:
alias Elem = f32;
const WIDE: bool = true;
const LIVE: u32 = 4u;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on lavapipe:
alias Elem = f32;
const WIDE: bool = true;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// 3x3-residual-odd on lavapipe:
alias Elem = f32;
const WIDE: bool = true;
const LIVE: u32 = 5u;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-view-unaligned on lavapipe:
alias Elem = f32;
const WIDE: bool = true;
const LIVE: u32 = 6u;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on lavapipe:
enable f16;
alias Elem = f16;
const WIDE: bool = true;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16-odd on lavapipe:
enable f16;
alias Elem = f16;
const WIDE: bool = false;
const LIVE: u32 = 8u;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-3x3x3 on lavapipe:
alias Elem = f32;
const WIDE: bool = true;
const LIVE: u32 = 5u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3d-dilated on lavapipe:
alias Elem = f32;
const WIDE: bool = true;
const LIVE: u32 = 5u;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1d on swiftshader:
const WIDE: bool = true;
const LIVE: u32 = 5u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3 on swiftshader; 3x3-stride-height on swiftshader; 3x3-dilation-2 on swiftshader; 3x3-view on swiftshader:
const WIDE: bool = true;
const LIVE: u32 = 8u;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-odd-sizes on swiftshader:
const WIDE: bool = false;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-narrow on swiftshader; 3x3-valid on swiftshader; 3x3-asymmetric-pads on swiftshader; 3x3-dilation-3 on swiftshader; 3x3-dilation-8 on swiftshader; 3d-dilation-16 on swiftshader:
const WIDE: bool = true;
const LIVE: u32 = 4u;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on swiftshader:
const WIDE: bool = true;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// 3x3-residual-odd on swiftshader:
const WIDE: bool = true;
const LIVE: u32 = 5u;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-view-unaligned on swiftshader:
const WIDE: bool = true;
const LIVE: u32 = 6u;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on swiftshader:
const WIDE: bool = true;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16-odd on swiftshader:
const WIDE: bool = false;
const LIVE: u32 = 8u;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-3x3x3 on swiftshader:
const WIDE: bool = true;
const LIVE: u32 = 5u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3d-dilated on swiftshader:
const WIDE: bool = true;
const LIVE: u32 = 5u;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1d on nvidia:
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const WIDE: bool = true;
const LIVE: u32 = 5u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3 on nvidia; 3x3-stride-height on nvidia; 3x3-view on nvidia:
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const WIDE: bool = true;
const LIVE: u32 = 8u;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-odd-sizes on nvidia:
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const WIDE: bool = false;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-narrow on nvidia; 3x3-valid on nvidia; 3x3-asymmetric-pads on nvidia; 3x3-dilation-3 on nvidia:
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const WIDE: bool = true;
const LIVE: u32 = 4u;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on nvidia:
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const WIDE: bool = true;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// 3x3-residual-odd on nvidia:
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const WIDE: bool = true;
const LIVE: u32 = 5u;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-dilation-2 on nvidia:
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const WIDE: bool = true;
const LIVE: u32 = 8u;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-dilation-8 on nvidia; 3d-dilation-16 on nvidia:
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const WIDE: bool = true;
const LIVE: u32 = 4u;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-view-unaligned on nvidia:
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const WIDE: bool = true;
const LIVE: u32 = 6u;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on nvidia:
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 32u;
const WIDE: bool = true;
const LIVE: u32 = 8u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16-odd on nvidia:
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 32u;
const WIDE: bool = false;
const LIVE: u32 = 8u;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-3x3x3 on nvidia:
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const WIDE: bool = true;
const LIVE: u32 = 5u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3d-dilated on nvidia:
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const WIDE: bool = true;
const LIVE: u32 = 5u;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }
