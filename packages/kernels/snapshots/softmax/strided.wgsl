

// On lavapipe, in every case:

// On swiftshader, in every case:
alias ElemX = f32;
alias ElemY = f32;

// On nvidia, in every case:

// last on lavapipe, nvidia; first on lavapipe, nvidia; one on lavapipe, nvidia; large-values on lavapipe, nvidia; long on lavapipe, nvidia:
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return exp(v) / sum; }

// middle on lavapipe, nvidia; transposed on lavapipe, nvidia; piece on lavapipe, nvidia:
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 2u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return exp(v) / sum; }

// log-last on lavapipe, nvidia:
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return v - log(sum); }

// log-middle on lavapipe, nvidia:
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 2u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return v - log(sum); }

// hardmax-last on lavapipe, nvidia; hardmax-ties on lavapipe, nvidia:
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return select(0.0, 1.0, i == first); }

// hardmax-middle on lavapipe, nvidia:
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 2u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return select(0.0, 1.0, i == first); }

// f16 on lavapipe, nvidia:
enable f16;
alias ElemX = f16;
alias ElemY = f16;
const RANK: u32 = 1u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return exp(v) / sum; }

// last on swiftshader; first on swiftshader; one on swiftshader; large-values on swiftshader; long on swiftshader; f16 on swiftshader:
const RANK: u32 = 1u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return exp(v) / sum; }

// middle on swiftshader; transposed on swiftshader; piece on swiftshader:
const RANK: u32 = 2u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return exp(v) / sum; }

// log-last on swiftshader:
const RANK: u32 = 1u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return v - log(sum); }

// log-middle on swiftshader:
const RANK: u32 = 2u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return v - log(sum); }

// hardmax-last on swiftshader; hardmax-ties on swiftshader:
const RANK: u32 = 1u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return select(0.0, 1.0, i == first); }

// hardmax-middle on swiftshader:
const RANK: u32 = 2u;
fn result(v: f32, sum: f32, i: u32, first: u32) -> f32 { return select(0.0, 1.0, i == first); }
