// relu-37 on lavapipe
// relu-256 on lavapipe
// relu-37 on swiftshader
// relu-256 on swiftshader
// relu-37 on nvidia
// relu-256 on nvidia
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

// leakyRelu-37 on lavapipe
// leakyRelu-256 on lavapipe
// leakyRelu-37 on swiftshader
// leakyRelu-256 on swiftshader
// leakyRelu-37 on nvidia
// leakyRelu-256 on nvidia
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

// elu-37 on lavapipe
// elu-256 on lavapipe
// elu-37 on swiftshader
// elu-256 on swiftshader
// elu-37 on nvidia
// elu-256 on nvidia
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

// selu-37 on lavapipe
// selu-256 on lavapipe
// selu-37 on swiftshader
// selu-256 on swiftshader
// selu-37 on nvidia
// selu-256 on nvidia
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

// celu-37 on lavapipe
// celu-256 on lavapipe
// celu-37 on swiftshader
// celu-256 on swiftshader
// celu-37 on nvidia
// celu-256 on nvidia
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

// sigmoid-37 on lavapipe
// sigmoid-256 on lavapipe
// sigmoid-steep on lavapipe
// sigmoid-37 on swiftshader
// sigmoid-256 on swiftshader
// sigmoid-steep on swiftshader
// sigmoid-37 on nvidia
// sigmoid-256 on nvidia
// sigmoid-steep on nvidia
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

// hardSigmoid-37 on lavapipe
// hardSigmoid-256 on lavapipe
// hardSigmoid-37 on swiftshader
// hardSigmoid-256 on swiftshader
// hardSigmoid-37 on nvidia
// hardSigmoid-256 on nvidia
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

// hardSwish-37 on lavapipe
// hardSwish-256 on lavapipe
// hardSwish-37 on swiftshader
// hardSwish-256 on swiftshader
// hardSwish-37 on nvidia
// hardSwish-256 on nvidia
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

// swish-37 on lavapipe
// swish-256 on lavapipe
// swish-37 on swiftshader
// swish-256 on swiftshader
// swish-37 on nvidia
// swish-256 on nvidia
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

// tanh-37 on lavapipe
// tanh-256 on lavapipe
// tanh-steep on lavapipe
// tanh-37 on swiftshader
// tanh-256 on swiftshader
// tanh-steep on swiftshader
// tanh-37 on nvidia
// tanh-256 on nvidia
// tanh-steep on nvidia
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

// softplus-37 on lavapipe
// softplus-256 on lavapipe
// softplus-steep on lavapipe
// softplus-37 on swiftshader
// softplus-256 on swiftshader
// softplus-steep on swiftshader
// softplus-37 on nvidia
// softplus-256 on nvidia
// softplus-steep on nvidia
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

// softsign-37 on lavapipe
// softsign-256 on lavapipe
// softsign-37 on swiftshader
// softsign-256 on swiftshader
// softsign-37 on nvidia
// softsign-256 on nvidia
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

// gelu-37 on lavapipe
// gelu-256 on lavapipe
// gelu-37 on swiftshader
// gelu-256 on swiftshader
// gelu-37 on nvidia
// gelu-256 on nvidia
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

// geluTanh-37 on lavapipe
// geluTanh-256 on lavapipe
// geluTanh-37 on swiftshader
// geluTanh-256 on swiftshader
// geluTanh-37 on nvidia
// geluTanh-256 on nvidia
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

// mish-37 on lavapipe
// mish-256 on lavapipe
// mish-37 on swiftshader
// mish-256 on swiftshader
// mish-37 on nvidia
// mish-256 on nvidia
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

// thresholdedRelu-37 on lavapipe
// thresholdedRelu-256 on lavapipe
// thresholdedRelu-37 on swiftshader
// thresholdedRelu-256 on swiftshader
// thresholdedRelu-37 on nvidia
// thresholdedRelu-256 on nvidia
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

// shrink-37 on lavapipe
// shrink-256 on lavapipe
// shrink-37 on swiftshader
// shrink-256 on swiftshader
// shrink-37 on nvidia
// shrink-256 on nvidia
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

// clip-37 on lavapipe
// clip-256 on lavapipe
// identity-37 on lavapipe
// identity-256 on lavapipe
// clip-37 on swiftshader
// clip-256 on swiftshader
// identity-37 on swiftshader
// identity-256 on swiftshader
// cast-float16-float32 on swiftshader
// clip-37 on nvidia
// clip-256 on nvidia
// identity-37 on nvidia
// identity-256 on nvidia
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

// affine-37 on lavapipe
// affine-256 on lavapipe
// affine-37 on swiftshader
// affine-256 on swiftshader
// affine-37 on nvidia
// affine-256 on nvidia
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

// erf-37 on lavapipe
// erf-256 on lavapipe
// erf-37 on swiftshader
// erf-256 on swiftshader
// erf-37 on nvidia
// erf-256 on nvidia
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

// sqrt-37 on lavapipe
// sqrt-256 on lavapipe
// sqrt-37 on swiftshader
// sqrt-256 on swiftshader
// sqrt-37 on nvidia
// sqrt-256 on nvidia
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

// exp-37 on lavapipe
// exp-256 on lavapipe
// exp-37 on swiftshader
// exp-256 on swiftshader
// exp-37 on nvidia
// exp-256 on nvidia
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

// log-37 on lavapipe
// log-256 on lavapipe
// log-37 on swiftshader
// log-256 on swiftshader
// log-37 on nvidia
// log-256 on nvidia
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

// reciprocal-37 on lavapipe
// reciprocal-256 on lavapipe
// reciprocal-37 on swiftshader
// reciprocal-256 on swiftshader
// reciprocal-37 on nvidia
// reciprocal-256 on nvidia
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

// sin-37 on lavapipe
// sin-256 on lavapipe
// sin-37 on swiftshader
// sin-256 on swiftshader
// sin-37 on nvidia
// sin-256 on nvidia
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

// cos-37 on lavapipe
// cos-256 on lavapipe
// cos-37 on swiftshader
// cos-256 on swiftshader
// cos-37 on nvidia
// cos-256 on nvidia
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

// tan-37 on lavapipe
// tan-256 on lavapipe
// tan-37 on swiftshader
// tan-256 on swiftshader
// tan-37 on nvidia
// tan-256 on nvidia
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

// asin-37 on lavapipe
// asin-256 on lavapipe
// asin-37 on swiftshader
// asin-256 on swiftshader
// asin-37 on nvidia
// asin-256 on nvidia
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

// acos-37 on lavapipe
// acos-256 on lavapipe
// acos-37 on swiftshader
// acos-256 on swiftshader
// acos-37 on nvidia
// acos-256 on nvidia
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

// atan-37 on lavapipe
// atan-256 on lavapipe
// atan-37 on swiftshader
// atan-256 on swiftshader
// atan-37 on nvidia
// atan-256 on nvidia
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

// sinh-37 on lavapipe
// sinh-256 on lavapipe
// sinh-37 on swiftshader
// sinh-256 on swiftshader
// sinh-37 on nvidia
// sinh-256 on nvidia
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

// cosh-37 on lavapipe
// cosh-256 on lavapipe
// cosh-37 on swiftshader
// cosh-256 on swiftshader
// cosh-37 on nvidia
// cosh-256 on nvidia
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

// asinh-37 on lavapipe
// asinh-256 on lavapipe
// asinh-37 on swiftshader
// asinh-256 on swiftshader
// asinh-37 on nvidia
// asinh-256 on nvidia
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

// acosh-37 on lavapipe
// acosh-256 on lavapipe
// acosh-37 on swiftshader
// acosh-256 on swiftshader
// acosh-37 on nvidia
// acosh-256 on nvidia
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

// atanh-37 on lavapipe
// atanh-256 on lavapipe
// atanh-37 on swiftshader
// atanh-256 on swiftshader
// atanh-37 on nvidia
// atanh-256 on nvidia
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

// abs-37 on lavapipe
// abs-256 on lavapipe
// abs-37 on swiftshader
// abs-256 on swiftshader
// abs-37 on nvidia
// abs-256 on nvidia
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

// neg-37 on lavapipe
// neg-256 on lavapipe
// neg-37 on swiftshader
// neg-256 on swiftshader
// neg-37 on nvidia
// neg-256 on nvidia
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

// sign-37 on lavapipe
// sign-256 on lavapipe
// sign-37 on swiftshader
// sign-256 on swiftshader
// sign-37 on nvidia
// sign-256 on nvidia
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

// floor-37 on lavapipe
// floor-256 on lavapipe
// floor-37 on swiftshader
// floor-256 on swiftshader
// floor-37 on nvidia
// floor-256 on nvidia
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

// ceil-37 on lavapipe
// ceil-256 on lavapipe
// ceil-37 on swiftshader
// ceil-256 on swiftshader
// ceil-37 on nvidia
// ceil-256 on nvidia
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

// round-37 on lavapipe
// round-256 on lavapipe
// round-37 on swiftshader
// round-256 on swiftshader
// round-37 on nvidia
// round-256 on nvidia
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

// trunc-37 on lavapipe
// trunc-256 on lavapipe
// trunc-37 on swiftshader
// trunc-256 on swiftshader
// trunc-37 on nvidia
// trunc-256 on nvidia
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

// not-37 on lavapipe
// not-256 on lavapipe
// not-37 on swiftshader
// not-256 on swiftshader
// not-37 on nvidia
// not-256 on nvidia
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

// isNaN-37 on lavapipe
// isNaN-256 on lavapipe
// isNaN-37 on swiftshader
// isNaN-256 on swiftshader
// isNaN-37 on nvidia
// isNaN-256 on nvidia
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

// isInf-37 on lavapipe
// isInf-256 on lavapipe
// isInf-37 on swiftshader
// isInf-256 on swiftshader
// isInf-37 on nvidia
// isInf-256 on nvidia
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

// add-float32 on lavapipe
// add-float32 on swiftshader
// add-float32 on nvidia
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

// add-int32 on lavapipe
// add-int32 on swiftshader
// add-int32 on nvidia
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

// sub-float32 on lavapipe
// sub-float32 on swiftshader
// sub-float32 on nvidia
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

// sub-int32 on lavapipe
// sub-int32 on swiftshader
// sub-int32 on nvidia
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

// mul-float32 on lavapipe
// mul-transposed-in on lavapipe
// mul-transposed-out on lavapipe
// mul-float32 on swiftshader
// mul-transposed-in on swiftshader
// mul-transposed-out on swiftshader
// mul-float32 on nvidia
// mul-transposed-in on nvidia
// mul-transposed-out on nvidia
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

// mul-int32 on lavapipe
// mul-int32 on swiftshader
// mul-int32 on nvidia
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

// div-float32 on lavapipe
// div-float32 on swiftshader
// div-float32 on nvidia
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

// div-int32 on lavapipe
// div-int32 on swiftshader
// div-int32 on nvidia
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

// pow-float32 on lavapipe
// pow-float32 on swiftshader
// pow-float32 on nvidia
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

// pow-int32 on lavapipe
// pow-int32 on swiftshader
// pow-int32 on nvidia
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

// min-float32 on lavapipe
// min-float32 on swiftshader
// min-float32 on nvidia
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

// min-int32 on lavapipe
// min-int32 on swiftshader
// min-int32 on nvidia
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

// max-float32 on lavapipe
// max-float32 on swiftshader
// max-float32 on nvidia
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

// max-int32 on lavapipe
// max-int32 on swiftshader
// max-int32 on nvidia
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

// mod-float32 on lavapipe
// mod-float32 on swiftshader
// mod-float32 on nvidia
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

// mod-int32 on lavapipe
// mod-int32 on swiftshader
// mod-int32 on nvidia
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

// fmod-float32 on lavapipe
// fmod-float32 on swiftshader
// fmod-float32 on nvidia
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

// fmod-int32 on lavapipe
// fmod-int32 on swiftshader
// fmod-int32 on nvidia
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

// prelu-float32 on lavapipe
// prelu-float32 on swiftshader
// prelu-float32 on nvidia
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

// prelu-int32 on lavapipe
// prelu-int32 on swiftshader
// prelu-int32 on nvidia
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

// equal-float32 on lavapipe
// equal-float32 on swiftshader
// equal-float32 on nvidia
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

// equal-int32 on lavapipe
// equal-int32 on swiftshader
// equal-int32 on nvidia
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

// greater-float32 on lavapipe
// greater-float32 on swiftshader
// greater-float32 on nvidia
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

// greater-int32 on lavapipe
// greater-int32 on swiftshader
// greater-int32 on nvidia
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

// greaterOrEqual-float32 on lavapipe
// greaterOrEqual-float32 on swiftshader
// greaterOrEqual-float32 on nvidia
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

// greaterOrEqual-int32 on lavapipe
// greaterOrEqual-int32 on swiftshader
// greaterOrEqual-int32 on nvidia
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

// less-float32 on lavapipe
// less-float32 on swiftshader
// less-float32 on nvidia
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

// less-int32 on lavapipe
// less-int32 on swiftshader
// less-int32 on nvidia
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

// lessOrEqual-float32 on lavapipe
// lessOrEqual-float32 on swiftshader
// lessOrEqual-float32 on nvidia
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

// lessOrEqual-int32 on lavapipe
// lessOrEqual-int32 on swiftshader
// lessOrEqual-int32 on nvidia
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

// and-float32 on lavapipe
// and-float32 on swiftshader
// and-float32 on nvidia
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

// and-int32 on lavapipe
// and-int32 on swiftshader
// and-int32 on nvidia
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

// or-float32 on lavapipe
// or-float32 on swiftshader
// or-float32 on nvidia
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

// or-int32 on lavapipe
// or-int32 on swiftshader
// or-int32 on nvidia
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

// xor-float32 on lavapipe
// xor-float32 on swiftshader
// xor-float32 on nvidia
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

// xor-int32 on lavapipe
// xor-int32 on swiftshader
// xor-int32 on nvidia
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

// bitwiseAnd-int32 on lavapipe
// bitwiseAnd-int32 on swiftshader
// bitwiseAnd-int32 on nvidia
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

// bitwiseAnd-uint8 on lavapipe
// bitwiseAnd-uint8 on swiftshader
// bitwiseAnd-uint8 on nvidia
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

// bitwiseOr-int32 on lavapipe
// bitwiseOr-int32 on swiftshader
// bitwiseOr-int32 on nvidia
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

// bitwiseOr-uint8 on lavapipe
// bitwiseOr-uint8 on swiftshader
// bitwiseOr-uint8 on nvidia
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

// bitwiseXor-int32 on lavapipe
// bitwiseXor-int32 on swiftshader
// bitwiseXor-int32 on nvidia
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

// bitwiseXor-uint8 on lavapipe
// bitwiseXor-uint8 on swiftshader
// bitwiseXor-uint8 on nvidia
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

// shiftLeft-int32 on lavapipe
// shiftLeft-int32 on swiftshader
// shiftLeft-int32 on nvidia
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

// shiftLeft-uint8 on lavapipe
// shiftLeft-uint8 on swiftshader
// shiftLeft-uint8 on nvidia
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

// shiftRight-int32 on lavapipe
// shiftRight-int32 on swiftshader
// shiftRight-int32 on nvidia
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

// shiftRight-uint8 on lavapipe
// shiftRight-uint8 on swiftshader
// shiftRight-uint8 on nvidia
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

// cast-float32-int32 on lavapipe
// cast-float32-int32 on swiftshader
// cast-float32-int32 on nvidia
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

// cast-float32-uint8 on lavapipe
// cast-float32-uint8 on swiftshader
// cast-float32-uint8 on nvidia
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

// cast-float32-int8 on lavapipe
// cast-float32-int8 on swiftshader
// cast-float32-int8 on nvidia
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

// cast-float32-bool on lavapipe
// cast-float32-bool on swiftshader
// cast-float32-bool on nvidia
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

// cast-float32-float16 on lavapipe
// cast-float32-float16 on nvidia
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

// cast-float16-float32 on lavapipe
// cast-float16-float32 on nvidia
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

// cast-int32-float32 on lavapipe
// cast-bool-float32 on lavapipe
// cast-int32-float32 on swiftshader
// cast-bool-float32 on swiftshader
// cast-int32-float32 on nvidia
// cast-bool-float32 on nvidia
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

// cast-int64-int8 on lavapipe
// cast-int64-int8 on swiftshader
// cast-int64-int8 on nvidia
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

// cast-int32-uint8 on lavapipe
// cast-int32-uint8 on swiftshader
// cast-int32-uint8 on nvidia
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

// cast-int32-uint16 on lavapipe
// cast-int32-uint16 on swiftshader
// cast-int32-uint16 on nvidia
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

// cast-int64-bool on lavapipe
// cast-int64-bool on swiftshader
// cast-int64-bool on nvidia
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

// cast-uint32-float32 on lavapipe
// cast-uint32-float32 on swiftshader
// cast-uint32-float32 on nvidia
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

// add-scalar on lavapipe
// add-rau-net on lavapipe
// add-scalar on swiftshader
// add-rau-net on swiftshader
// add-scalar on nvidia
// add-rau-net on nvidia
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

// add-rows on lavapipe
// add-outer on lavapipe
// add-rank-rising on lavapipe
// add-rows on swiftshader
// add-outer on swiftshader
// add-rank-rising on swiftshader
// add-rows on nvidia
// add-outer on nvidia
// add-rank-rising on nvidia
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

// add-rank6 on lavapipe
// add-rank6 on swiftshader
// add-rank6 on nvidia
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

// relu-piece-in-odd on lavapipe
// relu-piece-in-packed on lavapipe
// relu-piece-out on lavapipe
// relu-piece-in-odd on swiftshader
// relu-piece-in-packed on swiftshader
// relu-piece-out on swiftshader
// relu-piece-in-odd on nvidia
// relu-piece-in-packed on nvidia
// relu-piece-out on nvidia
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

// where-broadcast on lavapipe
// where-broadcast on swiftshader
// where-broadcast on nvidia
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

// where-int64 on lavapipe
// where-int64 on swiftshader
// where-int64 on nvidia
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

// clamp-both on lavapipe
// clamp-both on swiftshader
// clamp-both on nvidia
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

// clamp-max-only on lavapipe
// clamp-max-only on swiftshader
// clamp-max-only on nvidia
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

// pow-negative-base on lavapipe
// pow-negative-base on swiftshader
// pow-negative-base on nvidia
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

// pow-square on lavapipe
// pow-square on swiftshader
// pow-square on nvidia
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

// equal-then-not on lavapipe
// equal-then-not on swiftshader
// equal-then-not on nvidia
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

// chain-of-three on lavapipe
// chain-of-three on swiftshader
// chain-of-three on nvidia
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

// gelu-of-affine on lavapipe
// gelu-of-affine on swiftshader
// gelu-of-affine on nvidia
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

// add-f16 on lavapipe
// add-f16 on nvidia
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

// sigmoid-f16-odd on lavapipe
// sigmoid-f16-odd on nvidia
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

// add-uint8-wraps on lavapipe
// add-uint8-wraps on swiftshader
// add-uint8-wraps on nvidia
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

// bitwiseNot-int32 on lavapipe
// bitwiseNot-int32 on swiftshader
// bitwiseNot-int32 on nvidia
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

// bitwiseNot-uint8 on lavapipe
// bitwiseNot-uint8 on swiftshader
// bitwiseNot-uint8 on nvidia
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

// neg-int64 on lavapipe
// neg-int64 on swiftshader
// neg-int64 on nvidia
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

// clip-int32 on lavapipe
// clip-int32 on swiftshader
// clip-int32 on nvidia
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

// scaleShift-relu-densenet on lavapipe
// scaleShift-relu-7x7 on lavapipe
// scaleShift-relu-densenet on swiftshader
// scaleShift-relu-7x7 on swiftshader
// scaleShift-relu-densenet on nvidia
// scaleShift-relu-7x7 on nvidia
alias Num = f32;
alias Lanes = f32;
alias ElemA = f32;
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
fn apply(u: Num, v: Num, w: Num) -> Scalar { return max((fma(u, v, w)), 0.0); }

// gate-rau-net on lavapipe
// gate-rau-net on swiftshader
// gate-rau-net on nvidia
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
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u * v; }

// cast-float32-float16 on swiftshader
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

// add-f16 on swiftshader
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

// sigmoid-f16-odd on swiftshader
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

// In every case:
// y = chain(f(a, b, c)) over broadcast operands.
// A thread computes one element of y, or (packed) four neighbours along the innermost axis, which an operand either
// steps through one by one (it is then read as vec4) or repeats (it is read once, for all four lanes).
// Axes are merged by the host, innermost first; sizes and strides then count packs.
@group(0) @binding(0) var<storage, read> a: array<ElemA>;
fn result(u: Lanes, v: Lanes, w: Lanes) -> ElemY { return apply(u, v, w); }

// @body

struct Params {
  count: u32,
  offsetA: i32, offsetB: i32, offsetC: i32, offsetY: i32,
  size0: u32, a0: i32, b0: i32, c0: i32, y0: i32,
  size1: u32, a1: i32, b1: i32, c1: i32, y1: i32,
  size2: u32, a2: i32, b2: i32, c2: i32, y2: i32,
  size3: u32, a3: i32, b3: i32, c3: i32, y3: i32,
  size4: u32, a4: i32, b4: i32, c4: i32, y4: i32,
  size5: u32, a5: i32, b5: i32, c5: i32, y5: i32,
  size6: u32, a6: i32, b6: i32, c6: i32, y6: i32,
  size7: u32, a7: i32, b7: i32, c7: i32, y7: i32,
}

@group(0) @binding(3) var<storage, read_write> y: array<ElemY>;
@group(0) @binding(4) var<uniform> params: Params;

const WORKGROUP = 64u;

/// Takes one axis off the index: what is left counts the axes outside it.
fn along(rest: ptr<function, u32>, size: u32, strides: vec4i) -> vec4i {
  let position = *rest % size;
  *rest /= size;
  return i32(position) * strides;
}

/// Where element `index` of the result lies in a, b, c and y.
fn locate(index: u32) -> vec4i {
  var rest = index;
  var at = vec4i(params.offsetA, params.offsetB, params.offsetC, params.offsetY);
  let s0 = vec4i(params.a0, params.b0, params.c0, params.y0);
  if (RANK == 1u) { return at + i32(rest) * s0; }
  at += along(&rest, params.size0, s0);
  let s1 = vec4i(params.a1, params.b1, params.c1, params.y1);
  if (RANK == 2u) { return at + i32(rest) * s1; }
  at += along(&rest, params.size1, s1);
  let s2 = vec4i(params.a2, params.b2, params.c2, params.y2);
  if (RANK == 3u) { return at + i32(rest) * s2; }
  at += along(&rest, params.size2, s2);
  let s3 = vec4i(params.a3, params.b3, params.c3, params.y3);
  if (RANK == 4u) { return at + i32(rest) * s3; }
  at += along(&rest, params.size3, s3);
  at += along(&rest, params.size4, vec4i(params.a4, params.b4, params.c4, params.y4));
  at += along(&rest, params.size5, vec4i(params.a5, params.b5, params.c5, params.y5));
  at += along(&rest, params.size6, vec4i(params.a6, params.b6, params.c6, params.y6));
  return at + i32(rest) * vec4i(params.a7, params.b7, params.c7, params.y7);
}

/// Integer powers by repeated squaring; negative exponents give the truncated reciprocal.
fn powI32(base: i32, exponent: i32) -> i32 {
  if (exponent < 0) {
    if (base == 1) { return 1; }
    if (base == -1) { return select(1, -1, (exponent & 1) != 0); }
    return 0;
  }
  return bitcast<i32>(powU32(bitcast<u32>(base), u32(exponent)));
}

fn powU32(base: u32, exponent: u32) -> u32 {
  var power = base;
  var product = 1u;
  for (var left = exponent; left != 0u; left >>= 1u) {
    if ((left & 1u) != 0u) { product *= power; }
    power *= power;
  }
  return product;
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.x + id.y * groups.x * WORKGROUP;
  if (index >= params.count) { return; }
  let at = locate(index);
  y[at.w] = result(loadA(at.x), loadB(at.y), loadC(at.z));
}
