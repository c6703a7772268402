const WORKGROUP: u32 = 64u;
@group(0) @binding(7) var<storage, read_write> y: array<Elem>;

// On lavapipe, in every case:

// On swiftshader, in every case:
alias Elem = f32;

// On nvidia, in every case:

// small on lavapipe, nvidia; odd on lavapipe, nvidia; one-pixel on lavapipe, nvidia; many-sums on lavapipe, nvidia; 3d on lavapipe, nvidia; computed-weights on lavapipe, nvidia; piece on lavapipe, nvidia:
alias Elem = f32;
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// f16 on lavapipe, nvidia:
enable f16;
alias Elem = f16;
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// beside-y on lavapipe, nvidia:
alias Elem = f32;
fn gateAt(at: u32) -> f32 { return f32(y[at]); }

// beside-y-f16 on lavapipe, nvidia:
enable f16;
alias Elem = f16;
fn gateAt(at: u32) -> f32 { return f32(y[at]); }

// small on swiftshader; odd on swiftshader; one-pixel on swiftshader; many-sums on swiftshader; 3d on swiftshader; computed-weights on swiftshader; f16 on swiftshader; piece on swiftshader:
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// beside-y on swiftshader; beside-y-f16 on swiftshader:
fn gateAt(at: u32) -> f32 { return f32(y[at]); }
