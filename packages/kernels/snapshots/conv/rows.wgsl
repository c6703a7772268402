// 1d on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 1u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(f32(x[row + at.columns.x]), f32(x[row + at.columns.y]), f32(x[row + at.columns.z]), f32(x[row + at.columns.w])), at.inside & vec4<bool>(ok)); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3 on lavapipe
// 3x3-stride-height on lavapipe
// 3x3-view on lavapipe
// densenet-growth-56 on lavapipe
// densenet-growth-28 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-odd-sizes on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(f32(x[row + at.columns.x]), f32(x[row + at.columns.y]), f32(x[row + at.columns.z]), f32(x[row + at.columns.w])), at.inside & vec4<bool>(ok)); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-narrow on lavapipe
// 3x3-view-unaligned on lavapipe
// densenet-growth-14 on lavapipe
// densenet-growth-7 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(f32(x[row + at.columns.x]), f32(x[row + at.columns.y]), f32(x[row + at.columns.z]), f32(x[row + at.columns.w])), at.inside & vec4<bool>(ok)); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(residual[at / 4u]); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// 3x3-residual-odd on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(f32(x[row + at.columns.x]), f32(x[row + at.columns.y]), f32(x[row + at.columns.z]), f32(x[row + at.columns.w])), at.inside & vec4<bool>(ok)); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(f32(residual[min(at + 0u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 1u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 2u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 3u, arrayLength(&residual) - 1u)])); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-dilation-2 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 2;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.zw, m.xy); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.zw, r.xy); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-dilation-3 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 3;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(f32(x[row + at.columns.x]), f32(x[row + at.columns.y]), f32(x[row + at.columns.z]), f32(x[row + at.columns.w])), at.inside & vec4<bool>(ok)); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.yzw, m.x); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.w, r.xyz); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-dilation-8 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 8;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return l; }
fn behind(m: vec4f, r: vec4f) -> vec4f { return r; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on lavapipe
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(residual[at / 4u]); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16-odd on lavapipe
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(f32(x[row + at.columns.x]), f32(x[row + at.columns.y]), f32(x[row + at.columns.z]), f32(x[row + at.columns.w])), at.inside & vec4<bool>(ok)); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-3x3x3 on lavapipe
// meshnet-64-1-5-dilation-1 on lavapipe
// meshnet-64-5-5-dilation-1 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3d-dilated on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 4;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return l; }
fn behind(m: vec4f, r: vec4f) -> vec4f { return r; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-dilation-16 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 16;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return l; }
fn behind(m: vec4f, r: vec4f) -> vec4f { return r; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// super-resolution-128 on lavapipe
// super-resolution-256-32-32-residual on lavapipe
// super-resolution-512-32-32-residual on lavapipe
// rau-net-256-32-32-residual on lavapipe
// rau-net-128-64-64-residual on lavapipe
// rau-net-64-128-128-residual on lavapipe
// rau-net-32-256-256-residual on lavapipe
// rau-net-16-512-512-residual on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(residual[at / 4u]); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// rau-net-64 on lavapipe
// super-resolution-256-1-32 on lavapipe
// super-resolution-256-32-4 on lavapipe
// super-resolution-512-1-32 on lavapipe
// super-resolution-512-32-1 on lavapipe
// rau-net-256-3-32 on lavapipe
// rau-net-256-64-32 on lavapipe
// rau-net-128-32-64 on lavapipe
// rau-net-128-128-64 on lavapipe
// rau-net-64-256-128 on lavapipe
// rau-net-32-512-256 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// meshnet-32 on lavapipe
// meshnet-64-5-5-dilation-2 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 2;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.zw, m.xy); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.zw, r.xy); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// meshnet-64-5-5-dilation-4 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 4;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return l; }
fn behind(m: vec4f, r: vec4f) -> vec4f { return r; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// meshnet-64-5-5-dilation-8 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 8;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return l; }
fn behind(m: vec4f, r: vec4f) -> vec4f { return r; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// meshnet-64-5-5-dilation-16 on lavapipe
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 16;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return l; }
fn behind(m: vec4f, r: vec4f) -> vec4f { return r; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1d on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 1u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 5u)]), vec4f(w[base + min(4u + (e.lane & 3u), 5u)])); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(f32(x[row + at.columns.x]), f32(x[row + at.columns.y]), f32(x[row + at.columns.z]), f32(x[row + at.columns.w])), at.inside & vec4<bool>(ok)); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3 on swiftshader
// 3x3-stride-height on swiftshader
// 3x3-view on swiftshader
// densenet-growth-56 on swiftshader
// densenet-growth-28 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 5u)]), vec4f(w[base + min(4u + (e.lane & 3u), 5u)])); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-odd-sizes on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 5u)]), vec4f(w[base + min(4u + (e.lane & 3u), 5u)])); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(f32(x[row + at.columns.x]), f32(x[row + at.columns.y]), f32(x[row + at.columns.z]), f32(x[row + at.columns.w])), at.inside & vec4<bool>(ok)); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-narrow on swiftshader
// 3x3-view-unaligned on swiftshader
// 3x3-f16-odd on swiftshader
// densenet-growth-14 on swiftshader
// densenet-growth-7 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 5u)]), vec4f(w[base + min(4u + (e.lane & 3u), 5u)])); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(f32(x[row + at.columns.x]), f32(x[row + at.columns.y]), f32(x[row + at.columns.z]), f32(x[row + at.columns.w])), at.inside & vec4<bool>(ok)); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 5u)]), vec4f(w[base + min(4u + (e.lane & 3u), 5u)])); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(residual[at / 4u]); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// 3x3-residual-odd on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 5u)]), vec4f(w[base + min(4u + (e.lane & 3u), 5u)])); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(f32(x[row + at.columns.x]), f32(x[row + at.columns.y]), f32(x[row + at.columns.z]), f32(x[row + at.columns.w])), at.inside & vec4<bool>(ok)); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(f32(residual[min(at + 0u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 1u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 2u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 3u, arrayLength(&residual) - 1u)])); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-dilation-2 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 2;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 5u)]), vec4f(w[base + min(4u + (e.lane & 3u), 5u)])); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.zw, m.xy); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.zw, r.xy); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-dilation-3 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 3;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 5u)]), vec4f(w[base + min(4u + (e.lane & 3u), 5u)])); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(f32(x[row + at.columns.x]), f32(x[row + at.columns.y]), f32(x[row + at.columns.z]), f32(x[row + at.columns.w])), at.inside & vec4<bool>(ok)); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.yzw, m.x); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.w, r.xyz); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-dilation-8 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 8;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 5u)]), vec4f(w[base + min(4u + (e.lane & 3u), 5u)])); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return l; }
fn behind(m: vec4f, r: vec4f) -> vec4f { return r; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on swiftshader
// super-resolution-128 on swiftshader
// super-resolution-256-32-32-residual on swiftshader
// super-resolution-512-32-32-residual on swiftshader
// rau-net-256-32-32-residual on swiftshader
// rau-net-128-64-64-residual on swiftshader
// rau-net-64-128-128-residual on swiftshader
// rau-net-32-256-256-residual on swiftshader
// rau-net-16-512-512-residual on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 5u)]), vec4f(w[base + min(4u + (e.lane & 3u), 5u)])); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(residual[at / 4u]); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3d-3x3x3 on swiftshader
// meshnet-64-1-5-dilation-1 on swiftshader
// meshnet-64-5-5-dilation-1 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 5u)]), vec4f(w[base + min(4u + (e.lane & 3u), 5u)])); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3d-dilated on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 4;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 5u)]), vec4f(w[base + min(4u + (e.lane & 3u), 5u)])); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return l; }
fn behind(m: vec4f, r: vec4f) -> vec4f { return r; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-dilation-16 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 16;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 5u)]), vec4f(w[base + min(4u + (e.lane & 3u), 5u)])); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return l; }
fn behind(m: vec4f, r: vec4f) -> vec4f { return r; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// rau-net-64 on swiftshader
// super-resolution-256-1-32 on swiftshader
// super-resolution-256-32-4 on swiftshader
// super-resolution-512-1-32 on swiftshader
// super-resolution-512-32-1 on swiftshader
// rau-net-256-3-32 on swiftshader
// rau-net-256-64-32 on swiftshader
// rau-net-128-32-64 on swiftshader
// rau-net-128-128-64 on swiftshader
// rau-net-64-256-128 on swiftshader
// rau-net-32-512-256 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 5u)]), vec4f(w[base + min(4u + (e.lane & 3u), 5u)])); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// meshnet-32 on swiftshader
// meshnet-64-5-5-dilation-2 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 2;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 5u)]), vec4f(w[base + min(4u + (e.lane & 3u), 5u)])); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.zw, m.xy); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.zw, r.xy); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// meshnet-64-5-5-dilation-4 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 4;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 5u)]), vec4f(w[base + min(4u + (e.lane & 3u), 5u)])); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return l; }
fn behind(m: vec4f, r: vec4f) -> vec4f { return r; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// meshnet-64-5-5-dilation-8 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 8;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 5u)]), vec4f(w[base + min(4u + (e.lane & 3u), 5u)])); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return l; }
fn behind(m: vec4f, r: vec4f) -> vec4f { return r; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// meshnet-64-5-5-dilation-16 on swiftshader
alias Elem = f32;
const WORKGROUP: u32 = 8u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 16;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 3u), 5u)]), vec4f(w[base + min(4u + (e.lane & 3u), 5u)])); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.b, 0u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.b, 1u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return l; }
fn behind(m: vec4f, r: vec4f) -> vec4f { return r; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 1d on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 1u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(f32(x[row + at.columns.x]), f32(x[row + at.columns.y]), f32(x[row + at.columns.z]), f32(x[row + at.columns.w])), at.inside & vec4<bool>(ok)); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3 on nvidia
// 3x3-stride-height on nvidia
// 3x3-view on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-odd-sizes on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(f32(x[row + at.columns.x]), f32(x[row + at.columns.y]), f32(x[row + at.columns.z]), f32(x[row + at.columns.w])), at.inside & vec4<bool>(ok)); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-narrow on nvidia
// 3x3-view-unaligned on nvidia
// densenet-growth-14 on nvidia
// densenet-growth-7 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(f32(x[row + at.columns.x]), f32(x[row + at.columns.y]), f32(x[row + at.columns.z]), f32(x[row + at.columns.w])), at.inside & vec4<bool>(ok)); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-residual-after on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(residual[at / 4u]); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// 3x3-residual-odd on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(f32(x[row + at.columns.x]), f32(x[row + at.columns.y]), f32(x[row + at.columns.z]), f32(x[row + at.columns.w])), at.inside & vec4<bool>(ok)); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(f32(residual[min(at + 0u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 1u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 2u, arrayLength(&residual) - 1u)]), f32(residual[min(at + 3u, arrayLength(&residual) - 1u)])); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-dilation-2 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 2;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.zw, m.xy); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.zw, r.xy); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-dilation-3 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 3;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(f32(x[row + at.columns.x]), f32(x[row + at.columns.y]), f32(x[row + at.columns.z]), f32(x[row + at.columns.w])), at.inside & vec4<bool>(ok)); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.yzw, m.x); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.w, r.xyz); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-dilation-8 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 8;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return l; }
fn behind(m: vec4f, r: vec4f) -> vec4f { return r; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16 on nvidia
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 32u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(residual[at / 4u]); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3x3-f16-odd on nvidia
enable f16;
alias Elem = f16;
const WORKGROUP: u32 = 32u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<Elem>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(f32(x[row + at.columns.x]), f32(x[row + at.columns.y]), f32(x[row + at.columns.z]), f32(x[row + at.columns.w])), at.inside & vec4<bool>(ok)); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at] = Elem(v.x); if (count > 1u) { y[at + 1u] = Elem(v.y); } if (count > 2u) { y[at + 2u] = Elem(v.z); } if (count > 3u) { y[at + 3u] = Elem(v.w); } }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-3x3x3 on nvidia
// meshnet-64-1-5-dilation-1 on nvidia
// meshnet-64-5-5-dilation-1 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// 3d-dilated on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 4;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return l; }
fn behind(m: vec4f, r: vec4f) -> vec4f { return r; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// 3d-dilation-16 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 16;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return l; }
fn behind(m: vec4f, r: vec4f) -> vec4f { return r; }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// super-resolution-128 on nvidia
// super-resolution-256-32-32-residual on nvidia
// super-resolution-512-32-32-residual on nvidia
// rau-net-256-32-32-residual on nvidia
// rau-net-128-64-64-residual on nvidia
// rau-net-64-128-128-residual on nvidia
// rau-net-32-256-256-residual on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(residual[at / 4u]); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// rau-net-64 on nvidia
// super-resolution-256-1-32 on nvidia
// super-resolution-256-32-4 on nvidia
// super-resolution-512-1-32 on nvidia
// super-resolution-512-32-1 on nvidia
// rau-net-256-3-32 on nvidia
// rau-net-256-64-32 on nvidia
// rau-net-128-32-64 on nvidia
// rau-net-128-128-64 on nvidia
// rau-net-64-256-128 on nvidia
// rau-net-32-512-256 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// meshnet-32 on nvidia
// meshnet-64-5-5-dilation-2 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 2;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.zw, m.xy); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.zw, r.xy); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// densenet-growth-56 on nvidia
// densenet-growth-28 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// rau-net-16-512-512-residual on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 32u;
const KERNEL_D: u32 = 1u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 1;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(3) var<storage, read> residual: array<vec4<Elem>>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return vec4f(l.w, m.xyz); }
fn behind(m: vec4f, r: vec4f) -> vec4f { return vec4f(m.yzw, r.x); }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(residual[at / 4u]); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// meshnet-64-5-5-dilation-4 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 4;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return l; }
fn behind(m: vec4f, r: vec4f) -> vec4f { return r; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// meshnet-64-5-5-dilation-8 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 8;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return l; }
fn behind(m: vec4f, r: vec4f) -> vec4f { return r; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// meshnet-64-5-5-dilation-16 on nvidia
alias Elem = f32;
const WORKGROUP: u32 = 64u;
const KERNEL_D: u32 = 3u;
const KERNEL_H: u32 = 3u;
const DILATION_W: i32 = 16;
@group(0) @binding(0) var<storage, read> x: array<vec4<Elem>>;
@group(0) @binding(2) var<storage, read> bias: array<Elem>;
@group(0) @binding(6) var<storage, read_write> y: array<vec4<Elem>>;
fn hold(base: u32, e: Entry) -> Held { return Held(base, vec4f(w[base + min(0u + (e.lane & 7u), 5u)]), vec4f()); }
fn w4(h: Held) -> vec4f { return subgroupBroadcast(h.a, 4u); }
fn w5(h: Held) -> vec4f { return subgroupBroadcast(h.a, 5u); }
fn load4(row: u32, at: Place, ok: bool) -> vec4f { return select(vec4f(), vec4f(x[(row + at.columns.x) / 4u]), ok && at.inside.x); }
fn before(l: vec4f, m: vec4f) -> vec4f { return l; }
fn behind(m: vec4f, r: vec4f) -> vec4f { return r; }
fn biasOf(channel: u32) -> f32 { return f32(bias[channel]); }
fn residualAt(at: u32) -> vec4f { return vec4f(); }
fn store4(at: u32, count: u32, v: vec4f) { y[at / 4u] = vec4<Elem>(v); }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// In every case:
enable subgroups;
// y[n, co, o] = after(residual + activation(bias[co] + sum over ci, k of w[co, ci, k] * x[n, ci, o + k * dilation - pad]))
//
// Kernels of three taps along width (3x3, 3x3x3, any height and depth), stride 1 along width, padding equal to dilation there;
// constant weights packed [co / 8][ci][row of taps][3][8]. One invocation computes eight outputs in a row of eight channels, in 16
// vec4 registers: for each row of taps it loads the eight inputs under them and four on either side, and its lane's share of 24 weights.
// id.x: eight outputs along width, rows, slices; id.y: block of eight output channels; id.z: item of the batch.
// Ladder, 32 -> 32 channels, 3x3, lavapipe on two cores, GFLOP/s: scalar loads and weights through a uniform binding, tile 4 x 2 x 8: 17; vec4
// loads, weights at uniform indices: 16; weights one vec4 a lane, handed round: 21; loops over the kernel of known extent: 27 (its peak of fma is 59).
@group(0) @binding(1) var<storage, read> w: array<vec4<Elem>>;
struct Entry { @builtin(global_invocation_id) id: vec3u, @builtin(subgroup_invocation_id) lane: u32 }
struct Held { base: u32, a: vec4f, b: vec4f }
fn w0(h: Held) -> vec4f { return subgroupBroadcast(h.a, 0u); }
fn w1(h: Held) -> vec4f { return subgroupBroadcast(h.a, 1u); }
fn w2(h: Held) -> vec4f { return subgroupBroadcast(h.a, 2u); }
fn w3(h: Held) -> vec4f { return subgroupBroadcast(h.a, 3u); }

// @body
struct Params {
  inChannels: u32, outChannels: u32,
  inD: u32, inH: u32, width: u32, outD: u32, outH: u32,
  strideD: u32, strideH: u32, dilationD: u32, dilationH: u32, padD: u32, padH: u32,
  xOffset: u32, xBatch: u32, yOffset: u32, yBatch: u32, residualOffset: u32, residualBatch: u32,
}
@group(0) @binding(7) var<uniform> params: Params;

alias Tile = array<vec4f, 8>; // eight channels of four outputs

// Four neighbours in a row of x: their columns, moved inside the row, and which of them are in it; the same for every row and channel.
struct Place { columns: vec4u, inside: vec4<bool> }

fn place(at: i32) -> Place {
  let columns = vec4i(at, at + 1, at + 2, at + 3);
  let last = i32(params.width) - 1;
  return Place(vec4u(clamp(columns, vec4i(0), vec4i(last))), (columns >= vec4i(0)) & (columns <= vec4i(last)));
}

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

// Loops that are not unrolled, over a copy of the registers: sixteen stores written out were half of the compiled code.
fn storeTiles(tiles: array<vec4f, 16>, first: u32, position: u32, item: u32, count: u32) {
  let p = params;
  var rest = tiles;
  let channels = min(8u, p.outChannels - first);
  for (var i = 0u; i * 4u < count; i++) {
    for (var c = 0u; c < channels; c++) {
      let at = (first + c) * p.outD * p.outH * p.width + position + i * 4u;
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
  let eights = (p.width + 7u) / 8u;
  let ox = (e.id.x % eights) * 8u;
  let oy = (e.id.x / eights) % p.outH;
  let slice = e.id.x / (eights * p.outH);
  let oz = min(slice, p.outD - 1u); // invocations past the end take part in the broadcasts and store nothing
  let column = i32(ox);
  let middle = place(column);
  let next = place(column + 4);
  let left = place(column - max(DILATION_W, 4));
  let right = place(column + 4 + max(DILATION_W, 4));
  let leftOfNext = place(column + 4 - DILATION_W);
  let rightOfMiddle = place(column + DILATION_W);
  var base = e.id.y * p.inChannels * KERNEL_D * KERNEL_H * 6u;
  var t0: Tile;
  var t1: Tile;
  for (var ci = 0u; ci < p.inChannels; ci++) {
    let plane = p.xOffset + e.id.z * p.xBatch + ci * p.inD * p.inH * p.width;
    for (var kz = 0u; kz < KERNEL_D; kz++) {
      let iz = oz * p.strideD + kz * p.dilationD - p.padD; // wraps to a huge number when negative
      for (var ky = 0u; ky < KERNEL_H; ky++) {
        let iy = oy * p.strideH + ky * p.dilationH - p.padH;
        let row = plane + (min(iz, p.inD - 1u) * p.inH + min(iy, p.inH - 1u)) * p.width;
        let ok = iz < p.inD && iy < p.inH;
        let h = hold(base, e);
        let m = load4(row, middle, ok);
        let n = load4(row, next, ok);
        let l = load4(row, left, ok);
        let r = load4(row, right, ok);
        var l1 = before(m, n);
        var r0 = behind(m, n);
        if (DILATION_W > 4) {
          l1 = load4(row, leftOfNext, ok);
          r0 = load4(row, rightOfMiddle, ok);
        }
        let a0 = w0(h);
        let b0 = w1(h);
        accumulate(&t0, a0, b0, before(l, m));
        accumulate(&t1, a0, b0, l1);
        let a1 = w2(h);
        let b1 = w3(h);
        accumulate(&t0, a1, b1, m);
        accumulate(&t1, a1, b1, n);
        let a2 = w4(h);
        let b2 = w5(h);
        accumulate(&t0, a2, b2, r0);
        accumulate(&t1, a2, b2, behind(n, r));
        base += 6u;
      }
    }
  }
  if (slice >= p.outD) { return; }
  let position = (oz * p.outH + oy) * p.width + ox;
  let tiles = array<vec4f, 16>(t0[0], t0[1], t0[2], t0[3], t0[4], t0[5], t0[6], t0[7], t1[0], t1[1], t1[2], t1[3], t1[4], t1[5], t1[6], t1[7]);
  storeTiles(tiles, e.id.y * 8u, position, e.id.z, min(p.width - ox, 8u));
}
