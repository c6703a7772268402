// 1x1 on lavapipe
// densenet-transition-28 on lavapipe
// densenet-transition-14 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-odd on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-residual on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(f32(residual[min(at + 0u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 1u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 2u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 3u, arrayLength(&residual) - 1u)])); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 1x1-pre on lavapipe
// densenet-bottleneck-28 on lavapipe
// densenet-bottleneck-56-128 on lavapipe
// densenet-bottleneck-14-512 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<vec2<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec2<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(preScale[pair]); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(preShift[pair]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-pre-odd-view on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<vec2<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec2<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(preScale[pair]); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(preShift[pair]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-f16-pre on lavapipe
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(4) var<storage, read> preScale: array<vec2<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec2<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(preScale[pair]); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(preShift[pair]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-1x1x1 on lavapipe
// rau-net-1x1-256-3-32 on lavapipe
// rau-net-1x1-64-64-128 on lavapipe
// rau-net-1x1-256-32-1 on lavapipe
// meshnet-64-1x1x1 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// densenet-bottleneck-7 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<vec2<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec2<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(preScale[pair]); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(preShift[pair]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// densenet-transition-7 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1 on swiftshader
// densenet-transition-28 on swiftshader
// densenet-transition-14 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-odd on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-residual on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(f32(residual[min(at + 0u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 1u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 2u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 3u, arrayLength(&residual) - 1u)])); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 1x1-pre on swiftshader
// densenet-bottleneck-28 on swiftshader
// densenet-bottleneck-56-128 on swiftshader
// densenet-bottleneck-14-512 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<vec2<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec2<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(preScale[pair]); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(preShift[pair]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-pre-odd-view on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<vec2<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec2<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(preScale[pair]); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(preShift[pair]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-f16-pre on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(4) var<storage, read> preScale: array<vec2<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec2<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(preScale[pair]); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(preShift[pair]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-1x1x1 on swiftshader
// rau-net-1x1-256-3-32 on swiftshader
// rau-net-1x1-64-64-128 on swiftshader
// rau-net-1x1-256-32-1 on swiftshader
// meshnet-64-1x1x1 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// densenet-bottleneck-7 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<vec2<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec2<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(preScale[pair]); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(preShift[pair]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// densenet-transition-7 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1 on nvidia
// densenet-transition-14 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-odd on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-residual on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(f32(residual[min(at + 0u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 1u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 2u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 3u, arrayLength(&residual) - 1u)])); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return max(v, 0.0); }

// 1x1-pre on nvidia
// densenet-bottleneck-14-512 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<vec2<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec2<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(preScale[pair]); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(preShift[pair]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1x1-pre-odd-view on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<vec2<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec2<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(preScale[pair]); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(preShift[pair]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 1x1-f16-pre on nvidia
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 32u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(4) var<storage, read> preScale: array<vec2<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec2<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(preScale[pair]); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(preShift[pair]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-1x1x1 on nvidia
// rau-net-1x1-256-3-32 on nvidia
// rau-net-1x1-64-64-128 on nvidia
// rau-net-1x1-256-32-1 on nvidia
// meshnet-64-1x1x1 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// densenet-bottleneck-28 on nvidia
// densenet-bottleneck-56-128 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<vec2<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec2<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(preScale[pair]); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(preShift[pair]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// densenet-bottleneck-7 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(4) var<storage, read> preScale: array<vec2<Elem>>;
@group(0) @binding(5) var<storage, read> preShift: array<vec2<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(preScale[pair]); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(preShift[pair]); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return fma(v, vec4f(scale), vec4f(shift)); }
fn pre(v: f32) -> f32 { return max(v, 0.0); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// densenet-transition-28 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(x[at / 4u]); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// densenet-transition-7 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 3u)]), vec4f()); }
fn load4(at: u32, count: u32) -> vec4f { return vec4f(f32(x[at]), f32(x[at + min(1u, count - 1u)]), f32(x[at + min(2u, count - 1u)]), f32(x[at + min(3u, count - 1u)])); }
fn scaleOf(pair: u32) -> vec2f { return vec2f(); }
fn shiftOf(pair: u32) -> vec2f { return vec2f(); }
fn affine(v: vec4f, scale: f32, shift: f32) -> vec4f { return v; }
fn pre(v: f32) -> f32 { return v; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// In every case:
enable subgroups;
// y[n, co, s] = after(residual + activation(bias[co] + sum over ci of w[co, ci] * pre(x[n, ci, s] * preScale[ci] + preShift[ci])))
//
// Kernels of one tap, stride 1: a product of matrices over positions s, whatever the number of spatial axes. The pre-activation of a DenseNet
// layer (batch normalisation and ReLU before the convolution) is applied as x is loaded. Constant weights packed [co / 8][ci][8].
// One invocation computes eight positions of eight channels, in 16 vec4 registers, two input channels at a time.
// id.x: eight positions; id.y: block of eight output channels; id.z: item of the batch.
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }

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

// Loops that are not unrolled, over a copy of the registers: sixteen stores written out were half of the compiled code.
fn storeTiles(tiles: array<vec4f, 16>, first: u32, position: u32, item: u32, count: u32) {
  let p = params;
  var rest = tiles;
  let channels = min(8u, p.outChannels - first);
  for (var i = 0u; i * 4u < count; i++) {
    for (var c = 0u; c < channels; c++) {
      let at = (first + c) * p.positions + position + i * 4u;
      let sum = rest[i * 8u + c] + biasOf(first + c);
      let r = residualAt(p.residualOffset + item * p.residualBatch + at);
      let all = vec4f(activate(sum.x), activate(sum.y), activate(sum.z), activate(sum.w)) + r;
      let result = vec4f(finish(all.x), finish(all.y), finish(all.z), finish(all.w));
      store4(p.yOffset + item * p.yBatch + at, min(count - i * 4u, 4u), result);
    }
  }
}

@compute @workgroup_size(WORKGROUP)
fn main(e: Entry) {
  let p = params;
  let start = e.id.x * 8u;
  let s0 = min(start, ((p.positions - 1u) / 4u) * 4u); // invocations past the end take part in the broadcasts
  let s1 = min(start + 4u, ((p.positions - 1u) / 4u) * 4u);
  let n0 = min(p.positions - s0, 4u);
  let n1 = min(p.positions - s1, 4u);
  let pairs = (p.inChannels + 1u) / 2u;
  var t0: Tile;
  var t1: Tile;
  for (var pair = 0u; pair < pairs; pair++) {
    let h = hold((e.id.y * pairs + pair) * 4u, e);
    let scale = scaleOf(pair);
    let shift = shiftOf(pair);
    let c = pair * 2u;
    let a0 = w0(h);
    let b0 = w1(h);
    accumulate(&t0, a0, b0, input(c, s0, n0, e.id.z, scale.x, shift.x));
    accumulate(&t1, a0, b0, input(c, s1, n1, e.id.z, scale.x, shift.x));
    let a1 = w2(h);
    let b1 = w3(h);
    accumulate(&t0, a1, b1, input(c + 1u, s0, n0, e.id.z, scale.y, shift.y));
    accumulate(&t1, a1, b1, input(c + 1u, s1, n1, e.id.z, scale.y, shift.y));
  }
  if (start >= p.positions) { return; }
  let tiles = array<vec4f, 16>(t0[0], t0[1], t0[2], t0[3], t0[4], t0[5], t0[6], t0[7], t1[0], t1[1], t1[2], t1[3], t1[4], t1[5], t1[6], t1[7]);
  storeTiles(tiles, e.id.y * 8u, start, e.id.z, min(p.positions - start, 8u));
}
