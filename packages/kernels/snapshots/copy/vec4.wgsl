const RANK: u32 = 2u;
const WORKGROUP: u32 = 64u;

// On lavapipe, in every case:

// On swiftshader, in every case:
alias Elem = vec4<f32>;

// On nvidia, in every case:

// concat-piece on lavapipe, nvidia; split-piece on lavapipe, nvidia:
alias Elem = vec4<f32>;

// f16 on lavapipe, nvidia:
enable f16;
alias Elem = vec4<f16>;

// concat-piece on swiftshader; split-piece on swiftshader; f16 on swiftshader:
