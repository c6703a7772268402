// sum-last on lavapipe
// sum-all on lavapipe
// sum-none on lavapipe
// sum-empty on lavapipe
// many-rows on lavapipe
// sum-last on swiftshader
// sum-all on swiftshader
// sum-none on swiftshader
// sum-f16 on swiftshader
// sum-empty on swiftshader
// many-rows on swiftshader
// sum-last on nvidia
// sum-all on nvidia
// sum-none on nvidia
// sum-empty on nvidia
// many-rows on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// mean-last on lavapipe
// pool-densenet on lavapipe
// mean-last on swiftshader
// pool-densenet on swiftshader
// mean-last on nvidia
// pool-densenet on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value / Num(params.count)); }

// max-last on lavapipe
// max-empty on lavapipe
// max-last on swiftshader
// max-empty on swiftshader
// max-last on nvidia
// max-empty on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(max(s.value, x), 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(max(s.value, t.value), 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// min-last on lavapipe
// min-last on swiftshader
// min-last on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(min(s.value, x), 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(min(s.value, t.value), 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// prod-last on lavapipe
// prod-last on swiftshader
// prod-last on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value * x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value * t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// l1-last on lavapipe
// l1-last on swiftshader
// l1-last on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + abs(x), 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// l2-last on lavapipe
// l2-last on swiftshader
// l2-last on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x * x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(sqrt(s.value)); }

// sumSquare-last on lavapipe
// sumSquare-last on swiftshader
// sumSquare-last on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x * x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// logSum-last on lavapipe
// logSum-last on swiftshader
// logSum-last on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(log(s.value)); }

// logSumExp-last on lavapipe
// logSumExp-large on lavapipe
// logSumExp-empty on lavapipe
// logSumExp-last on swiftshader
// logSumExp-large on swiftshader
// logSumExp-empty on swiftshader
// logSumExp-last on nvidia
// logSumExp-large on nvidia
// logSumExp-empty on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(max(s.value, x), s.sum * exp(s.value - max(s.value, x)) + exp(x - max(s.value, x)), 0u); }
fn merge(s: State, t: State) -> State { return State(max(s.value, t.value), s.sum * exp(s.value - max(s.value, t.value)) + t.sum * exp(t.value - max(s.value, t.value)), 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value + log(s.sum)); }

// argmax-last on lavapipe
// labels-rau-net on lavapipe
// argmax-last on swiftshader
// labels-rau-net on swiftshader
// argmax-last on nvidia
// labels-rau-net on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return i != 0xffffffffu && (s.index == 0xffffffffu || x > s.value || (x == s.value && i < s.index)); }
fn absorb(s: State, x: Num, i: u32) -> State { return State(select(s.value, x, wins(x, i, s)), 0.0, select(s.index, i, wins(x, i, s))); }
fn merge(s: State, t: State) -> State { return State(select(s.value, t.value, wins(t.value, t.index, s)), 0.0, select(s.index, t.index, wins(t.value, t.index, s))); }
fn finish(s: State) -> ElemY { return ElemY(s.index); }

// argmin-last on lavapipe
// argmin-last on swiftshader
// argmin-last on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return i != 0xffffffffu && (s.index == 0xffffffffu || x < s.value || (x == s.value && i < s.index)); }
fn absorb(s: State, x: Num, i: u32) -> State { return State(select(s.value, x, wins(x, i, s)), 0.0, select(s.index, i, wins(x, i, s))); }
fn merge(s: State, t: State) -> State { return State(select(s.value, t.value, wins(t.value, t.index, s)), 0.0, select(s.index, t.index, wins(t.value, t.index, s))); }
fn finish(s: State) -> ElemY { return ElemY(s.index); }

// sum-middle on lavapipe
// sum-middle on swiftshader
// sum-middle on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// mean-middle on lavapipe
// mean-transposed on lavapipe
// mean-piece on lavapipe
// mean-middle on swiftshader
// mean-transposed on swiftshader
// mean-piece on swiftshader
// mean-middle on nvidia
// mean-transposed on nvidia
// mean-piece on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value / Num(params.count)); }

// max-middle on lavapipe
// max-middle on swiftshader
// max-middle on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(max(s.value, x), 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(max(s.value, t.value), 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// min-middle on lavapipe
// min-middle on swiftshader
// min-middle on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(min(s.value, x), 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(min(s.value, t.value), 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// prod-middle on lavapipe
// prod-middle on swiftshader
// prod-middle on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value * x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value * t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// l1-middle on lavapipe
// l1-middle on swiftshader
// l1-middle on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + abs(x), 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// l2-middle on lavapipe
// l2-middle on swiftshader
// l2-middle on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x * x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(sqrt(s.value)); }

// sumSquare-middle on lavapipe
// sumSquare-middle on swiftshader
// sumSquare-middle on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x * x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// logSum-middle on lavapipe
// logSum-middle on swiftshader
// logSum-middle on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(log(s.value)); }

// logSumExp-middle on lavapipe
// logSumExp-middle on swiftshader
// logSumExp-middle on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(max(s.value, x), s.sum * exp(s.value - max(s.value, x)) + exp(x - max(s.value, x)), 0u); }
fn merge(s: State, t: State) -> State { return State(max(s.value, t.value), s.sum * exp(s.value - max(s.value, t.value)) + t.sum * exp(t.value - max(s.value, t.value)), 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value + log(s.sum)); }

// argmax-middle on lavapipe
// argmax-middle on swiftshader
// argmax-middle on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return i != 0xffffffffu && (s.index == 0xffffffffu || x > s.value || (x == s.value && i < s.index)); }
fn absorb(s: State, x: Num, i: u32) -> State { return State(select(s.value, x, wins(x, i, s)), 0.0, select(s.index, i, wins(x, i, s))); }
fn merge(s: State, t: State) -> State { return State(select(s.value, t.value, wins(t.value, t.index, s)), 0.0, select(s.index, t.index, wins(t.value, t.index, s))); }
fn finish(s: State) -> ElemY { return ElemY(s.index); }

// argmin-middle on lavapipe
// argmin-middle on swiftshader
// argmin-middle on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return i != 0xffffffffu && (s.index == 0xffffffffu || x < s.value || (x == s.value && i < s.index)); }
fn absorb(s: State, x: Num, i: u32) -> State { return State(select(s.value, x, wins(x, i, s)), 0.0, select(s.index, i, wins(x, i, s))); }
fn merge(s: State, t: State) -> State { return State(select(s.value, t.value, wins(t.value, t.index, s)), 0.0, select(s.index, t.index, wins(t.value, t.index, s))); }
fn finish(s: State) -> ElemY { return ElemY(s.index); }

// sum-int32 on lavapipe
// sum-int32 on swiftshader
// sum-int32 on nvidia
alias Num = i32;
alias ElemX = i32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// mean-int32 on lavapipe
// mean-int32 on swiftshader
// mean-int32 on nvidia
alias Num = i32;
alias ElemX = i32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value / Num(params.count)); }

// max-int32 on lavapipe
// max-int32 on swiftshader
// max-int32 on nvidia
alias Num = i32;
alias ElemX = i32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(max(s.value, x), 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(max(s.value, t.value), 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// min-int32 on lavapipe
// min-int32 on swiftshader
// min-int32 on nvidia
alias Num = i32;
alias ElemX = i32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(min(s.value, x), 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(min(s.value, t.value), 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// prod-int32 on lavapipe
// prod-int32 on swiftshader
// prod-int32 on nvidia
alias Num = i32;
alias ElemX = i32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value * x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value * t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// l1-int32 on lavapipe
// l1-int32 on swiftshader
// l1-int32 on nvidia
alias Num = i32;
alias ElemX = i32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + abs(x), 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// l2-int32 on lavapipe
// l2-int32 on swiftshader
// l2-int32 on nvidia
alias Num = f32;
alias ElemX = i32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x * x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(sqrt(s.value)); }

// sumSquare-int32 on lavapipe
// sumSquare-int32 on swiftshader
// sumSquare-int32 on nvidia
alias Num = i32;
alias ElemX = i32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x * x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// logSum-int32 on lavapipe
// logSum-int32 on swiftshader
// logSum-int32 on nvidia
alias Num = f32;
alias ElemX = i32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(log(s.value)); }

// logSumExp-int32 on lavapipe
// logSumExp-int32 on swiftshader
// logSumExp-int32 on nvidia
alias Num = f32;
alias ElemX = i32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(max(s.value, x), s.sum * exp(s.value - max(s.value, x)) + exp(x - max(s.value, x)), 0u); }
fn merge(s: State, t: State) -> State { return State(max(s.value, t.value), s.sum * exp(s.value - max(s.value, t.value)) + t.sum * exp(t.value - max(s.value, t.value)), 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value + log(s.sum)); }

// argmax-int32 on lavapipe
// argmax-int32 on swiftshader
// argmax-int32 on nvidia
alias Num = i32;
alias ElemX = i32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return i != 0xffffffffu && (s.index == 0xffffffffu || x > s.value || (x == s.value && i < s.index)); }
fn absorb(s: State, x: Num, i: u32) -> State { return State(select(s.value, x, wins(x, i, s)), 0.0, select(s.index, i, wins(x, i, s))); }
fn merge(s: State, t: State) -> State { return State(select(s.value, t.value, wins(t.value, t.index, s)), 0.0, select(s.index, t.index, wins(t.value, t.index, s))); }
fn finish(s: State) -> ElemY { return ElemY(s.index); }

// argmin-int32 on lavapipe
// argmin-int32 on swiftshader
// argmin-int32 on nvidia
alias Num = i32;
alias ElemX = i32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return i != 0xffffffffu && (s.index == 0xffffffffu || x < s.value || (x == s.value && i < s.index)); }
fn absorb(s: State, x: Num, i: u32) -> State { return State(select(s.value, x, wins(x, i, s)), 0.0, select(s.index, i, wins(x, i, s))); }
fn merge(s: State, t: State) -> State { return State(select(s.value, t.value, wins(t.value, t.index, s)), 0.0, select(s.index, t.index, wins(t.value, t.index, s))); }
fn finish(s: State) -> ElemY { return ElemY(s.index); }

// sum-outer-and-inner on lavapipe
// sum-outer-and-inner on swiftshader
// sum-outer-and-inner on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 2u;
const REDUCED: u32 = 2u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// sum-alternating on lavapipe
// sum-alternating on swiftshader
// sum-alternating on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 4u;
const REDUCED: u32 = 4u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// sum-long on lavapipe
// sum-long on swiftshader
// sum-long on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 256u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// sum-f16 on lavapipe
// sum-f16 on nvidia
enable f16;
alias Num = f32;
alias ElemX = f16;
alias ElemY = f16;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// max-uint32 on lavapipe
// max-uint32 on swiftshader
// max-uint32 on nvidia
alias Num = u32;
alias ElemX = u32;
alias ElemY = u32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(max(s.value, x), 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(max(s.value, t.value), 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// max-bool on lavapipe
// max-bool on swiftshader
// max-bool on nvidia
alias Num = i32;
alias ElemX = i32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(max(s.value, x), 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(max(s.value, t.value), 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// argmax-ties-first on lavapipe
// argmax-ties-first on swiftshader
// argmax-ties-first on nvidia
alias Num = i32;
alias ElemX = i32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return i != 0xffffffffu && (s.index == 0xffffffffu || x > s.value || (x == s.value && i < s.index)); }
fn absorb(s: State, x: Num, i: u32) -> State { return State(select(s.value, x, wins(x, i, s)), 0.0, select(s.index, i, wins(x, i, s))); }
fn merge(s: State, t: State) -> State { return State(select(s.value, t.value, wins(t.value, t.index, s)), 0.0, select(s.index, t.index, wins(t.value, t.index, s))); }
fn finish(s: State) -> ElemY { return ElemY(s.index); }

// argmax-ties-last on lavapipe
// argmax-ties-last on swiftshader
// argmax-ties-last on nvidia
alias Num = i32;
alias ElemX = i32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return i != 0xffffffffu && (s.index == 0xffffffffu || x > s.value || (x == s.value && i > s.index)); }
fn absorb(s: State, x: Num, i: u32) -> State { return State(select(s.value, x, wins(x, i, s)), 0.0, select(s.index, i, wins(x, i, s))); }
fn merge(s: State, t: State) -> State { return State(select(s.value, t.value, wins(t.value, t.index, s)), 0.0, select(s.index, t.index, wins(t.value, t.index, s))); }
fn finish(s: State) -> ElemY { return ElemY(s.index); }

// argmin-ties-last on lavapipe
// argmin-ties-last on swiftshader
// argmin-ties-last on nvidia
alias Num = i32;
alias ElemX = i32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return i != 0xffffffffu && (s.index == 0xffffffffu || x < s.value || (x == s.value && i > s.index)); }
fn absorb(s: State, x: Num, i: u32) -> State { return State(select(s.value, x, wins(x, i, s)), 0.0, select(s.index, i, wins(x, i, s))); }
fn merge(s: State, t: State) -> State { return State(select(s.value, t.value, wins(t.value, t.index, s)), 0.0, select(s.index, t.index, wins(t.value, t.index, s))); }
fn finish(s: State) -> ElemY { return ElemY(s.index); }

// prod-empty-int on lavapipe
// prod-empty-int on swiftshader
// prod-empty-int on nvidia
alias Num = i32;
alias ElemX = i32;
alias ElemY = i32;
const WORKGROUP: u32 = 64u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value * x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value * t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value); }

// pool-224 on lavapipe
// pool-224 on swiftshader
// pool-224 on nvidia
alias Num = f32;
alias ElemX = f32;
alias ElemY = f32;
const WORKGROUP: u32 = 256u;
const KEPT: u32 = 1u;
const REDUCED: u32 = 1u;
fn wins(x: Num, i: u32, s: State) -> bool { return x > s.value; }
fn absorb(s: State, x: Num, i: u32) -> State { return State(s.value + x, 0.0, 0u); }
fn merge(s: State, t: State) -> State { return State(s.value + t.value, 0.0, 0u); }
fn finish(s: State) -> ElemY { return ElemY(s.value / Num(params.count)); }

// In every case:
// y = finish(absorb over the reduced axes of x): one workgroup computes one element of y.
// Each thread takes every WORKGROUP-th element, then pairs of threads merge what they have, in a tree.

// @body

/// What is known of the elements seen so far: logSumExp keeps a sum beside its maximum, argmax an index.
struct State {
  value: Num,
  sum: f32,
  index: u32,
}

struct Params {
  outputs: u32,
  count: u32,
  /// Bits of the value of State before anything is absorbed.
  identity: u32,
  offsetX: i32, offsetY: i32,
  kept0: u32, x0: i32, y0: i32,
  kept1: u32, x1: i32, y1: i32,
  kept2: u32, x2: i32, y2: i32,
  kept3: u32, x3: i32, y3: i32,
  reduced0: u32, r0: i32,
  reduced1: u32, r1: i32,
  reduced2: u32, r2: i32,
  reduced3: u32, r3: i32,
}

@group(0) @binding(0) var<storage, read> x: array<ElemX>;
@group(0) @binding(1) var<storage, read_write> y: array<ElemY>;
@group(0) @binding(2) var<uniform> params: Params;

var<workgroup> states: array<State, WORKGROUP>;

/// Where output `index` begins in x, and where it lies in y.
fn locate(index: u32) -> vec2i {
  var rest = index;
  var at = vec2i(params.offsetX, params.offsetY);
  if (KEPT > 1u) { at += i32(rest % params.kept0) * vec2i(params.x0, params.y0); rest /= params.kept0; }
  if (KEPT > 2u) { at += i32(rest % params.kept1) * vec2i(params.x1, params.y1); rest /= params.kept1; }
  if (KEPT > 3u) { at += i32(rest % params.kept2) * vec2i(params.x2, params.y2); rest /= params.kept2; }
  if (KEPT == 1u) { return at + i32(rest) * vec2i(params.x0, params.y0); }
  if (KEPT == 2u) { return at + i32(rest) * vec2i(params.x1, params.y1); }
  if (KEPT == 3u) { return at + i32(rest) * vec2i(params.x2, params.y2); }
  return at + i32(rest) * vec2i(params.x3, params.y3);
}

/// How far element `index` of those reduced lies from the first.
fn step(index: u32) -> i32 {
  if (REDUCED == 1u) { return i32(index) * params.r0; }
  var rest = index;
  var at = i32(rest % params.reduced0) * params.r0;
  rest /= params.reduced0;
  if (REDUCED == 2u) { return at + i32(rest) * params.r1; }
  at += i32(rest % params.reduced1) * params.r1;
  rest /= params.reduced1;
  if (REDUCED == 3u) { return at + i32(rest) * params.r2; }
  at += i32(rest % params.reduced2) * params.r2;
  return at + i32(rest / params.reduced2) * params.r3;
}

@compute @workgroup_size(WORKGROUP)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let index = group.x + group.y * groups.x;
  if (index >= params.outputs) { return; }
  let at = locate(index);
  var own = State(bitcast<Num>(params.identity), 0.0, 0xffffffffu);
  for (var i = thread; i < params.count; i += WORKGROUP) {
    own = absorb(own, Num(x[at.x + step(i)]), i);
  }
  states[thread] = own;
  workgroupBarrier();
  for (var half = WORKGROUP / 2u; half > 0u; half /= 2u) {
    if (thread < half) { states[thread] = merge(states[thread], states[thread + half]); }
    workgroupBarrier();
  }
  if (thread == 0u) { y[at.y] = finish(states[0]); }
}
