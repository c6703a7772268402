// 1x1 on lavapipe
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 16u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 7u)]), vec4f()); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.a, 6u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.a, 7u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(four: u32) -> vec4f { return vec4f(); }
fn shiftOf(four: u32) -> vec4f { return vec4f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-odd on lavapipe
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 7u)]), vec4f()); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.a, 6u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.a, 7u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(four: u32) -> vec4f { return vec4f(); }
fn shiftOf(four: u32) -> vec4f { return vec4f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-residual on lavapipe
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 7u)]), vec4f()); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.a, 6u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.a, 7u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(four: u32) -> vec4f { return vec4f(); }
fn shiftOf(four: u32) -> vec4f { return vec4f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(f32(residual[min(at + 0u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 1u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 2u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 3u, arrayLength(&residual) - 1u)])); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 1x1-pre on lavapipe
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<vec4<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 7u)]), vec4f()); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.a, 6u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.a, 7u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(four: u32) -> vec4f { return vec4f(preScale[four]); }
fn shiftOf(four: u32) -> vec4f { return vec4f(preShift[four]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-pre-odd-view on lavapipe
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(4) var<storage, read> preScale: array<vec4<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 7u)]), vec4f()); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.a, 6u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.a, 7u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(four: u32) -> vec4f { return vec4f(preScale[four]); }
fn shiftOf(four: u32) -> vec4f { return vec4f(preShift[four]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-f16-pre on lavapipe
enable f16;
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f16;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(4) var<storage, read> preScale: array<vec4<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 7u)]), vec4f()); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.a, 6u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.a, 7u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(four: u32) -> vec4f { return vec4f(preScale[four]); }
fn shiftOf(four: u32) -> vec4f { return vec4f(preShift[four]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-1x1x1 on lavapipe
// 3d-1x1x1 on nvidia
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 64u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 7u)]), vec4f()); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.a, 6u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.a, 7u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(four: u32) -> vec4f { return vec4f(); }
fn shiftOf(four: u32) -> vec4f { return vec4f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// densenet-bottleneck-28 on lavapipe
// densenet-bottleneck-28 on nvidia
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 64u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<vec4<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 7u)]), vec4f()); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.a, 6u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.a, 7u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(four: u32) -> vec4f { return vec4f(preScale[four]); }
fn shiftOf(four: u32) -> vec4f { return vec4f(preShift[four]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// densenet-bottleneck-7 on lavapipe
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<vec4<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 7u)]), vec4f()); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.a, 6u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.a, 7u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(four: u32) -> vec4f { return vec4f(preScale[four]); }
fn shiftOf(four: u32) -> vec4f { return vec4f(preShift[four]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1 on swiftshader
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 16u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 7u)]), vec4f(w[base + min(4u + (e.lane & 3u), 7u)])); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.b, 2u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.b, 3u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(four: u32) -> vec4f { return vec4f(); }
fn shiftOf(four: u32) -> vec4f { return vec4f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-odd on swiftshader
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 7u)]), vec4f(w[base + min(4u + (e.lane & 3u), 7u)])); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.b, 2u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.b, 3u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(four: u32) -> vec4f { return vec4f(); }
fn shiftOf(four: u32) -> vec4f { return vec4f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-residual on swiftshader
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 7u)]), vec4f(w[base + min(4u + (e.lane & 3u), 7u)])); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.b, 2u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.b, 3u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(four: u32) -> vec4f { return vec4f(); }
fn shiftOf(four: u32) -> vec4f { return vec4f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(f32(residual[min(at + 0u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 1u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 2u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 3u, arrayLength(&residual) - 1u)])); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 1x1-pre on swiftshader
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<vec4<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 7u)]), vec4f(w[base + min(4u + (e.lane & 3u), 7u)])); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.b, 2u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.b, 3u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(four: u32) -> vec4f { return vec4f(preScale[four]); }
fn shiftOf(four: u32) -> vec4f { return vec4f(preShift[four]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-pre-odd-view on swiftshader
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(4) var<storage, read> preScale: array<vec4<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 7u)]), vec4f(w[base + min(4u + (e.lane & 3u), 7u)])); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.b, 2u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.b, 3u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(four: u32) -> vec4f { return vec4f(preScale[four]); }
fn shiftOf(four: u32) -> vec4f { return vec4f(preShift[four]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-f16-pre on swiftshader
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(4) var<storage, read> preScale: array<vec4<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 7u)]), vec4f(w[base + min(4u + (e.lane & 3u), 7u)])); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.b, 2u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.b, 3u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(four: u32) -> vec4f { return vec4f(preScale[four]); }
fn shiftOf(four: u32) -> vec4f { return vec4f(preShift[four]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-1x1x1 on swiftshader
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 64u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 7u)]), vec4f(w[base + min(4u + (e.lane & 3u), 7u)])); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.b, 2u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.b, 3u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(four: u32) -> vec4f { return vec4f(); }
fn shiftOf(four: u32) -> vec4f { return vec4f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// densenet-bottleneck-28 on swiftshader
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 64u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<vec4<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 7u)]), vec4f(w[base + min(4u + (e.lane & 3u), 7u)])); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.b, 2u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.b, 3u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(four: u32) -> vec4f { return vec4f(preScale[four]); }
fn shiftOf(four: u32) -> vec4f { return vec4f(preShift[four]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// densenet-bottleneck-7 on swiftshader
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<vec4<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 7u)]), vec4f(w[base + min(4u + (e.lane & 3u), 7u)])); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.b, 2u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.b, 3u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(four: u32) -> vec4f { return vec4f(preScale[four]); }
fn shiftOf(four: u32) -> vec4f { return vec4f(preShift[four]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1 on nvidia
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 32u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 7u)]), vec4f()); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.a, 6u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.a, 7u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(four: u32) -> vec4f { return vec4f(); }
fn shiftOf(four: u32) -> vec4f { return vec4f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-odd on nvidia
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 32u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 7u)]), vec4f()); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.a, 6u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.a, 7u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(four: u32) -> vec4f { return vec4f(); }
fn shiftOf(four: u32) -> vec4f { return vec4f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-residual on nvidia
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 32u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 7u)]), vec4f()); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.a, 6u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.a, 7u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(four: u32) -> vec4f { return vec4f(); }
fn shiftOf(four: u32) -> vec4f { return vec4f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(f32(residual[min(at + 0u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 1u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 2u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 3u, arrayLength(&residual) - 1u)])); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 1x1-pre on nvidia
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 32u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<vec4<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 7u)]), vec4f()); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.a, 6u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.a, 7u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(four: u32) -> vec4f { return vec4f(preScale[four]); }
fn shiftOf(four: u32) -> vec4f { return vec4f(preShift[four]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-pre-odd-view on nvidia
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 32u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(4) var<storage, read> preScale: array<vec4<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 7u)]), vec4f()); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.a, 6u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.a, 7u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(four: u32) -> vec4f { return vec4f(preScale[four]); }
fn shiftOf(four: u32) -> vec4f { return vec4f(preShift[four]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-f16-pre on nvidia
enable f16;
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f16;
const WORKGROUP: u32 = 32u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(4) var<storage, read> preScale: array<vec4<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 7u)]), vec4f()); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.a, 6u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.a, 7u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(four: u32) -> vec4f { return vec4f(preScale[four]); }
fn shiftOf(four: u32) -> vec4f { return vec4f(preShift[four]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// densenet-bottleneck-7 on nvidia
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, four input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
alias Elem = f32;
const WORKGROUP: u32 = 32u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<vec4<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 7u)]), vec4f()); }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn w6(h: Held) -> vec4f { return subgroupBroadcast(h.a, 6u); }
fn w7(h: Held) -> vec4f { return subgroupBroadcast(h.a, 7u); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(four: u32) -> vec4f { return vec4f(preScale[four]); }
fn shiftOf(four: u32) -> vec4f { return vec4f(preShift[four]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// @body
struct Params {
  inChannels: u32, outChannels: u32, positions: u32,
  xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32, residualOffset: u32, residualBatch: u32,
}
@group(0) @binding(7) var<uniform> params: Params;

alias Tile = array<vec4f, 8>; // eight channels of four positions

fn accumulate(t: ptr<function, Tile>, a: vec4f, b: vec4f, v: vec4f) {
  (*t)[0] = fma(vec4f(a.x), v, (*t)[0]);
  (*t)[1] = fma(vec4f(a.y), v, (*t)[1]);
  (*t)[2] = fma(vec4f(a.z), v, (*t)[2]);
  (*t)[3] = fma(vec4f(a.w), v, (*t)[3]);
  (*t)[4] = fma(vec4f(b.x), v, (*t)[4]);
  (*t)[5] = fma(vec4f(b.y), v, (*t)[5]);
  (*t)[6] = fma(vec4f(b.z), v, (*t)[6]);
  (*t)[7] = fma(vec4f(b.w), v, (*t)[7]);
}

// Four positions of one input channel, pre-activated; a channel past the last counts as zero.
fn input(channel: u32, position: u32, count: u32, item: u32, scale: f32, shift: f32) -> vec4f {
  let p = params;
  let at = p.xOffset + item * p.xBatch + min(channel, p.inChannels - 1u) * p.positions + position;
  let v = affine(load4(at, count), scale, shift);
  return select(vec4f(), vec4f(pre(v.x), pre(v.y), pre(v.z), pre(v.w)), channel < p.inChannels);
}

fn storeChannel(v: vec4f, channel: u32, position: u32, item: u32, count: u32) {
  let p = params;
  if (channel >= p.outChannels || count == 0u) { return; }
  let at = channel * p.positions + position;
  let sum = v + biasOf(channel);
  let r = residualAt(p.residualOffset + item * p.residualBatch + at);
  let all = vec4f(activate(sum.x), activate(sum.y), activate(sum.z), activate(sum.w)) + r;
  store4(p.yOffset + item * p.yBatch + at, count, vec4f(finish(all.x), finish(all.y), finish(all.z), finish(all.w)));
}

fn storeTile(t: ptr<function, Tile>, first: u32, position: u32, item: u32, count: u32) {
  storeChannel((*t)[0], first, position, item, count);
  storeChannel((*t)[1], first + 1u, position, item, count);
  storeChannel((*t)[2], first + 2u, position, item, count);
  storeChannel((*t)[3], first + 3u, position, item, count);
  storeChannel((*t)[4], first + 4u, position, item, count);
  storeChannel((*t)[5], first + 5u, position, item, count);
  storeChannel((*t)[6], first + 6u, position, item, count);
  storeChannel((*t)[7], first + 7u, position, item, count);
}

@compute @workgroup_size(WORKGROUP)
fn main(e: Entry) {
  let p = params;
  let start = e.id.x * 8u;
  let s0 = min(start, ((p.positions - 1u) / 4u) * 4u); // invocations past the end take part in the broadcasts
  let s1 = min(start + 4u, ((p.positions - 1u) / 4u) * 4u);
  let n0 = min(p.positions - s0, 4u);
  let n1 = min(p.positions - s1, 4u);
  let fours = (p.inChannels + 3u) / 4u;
  var t0: Tile;
  var t1: Tile;
  for (var four = 0u; four < fours; four++) {
    let h = hold((e.id.y * fours + four) * 8u, e);
    let scale = scaleOf(four);
    let shift = shiftOf(four);
    let c = four * 4u;
    accumulate(&t0, w0(h), w1(h), input(c, s0, n0, e.id.z, scale.x, shift.x));
    accumulate(&t1, w0(h), w1(h), input(c, s1, n1, e.id.z, scale.x, shift.x));
    accumulate(&t0, w2(h), w3(h), input(c + 1u, s0, n0, e.id.z, scale.y, shift.y));
    accumulate(&t1, w2(h), w3(h), input(c + 1u, s1, n1, e.id.z, scale.y, shift.y));
    accumulate(&t0, w4(h), w5(h), input(c + 2u, s0, n0, e.id.z, scale.z, shift.z));
    accumulate(&t1, w4(h), w5(h), input(c + 2u, s1, n1, e.id.z, scale.z, shift.z));
    accumulate(&t0, w6(h), w7(h), input(c + 3u, s0, n0, e.id.z, scale.w, shift.w));
    accumulate(&t1, w6(h), w7(h), input(c + 3u, s1, n1, e.id.z, scale.w, shift.w));
  }
  storeTile(&t0, e.id.y * 8u, s0, e.id.z, select(0u, n0, start < p.positions));
  storeTile(&t1, e.id.y * 8u, s1, e.id.z, select(0u, n1, start + 4u < p.positions));
}
