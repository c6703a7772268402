@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;

// On lavapipe, in every case:

// On swiftshader, in every case:
alias Elem = f32;

// On nvidia, in every case:

// 1d on lavapipe, nvidia; 3x3-dynamic-weights on lavapipe, nvidia; 3x3-groups on lavapipe, nvidia; 3d-stride-2 on lavapipe, nvidia; 3d-1x1x1 on lavapipe, nvidia:
alias Elem = f32;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3 on lavapipe, nvidia; 3x3-narrow on lavapipe, nvidia; 3x3-valid on lavapipe, nvidia; 3x3-stride-height on lavapipe, nvidia; 3x3-asymmetric-pads on lavapipe, nvidia; 3x3-dilation-2 on lavapipe, nvidia; 3x3-dilation-3 on lavapipe, nvidia; 3x3-dilation-8 on lavapipe, nvidia; 3x3-view on lavapipe, nvidia; 3x3-view-unaligned on lavapipe, nvidia; 3x3-depthwise on lavapipe, nvidia; 2x4-even-kernel on lavapipe, nvidia; 1x1 on lavapipe, nvidia; 1x1-stride-2 on lavapipe, nvidia; 3d-dilated on lavapipe, nvidia; 3d-dilation-16 on lavapipe, nvidia; 3d-depthwise on lavapipe, nvidia; tiles-1x1-groups on lavapipe, nvidia; tiles-3d on lavapipe, nvidia:
alias Elem = f32;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-odd-sizes on lavapipe, nvidia; 1x1-odd on lavapipe, nvidia; 3d-3x3x3 on lavapipe, nvidia; tiles-groups on lavapipe, nvidia:
alias Elem = f32;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on lavapipe, nvidia:
alias Elem = f32;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// 3x3-residual-odd on lavapipe, nvidia:
alias Elem = f32;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on lavapipe, nvidia:
enable f16;
alias Elem = f16;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16-odd on lavapipe, nvidia:
enable f16;
alias Elem = f16;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 5x5-stride-2 on lavapipe, nvidia:
alias Elem = f32;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return select(0.1f * v, v, v >= 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-residual on lavapipe, nvidia:
alias Elem = f32;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 1x1-pre on lavapipe, nvidia:
alias Elem = f32;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-pre-odd-view on lavapipe, nvidia; 3x3-pre-padded on lavapipe, nvidia:
alias Elem = f32;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-f16-pre on lavapipe, nvidia:
enable f16;
alias Elem = f16;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// tiles-f16-pre-view on lavapipe, nvidia:
enable f16;
alias Elem = f16;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// tiles-f16-flat-groups on lavapipe, nvidia:
enable f16;
alias Elem = f16;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1d on swiftshader; 3x3-dynamic-weights on swiftshader; 3x3-groups on swiftshader; 3d-stride-2 on swiftshader; 3d-1x1x1 on swiftshader:
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3 on swiftshader; 3x3-narrow on swiftshader; 3x3-valid on swiftshader; 3x3-stride-height on swiftshader; 3x3-asymmetric-pads on swiftshader; 3x3-dilation-2 on swiftshader; 3x3-dilation-3 on swiftshader; 3x3-dilation-8 on swiftshader; 3x3-view on swiftshader; 3x3-view-unaligned on swiftshader; 3x3-f16-odd on swiftshader; 3x3-depthwise on swiftshader; 2x4-even-kernel on swiftshader; 1x1 on swiftshader; 1x1-stride-2 on swiftshader; 3d-dilated on swiftshader; 3d-dilation-16 on swiftshader; 3d-depthwise on swiftshader; tiles-1x1-groups on swiftshader; tiles-3d on swiftshader:
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-odd-sizes on swiftshader; 1x1-odd on swiftshader; 3d-3x3x3 on swiftshader; tiles-groups on swiftshader; tiles-f16-flat-groups on swiftshader:
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on swiftshader:
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// 3x3-residual-odd on swiftshader:
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on swiftshader:
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 5x5-stride-2 on swiftshader:
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return select(0.1f * v, v, v >= 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-residual on swiftshader:
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 1x1-pre on swiftshader:
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-pre-odd-view on swiftshader; 1x1-f16-pre on swiftshader; 3x3-pre-padded on swiftshader:
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// tiles-f16-pre-view on swiftshader:
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<Elem>;
@group(0) @binding(5) var<storage, read> preShift: array<Elem>;
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> f32 { return f32(residual[at]); }
fn pre(v: f32, channel: u32) -> f32 { return max(((v * f32(preScale[channel]) + f32(preShift[channel]))), 0.0); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }
