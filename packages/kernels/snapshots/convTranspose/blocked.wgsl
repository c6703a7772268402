// 1d on lavapipe
// 3x3-stride-2-output-padding on lavapipe
// groups on lavapipe
// 3d on lavapipe
// u-net-128 on lavapipe
// u-net-3d on lavapipe
// 1d on swiftshader
// 3x3-stride-2-output-padding on swiftshader
// groups on swiftshader
// 3d on swiftshader
// u-net-128 on swiftshader
// u-net-3d on swiftshader
alias Elem = f32;
const OUTPUTS: u32 = 4u;
const VECTORS: u32 = 2u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }

// 2x2-stride-2 on lavapipe
// 2x2-stride-2 on swiftshader
alias Elem = f32;
const OUTPUTS: u32 = 4u;
const VECTORS: u32 = 1u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }

// 3x3-stride-1 on lavapipe
// 4x4-stride-2 on lavapipe
// dilated on lavapipe
// 3x3-stride-1 on swiftshader
// 4x4-stride-2 on swiftshader
// dilated on swiftshader
alias Elem = f32;
const OUTPUTS: u32 = 4u;
const VECTORS: u32 = 2u;
fn biasAt(c: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }

// uneven on lavapipe
// depthwise on lavapipe
// 3d-uneven on lavapipe
// piece on lavapipe
// uneven on swiftshader
// depthwise on swiftshader
// 3d-uneven on swiftshader
// piece on swiftshader
alias Elem = f32;
const OUTPUTS: u32 = 4u;
const VECTORS: u32 = 1u;
fn biasAt(c: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }

// stride-beyond-kernel on lavapipe
// stride-beyond-kernel on swiftshader
// f16 on swiftshader
alias Elem = f32;
const OUTPUTS: u32 = 4u;
const VECTORS: u32 = 1u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }

// f16 on lavapipe
enable f16;
alias Elem = f16;
const OUTPUTS: u32 = 4u;
const VECTORS: u32 = 1u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }

// 1d on nvidia
// 3x3-stride-2-output-padding on nvidia
// stride-beyond-kernel on nvidia
// groups on nvidia
// 3d on nvidia
alias Elem = f32;
const OUTPUTS: u32 = 1u;
const VECTORS: u32 = 1u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }

// 2x2-stride-2 on nvidia
alias Elem = f32;
const OUTPUTS: u32 = 1u;
const VECTORS: u32 = 1u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }

// 3x3-stride-1 on nvidia
// 4x4-stride-2 on nvidia
// uneven on nvidia
// dilated on nvidia
// depthwise on nvidia
// 3d-uneven on nvidia
// piece on nvidia
alias Elem = f32;
const OUTPUTS: u32 = 1u;
const VECTORS: u32 = 1u;
fn biasAt(c: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }

// f16 on nvidia
enable f16;
alias Elem = f16;
const OUTPUTS: u32 = 1u;
const VECTORS: u32 = 1u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }

// u-net-128 on nvidia
alias Elem = f32;
const OUTPUTS: u32 = 1u;
const VECTORS: u32 = 2u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }

// u-net-3d on nvidia
alias Elem = f32;
const OUTPUTS: u32 = 2u;
const VECTORS: u32 = 2u;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
fn biasAt(c: u32) -> f32 { return f32(bias[params.biasOffset + c]); }
fn activate(v: f32) -> f32 { return v; }

// In every case:
// y[n][co][o] = activate(bias[co] + sum over ci and taps k with o + begin - k * dilation = i * stride of x[n][ci][i] * w[ci][co][k]).
// One thread makes OUTPUTS outputs of one row that lie a stride apart, so that the same taps reach them all, from
// neighbours in x, times 4 * VECTORS channels. Weights are packed [group][channel block][tap][ci][channel], so that
// a workgroup reads them in step. v1 plain.wgsl; v2 the register block; see the bench for what it gains.
const WORKGROUP: u32 = 64u;

// @body
struct Params {
  count: u32, groups: u32, cin: u32, cout: u32, blocks: u32, rowThreads: u32,
  depth: i32, height: i32, width: i32,
  outDepth: u32, outHeight: u32, outWidth: u32,
  kernelDepth: i32, kernelHeight: i32, kernelWidth: i32,
  strideDepth: i32, strideHeight: i32, strideWidth: i32,
  dilationDepth: i32, dilationHeight: i32, dilationWidth: i32,
  beginDepth: i32, beginHeight: i32, beginWidth: i32,
  xOffset: u32, xBatch: u32, biasOffset: u32, yOffset: u32, yBatch: u32,
}
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
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
  let lane = index % params.rowThreads;
  let step = u32(params.strideWidth);
  let ow = lane / step * OUTPUTS * step + lane % step;
  var rest = index / params.rowThreads;
  let oh = rest % params.outHeight;
  let od = rest / params.outHeight % params.outDepth;
  rest = rest / params.outHeight / params.outDepth;
  let channelBlock = rest % params.blocks;
  let group = rest / params.blocks % params.groups;
  let n = rest / params.blocks / params.groups;
  let area = u32(params.depth * params.height * params.width);
  let x0 = params.xOffset + n * params.xBatch + group * params.cin * area;
  let taps = u32(params.kernelDepth * params.kernelHeight * params.kernelWidth);
  let w0 = (group * params.blocks + channelBlock) * taps * params.cin * VECTORS;

  var sum: array<vec4f, OUTPUTS * VECTORS>;
  for (var kd = 0; kd < params.kernelDepth; kd++) {
    let d = origin(i32(od) + params.beginDepth - kd * params.dilationDepth, params.strideDepth, params.depth);
    for (var kh = 0; kh < params.kernelHeight && d >= 0; kh++) {
      let h = origin(i32(oh) + params.beginHeight - kh * params.dilationHeight, params.strideHeight, params.height);
      for (var kw = 0; kw < params.kernelWidth && h >= 0; kw++) {
        let at = i32(ow) + params.beginWidth - kw * params.dilationWidth;
        if (at % params.strideWidth != 0) { continue; }
        var column: array<u32, OUTPUTS>;
        var inside: array<bool, OUTPUTS>;
        for (var r = 0u; r < OUTPUTS; r++) {
          let v = at / params.strideWidth + i32(r);
          inside[r] = v >= 0 && v < params.width;
          column[r] = u32((d * params.height + h) * params.width + clamp(v, 0, params.width - 1));
        }
        let tap = w0 + u32((kd * params.kernelHeight + kh) * params.kernelWidth + kw) * params.cin * VECTORS;
        for (var ci = 0u; ci < params.cin; ci++) {
          for (var r = 0u; r < OUTPUTS; r++) {
            let value = vec4f(select(0.0, f32(x[x0 + ci * area + column[r]]), inside[r]));
            for (var v = 0u; v < VECTORS; v++) {
              sum[r * VECTORS + v] = fma(value, vec4f(w[tap + ci * VECTORS + v]), sum[r * VECTORS + v]);
            }
          }
        }
      }
    }
  }

  let volume = params.outDepth * params.outHeight * params.outWidth;
  let y0 = params.yOffset + n * params.yBatch + (od * params.outHeight + oh) * params.outWidth;
  for (var j = 0u; j < 4u * VECTORS; j++) {
    let own = channelBlock * 4u * VECTORS + j;
    if (own >= params.cout) { break; }
    let c = group * params.cout + own;
    for (var r = 0u; r < OUTPUTS; r++) {
      let at = ow + r * step;
      if (at < params.outWidth) { y[y0 + c * volume + at] = Elem(activate(sum[r * VECTORS + j / 4u][j % 4u] + biasAt(c))); }
    }
  }
}
