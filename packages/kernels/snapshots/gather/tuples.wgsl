const WORKGROUP: u32 = 64u;

// On lavapipe, in every case:

// On swiftshader, in every case:

// On nvidia, in every case:

// axis-0; axis-1; axis-last; axis-scalar-index; axis-piece; axis-0-of-piece; axis-piece-of-indices; nd-batch; axis-f16 on swiftshader:
alias Elem = f32;
const DEPTH: u32 = 1u;

// axis-int32-indices:
alias Elem = i32;
const DEPTH: u32 = 1u;

// axis-f16 on lavapipe, nvidia:
enable f16;
alias Elem = f16;
const DEPTH: u32 = 1u;

// nd-rows; nd-batch-2; nd-piece:
alias Elem = f32;
const DEPTH: u32 = 2u;

// nd-elements:
alias Elem = f32;
const DEPTH: u32 = 3u;
