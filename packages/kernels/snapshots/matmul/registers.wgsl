

// On lavapipe, in every case:

// On swiftshader, in every case:

// On nvidia, in every case:

// one; odd; past-a-tile; trans-a; trans-b; trans-both; batch; batch-broadcast; batch-of-a-only; view-transposed; pieces; vector:
alias Num = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
fn loadC(at: i32) -> Num { return Num(); }
fn activate(v: Num) -> Num { return v; }
fn right(at: vec4i) -> vec4<Num> { return vec4<Num>(Num(b[at.x]), Num(b[at.y]), Num(b[at.z]), Num(b[at.w])); }
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return fma(vec4<Num>(p), q, sum); }

// bias-row; bias-column; bias-scalar; bias-batch:
alias Num = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadC(at: i32) -> Num { return Num(c[at]); }
fn activate(v: Num) -> Num { return v; }
fn right(at: vec4i) -> vec4<Num> { return vec4<Num>(Num(b[at.x]), Num(b[at.y]), Num(b[at.z]), Num(b[at.w])); }
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return fma(vec4<Num>(p), q, sum); }

// relu:
alias Num = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadC(at: i32) -> Num { return Num(c[at]); }
fn activate(v: Num) -> Num { return max(v, 0.0); }
fn right(at: vec4i) -> vec4<Num> { return vec4<Num>(Num(b[at.x]), Num(b[at.y]), Num(b[at.z]), Num(b[at.w])); }
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return fma(vec4<Num>(p), q, sum); }

// f16 on lavapipe, nvidia:
enable f16;
alias Num = f32;
alias ElemA = f16;
alias ElemB = vec4<f16>;
alias ElemC = f32;
alias ElemY = f16;
fn loadC(at: i32) -> Num { return Num(); }
fn activate(v: Num) -> Num { return v; }
fn right(at: vec4i) -> vec4<Num> { return vec4<Num>(b[at.x >> 2u]); }
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return fma(vec4<Num>(p), q, sum); }

// int32:
alias Num = i32;
alias ElemA = i32;
alias ElemB = vec4<i32>;
alias ElemC = f32;
alias ElemY = i32;
fn loadC(at: i32) -> Num { return Num(); }
fn activate(v: Num) -> Num { return v; }
fn right(at: vec4i) -> vec4<Num> { return vec4<Num>(b[at.x >> 2u]); }
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return vec4<Num>(p) * q + sum; }

// uint32-bias:
alias Num = u32;
alias ElemA = u32;
alias ElemB = vec4<u32>;
alias ElemC = u32;
alias ElemY = u32;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadC(at: i32) -> Num { return Num(c[at]); }
fn activate(v: Num) -> Num { return v; }
fn right(at: vec4i) -> vec4<Num> { return vec4<Num>(b[at.x >> 2u]); }
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return vec4<Num>(p) * q + sum; }

// f16 on swiftshader:
alias Num = f32;
alias ElemA = f32;
alias ElemB = vec4<f32>;
alias ElemC = f32;
alias ElemY = f32;
fn loadC(at: i32) -> Num { return Num(); }
fn activate(v: Num) -> Num { return v; }
fn right(at: vec4i) -> vec4<Num> { return vec4<Num>(b[at.x >> 2u]); }
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return fma(vec4<Num>(p), q, sum); }
