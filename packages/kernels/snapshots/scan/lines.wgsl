

// On lavapipe, in every case:

// On swiftshader, in every case:

// On nvidia, in every case:

// sum-1d; sum-last; sum-first; sum-f16 on swiftshader:
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
const IDENTITY: u32 = 0u;
const EXCLUSIVE: bool = false;
const REVERSE: bool = false;
fn gather(total: Num, x: Num) -> Num { return total + x; }

// sum-middle; sum-transposed; sum-piece:
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 2u;
const IDENTITY: u32 = 0u;
const EXCLUSIVE: bool = false;
const REVERSE: bool = false;
fn gather(total: Num, x: Num) -> Num { return total + x; }

// sum-exclusive:
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 2u;
const IDENTITY: u32 = 0u;
const EXCLUSIVE: bool = true;
const REVERSE: bool = false;
fn gather(total: Num, x: Num) -> Num { return total + x; }

// sum-reverse:
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 2u;
const IDENTITY: u32 = 0u;
const EXCLUSIVE: bool = false;
const REVERSE: bool = true;
fn gather(total: Num, x: Num) -> Num { return total + x; }

// sum-reverse-exclusive:
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 2u;
const IDENTITY: u32 = 0u;
const EXCLUSIVE: bool = true;
const REVERSE: bool = true;
fn gather(total: Num, x: Num) -> Num { return total + x; }

// sum-int32:
alias Num = i32;
alias ElemX = i32;
alias ElemY = i32;
const RANK: u32 = 1u;
const IDENTITY: u32 = 0u;
const EXCLUSIVE: bool = false;
const REVERSE: bool = false;
fn gather(total: Num, x: Num) -> Num { return total + x; }

// sum-uint32:
alias Num = u32;
alias ElemX = u32;
alias ElemY = u32;
const RANK: u32 = 1u;
const IDENTITY: u32 = 0u;
const EXCLUSIVE: bool = false;
const REVERSE: bool = false;
fn gather(total: Num, x: Num) -> Num { return total + x; }

// sum-f16 on lavapipe, nvidia:
enable f16;
alias Num = f32;
alias ElemX = f16;
alias ElemY = f16;
const RANK: u32 = 1u;
const IDENTITY: u32 = 0u;
const EXCLUSIVE: bool = false;
const REVERSE: bool = false;
fn gather(total: Num, x: Num) -> Num { return total + x; }

// prod:
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const RANK: u32 = 1u;
const IDENTITY: u32 = 1u;
const EXCLUSIVE: bool = false;
const REVERSE: bool = false;
fn gather(total: Num, x: Num) -> Num { return total * x; }

// prod-int32-exclusive:
alias Num = i32;
alias ElemX = i32;
alias ElemY = i32;
const RANK: u32 = 1u;
const IDENTITY: u32 = 1u;
const EXCLUSIVE: bool = true;
const REVERSE: bool = false;
fn gather(total: Num, x: Num) -> Num { return total * x; }
