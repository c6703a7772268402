const WORKGROUP: u32 = 64u;

// On lavapipe, in every case:

// On swiftshader, in every case:

// On nvidia, in every case:

// whole; scalar-to-expanded; reverse; view-at-offset; more-workgroups-than-a-row:
alias Elem = f32;
const RANK: u32 = 1u;

// scalar:
alias Elem = f32;
const RANK: u32 = 0u;

// expand-inner; slice-step; concat-piece; concat-piece-odd; split-piece; swap-matrix; f16 on swiftshader:
alias Elem = f32;
const RANK: u32 = 2u;

// tile:
alias Elem = f32;
const RANK: u32 = 4u;

// transposed-piece; nhwc; swap-tiles; swap-f16 on swiftshader:
alias Elem = f32;
const RANK: u32 = 3u;

// permute-5d:
alias Elem = f32;
const RANK: u32 = 5u;

// permute-8d:
alias Elem = f32;
const RANK: u32 = 8u;

// swap-f16 on lavapipe, nvidia:
enable f16;
alias Elem = f16;
const RANK: u32 = 3u;

// permute-int64; permute-bool:
alias Elem = i32;
const RANK: u32 = 2u;

// f16 on lavapipe, nvidia:
enable f16;
alias Elem = f16;
const RANK: u32 = 2u;

// uint8:
alias Elem = i32;
const RANK: u32 = 1u;
