const VECTORS: u32 = 2u;
@group(0) @binding(7) var<storage, read_write> y: array<Elem>;

// On lavapipe, in every case:
const PIXELS: u32 = 8u;
const LANES: u32 = 64u;
const PARTS: u32 = 1u;
const WORKGROUP: u32 = 64u;
fn meet(at: u32, part: u32, own: f32) -> f32 { return own; }

// On swiftshader, in every case:
alias Elem = f32;
const PIXELS: u32 = 8u;
const LANES: u32 = 64u;
const PARTS: u32 = 1u;
const WORKGROUP: u32 = 64u;
fn meet(at: u32, part: u32, own: f32) -> f32 { return own; }

// On nvidia, in every case:
const PIXELS: u32 = 1u;
const LANES: u32 = 16u;

// small on lavapipe; odd on lavapipe; one-pixel on lavapipe; many-sums on lavapipe; 3d on lavapipe; piece on lavapipe:
alias Elem = f32;
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// f16 on lavapipe:
enable f16;
alias Elem = f16;
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// beside-y on lavapipe:
alias Elem = f32;
fn gateAt(at: u32) -> f32 { return f32(y[at]); }

// beside-y-f16 on lavapipe:
enable f16;
alias Elem = f16;
fn gateAt(at: u32) -> f32 { return f32(y[at]); }

// small on swiftshader; odd on swiftshader; one-pixel on swiftshader; many-sums on swiftshader; 3d on swiftshader; f16 on swiftshader; piece on swiftshader:
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// beside-y on swiftshader; beside-y-f16 on swiftshader:
fn gateAt(at: u32) -> f32 { return f32(y[at]); }

// small on nvidia; odd on nvidia; one-pixel on nvidia; 3d on nvidia; piece on nvidia:
alias Elem = f32;
const PARTS: u32 = 1u;
const WORKGROUP: u32 = 16u;
fn meet(at: u32, part: u32, own: f32) -> f32 { return own; }
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// many-sums on nvidia:
alias Elem = f32;
const PARTS: u32 = 8u;
const WORKGROUP: u32 = 128u;
var<workgroup> totals: array<array<f32, LANES * PIXELS>, PARTS>;
fn meet(at: u32, part: u32, own: f32) -> f32 { totals[part][at] = own; workgroupBarrier(); var sum = 0.0; for (var p = 0u; p < PARTS; p++) { sum += totals[p][at]; } return sum; }
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// f16 on nvidia:
enable f16;
alias Elem = f16;
const PARTS: u32 = 1u;
const WORKGROUP: u32 = 16u;
fn meet(at: u32, part: u32, own: f32) -> f32 { return own; }
@group(0) @binding(0) var<storage, read> gate: array<Elem>;
fn gateAt(at: u32) -> f32 { return f32(gate[at]); }

// beside-y on nvidia:
alias Elem = f32;
const PARTS: u32 = 1u;
const WORKGROUP: u32 = 16u;
fn meet(at: u32, part: u32, own: f32) -> f32 { return own; }
fn gateAt(at: u32) -> f32 { return f32(y[at]); }

// beside-y-f16 on nvidia:
enable f16;
alias Elem = f16;
const PARTS: u32 = 1u;
const WORKGROUP: u32 = 16u;
fn meet(at: u32, part: u32, own: f32) -> f32 { return own; }
fn gateAt(at: u32) -> f32 { return f32(y[at]); }
