// 1d on lavapipe
// 3x3-stride-2-output-padding on lavapipe
// stride-beyond-kernel on lavapipe
// groups on lavapipe
// 3d on lavapipe
// computed-weights on lavapipe
// u-net-128 on lavapipe
// u-net-3d on lavapipe
// 1d on swiftshader
// 3x3-stride-2-output-padding on swiftshader
// stride-beyond-kernel on swiftshader
// groups on swiftshader
// 3d on swiftshader
// computed-weights on swiftshader
// f16 on swiftshader
// u-net-128 on swiftshader
// u-net-3d on swiftshader
// 1d on nvidia
// 3x3-stride-2-output-padding on nvidia
// stride-beyond-kernel on nvidia
// groups on nvidia
// 3d on nvidia
// computed-weights on nvidia
// u-net-128 on nvidia
// u-net-3d on nvidia
alias Elem = f32;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }

// 2x2-stride-2 on lavapipe
// 2x2-stride-2 on swiftshader
// 2x2-stride-2 on nvidia
alias Elem = f32;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }

// 3x3-stride-1 on lavapipe
// 4x4-stride-2 on lavapipe
// uneven on lavapipe
// dilated on lavapipe
// depthwise on lavapipe
// 3d-uneven on lavapipe
// piece on lavapipe
// 3x3-stride-1 on swiftshader
// 4x4-stride-2 on swiftshader
// uneven on swiftshader
// dilated on swiftshader
// depthwise on swiftshader
// 3d-uneven on swiftshader
// piece on swiftshader
// 3x3-stride-1 on nvidia
// 4x4-stride-2 on nvidia
// uneven on nvidia
// dilated on nvidia
// depthwise on nvidia
// 3d-uneven on nvidia
// piece on nvidia
alias Elem = f32;
fn biasAt(c: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }

// f16 on lavapipe
// f16 on nvidia
enable f16;
alias Elem = f16;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }

// In every case:
// y[n][co][o] = activate(bias[co] + sum over ci and taps k with o + begin - k * dilation = i * stride of x[n][ci][i] * w[ci][co][k]).
// One thread makes one output and reads w as the model has it: for weights that are computed, and to be read first.
const WORKGROUP: u32 = 64u;

// @body
struct Params {
  count: u32, groups: u32, cin: u32, cout: u32,
  depth: i32, height: i32, width: i32,
  outDepth: u32, outHeight: u32, outWidth: u32,
  kernelDepth: i32, kernelHeight: i32, kernelWidth: i32,
  strideDepth: i32, strideHeight: i32, strideWidth: i32,
  dilationDepth: i32, dilationHeight: i32, dilationWidth: i32,
  beginDepth: i32, beginHeight: i32, beginWidth: i32,
  xOffset: u32, xBatch: u32, wOffset: u32, wBatch: u32, biasOffset: u32, yOffset: u32, yBatch: u32,
}
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<Elem>;
@group(0) @binding(3) var<storage, read_write> y: array<Elem>;
@group(0) @binding(4) var<uniform> params: Params;

// The input that tap position `at` = i * stride reaches, or -1 for none.
fn origin(at: i32, stride: i32, extent: i32) -> i32 {
  return select(-1, at / stride, at >= 0 && at % stride == 0 && at / stride < extent);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.x + id.y * groups.x * WORKGROUP;
  if (index >= params.count) { return; }
  let volume = params.outDepth * params.outHeight * params.outWidth;
  let channels = params.groups * params.cout;
  let c = index / volume % channels;
  let n = index / volume / channels;
  let group = c / params.cout;
  let ow = i32(index % params.outWidth) + params.beginWidth;
  let oh = i32(index / params.outWidth % params.outHeight) + params.beginHeight;
  let od = i32(index / params.outWidth / params.outHeight % params.outDepth) + params.beginDepth;
  let area = u32(params.depth * params.height * params.width);
  let taps = u32(params.kernelDepth * params.kernelHeight * params.kernelWidth);
  let x0 = params.xOffset + n * params.xBatch + group * params.cin * area;
  let w0 = params.wOffset + group * params.cin * params.wBatch + c % params.cout * taps;

  var sum = 0.0;
  for (var kd = 0; kd < params.kernelDepth; kd++) {
    let d = origin(od - kd * params.dilationDepth, params.strideDepth, params.depth);
    for (var kh = 0; kh < params.kernelHeight && d >= 0; kh++) {
      let h = origin(oh - kh * params.dilationHeight, params.strideHeight, params.height);
      for (var kw = 0; kw < params.kernelWidth && h >= 0; kw++) {
        let v = origin(ow - kw * params.dilationWidth, params.strideWidth, params.width);
        if (v < 0) { continue; }
        let at = x0 + u32((d * params.height + h) * params.width + v);
        let tap = w0 + u32((kd * params.kernelHeight + kh) * params.kernelWidth + kw);
        for (var ci = 0u; ci < params.cin; ci++) {
          sum = fma(f32(x[at + ci * area]), f32(w[tap + ci * params.wBatch]), sum);
        }
      }
    }
  }
  y[params.yOffset + n * params.yBatch + c * volume + index % volume] = Elem(activate(sum + biasAt(c)));
}
