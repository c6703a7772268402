@group(0) @binding(0) var<storage, read> products: array<f32>;

// On lavapipe, in every case:
const WORKGROUP: u32 = 8u;
fn turns(count: u32) -> u32 { return count * params.one; }

// On swiftshader, in every case:
const WORKGROUP: u32 = 8u;
fn turns(count: u32) -> u32 { return count * params.one; }

// On nvidia, in every case:
fn turns(count: u32) -> u32 { return count; }

// output-f2-whole-tiles on lavapipe, swiftshader:
const OUTPUTS: u32 = 2u;
const PRODUCTS: u32 = 4u;
const EDGES: bool = false;
alias Outputs = array<f32, 2>;
alias Products = array<f32, 4>;
fn inverse(m: Products) -> Outputs { return Outputs(m[0] + m[1] + m[2], m[1] - m[2] - m[3]); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// output-f2-odd-sizes on lavapipe, swiftshader:
const OUTPUTS: u32 = 2u;
const PRODUCTS: u32 = 4u;
const EDGES: bool = true;
alias Outputs = array<f32, 2>;
alias Products = array<f32, 4>;
@group(0) @binding(1) var<storage, read> bias: array<f32>;
fn inverse(m: Products) -> Outputs { return Outputs(m[0] + m[1] + m[2], m[1] - m[2] - m[3]); }
fn biasOf(channel: u32) -> f32 { return bias[channel]; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// output-f2-residual on lavapipe, swiftshader:
const OUTPUTS: u32 = 2u;
const PRODUCTS: u32 = 4u;
const EDGES: bool = false;
alias Outputs = array<f32, 2>;
alias Products = array<f32, 4>;
@group(0) @binding(1) var<storage, read> bias: array<f32>;
@group(0) @binding(2) var<storage, read> residual: array<f32>;
fn inverse(m: Products) -> Outputs { return Outputs(m[0] + m[1] + m[2], m[1] - m[2] - m[3]); }
fn biasOf(channel: u32) -> f32 { return bias[channel]; }
fn residualAt(at: u32) -> f32 { return residual[at]; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// output-f2-views on lavapipe, swiftshader:
const OUTPUTS: u32 = 2u;
const PRODUCTS: u32 = 4u;
const EDGES: bool = true;
alias Outputs = array<f32, 2>;
alias Products = array<f32, 4>;
@group(0) @binding(2) var<storage, read> residual: array<f32>;
fn inverse(m: Products) -> Outputs { return Outputs(m[0] + m[1] + m[2], m[1] - m[2] - m[3]); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return residual[at]; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// output-f4-whole-tiles on lavapipe, swiftshader:
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = false;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
fn inverse(m: Products) -> Outputs { let a = m[1] + m[2]; let b = m[1] - m[2]; let e = m[3] + m[4]; let f = m[3] - m[4]; return Outputs(m[0] + a + e, fma(0.75, b, 1.5 * f), fma(0.5625, a, 2.25 * e), fma(0.421875, b, fma(3.375, f, m[5]))); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// output-f4-odd-sizes on lavapipe, swiftshader:
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = true;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
@group(0) @binding(1) var<storage, read> bias: array<f32>;
fn inverse(m: Products) -> Outputs { let a = m[1] + m[2]; let b = m[1] - m[2]; let e = m[3] + m[4]; let f = m[3] - m[4]; return Outputs(m[0] + a + e, fma(0.75, b, 1.5 * f), fma(0.5625, a, 2.25 * e), fma(0.421875, b, fma(3.375, f, m[5]))); }
fn biasOf(channel: u32) -> f32 { return bias[channel]; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// output-f4-residual on lavapipe, swiftshader:
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = false;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
@group(0) @binding(1) var<storage, read> bias: array<f32>;
@group(0) @binding(2) var<storage, read> residual: array<f32>;
fn inverse(m: Products) -> Outputs { let a = m[1] + m[2]; let b = m[1] - m[2]; let e = m[3] + m[4]; let f = m[3] - m[4]; return Outputs(m[0] + a + e, fma(0.75, b, 1.5 * f), fma(0.5625, a, 2.25 * e), fma(0.421875, b, fma(3.375, f, m[5]))); }
fn biasOf(channel: u32) -> f32 { return bias[channel]; }
fn residualAt(at: u32) -> f32 { return residual[at]; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// output-f4-views on lavapipe, swiftshader:
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = true;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
@group(0) @binding(2) var<storage, read> residual: array<f32>;
fn inverse(m: Products) -> Outputs { let a = m[1] + m[2]; let b = m[1] - m[2]; let e = m[3] + m[4]; let f = m[3] - m[4]; return Outputs(m[0] + a + e, fma(0.75, b, 1.5 * f), fma(0.5625, a, 2.25 * e), fma(0.421875, b, fma(3.375, f, m[5]))); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return residual[at]; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// output-nearest2-whole-tiles on lavapipe, swiftshader:
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = false;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
fn inverse(m: Products) -> Outputs { return Outputs(m[0] + m[2], m[0] + m[3], m[1] + m[4], m[1] + m[5]); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// output-nearest2-odd-sizes on lavapipe, swiftshader:
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = true;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
@group(0) @binding(1) var<storage, read> bias: array<f32>;
fn inverse(m: Products) -> Outputs { return Outputs(m[0] + m[2], m[0] + m[3], m[1] + m[4], m[1] + m[5]); }
fn biasOf(channel: u32) -> f32 { return bias[channel]; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// output-nearest2-residual on lavapipe, swiftshader:
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = false;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
@group(0) @binding(1) var<storage, read> bias: array<f32>;
@group(0) @binding(2) var<storage, read> residual: array<f32>;
fn inverse(m: Products) -> Outputs { return Outputs(m[0] + m[2], m[0] + m[3], m[1] + m[4], m[1] + m[5]); }
fn biasOf(channel: u32) -> f32 { return bias[channel]; }
fn residualAt(at: u32) -> f32 { return residual[at]; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// output-nearest2-views on lavapipe, swiftshader:
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = true;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
@group(0) @binding(2) var<storage, read> residual: array<f32>;
fn inverse(m: Products) -> Outputs { return Outputs(m[0] + m[2], m[0] + m[3], m[1] + m[4], m[1] + m[5]); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return residual[at]; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// output-f4-many-channels on lavapipe, swiftshader:
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = false;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
@group(0) @binding(1) var<storage, read> bias: array<f32>;
fn inverse(m: Products) -> Outputs { let a = m[1] + m[2]; let b = m[1] - m[2]; let e = m[3] + m[4]; let f = m[3] - m[4]; return Outputs(m[0] + a + e, fma(0.75, b, 1.5 * f), fma(0.5625, a, 2.25 * e), fma(0.421875, b, fma(3.375, f, m[5]))); }
fn biasOf(channel: u32) -> f32 { return bias[channel]; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// output-f2-whole-tiles on nvidia:
const WORKGROUP: u32 = 32u;
const OUTPUTS: u32 = 2u;
const PRODUCTS: u32 = 4u;
const EDGES: bool = false;
alias Outputs = array<f32, 2>;
alias Products = array<f32, 4>;
fn inverse(m: Products) -> Outputs { return Outputs(m[0] + m[1] + m[2], m[1] - m[2] - m[3]); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// output-f2-odd-sizes on nvidia:
const WORKGROUP: u32 = 64u;
const OUTPUTS: u32 = 2u;
const PRODUCTS: u32 = 4u;
const EDGES: bool = true;
alias Outputs = array<f32, 2>;
alias Products = array<f32, 4>;
@group(0) @binding(1) var<storage, read> bias: array<f32>;
fn inverse(m: Products) -> Outputs { return Outputs(m[0] + m[1] + m[2], m[1] - m[2] - m[3]); }
fn biasOf(channel: u32) -> f32 { return bias[channel]; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// output-f2-residual on nvidia:
const WORKGROUP: u32 = 32u;
const OUTPUTS: u32 = 2u;
const PRODUCTS: u32 = 4u;
const EDGES: bool = false;
alias Outputs = array<f32, 2>;
alias Products = array<f32, 4>;
@group(0) @binding(1) var<storage, read> bias: array<f32>;
@group(0) @binding(2) var<storage, read> residual: array<f32>;
fn inverse(m: Products) -> Outputs { return Outputs(m[0] + m[1] + m[2], m[1] - m[2] - m[3]); }
fn biasOf(channel: u32) -> f32 { return bias[channel]; }
fn residualAt(at: u32) -> f32 { return residual[at]; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// output-f2-views on nvidia:
const WORKGROUP: u32 = 32u;
const OUTPUTS: u32 = 2u;
const PRODUCTS: u32 = 4u;
const EDGES: bool = true;
alias Outputs = array<f32, 2>;
alias Products = array<f32, 4>;
@group(0) @binding(2) var<storage, read> residual: array<f32>;
fn inverse(m: Products) -> Outputs { return Outputs(m[0] + m[1] + m[2], m[1] - m[2] - m[3]); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return residual[at]; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// output-f4-whole-tiles on nvidia:
const WORKGROUP: u32 = 32u;
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = false;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
fn inverse(m: Products) -> Outputs { let a = m[1] + m[2]; let b = m[1] - m[2]; let e = m[3] + m[4]; let f = m[3] - m[4]; return Outputs(m[0] + a + e, fma(0.75, b, 1.5 * f), fma(0.5625, a, 2.25 * e), fma(0.421875, b, fma(3.375, f, m[5]))); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// output-f4-odd-sizes on nvidia:
const WORKGROUP: u32 = 32u;
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = true;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
@group(0) @binding(1) var<storage, read> bias: array<f32>;
fn inverse(m: Products) -> Outputs { let a = m[1] + m[2]; let b = m[1] - m[2]; let e = m[3] + m[4]; let f = m[3] - m[4]; return Outputs(m[0] + a + e, fma(0.75, b, 1.5 * f), fma(0.5625, a, 2.25 * e), fma(0.421875, b, fma(3.375, f, m[5]))); }
fn biasOf(channel: u32) -> f32 { return bias[channel]; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// output-f4-residual on nvidia:
const WORKGROUP: u32 = 32u;
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = false;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
@group(0) @binding(1) var<storage, read> bias: array<f32>;
@group(0) @binding(2) var<storage, read> residual: array<f32>;
fn inverse(m: Products) -> Outputs { let a = m[1] + m[2]; let b = m[1] - m[2]; let e = m[3] + m[4]; let f = m[3] - m[4]; return Outputs(m[0] + a + e, fma(0.75, b, 1.5 * f), fma(0.5625, a, 2.25 * e), fma(0.421875, b, fma(3.375, f, m[5]))); }
fn biasOf(channel: u32) -> f32 { return bias[channel]; }
fn residualAt(at: u32) -> f32 { return residual[at]; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// output-f4-views on nvidia:
const WORKGROUP: u32 = 32u;
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = true;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
@group(0) @binding(2) var<storage, read> residual: array<f32>;
fn inverse(m: Products) -> Outputs { let a = m[1] + m[2]; let b = m[1] - m[2]; let e = m[3] + m[4]; let f = m[3] - m[4]; return Outputs(m[0] + a + e, fma(0.75, b, 1.5 * f), fma(0.5625, a, 2.25 * e), fma(0.421875, b, fma(3.375, f, m[5]))); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return residual[at]; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// output-nearest2-whole-tiles on nvidia:
const WORKGROUP: u32 = 32u;
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = false;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
fn inverse(m: Products) -> Outputs { return Outputs(m[0] + m[2], m[0] + m[3], m[1] + m[4], m[1] + m[5]); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// output-nearest2-odd-sizes on nvidia:
const WORKGROUP: u32 = 32u;
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = true;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
@group(0) @binding(1) var<storage, read> bias: array<f32>;
fn inverse(m: Products) -> Outputs { return Outputs(m[0] + m[2], m[0] + m[3], m[1] + m[4], m[1] + m[5]); }
fn biasOf(channel: u32) -> f32 { return bias[channel]; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return v; }

// output-nearest2-residual on nvidia:
const WORKGROUP: u32 = 32u;
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = false;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
@group(0) @binding(1) var<storage, read> bias: array<f32>;
@group(0) @binding(2) var<storage, read> residual: array<f32>;
fn inverse(m: Products) -> Outputs { return Outputs(m[0] + m[2], m[0] + m[3], m[1] + m[4], m[1] + m[5]); }
fn biasOf(channel: u32) -> f32 { return bias[channel]; }
fn residualAt(at: u32) -> f32 { return residual[at]; }
fn activate(v: f32) -> f32 { return max(v, 0.0); }
fn finish(v: f32) -> f32 { return min(max(v, (-0.5f)), 0.5f); }

// output-nearest2-views on nvidia:
const WORKGROUP: u32 = 32u;
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = true;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
@group(0) @binding(2) var<storage, read> residual: array<f32>;
fn inverse(m: Products) -> Outputs { return Outputs(m[0] + m[2], m[0] + m[3], m[1] + m[4], m[1] + m[5]); }
fn biasOf(channel: u32) -> f32 { return 0.0; }
fn residualAt(at: u32) -> f32 { return residual[at]; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }

// output-f4-many-channels on nvidia:
const WORKGROUP: u32 = 64u;
const OUTPUTS: u32 = 4u;
const PRODUCTS: u32 = 6u;
const EDGES: bool = false;
alias Outputs = array<f32, 4>;
alias Products = array<f32, 6>;
@group(0) @binding(1) var<storage, read> bias: array<f32>;
fn inverse(m: Products) -> Outputs { let a = m[1] + m[2]; let b = m[1] - m[2]; let e = m[3] + m[4]; let f = m[3] - m[4]; return Outputs(m[0] + a + e, fma(0.75, b, 1.5 * f), fma(0.5625, a, 2.25 * e), fma(0.421875, b, fma(3.375, f, m[5]))); }
fn biasOf(channel: u32) -> f32 { return bias[channel]; }
fn residualAt(at: u32) -> f32 { return 0.0; }
fn activate(v: f32) -> f32 { return v; }
fn finish(v: f32) -> f32 { return v; }
