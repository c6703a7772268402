

// On lavapipe, in every case:

// On swiftshader, in every case:

// On nvidia, in every case:

// sum-last; sum-all; sum-none; sum-empty; many-rows; sum-f16 on swiftshader:
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

// mean-last:
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

// max-last; max-empty:
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

// min-last:
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

// prod-last:
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

// l1-last:
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

// l2-last:
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

// sumSquare-last:
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

// logSum-last:
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

// logSumExp-last; logSumExp-large; logSumExp-empty:
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

// argmax-last:
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

// argmin-last:
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

// sum-middle:
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

// mean-middle; mean-transposed; mean-piece:
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

// max-middle:
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

// min-middle:
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

// prod-middle:
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

// l1-middle:
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

// l2-middle:
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

// sumSquare-middle:
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

// logSum-middle:
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

// logSumExp-middle:
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

// argmax-middle:
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

// argmin-middle:
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

// sum-int32:
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

// mean-int32:
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

// max-int32:
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

// min-int32:
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

// prod-int32:
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

// l1-int32:
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

// l2-int32:
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

// sumSquare-int32:
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

// logSum-int32:
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

// logSumExp-int32:
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

// argmax-int32:
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

// argmin-int32:
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

// sum-outer-and-inner:
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

// sum-alternating:
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

// sum-long:
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

// sum-f16 on lavapipe, nvidia:
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

// max-uint32:
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

// max-bool:
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

// argmax-ties-first:
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

// argmax-ties-last:
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

// argmin-ties-last:
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

// prod-empty-int:
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
