const WORKGROUP: u32 = 64u;

// On lavapipe, in every case:

// On swiftshader, in every case:

// On nvidia, in every case:

// nearest-half_pixel-up; nearest-half_pixel-down; nearest-half_pixel_symmetric-up; nearest-half_pixel_symmetric-down; nearest-pytorch_half_pixel-up; nearest-pytorch_half_pixel-down; nearest-align_corners-up; nearest-align_corners-down; nearest-asymmetric-up; nearest-asymmetric-down; nearest-tf_half_pixel_for_nn-up; nearest-tf_half_pixel_for_nn-down; nearest-crop; nearest-channels-last; repeat-2; repeat-3-4; repeat-3d; repeat-odd; repeat-piece; repeat-piece-odd; repeat-f16 on swiftshader; nearest-f16 on swiftshader:
alias Elem = f32;
const PLANES: u32 = 1u;

// repeat-uint8; nearest-int64; nearest-bool:
alias Elem = i32;
const PLANES: u32 = 1u;

// repeat-f16 on lavapipe, nvidia; nearest-f16 on lavapipe, nvidia:
enable f16;
alias Elem = f16;
const PLANES: u32 = 1u;

// nearest-many-planes:
alias Elem = f32;
const PLANES: u32 = 4u;
