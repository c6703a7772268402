const WORKGROUP: u32 = 64u;

// On lavapipe, in every case:

// On swiftshader, in every case:

// On nvidia, in every case:

// elements-0; elements-last:
alias Elem = f32;
const RANK: u32 = 2u;

// elements-3d; elements-piece:
alias Elem = f32;
const RANK: u32 = 3u;

// elements-bool:
alias Elem = i32;
const RANK: u32 = 1u;
