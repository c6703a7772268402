

// On lavapipe, in every case:

// On swiftshader, in every case:
alias Elem = f32;

// On nvidia, in every case:

// swap-tiles on lavapipe, nvidia; swap-matrix on lavapipe, nvidia:
alias Elem = f32;

// swap-f16 on lavapipe, nvidia:
enable f16;
alias Elem = f16;

// swap-tiles on swiftshader; swap-matrix on swiftshader; swap-f16 on swiftshader:
