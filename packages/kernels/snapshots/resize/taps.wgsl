const WORKGROUP: u32 = 64u;

// On lavapipe, in every case:

// On swiftshader, in every case:
alias Elem = f32;

// On nvidia, in every case:

// nearest-half_pixel-up on lavapipe, nvidia; nearest-half_pixel-down on lavapipe, nvidia; nearest-half_pixel_symmetric-up on lavapipe, nvidia; nearest-half_pixel_symmetric-down on lavapipe, nvidia; nearest-pytorch_half_pixel-up on lavapipe, nvidia; nearest-pytorch_half_pixel-down on lavapipe, nvidia; nearest-align_corners-up on lavapipe, nvidia; nearest-align_corners-down on lavapipe, nvidia; nearest-asymmetric-up on lavapipe, nvidia; nearest-asymmetric-down on lavapipe, nvidia; nearest-tf_half_pixel_for_nn-up on lavapipe, nvidia; nearest-tf_half_pixel_for_nn-down on lavapipe, nvidia; nearest-crop on lavapipe, nvidia; nearest-channels-last on lavapipe, nvidia; nothing on lavapipe, nvidia; repeat-2 on lavapipe, nvidia; repeat-3-4 on lavapipe, nvidia; repeat-3d on lavapipe, nvidia; repeat-odd on lavapipe, nvidia; repeat-piece on lavapipe, nvidia; repeat-piece-odd on lavapipe, nvidia:
alias Elem = f32;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 1u;
const TAPS_C: u32 = 1u;

// linear-half_pixel-up on lavapipe, nvidia; linear-half_pixel-down on lavapipe, nvidia; linear-half_pixel_symmetric-up on lavapipe, nvidia; linear-half_pixel_symmetric-down on lavapipe, nvidia; linear-pytorch_half_pixel-up on lavapipe, nvidia; linear-pytorch_half_pixel-down on lavapipe, nvidia; linear-align_corners-up on lavapipe, nvidia; linear-align_corners-down on lavapipe, nvidia; linear-asymmetric-up on lavapipe, nvidia; linear-asymmetric-down on lavapipe, nvidia; linear-tf_half_pixel_for_nn-up on lavapipe, nvidia; linear-tf_half_pixel_for_nn-down on lavapipe, nvidia; linear-crop on lavapipe, nvidia; linear-channels-last on lavapipe, nvidia; linear-piece on lavapipe, nvidia:
alias Elem = f32;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 2u;
const TAPS_C: u32 = 2u;

// cubic-half_pixel-up on lavapipe, nvidia; cubic-half_pixel-down on lavapipe, nvidia; cubic-half_pixel_symmetric-up on lavapipe, nvidia; cubic-half_pixel_symmetric-down on lavapipe, nvidia; cubic-pytorch_half_pixel-up on lavapipe, nvidia; cubic-pytorch_half_pixel-down on lavapipe, nvidia; cubic-align_corners-up on lavapipe, nvidia; cubic-align_corners-down on lavapipe, nvidia; cubic-asymmetric-up on lavapipe, nvidia; cubic-asymmetric-down on lavapipe, nvidia; cubic-tf_half_pixel_for_nn-up on lavapipe, nvidia; cubic-tf_half_pixel_for_nn-down on lavapipe, nvidia; cubic-crop on lavapipe, nvidia; cubic-half on lavapipe, nvidia:
alias Elem = f32;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 4u;
const TAPS_C: u32 = 4u;

// linear-antialias on lavapipe, nvidia:
alias Elem = f32;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 6u;
const TAPS_C: u32 = 9u;

// cubic-antialias on lavapipe, nvidia:
alias Elem = f32;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 11u;
const TAPS_C: u32 = 17u;

// linear-1d on lavapipe, nvidia:
alias Elem = f32;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 1u;
const TAPS_C: u32 = 2u;

// linear-3d on lavapipe, nvidia:
alias Elem = f32;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 2u;
const TAPS_B: u32 = 2u;
const TAPS_C: u32 = 2u;

// cubic-3d on lavapipe, nvidia:
alias Elem = f32;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 4u;
const TAPS_B: u32 = 4u;
const TAPS_C: u32 = 4u;

// linear-batch-and-width on lavapipe, nvidia:
alias Elem = f32;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 2u;
const TAPS_B: u32 = 1u;
const TAPS_C: u32 = 2u;

// repeat-f16 on lavapipe, nvidia; nearest-f16 on lavapipe, nvidia:
enable f16;
alias Elem = f16;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 1u;
const TAPS_C: u32 = 1u;

// linear-f16 on lavapipe, nvidia:
enable f16;
alias Elem = f16;
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 2u;
const TAPS_C: u32 = 2u;

// linear-many-planes on lavapipe, nvidia:
alias Elem = f32;
const PLANES: u32 = 4u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 2u;
const TAPS_C: u32 = 2u;

// nearest-many-planes on lavapipe, nvidia:
alias Elem = f32;
const PLANES: u32 = 4u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 1u;
const TAPS_C: u32 = 1u;

// nearest-half_pixel-up on swiftshader; nearest-half_pixel-down on swiftshader; nearest-half_pixel_symmetric-up on swiftshader; nearest-half_pixel_symmetric-down on swiftshader; nearest-pytorch_half_pixel-up on swiftshader; nearest-pytorch_half_pixel-down on swiftshader; nearest-align_corners-up on swiftshader; nearest-align_corners-down on swiftshader; nearest-asymmetric-up on swiftshader; nearest-asymmetric-down on swiftshader; nearest-tf_half_pixel_for_nn-up on swiftshader; nearest-tf_half_pixel_for_nn-down on swiftshader; nearest-crop on swiftshader; nearest-channels-last on swiftshader; nothing on swiftshader; repeat-2 on swiftshader; repeat-3-4 on swiftshader; repeat-3d on swiftshader; repeat-odd on swiftshader; repeat-f16 on swiftshader; nearest-f16 on swiftshader; repeat-piece on swiftshader; repeat-piece-odd on swiftshader:
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 1u;
const TAPS_C: u32 = 1u;

// linear-half_pixel-up on swiftshader; linear-half_pixel-down on swiftshader; linear-half_pixel_symmetric-up on swiftshader; linear-half_pixel_symmetric-down on swiftshader; linear-pytorch_half_pixel-up on swiftshader; linear-pytorch_half_pixel-down on swiftshader; linear-align_corners-up on swiftshader; linear-align_corners-down on swiftshader; linear-asymmetric-up on swiftshader; linear-asymmetric-down on swiftshader; linear-tf_half_pixel_for_nn-up on swiftshader; linear-tf_half_pixel_for_nn-down on swiftshader; linear-crop on swiftshader; linear-channels-last on swiftshader; linear-f16 on swiftshader; linear-piece on swiftshader:
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 2u;
const TAPS_C: u32 = 2u;

// cubic-half_pixel-up on swiftshader; cubic-half_pixel-down on swiftshader; cubic-half_pixel_symmetric-up on swiftshader; cubic-half_pixel_symmetric-down on swiftshader; cubic-pytorch_half_pixel-up on swiftshader; cubic-pytorch_half_pixel-down on swiftshader; cubic-align_corners-up on swiftshader; cubic-align_corners-down on swiftshader; cubic-asymmetric-up on swiftshader; cubic-asymmetric-down on swiftshader; cubic-tf_half_pixel_for_nn-up on swiftshader; cubic-tf_half_pixel_for_nn-down on swiftshader; cubic-crop on swiftshader; cubic-half on swiftshader:
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 4u;
const TAPS_C: u32 = 4u;

// linear-antialias on swiftshader:
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 6u;
const TAPS_C: u32 = 9u;

// cubic-antialias on swiftshader:
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 11u;
const TAPS_C: u32 = 17u;

// linear-1d on swiftshader:
const PLANES: u32 = 1u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 1u;
const TAPS_C: u32 = 2u;

// linear-3d on swiftshader:
const PLANES: u32 = 1u;
const TAPS_A: u32 = 2u;
const TAPS_B: u32 = 2u;
const TAPS_C: u32 = 2u;

// cubic-3d on swiftshader:
const PLANES: u32 = 1u;
const TAPS_A: u32 = 4u;
const TAPS_B: u32 = 4u;
const TAPS_C: u32 = 4u;

// linear-batch-and-width on swiftshader:
const PLANES: u32 = 1u;
const TAPS_A: u32 = 2u;
const TAPS_B: u32 = 1u;
const TAPS_C: u32 = 2u;

// linear-many-planes on swiftshader:
const PLANES: u32 = 4u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 2u;
const TAPS_C: u32 = 2u;

// nearest-many-planes on swiftshader:
const PLANES: u32 = 4u;
const TAPS_A: u32 = 1u;
const TAPS_B: u32 = 1u;
const TAPS_C: u32 = 1u;
