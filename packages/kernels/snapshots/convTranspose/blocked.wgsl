const WORKGROUP: u32 = 64u;

// On lavapipe, in every case:
const OUTPUTS: u32 = 4u;

// On swiftshader, in every case:
alias Elem = f32;
const OUTPUTS: u32 = 4u;

// On nvidia, in every case:
const OUTPUTS: u32 = 1u;
const VECTORS: u32 = 1u;

// 1d on lavapipe; 3x3-stride-2-output-padding on lavapipe; groups on lavapipe; 3d on lavapipe:
alias Elem = f32;
const VECTORS: u32 = 2u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }

// 2x2-stride-2 on lavapipe:
alias Elem = f32;
const VECTORS: u32 = 1u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }

// 3x3-stride-1 on lavapipe; 4x4-stride-2 on lavapipe; dilated on lavapipe:
alias Elem = f32;
const VECTORS: u32 = 2u;
fn biasAt(c: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }

// uneven on lavapipe; depthwise on lavapipe; 3d-uneven on lavapipe; piece on lavapipe:
alias Elem = f32;
const VECTORS: u32 = 1u;
fn biasAt(c: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }

// stride-beyond-kernel on lavapipe:
alias Elem = f32;
const VECTORS: u32 = 1u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }

// f16 on lavapipe:
enable f16;
alias Elem = f16;
const VECTORS: u32 = 1u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }

// 1d on swiftshader; 3x3-stride-2-output-padding on swiftshader; groups on swiftshader; 3d on swiftshader:
const VECTORS: u32 = 2u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }

// 2x2-stride-2 on swiftshader:
const VECTORS: u32 = 1u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }

// 3x3-stride-1 on swiftshader; 4x4-stride-2 on swiftshader; dilated on swiftshader:
const VECTORS: u32 = 2u;
fn biasAt(c: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }

// uneven on swiftshader; depthwise on swiftshader; 3d-uneven on swiftshader; piece on swiftshader:
const VECTORS: u32 = 1u;
fn biasAt(c: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }

// stride-beyond-kernel on swiftshader; f16 on swiftshader:
const VECTORS: u32 = 1u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }

// 1d on nvidia; 3x3-stride-2-output-padding on nvidia; stride-beyond-kernel on nvidia; groups on nvidia; 3d on nvidia:
alias Elem = f32;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }

// 2x2-stride-2 on nvidia:
alias Elem = f32;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }

// 3x3-stride-1 on nvidia; 4x4-stride-2 on nvidia; uneven on nvidia; dilated on nvidia; depthwise on nvidia; 3d-uneven on nvidia; piece on nvidia:
alias Elem = f32;
fn biasAt(c: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }

// f16 on nvidia:
enable f16;
alias Elem = f16;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }
