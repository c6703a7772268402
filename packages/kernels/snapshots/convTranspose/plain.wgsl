const WORKGROUP: u32 = 64u;

// On lavapipe, in every case:

// On swiftshader, in every case:
alias Elem = f32;

// On nvidia, in every case:

// 1d on lavapipe, nvidia; 3x3-stride-2-output-padding on lavapipe, nvidia; stride-beyond-kernel on lavapipe, nvidia; groups on lavapipe, nvidia; 3d on lavapipe, nvidia; computed-weights on lavapipe, nvidia:
alias Elem = f32;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }

// 2x2-stride-2 on lavapipe, nvidia:
alias Elem = f32;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }

// 3x3-stride-1 on lavapipe, nvidia; 4x4-stride-2 on lavapipe, nvidia; uneven on lavapipe, nvidia; dilated on lavapipe, nvidia; depthwise on lavapipe, nvidia; 3d-uneven on lavapipe, nvidia; piece on lavapipe, nvidia:
alias Elem = f32;
fn biasAt(c: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }

// f16 on lavapipe, nvidia:
enable f16;
alias Elem = f16;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }

// 1d on swiftshader; 3x3-stride-2-output-padding on swiftshader; stride-beyond-kernel on swiftshader; groups on swiftshader; 3d on swiftshader; computed-weights on swiftshader; f16 on swiftshader:
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }

// 2x2-stride-2 on swiftshader:
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }

// 3x3-stride-1 on swiftshader; 4x4-stride-2 on swiftshader; uneven on swiftshader; dilated on swiftshader; depthwise on swiftshader; 3d-uneven on swiftshader; piece on swiftshader:
fn biasAt(c: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
