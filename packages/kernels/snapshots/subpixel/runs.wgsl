const WORKGROUP: u32 = 64u;

// On lavapipe, in every case:

// On swiftshader, in every case:

// On nvidia, in every case:

// CRD-2d; DCR-2d; piece; f16 on swiftshader:
alias Elem = f32;
const BLOCK_DEPTH: u32 = 1u;
const BLOCK_HEIGHT: u32 = 2u;
const BLOCK_WIDTH: u32 = 2u;

// CRD-uneven; DCR-uneven:
alias Elem = f32;
const BLOCK_DEPTH: u32 = 1u;
const BLOCK_HEIGHT: u32 = 2u;
const BLOCK_WIDTH: u32 = 3u;

// CRD-one-axis; DCR-one-axis:
alias Elem = f32;
const BLOCK_DEPTH: u32 = 1u;
const BLOCK_HEIGHT: u32 = 1u;
const BLOCK_WIDTH: u32 = 2u;

// CRD-other-axis; DCR-other-axis:
alias Elem = f32;
const BLOCK_DEPTH: u32 = 1u;
const BLOCK_HEIGHT: u32 = 3u;
const BLOCK_WIDTH: u32 = 1u;

// CRD-1d; DCR-1d:
alias Elem = f32;
const BLOCK_DEPTH: u32 = 1u;
const BLOCK_HEIGHT: u32 = 1u;
const BLOCK_WIDTH: u32 = 4u;

// CRD-3d; DCR-3d:
alias Elem = f32;
const BLOCK_DEPTH: u32 = 2u;
const BLOCK_HEIGHT: u32 = 3u;
const BLOCK_WIDTH: u32 = 2u;

// nothing:
alias Elem = f32;
const BLOCK_DEPTH: u32 = 1u;
const BLOCK_HEIGHT: u32 = 1u;
const BLOCK_WIDTH: u32 = 1u;

// f16 on lavapipe, nvidia:
enable f16;
alias Elem = f16;
const BLOCK_DEPTH: u32 = 1u;
const BLOCK_HEIGHT: u32 = 2u;
const BLOCK_WIDTH: u32 = 2u;

// int32:
alias Elem = i32;
const BLOCK_DEPTH: u32 = 1u;
const BLOCK_HEIGHT: u32 = 2u;
const BLOCK_WIDTH: u32 = 2u;
