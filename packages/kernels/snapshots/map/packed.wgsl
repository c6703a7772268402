// relu-256 on lavapipe
// relu-256 on swiftshader
// relu-256 on nvidia
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

// leakyRelu-256 on lavapipe
// leakyRelu-256 on swiftshader
// leakyRelu-256 on nvidia
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

// elu-256 on lavapipe
// elu-256 on swiftshader
// elu-256 on nvidia
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

// selu-256 on lavapipe
// selu-256 on swiftshader
// selu-256 on nvidia
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

// celu-256 on lavapipe
// celu-256 on swiftshader
// celu-256 on nvidia
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

// sigmoid-256 on lavapipe
// sigmoid-steep on lavapipe
// sigmoid-256 on swiftshader
// sigmoid-steep on swiftshader
// sigmoid-256 on nvidia
// sigmoid-steep on nvidia
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

// hardSigmoid-256 on lavapipe
// hardSigmoid-256 on swiftshader
// hardSigmoid-256 on nvidia
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

// hardSwish-256 on lavapipe
// hardSwish-256 on swiftshader
// hardSwish-256 on nvidia
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

// swish-256 on lavapipe
// swish-256 on swiftshader
// swish-256 on nvidia
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

// tanh-256 on lavapipe
// tanh-steep on lavapipe
// tanh-256 on swiftshader
// tanh-steep on swiftshader
// tanh-256 on nvidia
// tanh-steep on nvidia
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

// softplus-256 on lavapipe
// softplus-steep on lavapipe
// softplus-256 on swiftshader
// softplus-steep on swiftshader
// softplus-256 on nvidia
// softplus-steep on nvidia
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

// softsign-256 on lavapipe
// softsign-256 on swiftshader
// softsign-256 on nvidia
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

// gelu-256 on lavapipe
// gelu-256 on swiftshader
// gelu-256 on nvidia
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

// geluTanh-256 on lavapipe
// geluTanh-256 on swiftshader
// geluTanh-256 on nvidia
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

// mish-256 on lavapipe
// mish-256 on swiftshader
// mish-256 on nvidia
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

// thresholdedRelu-256 on lavapipe
// thresholdedRelu-256 on swiftshader
// thresholdedRelu-256 on nvidia
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

// shrink-256 on lavapipe
// shrink-256 on swiftshader
// shrink-256 on nvidia
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

// clip-256 on lavapipe
// identity-256 on lavapipe
// clip-256 on swiftshader
// identity-256 on swiftshader
// cast-float16-float32 on swiftshader
// clip-256 on nvidia
// identity-256 on nvidia
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

// affine-256 on lavapipe
// affine-256 on swiftshader
// affine-256 on nvidia
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

// erf-256 on lavapipe
// erf-256 on swiftshader
// erf-256 on nvidia
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

// sqrt-256 on lavapipe
// sqrt-256 on swiftshader
// sqrt-256 on nvidia
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

// exp-256 on lavapipe
// exp-256 on swiftshader
// exp-256 on nvidia
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

// log-256 on lavapipe
// log-256 on swiftshader
// log-256 on nvidia
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

// reciprocal-256 on lavapipe
// reciprocal-256 on swiftshader
// reciprocal-256 on nvidia
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

// sin-256 on lavapipe
// sin-256 on swiftshader
// sin-256 on nvidia
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

// cos-256 on lavapipe
// cos-256 on swiftshader
// cos-256 on nvidia
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

// tan-256 on lavapipe
// tan-256 on swiftshader
// tan-256 on nvidia
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

// asin-256 on lavapipe
// asin-256 on swiftshader
// asin-256 on nvidia
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

// acos-256 on lavapipe
// acos-256 on swiftshader
// acos-256 on nvidia
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

// atan-256 on lavapipe
// atan-256 on swiftshader
// atan-256 on nvidia
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

// sinh-256 on lavapipe
// sinh-256 on swiftshader
// sinh-256 on nvidia
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

// cosh-256 on lavapipe
// cosh-256 on swiftshader
// cosh-256 on nvidia
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

// asinh-256 on lavapipe
// asinh-256 on swiftshader
// asinh-256 on nvidia
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

// acosh-256 on lavapipe
// acosh-256 on swiftshader
// acosh-256 on nvidia
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

// atanh-256 on lavapipe
// atanh-256 on swiftshader
// atanh-256 on nvidia
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

// abs-256 on lavapipe
// abs-256 on swiftshader
// abs-256 on nvidia
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

// neg-256 on lavapipe
// neg-256 on swiftshader
// neg-256 on nvidia
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

// sign-256 on lavapipe
// sign-256 on swiftshader
// sign-256 on nvidia
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

// floor-256 on lavapipe
// floor-256 on swiftshader
// floor-256 on nvidia
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

// ceil-256 on lavapipe
// ceil-256 on swiftshader
// ceil-256 on nvidia
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

// round-256 on lavapipe
// round-256 on swiftshader
// round-256 on nvidia
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

// trunc-256 on lavapipe
// trunc-256 on swiftshader
// trunc-256 on nvidia
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

// not-256 on lavapipe
// not-256 on swiftshader
// not-256 on nvidia
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

// isNaN-256 on lavapipe
// isNaN-256 on swiftshader
// isNaN-256 on nvidia
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

// isInf-256 on lavapipe
// isInf-256 on swiftshader
// isInf-256 on nvidia
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

// cast-float32-int32 on lavapipe
// cast-float32-int32 on swiftshader
// cast-float32-int32 on nvidia
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

// cast-float32-uint8 on lavapipe
// cast-float32-uint8 on swiftshader
// cast-float32-uint8 on nvidia
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

// cast-float32-int8 on lavapipe
// cast-float32-int8 on swiftshader
// cast-float32-int8 on nvidia
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

// cast-float32-bool on lavapipe
// cast-float32-bool on swiftshader
// cast-float32-bool on nvidia
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

// cast-float32-float16 on lavapipe
// cast-float32-float16 on nvidia
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

// cast-float16-float32 on lavapipe
// cast-float16-float32 on nvidia
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

// cast-int32-float32 on lavapipe
// cast-bool-float32 on lavapipe
// cast-int32-float32 on swiftshader
// cast-bool-float32 on swiftshader
// cast-int32-float32 on nvidia
// cast-bool-float32 on nvidia
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

// cast-int64-int8 on lavapipe
// cast-int64-int8 on swiftshader
// cast-int64-int8 on nvidia
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

// cast-int32-uint8 on lavapipe
// cast-int32-uint8 on swiftshader
// cast-int32-uint8 on nvidia
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

// cast-int32-uint16 on lavapipe
// cast-int32-uint16 on swiftshader
// cast-int32-uint16 on nvidia
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

// cast-int64-bool on lavapipe
// cast-int64-bool on swiftshader
// cast-int64-bool on nvidia
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

// cast-uint32-float32 on lavapipe
// cast-uint32-float32 on swiftshader
// cast-uint32-float32 on nvidia
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

// add-scalar on lavapipe
// add-scalar on swiftshader
// add-scalar on nvidia
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

// add-rows on lavapipe
// add-rows on swiftshader
// add-rows on nvidia
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

// relu-piece-in-packed on lavapipe
// relu-piece-out on lavapipe
// relu-piece-in-packed on swiftshader
// relu-piece-out on swiftshader
// relu-piece-in-packed on nvidia
// relu-piece-out on nvidia
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

// where-broadcast on lavapipe
// where-broadcast on swiftshader
// where-broadcast on nvidia
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

// clamp-max-only on lavapipe
// clamp-max-only on swiftshader
// clamp-max-only on nvidia
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

// pow-negative-base on lavapipe
// pow-negative-base on swiftshader
// pow-negative-base on nvidia
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

// pow-square on lavapipe
// pow-square on swiftshader
// pow-square on nvidia
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

// equal-then-not on lavapipe
// equal-then-not on swiftshader
// equal-then-not on nvidia
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

// gelu-of-affine on lavapipe
// gelu-of-affine on swiftshader
// gelu-of-affine on nvidia
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

// add-f16 on lavapipe
// add-f16 on nvidia
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

// add-uint8-wraps on lavapipe
// add-uint8-wraps on swiftshader
// add-uint8-wraps on nvidia
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

// bitwiseNot-int32 on lavapipe
// bitwiseNot-int32 on swiftshader
// bitwiseNot-int32 on nvidia
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

// bitwiseNot-uint8 on lavapipe
// bitwiseNot-uint8 on swiftshader
// bitwiseNot-uint8 on nvidia
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

// neg-int64 on lavapipe
// neg-int64 on swiftshader
// neg-int64 on nvidia
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

// clip-int32 on lavapipe
// clip-int32 on swiftshader
// clip-int32 on nvidia
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

// scaleShift-relu-densenet on lavapipe
// scaleShift-relu-densenet on swiftshader
// scaleShift-relu-densenet on nvidia
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = f32;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 2u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
@group(0) @binding(2) var<storage, read> c: array<ElemC>;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return vec4<f32>(f32(b[at])); }
fn loadC(at: i32) -> Lanes { return vec4<f32>(f32(c[at])); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return max((fma(u, v, w)), 0.0); }

// add-rau-net on lavapipe
// add-rau-net on swiftshader
// add-rau-net on nvidia
alias Num = f32;
alias Lanes = vec4<f32>;
alias ElemA = vec4<f32>;
alias ElemB = vec4<f32>;
alias ElemC = f32;
alias ElemY = vec4<f32>;
const RANK: u32 = 1u;
@group(0) @binding(1) var<storage, read> b: array<ElemB>;
fn loadA(at: i32) -> Lanes { return vec4<f32>(a[at]); }
fn loadB(at: i32) -> Lanes { return vec4<f32>(b[at]); }
fn loadC(at: i32) -> Lanes { return Lanes(); }
alias Scalar = f32;
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u + v; }

// gate-rau-net on lavapipe
// gate-rau-net on swiftshader
// gate-rau-net on nvidia
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
fn apply(u: Num, v: Num, w: Num) -> Scalar { return u * v; }

// cast-float32-float16 on swiftshader
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

// add-f16 on swiftshader
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

// In every case:
// y = chain(f(a, b, c)) over broadcast operands.
// A thread computes one element of y, or (packed) four neighbours along the innermost axis, which an operand either
// steps through one by one (it is then read as vec4) or repeats (it is read once, for all four lanes).
// Axes are merged by the host, innermost first; sizes and strides then count packs.
@group(0) @binding(0) var<storage, read> a: array<ElemA>;
fn result(u: Lanes, v: Lanes, w: Lanes) -> ElemY { return ElemY(apply(u.x, v.x, w.x), apply(u.y, v.y, w.y), apply(u.z, v.z, w.z), apply(u.w, v.w, w.w)); }

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
