enable f16;
enable subgroups;
enable chromium_experimental_subgroup_matrix;
alias Left = subgroup_matrix_left<f16, 16, 16>;
alias Right = subgroup_matrix_right<f16, 16, 16>;
alias Result = subgroup_matrix_result<f32, 16, 16>;
const M: u32 = 16u;
const N: u32 = 16u;
const K: u32 = 16u;
const DEPTH: u32 = 32u;
const LANES: u32 = 32u;
const FLAT: bool = true;
const PADDED: bool = true;
@group(0) @binding(0) var<storage, read> x: array<f16>;
@group(0) @binding(1) var<storage, read> w: array<f16>;
@group(0) @binding(2) var<storage, read> bias: array<f16>;
@group(0) @binding(6) var<storage, read_write> y: array<f16>;
@group(0) @binding(8) var<storage, read> taps: array<vec4i>;
fn tapAt(i: u32) -> vec4i { return taps[i]; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn subgroupOf(thread: u32, own: u32) -> u32 { return own; }
fn left(at: u32) -> Left { return subgroupMatrixLoad<Left, row_major>(&w, at, K); }
fn right(at: u32) -> Right { return subgroupMatrixLoad<Right, row_major>(&inputs, at, STRIDE); }
fn multiply(a: Left, b: Right, sum: Result) -> Result { return subgroupMatrixMultiplyAccumulate(a, b, sum); }
fn put(at: u32, sum: Result) { subgroupMatrixStore<row_major>(&sums, at, sum, POSITIONS); }

// On nvidia, in every case:

// tiles-f16-pre-view on nvidia as 64x64:
const CHANNELS: u32 = 64u;
const POSITIONS: u32 = 64u;
const STRIDE: u32 = 72u;
@group(0) @binding(3) var<storage, read> residual: array<f16>;
@group(0) @binding(4) var<storage, read> preScale: array<f16>;
@group(0) @binding(5) var<storage, read> preShift: array<f16>;
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// tiles-f16-flat-groups on nvidia as 64x64:
const CHANNELS: u32 = 64u;
const POSITIONS: u32 = 64u;
const STRIDE: u32 = 72u;
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on nvidia as 32x32:
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 32u;
const STRIDE: u32 = 40u;
@group(0) @binding(3) var<storage, read> residual: array<f16>;
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// tiles-f16-pre-view on nvidia as 32x32:
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 32u;
const STRIDE: u32 = 40u;
@group(0) @binding(3) var<storage, read> residual: array<f16>;
@group(0) @binding(4) var<storage, read> preScale: array<f16>;
@group(0) @binding(5) var<storage, read> preShift: array<f16>;
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// tiles-f16-flat-groups on nvidia as 32x32:
const CHANNELS: u32 = 32u;
const POSITIONS: u32 = 32u;
const STRIDE: u32 = 40u;
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }
