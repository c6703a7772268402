const WORKGROUP: u32 = 64u;

// On lavapipe, in every case:

// On swiftshader, in every case:

// On nvidia, in every case:

// constant-2d; channels; into-piece:
alias Elem = f32;
const RANK: u32 = 3u;
const MODE: u32 = 0u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// reflect-2d; piece:
alias Elem = f32;
const RANK: u32 = 3u;
const MODE: u32 = 2u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// edge-2d:
alias Elem = f32;
const RANK: u32 = 3u;
const MODE: u32 = 1u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// wrap-2d:
alias Elem = f32;
const RANK: u32 = 3u;
const MODE: u32 = 3u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// constant-3d:
alias Elem = f32;
const RANK: u32 = 4u;
const MODE: u32 = 0u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// reflect-3d:
alias Elem = f32;
const RANK: u32 = 4u;
const MODE: u32 = 2u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// edge-3d:
alias Elem = f32;
const RANK: u32 = 4u;
const MODE: u32 = 1u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// wrap-3d:
alias Elem = f32;
const RANK: u32 = 4u;
const MODE: u32 = 3u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// constant-crop-and-grow; constant-of-one; all-cropped-but-constant; constant-float16 on swiftshader:
alias Elem = f32;
const RANK: u32 = 2u;
const MODE: u32 = 0u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// reflect-crop-and-grow; reflect-of-one:
alias Elem = f32;
const RANK: u32 = 2u;
const MODE: u32 = 2u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// edge-crop-and-grow; edge-of-one:
alias Elem = f32;
const RANK: u32 = 2u;
const MODE: u32 = 1u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// wrap-crop-and-grow; wrap-of-one:
alias Elem = f32;
const RANK: u32 = 2u;
const MODE: u32 = 3u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// reflect-more-than-once-over:
alias Elem = f32;
const RANK: u32 = 1u;
const MODE: u32 = 2u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// edge-more-than-once-over:
alias Elem = f32;
const RANK: u32 = 1u;
const MODE: u32 = 1u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// wrap-more-than-once-over:
alias Elem = f32;
const RANK: u32 = 1u;
const MODE: u32 = 3u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// constant-float16 on lavapipe, nvidia:
enable f16;
alias Elem = f16;
const RANK: u32 = 2u;
const MODE: u32 = 0u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// constant-int64; constant-int32; constant-uint8; constant-bool:
alias Elem = i32;
const RANK: u32 = 2u;
const MODE: u32 = 0u;
fn fill() -> Elem { return Elem(bitcast<i32>(params.valueBits)); }

// minus-infinity; nothing:
alias Elem = f32;
const RANK: u32 = 1u;
const MODE: u32 = 0u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// given-value; given-value-f16 on swiftshader:
alias Elem = f32;
const RANK: u32 = 2u;
const MODE: u32 = 0u;
@group(0) @binding(1) var<storage, read> value: array<Elem>;
fn fill() -> Elem { return value[params.valueOffset]; }

// given-value-f16 on lavapipe, nvidia:
enable f16;
alias Elem = f16;
const RANK: u32 = 2u;
const MODE: u32 = 0u;
@group(0) @binding(1) var<storage, read> value: array<Elem>;
fn fill() -> Elem { return value[params.valueOffset]; }

// scalar:
alias Elem = f32;
const RANK: u32 = 0u;
const MODE: u32 = 0u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }

// rank-8:
alias Elem = f32;
const RANK: u32 = 8u;
const MODE: u32 = 1u;
fn fill() -> Elem { return Elem(bitcast<f32>(params.valueBits)); }
