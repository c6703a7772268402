

// On lavapipe, in every case:
const QUADS: u32 = 1u;

// On swiftshader, in every case:
const QUADS: u32 = 1u;

// On nvidia, in every case:

// one on lavapipe, swiftshader; odd on lavapipe, swiftshader; past-a-tile on lavapipe, swiftshader; trans-a on lavapipe, swiftshader; trans-b on lavapipe, swiftshader; trans-both on lavapipe, swiftshader; batch on lavapipe, swiftshader; batch-broadcast on lavapipe, swiftshader; batch-of-a-only on lavapipe, swiftshader; view-transposed on lavapipe, swiftshader; pieces on lavapipe, swiftshader; vector on lavapipe, swiftshader; f16 on swiftshader:
alias Num = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
fn loadC(at: i32) -> Num { return Num(); }
fn activate(v: Num) -> Num { return v; }
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return fma(vec4<Num>(p), q, sum); }

// bias-row on lavapipe, swiftshader; bias-column on lavapipe, swiftshader; bias-scalar on lavapipe, swiftshader; bias-batch on lavapipe, swiftshader:
alias Num = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadC(at: i32) -> Num { return Num(c[at]); }
fn activate(v: Num) -> Num { return v; }
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return fma(vec4<Num>(p), q, sum); }

// relu on lavapipe, swiftshader:
alias Num = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadC(at: i32) -> Num { return Num(c[at]); }
fn activate(v: Num) -> Num { return max(v, 0.0); }
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return fma(vec4<Num>(p), q, sum); }

// f16 on lavapipe:
enable f16;
alias Num = f32;
alias ElemA = f16;
alias ElemB = f16;
alias ElemC = f32;
alias ElemY = f16;
fn loadC(at: i32) -> Num { return Num(); }
fn activate(v: Num) -> Num { return v; }
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return fma(vec4<Num>(p), q, sum); }

// int32 on lavapipe, swiftshader:
alias Num = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
fn loadC(at: i32) -> Num { return Num(); }
fn activate(v: Num) -> Num { return v; }
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return vec4<Num>(p) * q + sum; }

// uint32-bias on lavapipe, swiftshader:
alias Num = u32;
alias ElemA = u32;
alias ElemB = u32;
alias ElemC = u32;
alias ElemY = u32;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadC(at: i32) -> Num { return Num(c[at]); }
fn activate(v: Num) -> Num { return v; }
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return vec4<Num>(p) * q + sum; }

// one on nvidia; odd on nvidia; past-a-tile on nvidia; trans-a on nvidia; trans-b on nvidia; trans-both on nvidia; batch on nvidia; batch-broadcast on nvidia; batch-of-a-only on nvidia; view-transposed on nvidia; pieces on nvidia; vector on nvidia:
alias Num = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
fn loadC(at: i32) -> Num { return Num(); }
fn activate(v: Num) -> Num { return v; }
const QUADS: u32 = 1u;
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return fma(vec4<Num>(p), q, sum); }

// bias-row on nvidia; bias-column on nvidia; bias-scalar on nvidia; bias-batch on nvidia:
alias Num = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadC(at: i32) -> Num { return Num(c[at]); }
fn activate(v: Num) -> Num { return v; }
const QUADS: u32 = 1u;
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return fma(vec4<Num>(p), q, sum); }

// relu on nvidia:
alias Num = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadC(at: i32) -> Num { return Num(c[at]); }
fn activate(v: Num) -> Num { return max(v, 0.0); }
const QUADS: u32 = 1u;
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return fma(vec4<Num>(p), q, sum); }

// f16 on nvidia:
enable f16;
alias Num = f32;
alias ElemA = f16;
alias ElemB = f16;
alias ElemC = f32;
alias ElemY = f16;
fn loadC(at: i32) -> Num { return Num(); }
fn activate(v: Num) -> Num { return v; }
const QUADS: u32 = 1u;
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return fma(vec4<Num>(p), q, sum); }

// int32 on nvidia:
alias Num = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
fn loadC(at: i32) -> Num { return Num(); }
fn activate(v: Num) -> Num { return v; }
const QUADS: u32 = 1u;
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return vec4<Num>(p) * q + sum; }

// uint32-bias on nvidia:
alias Num = u32;
alias ElemA = u32;
alias ElemB = u32;
alias ElemC = u32;
alias ElemY = u32;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadC(at: i32) -> Num { return Num(c[at]); }
fn activate(v: Num) -> Num { return v; }
const QUADS: u32 = 1u;
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return vec4<Num>(p) * q + sum; }

// past-a-tile on nvidia as 64x64:
alias Num = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
fn loadC(at: i32) -> Num { return Num(); }
fn activate(v: Num) -> Num { return v; }
const QUADS: u32 = 2u;
fn madd(p: Num, q: vec4<Num>, sum: vec4<Num>) -> vec4<Num> { return fma(vec4<Num>(p), q, sum); }
