@group(0) @binding(0) var<storage, read> x: array<f32>;

// On lavapipe, in every case:
const WORKGROUP: u32 = 8u;
fn turns(count: u32) -> u32 { return count * params.one; }

// On swiftshader, in every case:
const WORKGROUP: u32 = 8u;
fn turns(count: u32) -> u32 { return count * params.one; }

// On nvidia, in every case:
fn turns(count: u32) -> u32 { return count; }

// input-f2-whole-tiles on lavapipe, swiftshader; input-f2-odd-sizes on lavapipe, swiftshader; input-f2-view on lavapipe, swiftshader; input-f2-one-row on lavapipe, swiftshader; input-f2-uneven-pads on lavapipe, swiftshader:
const SOURCES: u32 = 4u;
const PRODUCTS: u32 = 4u;
const STEP: u32 = 2u;
alias Sources = array<f32, 4>;
alias Products = array<f32, 4>;
fn forward(d: Sources) -> Products { return Products(d[0] - d[2], d[1] + d[2], d[2] - d[1], d[1] - d[3]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }

// input-f2-pre on lavapipe, swiftshader:
const SOURCES: u32 = 4u;
const PRODUCTS: u32 = 4u;
const STEP: u32 = 2u;
alias Sources = array<f32, 4>;
alias Products = array<f32, 4>;
@group(0) @binding(1) var<storage, read> preScale: array<f32>;
@group(0) @binding(2) var<storage, read> preShift: array<f32>;
fn forward(d: Sources) -> Products { return Products(d[0] - d[2], d[1] + d[2], d[2] - d[1], d[1] - d[3]); }
fn pre(v: f32, channel: u32) -> f32 { let u = fma(v, preScale[channel], preShift[channel]); return max(u, 0.0); }

// input-f4-whole-tiles on lavapipe, swiftshader; input-f4-odd-sizes on lavapipe, swiftshader; input-f4-view on lavapipe, swiftshader; input-f4-one-row on lavapipe, swiftshader; input-f4-no-pads on lavapipe, swiftshader; input-f4-many-channels on lavapipe, swiftshader:
const SOURCES: u32 = 6u;
const PRODUCTS: u32 = 6u;
const STEP: u32 = 4u;
alias Sources = array<f32, 6>;
alias Products = array<f32, 6>;
fn forward(d: Sources) -> Products { let a = fma(-2.25, d[2], d[4]); let b = fma(-2.25, d[1], d[3]); let e = fma(-0.5625, d[2], d[4]); let f = fma(-0.5625, d[1], d[3]); return Products(fma(1.265625, d[0], fma(-2.8125, d[2], d[4])), fma(0.75, b, a), fma(-0.75, b, a), fma(1.5, f, e), fma(-1.5, f, e), fma(1.265625, d[1], fma(-2.8125, d[3], d[5]))); }
fn pre(v: f32, channel: u32) -> f32 { return v; }

// input-f4-pre on lavapipe, swiftshader:
const SOURCES: u32 = 6u;
const PRODUCTS: u32 = 6u;
const STEP: u32 = 4u;
alias Sources = array<f32, 6>;
alias Products = array<f32, 6>;
@group(0) @binding(1) var<storage, read> preScale: array<f32>;
@group(0) @binding(2) var<storage, read> preShift: array<f32>;
fn forward(d: Sources) -> Products { let a = fma(-2.25, d[2], d[4]); let b = fma(-2.25, d[1], d[3]); let e = fma(-0.5625, d[2], d[4]); let f = fma(-0.5625, d[1], d[3]); return Products(fma(1.265625, d[0], fma(-2.8125, d[2], d[4])), fma(0.75, b, a), fma(-0.75, b, a), fma(1.5, f, e), fma(-1.5, f, e), fma(1.265625, d[1], fma(-2.8125, d[3], d[5]))); }
fn pre(v: f32, channel: u32) -> f32 { let u = fma(v, preScale[channel], preShift[channel]); return max(u, 0.0); }

// input-nearest2-whole-tiles on lavapipe, swiftshader; input-nearest2-odd-sizes on lavapipe, swiftshader; input-nearest2-view on lavapipe, swiftshader; input-nearest2-one-row on lavapipe, swiftshader:
const SOURCES: u32 = 4u;
const PRODUCTS: u32 = 6u;
const STEP: u32 = 2u;
alias Sources = array<f32, 4>;
alias Products = array<f32, 6>;
fn forward(d: Sources) -> Products { return Products(d[1], d[2], d[0] - d[1], d[2] - d[1], d[1] - d[2], d[3] - d[2]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }

// input-nearest2-pre on lavapipe, swiftshader:
const SOURCES: u32 = 4u;
const PRODUCTS: u32 = 6u;
const STEP: u32 = 2u;
alias Sources = array<f32, 4>;
alias Products = array<f32, 6>;
@group(0) @binding(1) var<storage, read> preScale: array<f32>;
@group(0) @binding(2) var<storage, read> preShift: array<f32>;
fn forward(d: Sources) -> Products { return Products(d[1], d[2], d[0] - d[1], d[2] - d[1], d[1] - d[2], d[3] - d[2]); }
fn pre(v: f32, channel: u32) -> f32 { let u = fma(v, preScale[channel], preShift[channel]); return max(u, 0.0); }

// input-f2-whole-tiles on nvidia; input-f2-view on nvidia; input-f2-one-row on nvidia; input-f2-uneven-pads on nvidia:
const WORKGROUP: u32 = 32u;
const SOURCES: u32 = 4u;
const PRODUCTS: u32 = 4u;
const STEP: u32 = 2u;
alias Sources = array<f32, 4>;
alias Products = array<f32, 4>;
fn forward(d: Sources) -> Products { return Products(d[0] - d[2], d[1] + d[2], d[2] - d[1], d[1] - d[3]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }

// input-f2-odd-sizes on nvidia:
const WORKGROUP: u32 = 64u;
const SOURCES: u32 = 4u;
const PRODUCTS: u32 = 4u;
const STEP: u32 = 2u;
alias Sources = array<f32, 4>;
alias Products = array<f32, 4>;
fn forward(d: Sources) -> Products { return Products(d[0] - d[2], d[1] + d[2], d[2] - d[1], d[1] - d[3]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }

// input-f2-pre on nvidia:
const WORKGROUP: u32 = 32u;
const SOURCES: u32 = 4u;
const PRODUCTS: u32 = 4u;
const STEP: u32 = 2u;
alias Sources = array<f32, 4>;
alias Products = array<f32, 4>;
@group(0) @binding(1) var<storage, read> preScale: array<f32>;
@group(0) @binding(2) var<storage, read> preShift: array<f32>;
fn forward(d: Sources) -> Products { return Products(d[0] - d[2], d[1] + d[2], d[2] - d[1], d[1] - d[3]); }
fn pre(v: f32, channel: u32) -> f32 { let u = fma(v, preScale[channel], preShift[channel]); return max(u, 0.0); }

// input-f4-whole-tiles on nvidia; input-f4-odd-sizes on nvidia; input-f4-view on nvidia; input-f4-one-row on nvidia; input-f4-no-pads on nvidia:
const WORKGROUP: u32 = 32u;
const SOURCES: u32 = 6u;
const PRODUCTS: u32 = 6u;
const STEP: u32 = 4u;
alias Sources = array<f32, 6>;
alias Products = array<f32, 6>;
fn forward(d: Sources) -> Products { let a = fma(-2.25, d[2], d[4]); let b = fma(-2.25, d[1], d[3]); let e = fma(-0.5625, d[2], d[4]); let f = fma(-0.5625, d[1], d[3]); return Products(fma(1.265625, d[0], fma(-2.8125, d[2], d[4])), fma(0.75, b, a), fma(-0.75, b, a), fma(1.5, f, e), fma(-1.5, f, e), fma(1.265625, d[1], fma(-2.8125, d[3], d[5]))); }
fn pre(v: f32, channel: u32) -> f32 { return v; }

// input-f4-pre on nvidia:
const WORKGROUP: u32 = 32u;
const SOURCES: u32 = 6u;
const PRODUCTS: u32 = 6u;
const STEP: u32 = 4u;
alias Sources = array<f32, 6>;
alias Products = array<f32, 6>;
@group(0) @binding(1) var<storage, read> preScale: array<f32>;
@group(0) @binding(2) var<storage, read> preShift: array<f32>;
fn forward(d: Sources) -> Products { let a = fma(-2.25, d[2], d[4]); let b = fma(-2.25, d[1], d[3]); let e = fma(-0.5625, d[2], d[4]); let f = fma(-0.5625, d[1], d[3]); return Products(fma(1.265625, d[0], fma(-2.8125, d[2], d[4])), fma(0.75, b, a), fma(-0.75, b, a), fma(1.5, f, e), fma(-1.5, f, e), fma(1.265625, d[1], fma(-2.8125, d[3], d[5]))); }
fn pre(v: f32, channel: u32) -> f32 { let u = fma(v, preScale[channel], preShift[channel]); return max(u, 0.0); }

// input-nearest2-whole-tiles on nvidia; input-nearest2-view on nvidia; input-nearest2-one-row on nvidia:
const WORKGROUP: u32 = 32u;
const SOURCES: u32 = 4u;
const PRODUCTS: u32 = 6u;
const STEP: u32 = 2u;
alias Sources = array<f32, 4>;
alias Products = array<f32, 6>;
fn forward(d: Sources) -> Products { return Products(d[1], d[2], d[0] - d[1], d[2] - d[1], d[1] - d[2], d[3] - d[2]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }

// input-nearest2-odd-sizes on nvidia:
const WORKGROUP: u32 = 64u;
const SOURCES: u32 = 4u;
const PRODUCTS: u32 = 6u;
const STEP: u32 = 2u;
alias Sources = array<f32, 4>;
alias Products = array<f32, 6>;
fn forward(d: Sources) -> Products { return Products(d[1], d[2], d[0] - d[1], d[2] - d[1], d[1] - d[2], d[3] - d[2]); }
fn pre(v: f32, channel: u32) -> f32 { return v; }

// input-nearest2-pre on nvidia:
const WORKGROUP: u32 = 32u;
const SOURCES: u32 = 4u;
const PRODUCTS: u32 = 6u;
const STEP: u32 = 2u;
alias Sources = array<f32, 4>;
alias Products = array<f32, 6>;
@group(0) @binding(1) var<storage, read> preScale: array<f32>;
@group(0) @binding(2) var<storage, read> preShift: array<f32>;
fn forward(d: Sources) -> Products { return Products(d[1], d[2], d[0] - d[1], d[2] - d[1], d[1] - d[2], d[3] - d[2]); }
fn pre(v: f32, channel: u32) -> f32 { let u = fma(v, preScale[channel], preShift[channel]); return max(u, 0.0); }

// input-f4-many-channels on nvidia:
const WORKGROUP: u32 = 64u;
const SOURCES: u32 = 6u;
const PRODUCTS: u32 = 6u;
const STEP: u32 = 4u;
alias Sources = array<f32, 6>;
alias Products = array<f32, 6>;
fn forward(d: Sources) -> Products { let a = fma(-2.25, d[2], d[4]); let b = fma(-2.25, d[1], d[3]); let e = fma(-0.5625, d[2], d[4]); let f = fma(-0.5625, d[1], d[3]); return Products(fma(1.265625, d[0], fma(-2.8125, d[2], d[4])), fma(0.75, b, a), fma(-0.75, b, a), fma(1.5, f, e), fma(-1.5, f, e), fma(1.265625, d[1], fma(-2.8125, d[3], d[5]))); }
fn pre(v: f32, channel: u32) -> f32 { return v; }
