@group(0) @binding(0) var<storage, read> a: array<ElemA>;
fn result(u: Lanes, v: Lanes, w: Lanes) -> ElemY { return apply(u, v, w); }

// On lavapipe, in every case:

// On swiftshader, in every case:

// On nvidia, in every case:

// relu-37; relu-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return max(u, 0.0); }

// leakyRelu-37; leakyRelu-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0.01f * u, u, u >= 0.0); }

// elu-37; elu-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(1f * (exp(min(u, 0.0)) - 1.0), u, u >= 0.0); }

// selu-37; selu-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return 1.0507010221481323f * select(1.6732631921768188f * (exp(min(u, 0.0)) - 1.0), u, u >= 0.0); }

// celu-37; celu-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return max(u, 0.0) + 1f * (exp(min(u, 0.0) / 1f) - 1.0); }

// sigmoid-37; sigmoid-256; sigmoid-steep:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return 1.0 / (1.0 + exp(min(-(u), 87.0))); }

// hardSigmoid-37; hardSigmoid-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return clamp(fma(u, 0.2f, 0.5f), 0.0, 1.0); }

// hardSwish-37; hardSwish-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u * clamp(u * 0.16666667 + 0.5, 0.0, 1.0); }

// swish-37; swish-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u * (1.0 / (1.0 + exp(min(-(1f * u), 87.0)))); }

// tanh-37; tanh-256; tanh-steep:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(tanh(clamp(u, -10.0, 10.0)), u - u * u * u * 0.33333334, abs(u) < 0.04); }

// softplus-37; softplus-256; softplus-steep:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (max(u, 0.0) + log(1.0 + exp(-abs(u)))); }

// softsign-37; softsign-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u / (1.0 + abs(u)); }

// gelu-37; gelu-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return 0.5 * u * (1.0 + select(sign((u * 0.70710678)) * (1.0 - fma(fma(fma(fma(1.061405429, (1.0 / fma(0.3275911, abs((u * 0.70710678)), 1.0)), -1.453152027), (1.0 / fma(0.3275911, abs((u * 0.70710678)), 1.0)), 1.421413741), (1.0 / fma(0.3275911, abs((u * 0.70710678)), 1.0)), -0.284496736), (1.0 / fma(0.3275911, abs((u * 0.70710678)), 1.0)), 0.254829592) * (1.0 / fma(0.3275911, abs((u * 0.70710678)), 1.0)) * exp(-((u * 0.70710678) * (u * 0.70710678)))), 1.1283791671 * (u * 0.70710678) * fma(fma(fma(fma(0.004629629629629629, ((u * 0.70710678) * (u * 0.70710678)), -0.023809523809523808), ((u * 0.70710678) * (u * 0.70710678)), 0.1), ((u * 0.70710678) * (u * 0.70710678)), -0.3333333333333333), ((u * 0.70710678) * (u * 0.70710678)), 1), abs((u * 0.70710678)) < 0.5)); }

// geluTanh-37; geluTanh-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u * (1.0 / (1.0 + exp(min(-(1.5957691 * (u + 0.044715 * u * u * u)), 87.0)))); }

// mish-37; mish-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u * tanh(min((max(u, 0.0) + log(1.0 + exp(-abs(u)))), 20.0)); }

// thresholdedRelu-37; thresholdedRelu-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0.0, u, u > 1f); }

// shrink-37; shrink-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(select(0.0, u - 0f, u > 0.5f), u + 0f, u < -0.5f); }

// clip-37; clip-256; identity-37; identity-256; cast-float16-float32 on swiftshader:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u; }

// affine-37; affine-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return fma(u, 1f, 0f); }

// erf-37; erf-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(sign(u) * (1.0 - fma(fma(fma(fma(1.061405429, (1.0 / fma(0.3275911, abs(u), 1.0)), -1.453152027), (1.0 / fma(0.3275911, abs(u), 1.0)), 1.421413741), (1.0 / fma(0.3275911, abs(u), 1.0)), -0.284496736), (1.0 / fma(0.3275911, abs(u), 1.0)), 0.254829592) * (1.0 / fma(0.3275911, abs(u), 1.0)) * exp(-(u * u))), 1.1283791671 * u * fma(fma(fma(fma(0.004629629629629629, (u * u), -0.023809523809523808), (u * u), 0.1), (u * u), -0.3333333333333333), (u * u), 1), abs(u) < 0.5); }

// sqrt-37; sqrt-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return sqrt(u); }

// exp-37; exp-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return exp(u); }

// log-37; log-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return log(u); }

// reciprocal-37; reciprocal-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return 1.0 / (u); }

// sin-37; sin-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return sin(u); }

// cos-37; cos-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return cos(u); }

// tan-37; tan-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return tan(u); }

// asin-37; asin-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return atan2(u, sqrt((1.0 - u) * (1.0 + u))); }

// acos-37; acos-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return atan2(sqrt((1.0 - u) * (1.0 + u)), u); }

// atan-37; atan-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return atan(u); }

// sinh-37; sinh-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return sinh(u); }

// cosh-37; cosh-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return cosh(u); }

// asinh-37; asinh-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return sign(u) * log(abs(u) + sqrt(fma(u, u, 1.0))); }

// acosh-37; acosh-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return log(u + sqrt((u - 1.0) * (u + 1.0))); }

// atanh-37; atanh-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return 0.5 * log((1.0 + u) / (1.0 - u)); }

// abs-37; abs-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return abs(u); }

// neg-37; neg-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return -(u); }

// sign-37; sign-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return sign(u); }

// floor-37; floor-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return floor(u); }

// ceil-37; ceil-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return ceil(u); }

// round-37; round-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return round(u); }

// trunc-37; trunc-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return trunc(u); }

// not-37; not-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, u == 0.0)) != i32(0)); }

// isNaN-37; isNaN-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, (bitcast<u32>(u) & 0x7fffffffu) > 0x7f800000u)) != i32(0)); }

// isInf-37; isInf-256:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, ((bitcast<u32>(u) & 0x7fffffffu) == 0x7f800000u && select(1f, 1f, bitcast<u32>(u) > 0x7fffffffu) != 0.0))) != i32(0)); }

// add-float32:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u + v; }

// add-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u + v; }

// sub-float32:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u - v; }

// sub-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u - v; }

// mul-float32; mul-transposed-in; mul-transposed-out:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u * v; }

// mul-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u * v; }

// div-float32:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u / v; }

// div-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u / v; }

// pow-float32:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(select(select(pow(abs(u), v), select(select(pow(abs(u), v), -pow(abs(u), v), fract(v * 0.5) != 0.0), bitcast<f32>((bitcast<u32>(u) & 0u) | 0x7fc00000u), floor(v) != v), u < 0.0), u * u, v == 2.0), 1.0, v == 0.0); }

// pow-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return powI32(u, v); }

// min-float32:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(min(u, v), bitcast<f32>((bitcast<u32>(u) & 0u) | 0x7fc00000u), ((bitcast<u32>(u) & 0x7fffffffu) > 0x7f800000u) || ((bitcast<u32>(v) & 0x7fffffffu) > 0x7f800000u)); }

// min-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return min(u, v); }

// max-float32:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(max(u, v), bitcast<f32>((bitcast<u32>(u) & 0u) | 0x7fc00000u), ((bitcast<u32>(u) & 0x7fffffffu) > 0x7f800000u) || ((bitcast<u32>(v) & 0x7fffffffu) > 0x7f800000u)); }

// max-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return max(u, v); }

// mod-float32:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u - v * floor(u / v); }

// mod-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return ((u % v) + v) % v; }

// fmod-float32:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u % v; }

// fmod-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u % v; }

// prelu-float32:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(v * u, u, u >= f32(0)); }

// prelu-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(v * u, u, u >= i32(0)); }

// equal-float32:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, u == v)) != i32(0)); }

// equal-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, u == v)) != i32(0)); }

// greater-float32:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, u > v)) != i32(0)); }

// greater-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, u > v)) != i32(0)); }

// greaterOrEqual-float32:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, u >= v)) != i32(0)); }

// greaterOrEqual-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, u >= v)) != i32(0)); }

// less-float32:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, u < v)) != i32(0)); }

// less-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, u < v)) != i32(0)); }

// lessOrEqual-float32:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, u <= v)) != i32(0)); }

// lessOrEqual-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, u <= v)) != i32(0)); }

// and-float32:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, u != 0 && v != 0)) != i32(0)); }

// and-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, u != 0 && v != 0)) != i32(0)); }

// or-float32:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, u != 0 || v != 0)) != i32(0)); }

// or-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, u != 0 || v != 0)) != i32(0)); }

// xor-float32:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, (u != 0) != (v != 0))) != i32(0)); }

// xor-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, (u != 0) != (v != 0))) != i32(0)); }

// bitwiseAnd-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u & v; }

// bitwiseAnd-uint8:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (u & v) & 255; }

// bitwiseOr-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u | v; }

// bitwiseOr-uint8:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (u | v) & 255; }

// bitwiseXor-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u ^ v; }

// bitwiseXor-uint8:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (u ^ v) & 255; }

// shiftLeft-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(i32(0), u << (u32(v) & 31u), u32(v) < 32u); }

// shiftLeft-uint8:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (select(i32(0), u << (u32(v) & 31u), u32(v) < 32u)) & 255; }

// shiftRight-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(i32(0), u >> (u32(v) & 31u), u32(v) < 32u); }

// shiftRight-uint8:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (select(i32(0), u >> (u32(v) & 31u), u32(v) < 32u)) & 255; }

// cast-float32-int32:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return i32(u); }

// cast-float32-uint8:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (i32(u)) & 255; }

// cast-float32-int8:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return ((i32(u)) << 24u) >> 24u; }

// cast-float32-bool:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (u) != f32(0)); }

// cast-float32-float16 on lavapipe, nvidia:
enable f16;
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f16;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f16;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return f16(u); }

// cast-float16-float32 on lavapipe, nvidia:
enable f16;
alias Num = f32;
alias Lanes = f32;
alias ElemA = f16;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u; }

// cast-int32-float32; cast-bool-float32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return f32(u); }

// cast-int64-int8:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return ((u) << 24u) >> 24u; }

// cast-int32-uint8:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (u) & 255; }

// cast-int32-uint16:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (u) & 65535; }

// cast-int64-bool:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (u) != i32(0)); }

// cast-uint32-float32:
alias Num = u32;
alias Lanes = u32;
alias ElemA = u32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return u32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return f32(u); }

// add-scalar:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u + v; }

// add-rows; add-outer; add-rank-rising:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 2u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u + v; }

// add-rank6:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 8u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u + v; }

// relu-piece-in-odd; relu-piece-in-packed; relu-piece-out:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 2u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return max(u, 0.0); }

// where-broadcast:
alias Num = f32;
alias Lanes = f32;
alias ElemA = i32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 2u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return f32(c[at]); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(w, v, u != f32(0)); }

// where-int64:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = i32;
alias ElemY = i32;
const RANK: u32 = 1u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return i32(c[at]); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(w, v, u != i32(0)); }

// clamp-both:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return f32(c[at]); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return min(max(u, v), w); }

// clamp-max-only:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return f32(c[at]); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return min(u, w); }

// pow-negative-base:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(select(select(pow(abs(u), v), select(select(pow(abs(u), v), -pow(abs(u), v), fract(v * 0.5) != 0.0), bitcast<f32>((bitcast<u32>(u) & 0u) | 0x7fc00000u), floor(v) != v), u < 0.0), u * u, v == 2.0), 1.0, v == 0.0); }

// pow-square:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(select(select(pow(abs(u), v), select(select(pow(abs(u), v), -pow(abs(u), v), fract(v * 0.5) != 0.0), bitcast<f32>((bitcast<u32>(u) & 0u) | 0x7fc00000u), floor(v) != v), u < 0.0), u * u, v == 2.0), 1.0, v == 0.0); }

// equal-then-not:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 1u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return select(0i, 1i, (select(0i, 1i, (select(0i, 1i, u == v)) == 0)) != i32(0)); }

// chain-of-three:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 3u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return f32(c[at]); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return min((fma((select(0.2f * (fma(u, v, w)), (fma(u, v, w)), (fma(u, v, w)) >= 0.0)), (-2f), 0.5f)), 1.5f); }

// gelu-of-affine:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return 0.5 * (fma(u, 3f, (-1f))) * (1.0 + select(sign(((fma(u, 3f, (-1f))) * 0.70710678)) * (1.0 - fma(fma(fma(fma(1.061405429, (1.0 / fma(0.3275911, abs(((fma(u, 3f, (-1f))) * 0.70710678)), 1.0)), -1.453152027), (1.0 / fma(0.3275911, abs(((fma(u, 3f, (-1f))) * 0.70710678)), 1.0)), 1.421413741), (1.0 / fma(0.3275911, abs(((fma(u, 3f, (-1f))) * 0.70710678)), 1.0)), -0.284496736), (1.0 / fma(0.3275911, abs(((fma(u, 3f, (-1f))) * 0.70710678)), 1.0)), 0.254829592) * (1.0 / fma(0.3275911, abs(((fma(u, 3f, (-1f))) * 0.70710678)), 1.0)) * exp(-(((fma(u, 3f, (-1f))) * 0.70710678) * ((fma(u, 3f, (-1f))) * 0.70710678)))), 1.1283791671 * ((fma(u, 3f, (-1f))) * 0.70710678) * fma(fma(fma(fma(0.004629629629629629, (((fma(u, 3f, (-1f))) * 0.70710678) * ((fma(u, 3f, (-1f))) * 0.70710678)), -0.023809523809523808), (((fma(u, 3f, (-1f))) * 0.70710678) * ((fma(u, 3f, (-1f))) * 0.70710678)), 0.1), (((fma(u, 3f, (-1f))) * 0.70710678) * ((fma(u, 3f, (-1f))) * 0.70710678)), -0.3333333333333333), (((fma(u, 3f, (-1f))) * 0.70710678) * ((fma(u, 3f, (-1f))) * 0.70710678)), 1), abs(((fma(u, 3f, (-1f))) * 0.70710678)) < 0.5)); }

// add-f16 on lavapipe, nvidia:
enable f16;
alias Num = f32;
alias Lanes = f32;
alias ElemA = f16;
alias ElemB = f16;
alias ElemC = f32;
alias ElemY = f16;
const RANK: u32 = 2u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f16;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return f16(u + v); }

// sigmoid-f16-odd on lavapipe, nvidia:
enable f16;
alias Num = f32;
alias Lanes = f32;
alias ElemA = f16;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f16;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f16;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return f16(1.0 / (1.0 + exp(min(-(u), 87.0)))); }

// add-uint8-wraps:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = i32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 1u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return i32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (u + v) & 255; }

// bitwiseNot-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return ~u; }

// bitwiseNot-uint8:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (~u) & 255; }

// neg-int64:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return (i32(0) - u); }

// clip-int32:
alias Num = i32;
alias Lanes = i32;
alias ElemA = i32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = i32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return i32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = i32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return min(max(u, i32(-3)), i32(4)); }

// cast-float32-float16 on swiftshader:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return quantizeToF16(f32(u)); }

// add-f16 on swiftshader:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 2u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return f32(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return quantizeToF16(f32(u + v)); }

// sigmoid-f16-odd on swiftshader:
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn loadA(at: i32) -> Lanes { return f32(a[at]); }
fn loadB(at: i32) -> Lanes { return Lanes(); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return quantizeToF16(f32(1.0 / (1.0 + exp(min(-(u), 87.0))))); }
