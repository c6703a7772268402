@group(0) @binding(0) var<storage, read> a: array<ElemA>;
fn result(u: Lanes, v: Lanes, w: Lanes) -> ElemY { return ElemY(apply(u.x, v.x, w.x), apply(u.y, v.y, w.y), apply(u.z, v.z, w.z), apply(u.w, v.w, w.w)); }

// On lavapipe, in every case:

// On swiftshader, in every case:

// On nvidia, in every case:

// relu-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return max(u, 0.0); }

// leakyRelu-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0.01f * u, u, u >= 0.0); }

// elu-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(1f * (exp(min(u, 0.0)) - 1.0), u, u >= 0.0); }

// selu-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return 1.0507010221481323f * select(1.6732631921768188f * (exp(min(u, 0.0)) - 1.0), u, u >= 0.0); }

// celu-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return max(u, 0.0) + 1f * (exp(min(u, 0.0) / 1f) - 1.0); }

// sigmoid-256; sigmoid-steep:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return 1.0 / (1.0 + exp(min(-(u), 87.0))); }

// hardSigmoid-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return clamp(fma(u, 0.2f, 0.5f), 0.0, 1.0); }

// hardSwish-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u * clamp(u * 0.16666667 + 0.5, 0.0, 1.0); }

// swish-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u * (1.0 / (1.0 + exp(min(-(1f * u), 87.0)))); }

// tanh-256; tanh-steep:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(tanh(clamp(u, -10.0, 10.0)), u - u * u * u * 0.33333334, abs(u) < 0.04); }

// softplus-256; softplus-steep:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (max(u, 0.0) + log(1.0 + exp(-abs(u)))); }

// softsign-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u / (1.0 + abs(u)); }

// gelu-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return 0.5 * u * (1.0 + select(sign((u * 0.70710678)) * (1.0 - fma(fma(fma(fma(1.061405429, (1.0 / fma(0.3275911, abs((u * 0.70710678)), 1.0)), -1.453152027), (1.0 / fma(0.3275911, abs((u * 0.70710678)), 1.0)), 1.421413741), (1.0 / fma(0.3275911, abs((u * 0.70710678)), 1.0)), -0.284496736), (1.0 / fma(0.3275911, abs((u * 0.70710678)), 1.0)), 0.254829592) * (1.0 / fma(0.3275911, abs((u * 0.70710678)), 1.0)) * exp(-((u * 0.70710678) * (u * 0.70710678)))), 1.1283791671 * (u * 0.70710678) * fma(fma(fma(fma(0.004629629629629629, ((u * 0.70710678) * (u * 0.70710678)), -0.023809523809523808), ((u * 0.70710678) * (u * 0.70710678)), 0.1), ((u * 0.70710678) * (u * 0.70710678)), -0.3333333333333333), ((u * 0.70710678) * (u * 0.70710678)), 1), abs((u * 0.70710678)) < 0.5)); }

// geluTanh-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u * (1.0 / (1.0 + exp(min(-(1.5957691 * (u + 0.044715 * u * u * u)), 87.0)))); }

// mish-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u * tanh(min((max(u, 0.0) + log(1.0 + exp(-abs(u)))), 20.0)); }

// thresholdedRelu-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0.0, u, u > 1f); }

// shrink-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(select(0.0, u - 0f, u > 0.5f), u + 0f, u < -0.5f); }

// clip-256; identity-256; cast-float16-float32 on swiftshader:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u; }

// affine-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return fma(u, 1f, 0f); }

// erf-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(sign(u) * (1.0 - fma(fma(fma(fma(1.061405429, (1.0 / fma(0.3275911, abs(u), 1.0)), -1.453152027), (1.0 / fma(0.3275911, abs(u), 1.0)), 1.421413741), (1.0 / fma(0.3275911, abs(u), 1.0)), -0.284496736), (1.0 / fma(0.3275911, abs(u), 1.0)), 0.254829592) * (1.0 / fma(0.3275911, abs(u), 1.0)) * exp(-(u * u))), 1.1283791671 * u * fma(fma(fma(fma(0.004629629629629629, (u * u), -0.023809523809523808), (u * u), 0.1), (u * u), -0.3333333333333333), (u * u), 1), abs(u) < 0.5); }

// sqrt-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return sqrt(u); }

// exp-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return exp(u); }

// log-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return log(u); }

// reciprocal-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return 1.0 / (u); }

// sin-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return sin(u); }

// cos-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return cos(u); }

// tan-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return tan(u); }

// asin-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return atan2(u, sqrt((1.0 - u) * (1.0 + u))); }

// acos-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return atan2(sqrt((1.0 - u) * (1.0 + u)), u); }

// atan-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return atan(u); }

// sinh-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return sinh(u); }

// cosh-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return cosh(u); }

// asinh-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return sign(u) * log(abs(u) + sqrt(fma(u, u, 1.0))); }

// acosh-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return log(u + sqrt((u - 1.0) * (u + 1.0))); }

// atanh-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return 0.5 * log((1.0 + u) / (1.0 - u)); }

// abs-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return abs(u); }

// neg-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return -(u); }

// sign-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return sign(u); }

// floor-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return floor(u); }

// ceil-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return ceil(u); }

// round-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return round(u); }

// trunc-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return trunc(u); }

// not-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<i32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, u == 0.0)) != i32(0)); }

// isNaN-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<i32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, (bitcast<u32>(u) & 0x7fffffffu) > 0x7f800000u)) != i32(0)); }

// isInf-256:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<i32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, ((bitcast<u32>(u) & 0x7fffffffu) == 0x7f800000u && select(1f, 1f, bitcast<u32>(u) > 0x7fffffffu) != 0.0))) != i32(0)); }

// cast-float32-int32:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<i32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return i32(u); }

// cast-float32-uint8:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<i32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (i32(u)) & 255; }

// cast-float32-int8:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<i32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return ((i32(u)) << 24u) >> 24u; }

// cast-float32-bool:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<i32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (u) != f32(0)); }

// cast-float32-float16 on lavapipe, nvidia:
enable f16;
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f16>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f16;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return f16(u); }

// cast-float16-float32 on lavapipe, nvidia:
enable f16;
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f16>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u; }

// cast-int32-float32; cast-bool-float32:
alias Num = i32;
alias Lanes = vec4<i32>;
alias ElemA = vec4<i32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<i32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return f32(u); }

// cast-int64-int8:
alias Num = i32;
alias Lanes = vec4<i32>;
alias ElemA = vec4<i32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<i32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<i32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return ((u) << 24u) >> 24u; }

// cast-int32-uint8:
alias Num = i32;
alias Lanes = vec4<i32>;
alias ElemA = vec4<i32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<i32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<i32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (u) & 255; }

// cast-int32-uint16:
alias Num = i32;
alias Lanes = vec4<i32>;
alias ElemA = vec4<i32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<i32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<i32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (u) & 65535; }

// cast-int64-bool:
alias Num = i32;
alias Lanes = vec4<i32>;
alias ElemA = vec4<i32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<i32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<i32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (u) != i32(0)); }

// cast-uint32-float32:
alias Num = u32;
alias Lanes = vec4<u32>;
alias ElemA = vec4<u32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<u32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return f32(u); }

// add-scalar:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return vec4<f32>(f32(b[at])); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u + v; }

// add-rows:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = vec4<f32>;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 2u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return vec4<f32>(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u + v; }

// relu-piece-in-packed; relu-piece-out:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 2u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return max(u, 0.0); }

// where-broadcast:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = i32;
alias ElemB = vec4<f32>;
alias ElemC = vec4<f32>;
alias ElemY = vec4<f32>;
const RANK: u32 = 2u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadA(at: i32) -> Lanes { return vec4<f32>(f32(a[at])); }
fn loadB(at: i32) -> Lanes { return vec4<f32>(b[at]); }
fn loadC(at: i32) -> Lanes { return vec4<f32>(c[at]); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(w, v, u != f32(0)); }

// clamp-max-only:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return vec4<f32>(f32(c[at])); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return min(u, w); }

// pow-negative-base:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = vec4<i32>;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return vec4<f32>(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(select(select(pow(abs(u), v), select(select(pow(abs(u), v), -pow(abs(u), v), fract(v * 0.5) != 0.0), bitcast<f32>((bitcast<u32>(u) & 0u) | 0x7fc00000u), floor(v) != v), u < 0.0), u * u, v == 2.0), 1.0, v == 0.0); }

// pow-square:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return vec4<f32>(f32(b[at])); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(select(select(pow(abs(u), v), select(select(pow(abs(u), v), -pow(abs(u), v), fract(v * 0.5) != 0.0), bitcast<f32>((bitcast<u32>(u) & 0u) | 0x7fc00000u), floor(v) != v), u < 0.0), u * u, v == 2.0), 1.0, v == 0.0); }

// equal-then-not:
alias Num = i32;
alias Lanes = vec4<i32>;
alias ElemA = vec4<i32>;
alias ElemB = vec4<i32>;
alias ElemC = f32;
alias ElemY = vec4<i32>;
const RANK: u32 = 1u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return vec4<i32>(a[at]); }
fn loadB(at: i32) -> Lanes { return vec4<i32>(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, (select(0i, 1i, u == v)) == 0)) != i32(0)); }

// gelu-of-affine:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return 0.5 * (fma(u, 3f, (-1f))) * (1.0 + select(sign(((fma(u, 3f, (-1f))) * 0.70710678)) * (1.0 - fma(fma(fma(fma(1.061405429, (1.0 / fma(0.3275911, abs(((fma(u, 3f, (-1f))) * 0.70710678)), 1.0)), -1.453152027), (1.0 / fma(0.3275911, abs(((fma(u, 3f, (-1f))) * 0.70710678)), 1.0)), 1.421413741), (1.0 / fma(0.3275911, abs(((fma(u, 3f, (-1f))) * 0.70710678)), 1.0)), -0.284496736), (1.0 / fma(0.3275911, abs(((fma(u, 3f, (-1f))) * 0.70710678)), 1.0)), 0.254829592) * (1.0 / fma(0.3275911, abs(((fma(u, 3f, (-1f))) * 0.70710678)), 1.0)) * exp(-(((fma(u, 3f, (-1f))) * 0.70710678) * ((fma(u, 3f, (-1f))) * 0.70710678)))), 1.1283791671 * ((fma(u, 3f, (-1f))) * 0.70710678) * fma(fma(fma(fma(0.004629629629629629, (((fma(u, 3f, (-1f))) * 0.70710678) * ((fma(u, 3f, (-1f))) * 0.70710678)), -0.023809523809523808), (((fma(u, 3f, (-1f))) * 0.70710678) * ((fma(u, 3f, (-1f))) * 0.70710678)), 0.1), (((fma(u, 3f, (-1f))) * 0.70710678) * ((fma(u, 3f, (-1f))) * 0.70710678)), -0.3333333333333333), (((fma(u, 3f, (-1f))) * 0.70710678) * ((fma(u, 3f, (-1f))) * 0.70710678)), 1), abs(((fma(u, 3f, (-1f))) * 0.70710678)) < 0.5)); }

// add-f16 on lavapipe, nvidia:
enable f16;
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f16>;
alias ElemB = f16;
alias ElemC = f32;
alias ElemY = vec4<f16>;
const RANK: u32 = 2u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return vec4<f32>(f32(b[at])); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f16;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return f16(u + v); }

// add-uint8-wraps:
alias Num = i32;
alias Lanes = vec4<i32>;
alias ElemA = vec4<i32>;
alias ElemB = vec4<i32>;
alias ElemC = f32;
alias ElemY = vec4<i32>;
const RANK: u32 = 1u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return vec4<i32>(a[at]); }
fn loadB(at: i32) -> Lanes { return vec4<i32>(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (u + v) & 255; }

// bitwiseNot-int32:
alias Num = i32;
alias Lanes = vec4<i32>;
alias ElemA = vec4<i32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<i32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<i32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return ~u; }

// bitwiseNot-uint8:
alias Num = i32;
alias Lanes = vec4<i32>;
alias ElemA = vec4<i32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<i32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<i32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (~u) & 255; }

// neg-int64:
alias Num = i32;
alias Lanes = vec4<i32>;
alias ElemA = vec4<i32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<i32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<i32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (i32(0) - u); }

// clip-int32:
alias Num = i32;
alias Lanes = vec4<i32>;
alias ElemA = vec4<i32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<i32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<i32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return min(max(u, i32(-3)), i32(4)); }

// cast-float32-float16 on swiftshader:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return quantizeToF16(f32(u)); }

// add-f16 on swiftshader:
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 2u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return vec4<f32>(f32(b[at])); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return quantizeToF16(f32(u + v)); }
