// Chains of fused multiply-adds that depend on nothing but themselves: the arithmetic that a device reaches at best.
// Each thread turns CHAINS chains of Lanes 8 * rounds times; `x` and the parameters keep the compiler from knowing the outcome.
alias Lanes = vec4<f32>;
alias Number = f32;
const WORKGROUP: u32 = 64u;
struct Chains { c0: Lanes }
fn begin(s: Lanes) -> Chains { return Chains(s); }
fn turn(c: Chains, m: Lanes, a: Lanes) -> Chains { return Chains(fma(c.c0, m, a)); }
fn total(c: Chains) -> Lanes { return c.c0; }
// @body
struct Params { rounds: u32 }
@group(0) @binding(0) var<storage, read> x: array<Number>;
@group(0) @binding(1) var<storage, read_write> y: array<Number>;
@group(0) @binding(2) var<uniform> params: Params;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(local_invocation_index) lane: u32) {
  let m = Lanes(x[0]);
  let a = Lanes(x[1]);
  var c = begin(Lanes(x[lane]));
  for (var i = 0u; i < params.rounds; i++) {
    // Eight turns, so that the loop itself counts for little.
    c = turn(turn(turn(turn(c, m, a), m, a), m, a), m, a);
    c = turn(turn(turn(turn(c, m, a), m, a), m, a), m, a);
  }
  let sum = total(c);
  y[id.x] = sum.x + sum.y + sum.z + sum.w;
}
