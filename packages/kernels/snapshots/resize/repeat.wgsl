const WORKGROUP: u32 = 64u;

// On lavapipe, in every case:

// On swiftshader, in every case:

// On nvidia, in every case:

// repeat-2; repeat-piece; repeat-f16 on swiftshader:
alias Elem = f32;
alias Out = vec2<f32>;
const FACTOR_A: u32 = 1u;
const FACTOR_B: u32 = 2u;
const STORES: u32 = 1u;

// repeat-3-4:
alias Elem = f32;
alias Out = vec4<f32>;
const FACTOR_A: u32 = 1u;
const FACTOR_B: u32 = 3u;
const STORES: u32 = 1u;

// repeat-3d:
alias Elem = f32;
alias Out = vec2<f32>;
const FACTOR_A: u32 = 2u;
const FACTOR_B: u32 = 2u;
const STORES: u32 = 1u;

// repeat-odd:
alias Elem = f32;
alias Out = f32;
const FACTOR_A: u32 = 1u;
const FACTOR_B: u32 = 1u;
const STORES: u32 = 3u;

// repeat-uint8:
alias Elem = i32;
alias Out = vec2<i32>;
const FACTOR_A: u32 = 1u;
const FACTOR_B: u32 = 2u;
const STORES: u32 = 1u;

// repeat-f16 on lavapipe, nvidia:
enable f16;
alias Elem = f16;
alias Out = vec2<f16>;
const FACTOR_A: u32 = 1u;
const FACTOR_B: u32 = 2u;
const STORES: u32 = 1u;

// repeat-piece-odd:
alias Elem = f32;
alias Out = f32;
const FACTOR_A: u32 = 1u;
const FACTOR_B: u32 = 2u;
const STORES: u32 = 2u;
