// instance on lavapipe
// group-2 on lavapipe
// instance-far-from-0 on lavapipe
// instance-piece-in on lavapipe
// instance-piece-out on lavapipe
// instance on swiftshader
// group-2 on swiftshader
// instance-far-from-0 on swiftshader
// instance-piece-in on swiftshader
// instance-piece-out on swiftshader
// group-f16 on swiftshader
// instance on nvidia
// group-2 on nvidia
// instance-far-from-0 on nvidia
// instance-piece-in on nvidia
// instance-piece-out on nvidia
alias ElemX = f32;
alias ElemY = f32;
alias ElemS = f32;
alias ElemB = f32;
const WORKGROUP: u32 = 64u;
const CENTRED: bool = true;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
@group(0) @binding(2) var<storage, read> bias: array<ElemB>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return f32(bias[i]); }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return v; }

// group-1-no-bias on lavapipe
// group-1-no-bias on swiftshader
// group-1-no-bias on nvidia
alias ElemX = f32;
alias ElemY = f32;
alias ElemS = f32;
alias ElemB = f32;
const WORKGROUP: u32 = 64u;
const CENTRED: bool = true;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return 0.0; }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return v; }

// group-bare on lavapipe
// group-bare on swiftshader
// group-bare on nvidia
alias ElemX = f32;
alias ElemY = f32;
alias ElemS = f32;
alias ElemB = f32;
const WORKGROUP: u32 = 64u;
const CENTRED: bool = true;
fn scaleAt(i: u32) -> f32 { return 1.0; }
fn biasAt(i: u32) -> f32 { return 0.0; }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return v; }

// group-relu on lavapipe
// group-relu on swiftshader
// group-relu on nvidia
alias ElemX = f32;
alias ElemY = f32;
alias ElemS = f32;
alias ElemB = f32;
const WORKGROUP: u32 = 64u;
const CENTRED: bool = true;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
@group(0) @binding(2) var<storage, read> bias: array<ElemB>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return f32(bias[i]); }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }

// group-f16 on lavapipe
// group-f16 on nvidia
enable f16;
alias ElemX = f16;
alias ElemY = f16;
alias ElemS = f16;
alias ElemB = f16;
const WORKGROUP: u32 = 64u;
const CENTRED: bool = true;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
@group(0) @binding(2) var<storage, read> bias: array<ElemB>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return f32(bias[i]); }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return v; }

// layer-last on lavapipe
// layer-from-1 on lavapipe
// layer-scalar-scale on lavapipe
// layer-outer-scale on lavapipe
// layer-piece on lavapipe
// layer-statistics on lavapipe
// layer-last on swiftshader
// layer-from-1 on swiftshader
// layer-scalar-scale on swiftshader
// layer-outer-scale on swiftshader
// layer-piece on swiftshader
// layer-statistics on swiftshader
// layer-last on nvidia
// layer-from-1 on nvidia
// layer-scalar-scale on nvidia
// layer-outer-scale on nvidia
// layer-piece on nvidia
// layer-statistics on nvidia
alias ElemX = f32;
alias ElemY = f32;
alias ElemS = f32;
alias ElemB = f32;
const WORKGROUP: u32 = 64u;
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

// layer-all on lavapipe
// layer-all on swiftshader
// layer-all on nvidia
alias ElemX = f32;
alias ElemY = f32;
alias ElemS = f32;
alias ElemB = f32;
const WORKGROUP: u32 = 64u;
const CENTRED: bool = true;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
@group(0) @binding(4) var<storage, read_write> mean: array<f32>;
@group(0) @binding(5) var<storage, read_write> inverseDeviation: array<f32>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return 0.0; }
fn keepMean(row: u32, value: f32) { mean[row] = value; }
fn keepInverse(row: u32, value: f32) { inverseDeviation[row] = value; }
fn activate(v: f32) -> f32 { return v; }

// rms on lavapipe
// rms on swiftshader
// rms on nvidia
alias ElemX = f32;
alias ElemY = f32;
alias ElemS = f32;
alias ElemB = f32;
const WORKGROUP: u32 = 64u;
const CENTRED: bool = false;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return 0.0; }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return v; }

// rms-swish on lavapipe
// rms-swish on swiftshader
// rms-swish on nvidia
alias ElemX = f32;
alias ElemY = f32;
alias ElemS = f32;
alias ElemB = f32;
const WORKGROUP: u32 = 64u;
const CENTRED: bool = false;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return 0.0; }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return v * (1.0 / (1.0 + exp(min(-(1f * v), 87.0)))); }

// instance-256 on lavapipe
// instance-256 on swiftshader
// instance-256 on nvidia
alias ElemX = f32;
alias ElemY = f32;
alias ElemS = f32;
alias ElemB = f32;
const WORKGROUP: u32 = 256u;
const CENTRED: bool = true;
@group(0) @binding(1) var<storage, read> scale: array<ElemS>;
@group(0) @binding(2) var<storage, read> bias: array<ElemB>;
fn scaleAt(i: u32) -> f32 { return f32(scale[i]); }
fn biasAt(i: u32) -> f32 { return f32(bias[i]); }
fn keepMean(row: u32, value: f32) { return ; }
fn keepInverse(row: u32, value: f32) { return ; }
fn activate(v: f32) -> f32 { return v; }

// In every case:
// y = activate((x - mean) / sqrt(variance + epsilon) * scale + bias) over runs of neighbours: a group of channels and all of
// space, or the last axes. One workgroup takes one run: each thread every WORKGROUP-th element, and a tree joins the sums.
// Two passes before the last: the mean of x - x[0], so that nothing cancels where values lie far from 0, then the variance.
// The mean stays in two parts, since their sum would have to be rounded.

// @body

struct Params {
  runs: u32,
  length: u32,
  /// Runs in one batch item, whose items are batchX and batchY apart.
  perBatch: u32,
  offsetX: u32, batchX: u32,
  offsetY: u32, batchY: u32,
  /// Element i of dense x takes scale (i / inner) % count.
  scaleOffset: u32, scaleInner: u32, scaleCount: u32,
  biasOffset: u32, biasInner: u32, biasCount: u32,
  meanOffset: u32, inverseOffset: u32,
  epsilon: f32,
}

@group(0) @binding(0) var<storage, read> x: array<ElemX>;
@group(0) @binding(3) var<storage, read_write> y: array<ElemY>;
@group(0) @binding(6) var<uniform> params: Params;

var<workgroup> sums: array<f32, WORKGROUP>;

/// The sum of what all threads hold, given to each.
fn total(thread: u32, value: f32) -> f32 {
  sums[thread] = value;
  workgroupBarrier();
  for (var half = WORKGROUP / 2u; half > 0u; half /= 2u) {
    if (thread < half) { sums[thread] += sums[thread + half]; }
    workgroupBarrier();
  }
  let sum = sums[0];
  workgroupBarrier();
  return sum;
}

@compute @workgroup_size(WORKGROUP)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let run = group.x + group.y * groups.x;
  if (run >= params.runs) { return; }
  let within = run % params.perBatch * params.length;
  let source = params.offsetX + run / params.perBatch * params.batchX + within;
  let destination = params.offsetY + run / params.perBatch * params.batchY + within;
  let count = f32(params.length);

  var first = 0.0;
  var centre = 0.0;
  if (CENTRED) {
    first = f32(x[source]);
    var sum = 0.0;
    for (var i = thread; i < params.length; i += WORKGROUP) { sum += f32(x[source + i]) - first; }
    centre = total(thread, sum) / count;
  }
  var squares = 0.0;
  for (var i = thread; i < params.length; i += WORKGROUP) {
    let d = f32(x[source + i]) - first - centre;
    squares = fma(d, d, squares);
  }
  let inverse = 1.0 / sqrt(total(thread, squares) / count + params.epsilon);
  if (thread == 0u) {
    keepMean(params.meanOffset + run, first + centre);
    keepInverse(params.inverseOffset + run, inverse);
  }
  let start = run * params.length;
  for (var i = thread; i < params.length; i += WORKGROUP) {
    let s = scaleAt(params.scaleOffset + (start + i) / params.scaleInner % params.scaleCount);
    let b = biasAt(params.biasOffset + (start + i) / params.biasInner % params.biasCount);
    y[destination + i] = ElemY(activate(fma((f32(x[source + i]) - first - centre) * inverse, s, b)));
  }
}
