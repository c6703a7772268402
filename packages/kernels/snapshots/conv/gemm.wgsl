@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;

// On nvidia, in every case:

// tiles-f16-pre-view on nvidia as 128x64:
enable f16;
alias Elem = f16;
const CHANNELS: u32 = 128u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 8u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// tiles-3d on nvidia as 128x64:
alias Elem = f32;
const CHANNELS: u32 = 128u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 8u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = true;
const TAIL: bool = false;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1 on nvidia as 64x64:
alias Elem = f32;
const CHANNELS: u32 = 64u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 8u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = false;
const TAIL: bool = false;
fn tapAt(i: u32) -> vec4i { return vec4i(); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-pre on nvidia as 64x64:
alias Elem = f32;
const CHANNELS: u32 = 64u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 8u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = false;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn tapAt(i: u32) -> vec4i { return vec4i(); }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// tiles-groups on nvidia as 64x64:
alias Elem = f32;
const CHANNELS: u32 = 64u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 8u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// tiles-f16-pre-view on nvidia as 64x64:
enable f16;
alias Elem = f16;
const CHANNELS: u32 = 64u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 8u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// tiles-f16-flat-groups on nvidia as 64x64:
enable f16;
alias Elem = f16;
const CHANNELS: u32 = 64u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 8u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// tiles-3d on nvidia as 64x64:
alias Elem = f32;
const CHANNELS: u32 = 64u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 8u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = true;
const TAIL: bool = false;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3 on nvidia as 32x64; 3x3-stride-height on nvidia as 32x64; 3x3-dilation-2 on nvidia as 32x64:
alias Elem = f32;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-odd-sizes on nvidia as 32x64; tiles-groups on nvidia as 32x64:
alias Elem = f32;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on nvidia as 32x64:
alias Elem = f32;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = true;
const TAIL: bool = false;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// 3x3-view on nvidia as 32x64; tiles-3d on nvidia as 32x64:
alias Elem = f32;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = true;
const TAIL: bool = false;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on nvidia as 32x64:
enable f16;
alias Elem = f16;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = true;
const TAIL: bool = false;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1 on nvidia as 32x64; tiles-1x1-groups on nvidia as 32x64:
alias Elem = f32;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = false;
const TAIL: bool = false;
fn tapAt(i: u32) -> vec4i { return vec4i(); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-odd on nvidia as 32x64:
alias Elem = f32;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = false;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn tapAt(i: u32) -> vec4i { return vec4i(); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-pre on nvidia as 32x64:
alias Elem = f32;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = false;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn tapAt(i: u32) -> vec4i { return vec4i(); }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// tiles-f16-pre-view on nvidia as 32x64:
enable f16;
alias Elem = f16;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// tiles-f16-flat-groups on nvidia as 32x64:
enable f16;
alias Elem = f16;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 64u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 8u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3 on nvidia as 32x32; 3x3-stride-height on nvidia as 32x32; 3x3-dilation-2 on nvidia as 32x32:
alias Elem = f32;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-odd-sizes on nvidia as 32x32; tiles-groups on nvidia as 32x32:
alias Elem = f32;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on nvidia as 32x32:
alias Elem = f32;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = true;
const TAIL: bool = false;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// 3x3-view on nvidia as 32x32; tiles-3d on nvidia as 32x32:
alias Elem = f32;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = true;
const TAIL: bool = false;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on nvidia as 32x32:
enable f16;
alias Elem = f16;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = true;
const TAIL: bool = false;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1 on nvidia as 32x32; tiles-1x1-groups on nvidia as 32x32:
alias Elem = f32;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = false;
const TAIL: bool = false;
fn tapAt(i: u32) -> vec4i { return vec4i(); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-odd on nvidia as 32x32:
alias Elem = f32;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = false;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn tapAt(i: u32) -> vec4i { return vec4i(); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-pre on nvidia as 32x32:
alias Elem = f32;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = false;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn tapAt(i: u32) -> vec4i { return vec4i(); }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// tiles-f16-pre-view on nvidia as 32x32:
enable f16;
alias Elem = f16;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = false;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// tiles-f16-flat-groups on nvidia as 32x32:
enable f16;
alias Elem = f16;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 1u;
const DEPTH: u32 = 2u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on nvidia as 16x32-split2:
alias Elem = f32;
const CHANNELS: u32 = 16u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 2u;
const DEPTH: u32 = 4u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// 3x3-view on nvidia as 16x32-split2:
alias Elem = f32;
const CHANNELS: u32 = 16u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 2u;
const DEPTH: u32 = 4u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on nvidia as 16x32-split2:
enable f16;
alias Elem = f16;
const CHANNELS: u32 = 16u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 2u;
const DEPTH: u32 = 4u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 5x5-stride-2 on nvidia as 16x32-split2:
alias Elem = f32;
const CHANNELS: u32 = 16u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 2u;
const DEPTH: u32 = 4u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return select(0.1f * v, v, v >= 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3d-3x3x3 on nvidia as 16x32-split2; tiles-groups on nvidia as 16x32-split2:
alias Elem = f32;
const CHANNELS: u32 = 16u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 2u;
const DEPTH: u32 = 4u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// tiles-1x1-groups on nvidia as 16x32-split2:
alias Elem = f32;
const CHANNELS: u32 = 16u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 2u;
const DEPTH: u32 = 4u;
const FLAT: bool = false;
const PADDED: bool = false;
const TAIL: bool = false;
fn tapAt(i: u32) -> vec4i { return vec4i(); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// tiles-f16-pre-view on nvidia as 16x32-split2:
enable f16;
alias Elem = f16;
const CHANNELS: u32 = 16u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 2u;
const DEPTH: u32 = 4u;
const FLAT: bool = false;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// tiles-f16-flat-groups on nvidia as 16x32-split2:
enable f16;
alias Elem = f16;
const CHANNELS: u32 = 16u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 2u;
const DEPTH: u32 = 4u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// tiles-3d on nvidia as 16x32-split2:
alias Elem = f32;
const CHANNELS: u32 = 16u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 2u;
const DEPTH: u32 = 4u;
const FLAT: bool = false;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// tiles-groups on nvidia as 32x32-split4:
alias Elem = f32;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 4u;
const DEPTH: u32 = 8u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// tiles-f16-pre-view on nvidia as 32x32-split4:
enable f16;
alias Elem = f16;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 4u;
const DEPTH: u32 = 8u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// tiles-3d on nvidia as 32x32-split4:
alias Elem = f32;
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 4u;
const DEPTH: u32 = 8u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// tiles-f16-pre-view on nvidia as 16x32-split8:
enable f16;
alias Elem = f16;
const CHANNELS: u32 = 16u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 8u;
const DEPTH: u32 = 16u;
const FLAT: bool = false;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// tiles-3d on nvidia as 16x32-split8:
alias Elem = f32;
const CHANNELS: u32 = 16u;
const POSITIONS: u32 = 32u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 8u;
const DEPTH: u32 = 16u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// tiles-f16-pre-view on nvidia as 16x16-split8:
enable f16;
alias Elem = f16;
const CHANNELS: u32 = 16u;
const POSITIONS: u32 = 16u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 8u;
const DEPTH: u32 = 8u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// tiles-3d on nvidia as 16x16-split8:
alias Elem = f32;
const CHANNELS: u32 = 16u;
const POSITIONS: u32 = 16u;
const ROWS: u32 = 4u;
const COLUMNS: u32 = 4u;
const PARTS: u32 = 8u;
const DEPTH: u32 = 8u;
const FLAT: bool = true;
const PADDED: bool = true;
const TAIL: bool = true;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }
