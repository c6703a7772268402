// output-f2-whole-tiles on lavapipe
// output-f2-whole-tiles on swiftshader
const WORKGROUP: u32 = 8u;
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
fn turns(count: u32) -> u32 { return count * params.one; }

// output-f2-odd-sizes on lavapipe
// output-f2-odd-sizes on swiftshader
const WORKGROUP: u32 = 8u;
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
fn turns(count: u32) -> u32 { return count * params.one; }

// output-f2-residual on lavapipe
// output-f2-residual on swiftshader
const WORKGROUP: u32 = 8u;
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
fn turns(count: u32) -> u32 { return count * params.one; }

// output-f2-views on lavapipe
// output-f2-views on swiftshader
const WORKGROUP: u32 = 8u;
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
fn turns(count: u32) -> u32 { return count * params.one; }

// output-f4-whole-tiles on lavapipe
// output-f4-whole-tiles on swiftshader
const WORKGROUP: u32 = 8u;
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
fn turns(count: u32) -> u32 { return count * params.one; }

// output-f4-odd-sizes on lavapipe
// output-f4-odd-sizes on swiftshader
const WORKGROUP: u32 = 8u;
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
fn turns(count: u32) -> u32 { return count * params.one; }

// output-f4-residual on lavapipe
// output-f4-residual on swiftshader
const WORKGROUP: u32 = 8u;
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
fn turns(count: u32) -> u32 { return count * params.one; }

// output-f4-views on lavapipe
// output-f4-views on swiftshader
const WORKGROUP: u32 = 8u;
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
fn turns(count: u32) -> u32 { return count * params.one; }

// output-nearest2-whole-tiles on lavapipe
// output-nearest2-whole-tiles on swiftshader
const WORKGROUP: u32 = 8u;
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
fn turns(count: u32) -> u32 { return count * params.one; }

// output-nearest2-odd-sizes on lavapipe
// output-nearest2-odd-sizes on swiftshader
const WORKGROUP: u32 = 8u;
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
fn turns(count: u32) -> u32 { return count * params.one; }

// output-nearest2-residual on lavapipe
// output-nearest2-residual on swiftshader
const WORKGROUP: u32 = 8u;
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
fn turns(count: u32) -> u32 { return count * params.one; }

// output-nearest2-views on lavapipe
// output-nearest2-views on swiftshader
const WORKGROUP: u32 = 8u;
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
fn turns(count: u32) -> u32 { return count * params.one; }

// output-f4-many-channels on lavapipe
// output-f4-many-channels on swiftshader
const WORKGROUP: u32 = 8u;
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
fn turns(count: u32) -> u32 { return count * params.one; }

// output-f4-super-resolution-256 on lavapipe
// output-f4-super-resolution-256 on swiftshader
const WORKGROUP: u32 = 8u;
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
fn finish(v: f32) -> f32 { return v; }
fn turns(count: u32) -> u32 { return count * params.one; }

// output-f2-whole-tiles on nvidia
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
fn turns(count: u32) -> u32 { return count; }

// output-f2-odd-sizes on nvidia
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
fn turns(count: u32) -> u32 { return count; }

// output-f2-residual on nvidia
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
fn turns(count: u32) -> u32 { return count; }

// output-f2-views on nvidia
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
fn turns(count: u32) -> u32 { return count; }

// output-f4-whole-tiles on nvidia
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
fn turns(count: u32) -> u32 { return count; }

// output-f4-odd-sizes on nvidia
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
fn turns(count: u32) -> u32 { return count; }

// output-f4-residual on nvidia
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
fn turns(count: u32) -> u32 { return count; }

// output-f4-views on nvidia
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
fn turns(count: u32) -> u32 { return count; }

// output-nearest2-whole-tiles on nvidia
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
fn turns(count: u32) -> u32 { return count; }

// output-nearest2-odd-sizes on nvidia
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
fn turns(count: u32) -> u32 { return count; }

// output-nearest2-residual on nvidia
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
fn turns(count: u32) -> u32 { return count; }

// output-nearest2-views on nvidia
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
fn turns(count: u32) -> u32 { return count; }

// output-f4-many-channels on nvidia
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
fn turns(count: u32) -> u32 { return count; }

// output-f4-super-resolution-256 on nvidia
const WORKGROUP: u32 = 64u;
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
fn finish(v: f32) -> f32 { return v; }
fn turns(count: u32) -> u32 { return count; }

// In every case:
// y[n, co, tile] = after(residual + activation(bias[co] + A^T m A)), where m[i, j] = products[i, j][co][position of the tile]:
// the transform behind the products of a Winograd convolution (algorithm.ts), with the epilogue of the convolution.
// An invocation takes `rowsEach` tiles one below the other. id.x: tiles beside each other, such columns of tiles, items; id.y: channel.
// Loops and arrays are as in input.wgsl, for the same reasons.
@group(0) @binding(0) var<storage, read> products: array<f32>;

// @body
struct Params {
  channels: u32, height: u32, width: u32,
  batch: u32, tilesY: u32, tilesX: u32, positions: u32, rowsEach: u32, one: u32,
  yOffset: u32, yBatch: u32, residualOffset: u32, residualBatch: u32,
}
@group(0) @binding(3) var<storage, read_write> y: array<f32>;
@group(0) @binding(4) var<uniform> params: Params;

// Rows of the products of a tile, transformed.
fn load(channel: u32, position: u32) -> array<Outputs, PRODUCTS> {
  var at = channel * params.positions + position;
  var half: array<Outputs, PRODUCTS>;
  for (var i = 0u; i < turns(PRODUCTS); i++) {
    var m: Products;
    for (var j = 0u; j < PRODUCTS; j++) {
      m[j] = products[at];
      at += params.channels * params.positions;
    }
    for (var k = 0u; k + 1u < PRODUCTS; k++) { half[k] = half[k + 1u]; }
    half[PRODUCTS - 1u] = inverse(m);
  }
  return half;
}

fn store(half: array<Outputs, PRODUCTS>, item: u32, channel: u32, top: u32, left: u32) {
  let p = params;
  var rest: array<Outputs, OUTPUTS>;
  for (var j = 0u; j < OUTPUTS; j++) {
    var m: Products;
    for (var i = 0u; i < PRODUCTS; i++) { m[i] = half[i][j]; }
    rest[j] = inverse(m);
  }
  let shift = biasOf(channel);
  for (var i = 0u; i < turns(OUTPUTS); i++) {
    let at = (channel * p.height + top + i) * p.width + left;
    for (var j = 0u; j < OUTPUTS; j++) {
      if (!EDGES || (top + i < p.height && left + j < p.width)) {
        let sum = activate(rest[j][0] + shift) + residualAt(p.residualOffset + item * p.residualBatch + at + j);
        y[p.yOffset + item * p.yBatch + at + j] = finish(sum);
      }
      for (var k = 0u; k + 1u < OUTPUTS; k++) { rest[j][k] = rest[j][k + 1u]; }
    }
  }
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let p = params;
  let perItem = (p.tilesY + p.rowsEach - 1u) / p.rowsEach;
  let item = id.x / (p.tilesX * perItem);
  if (item >= p.batch) { return; }
  let tileX = id.x % p.tilesX;
  let first = id.x / p.tilesX % perItem * p.rowsEach;
  for (var tileY = first; tileY < min(first + p.rowsEach, p.tilesY); tileY++) {
    let half = load(id.y, (item * p.tilesY + tileY) * p.tilesX + tileX);
    store(half, item, id.y, tileY * OUTPUTS, tileX * OUTPUTS);
  }
}
