const WORKGROUP: u32 = 64u;

// On lavapipe, in every case:

// On swiftshader, in every case:
alias ElemX = f32;
alias ElemY = f32;
alias ElemS = f32;
alias ElemB = f32;

// On nvidia, in every case:

// instance on lavapipe, nvidia; group-2 on lavapipe, nvidia; instance-far-from-0 on lavapipe, nvidia; instance-piece-in on lavapipe, nvidia; instance-piece-out on lavapipe, nvidia:
alias ElemX = f32;
alias ElemY = f32;
alias ElemS = f32;
alias ElemB = f32;
const CENTRED: bool = true;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
@group(0) @binding(2) var<storage, read> bias: array<ElemB>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return f32(bias[i]); }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return v; }

// group-1-no-bias on lavapipe, nvidia:
alias ElemX = f32;
alias ElemY = f32;
alias ElemS = f32;
alias ElemB = f32;
const CENTRED: bool = true;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return 0.0; }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return v; }

// group-bare on lavapipe, nvidia:
alias ElemX = f32;
alias ElemY = f32;
alias ElemS = f32;
alias ElemB = f32;
const CENTRED: bool = true;
fn scaleAt(i: u32) -> f32 { return 1.0; }
fn biasAt(i: u32) -> f32 { return 0.0; }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return v; }

// group-relu on lavapipe, nvidia:
alias ElemX = f32;
alias ElemY = f32;
alias ElemS = f32;
alias ElemB = f32;
const CENTRED: bool = true;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
@group(0) @binding(2) var<storage, read> bias: array<ElemB>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return f32(bias[i]); }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }

// group-f16 on lavapipe, nvidia:
enable f16;
alias ElemX = f16;
alias ElemY = f16;
alias ElemS = f16;
alias ElemB = f16;
const CENTRED: bool = true;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
@group(0) @binding(2) var<storage, read> bias: array<ElemB>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return f32(bias[i]); }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return v; }

// layer-last on lavapipe, nvidia; layer-from-1 on lavapipe, nvidia; layer-scalar-scale on lavapipe, nvidia; layer-outer-scale on lavapipe, nvidia; layer-piece on lavapipe, nvidia; layer-statistics on lavapipe, nvidia:
alias ElemX = f32;
alias ElemY = f32;
alias ElemS = f32;
alias ElemB = f32;
const CENTRED: bool = true;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
@group(0) @binding(2) var<storage, read> bias: array<ElemB>;
@group(0) @binding(4) var<storage, read_write> mean: array<f32>;
@group(0) @binding(5) var<storage, read_write> inverseDeviation: array<f32>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return f32(bias[i]); }
fn keepMean(row: u32, value: f32) { mean[row] = value; }
fn keepInverse(row: u32, value: f32) { inverseDeviation[row] = value; }
fn activate(v: f32) -> f32 { return v; }

// layer-all on lavapipe, nvidia:
alias ElemX = f32;
alias ElemY = f32;
alias ElemS = f32;
alias ElemB = f32;
const CENTRED: bool = true;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
@group(0) @binding(4) var<storage, read_write> mean: array<f32>;
@group(0) @binding(5) var<storage, read_write> inverseDeviation: array<f32>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return 0.0; }
fn keepMean(row: u32, value: f32) { mean[row] = value; }
fn keepInverse(row: u32, value: f32) { inverseDeviation[row] = value; }
fn activate(v: f32) -> f32 { return v; }

// rms on lavapipe, nvidia:
alias ElemX = f32;
alias ElemY = f32;
alias ElemS = f32;
alias ElemB = f32;
const CENTRED: bool = false;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return 0.0; }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return v; }

// rms-swish on lavapipe, nvidia:
alias ElemX = f32;
alias ElemY = f32;
alias ElemS = f32;
alias ElemB = f32;
const CENTRED: bool = false;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return 0.0; }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return v * (1.0 / (1.0 + exp(min(-(1f * v), 87.0)))); }

// instance on swiftshader; group-2 on swiftshader; instance-far-from-0 on swiftshader; instance-piece-in on swiftshader; instance-piece-out on swiftshader; group-f16 on swiftshader:
const CENTRED: bool = true;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
@group(0) @binding(2) var<storage, read> bias: array<ElemB>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return f32(bias[i]); }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return v; }

// group-1-no-bias on swiftshader:
const CENTRED: bool = true;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return 0.0; }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return v; }

// group-bare on swiftshader:
const CENTRED: bool = true;
fn scaleAt(i: u32) -> f32 { return 1.0; }
fn biasAt(i: u32) -> f32 { return 0.0; }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return v; }

// group-relu on swiftshader:
const CENTRED: bool = true;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
@group(0) @binding(2) var<storage, read> bias: array<ElemB>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return f32(bias[i]); }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }

// layer-last on swiftshader; layer-from-1 on swiftshader; layer-scalar-scale on swiftshader; layer-outer-scale on swiftshader; layer-piece on swiftshader; layer-statistics on swiftshader:
const CENTRED: bool = true;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
@group(0) @binding(2) var<storage, read> bias: array<ElemB>;
@group(0) @binding(4) var<storage, read_write> mean: array<f32>;
@group(0) @binding(5) var<storage, read_write> inverseDeviation: array<f32>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return f32(bias[i]); }
fn keepMean(row: u32, value: f32) { mean[row] = value; }
fn keepInverse(row: u32, value: f32) { inverseDeviation[row] = value; }
fn activate(v: f32) -> f32 { return v; }

// layer-all on swiftshader:
const CENTRED: bool = true;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
@group(0) @binding(4) var<storage, read_write> mean: array<f32>;
@group(0) @binding(5) var<storage, read_write> inverseDeviation: array<f32>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return 0.0; }
fn keepMean(row: u32, value: f32) { mean[row] = value; }
fn keepInverse(row: u32, value: f32) { inverseDeviation[row] = value; }
fn activate(v: f32) -> f32 { return v; }

// rms on swiftshader:
const CENTRED: bool = false;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return 0.0; }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return v; }

// rms-swish on swiftshader:
const CENTRED: bool = false;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return 0.0; }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return v * (1.0 / (1.0 + exp(min(-(1f * v), 87.0)))); }
