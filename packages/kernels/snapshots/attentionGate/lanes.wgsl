enable subgroups;
@group(0) @binding(1) var<storage, read> x: array<Elem>;
@group(0) @binding(2) var<storage, read> wg: array<Elem>;
@group(0) @binding(3) var<storage, read> wx: array<Elem>;
@group(0) @binding(4) var<storage, read> bias: array<Elem>;
@group(0) @binding(5) var<storage, read> psi: array<Elem>;
@group(0) @binding(6) var<storage, read> psiBias: array<Elem>;
@group(0) @binding(7) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u, @builtin(local_invocation_index) local: u32, @builtin(subgroup_invocation_id) lane: u32 }

// On lavapipe, in every case:
const WORKGROUP: u32 = 8u;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn holdGate(at: u32) -> Held { return f32(wg[at]); }
fn holdX(at: u32) -> Held { return f32(wx[at]); }
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
fn holdGate(at: u32) -> Held { return vec2f(f32(wg[at]), f32(wg[at + 4u])); }
fn holdX(at: u32) -> Held { return vec2f(f32(wx[at]), f32(wx[at + 4u])); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h.x, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h.x, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h.x, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h.x, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h.y, 0u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h.y, 1u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h.y, 2u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h.y, 3u); }

// On nvidia, in every case:
const WORKGROUP: u32 = 64u;
alias Held = f32;
fn laneOf(e: Entry) -> u32 { return e.lane & 7u; }
fn holdGate(at: u32) -> Held { return f32(wg[at]); }
fn holdX(at: u32) -> Held { return f32(wx[at]); }
fn w0(h: Held) -> f32 { return subgroupBroadcast(h, 0u); }
fn w1(h: Held) -> f32 { return subgroupBroadcast(h, 1u); }
fn w2(h: Held) -> f32 { return subgroupBroadcast(h, 2u); }
fn w3(h: Held) -> f32 { return subgroupBroadcast(h, 3u); }
fn w4(h: Held) -> f32 { return subgroupBroadcast(h, 4u); }
fn w5(h: Held) -> f32 { return subgroupBroadcast(h, 5u); }
fn w6(h: Held) -> f32 { return subgroupBroadcast(h, 6u); }
fn w7(h: Held) -> f32 { return subgroupBroadcast(h, 7u); }

// small on lavapipe, nvidia; odd on lavapipe, nvidia; one-pixel on lavapipe, nvidia; 3d on lavapipe, nvidia; piece on lavapipe, nvidia:
alias Elem = f32;
const BLOCKS: u32 = 1u;
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// many-sums on lavapipe, nvidia:
alias Elem = f32;
const BLOCKS: u32 = 4u;
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// f16 on lavapipe, nvidia:
enable f16;
alias Elem = f16;
const BLOCKS: u32 = 1u;
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// beside-y on lavapipe, nvidia:
alias Elem = f32;
const BLOCKS: u32 = 1u;
fn gateAt(at: u32) -> f32 { return f32(y[at]); }

// beside-y-f16 on lavapipe, nvidia:
enable f16;
alias Elem = f16;
const BLOCKS: u32 = 1u;
fn gateAt(at: u32) -> f32 { return f32(y[at]); }

// small on swiftshader; odd on swiftshader; one-pixel on swiftshader; 3d on swiftshader; f16 on swiftshader; piece on swiftshader:
const BLOCKS: u32 = 1u;
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// many-sums on swiftshader:
const BLOCKS: u32 = 4u;
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// beside-y on swiftshader; beside-y-f16 on swiftshader:
const BLOCKS: u32 = 1u;
fn gateAt(at: u32) -> f32 { return f32(y[at]); }
