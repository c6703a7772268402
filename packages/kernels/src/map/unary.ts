import type { MapFunction } from './function.ts';
import { literal, type Num } from './literal.ts';
import { erf, roundHalfEven } from './special.ts';

type Js = (v: number, args: readonly number[]) => number;
/** WGSL on f32: `v` is the operand, `k` the constants, already literals. */
type Wgsl = (v: string, k: readonly string[]) => string;

/** A function of real numbers. Integers go through f32, exact up to 2^24, unless `integers` says better. */
function real(
  wgsl: Wgsl,
  js: Js,
  params: Readonly<Record<string, number>> = {},
  integers?: (v: string, type: Num, k: readonly string[]) => string,
): MapFunction {
  return {
    arity: 1,
    params,
    wgsl([operand], args, type) {
      const v = operand!;
      if (type === 'f32')
        return wgsl(
          v,
          args.map((arg) => literal(arg, 'f32', v)),
        );
      if (integers)
        return integers(
          v,
          type,
          args.map((arg) => literal(arg, type, v)),
        );
      const as = `f32(${v})`;
      return `${type}(${wgsl(
        as,
        args.map((arg) => literal(arg, 'f32', as)),
      )})`;
    },
    js: (args, integer) =>
      integer && !integers
        ? (v) => Math.trunc(js(v, args))
        : args.length
          ? (v) => js(v, args)
          : (v) => js(v, []),
  };
}

/** A test of a number: `integers` is the answer for every integer. */
function test(
  wgsl: Wgsl,
  js: Js,
  integers: (v: string) => string,
  params: Record<string, number> = {},
): MapFunction {
  return {
    arity: 1,
    params,
    result: 'truth',
    wgsl: ([v], args, type) =>
      type === 'f32'
        ? `select(0i, 1i, ${wgsl(
            v!,
            args.map((arg) => literal(arg, 'f32', v!)),
          )})`
        : integers(v!),
    js: (args) => (v) => js(v, args),
  };
}

const same = (v: string) => v;
const magnitude = (v: string) => `(bitcast<u32>(${v}) & 0x7fffffffu)`;
const sigmoid = (v: number) => 1 / (1 + Math.exp(-v));
// exp of more than 87 would overflow; below, the result is under 1e-37 anyway.
const sigmoidWgsl = (v: string) => `1.0 / (1.0 + exp(min(-(${v}), 87.0)))`;
const softplus = (v: number) => Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
const softplusWgsl = (v: string) => `(max(${v}, 0.0) + log(1.0 + exp(-abs(${v}))))`;

/** Built-in tanh may overflow for large operands and cancels for small ones, where two terms of the series do. */
const tanhWgsl = (v: string) =>
  `select(tanh(clamp(${v}, -10.0, 10.0)), ${v} - ${v} * ${v} * ${v} * 0.33333334, abs(${v}) < 0.04)`;

/** Abramowitz and Stegun 7.1.26 (error below 1.5e-7), and the Maclaurin series below 1/2, where that would cancel. */
function erfWgsl(v: string): string {
  const t = `(1.0 / fma(0.3275911, abs(${v}), 1.0))`;
  const tail = [-1.453152027, 1.421413741, -0.284496736, 0.254829592].reduce(
    (sum, k) => `fma(${sum}, ${t}, ${k})`,
    '1.061405429',
  );
  const square = `(${v} * ${v})`;
  const series = [-1 / 42, 1 / 10, -1 / 3, 1].reduce(
    (sum, k) => `fma(${sum}, ${square}, ${k})`,
    String(1 / 216),
  );
  const far = `sign(${v}) * (1.0 - ${tail} * ${t} * exp(-${square}))`;
  return `select(${far}, 1.1283791671 * ${v} * ${series}, abs(${v}) < 0.5)`;
}

const limits = { min: -Infinity, max: Infinity };

function clip(v: string, [low, high]: readonly number[], type: Num): string {
  const above = low === -Infinity ? v : `max(${v}, ${literal(low, type, v)})`;
  return high === Infinity ? above : `min(${above}, ${literal(high, type, v)})`;
}

const activations: Record<string, MapFunction> = {
  relu: real(
    (v) => `max(${v}, 0.0)`,
    (v) => Math.max(v, 0),
    {},
    (v, type) => `max(${v}, ${type}(0))`,
  ),
  leakyRelu: real(
    (v, [alpha]) => `select(${alpha} * ${v}, ${v}, ${v} >= 0.0)`,
    (v, [alpha]) => (v >= 0 ? v : alpha * v),
    { alpha: 0.01 },
  ),
  elu: real(
    (v, [alpha]) => `select(${alpha} * (exp(min(${v}, 0.0)) - 1.0), ${v}, ${v} >= 0.0)`,
    (v, [alpha]) => (v >= 0 ? v : alpha * Math.expm1(v)),
    { alpha: 1 },
  ),
  selu: real(
    (v, [alpha, gamma]) => `${gamma} * select(${alpha} * (exp(min(${v}, 0.0)) - 1.0), ${v}, ${v} >= 0.0)`,
    (v, [alpha, gamma]) => gamma * (v >= 0 ? v : alpha * Math.expm1(v)),
    { alpha: 1.6732631921768188, gamma: 1.0507010221481323 },
  ),
  celu: real(
    (v, [alpha]) => `max(${v}, 0.0) + ${alpha} * (exp(min(${v}, 0.0) / ${alpha}) - 1.0)`,
    (v, [alpha]) => Math.max(v, 0) + alpha * Math.expm1(Math.min(v, 0) / alpha),
    { alpha: 1 },
  ),
  sigmoid: real(
    (v) => sigmoidWgsl(v),
    (v) => sigmoid(v),
  ),
  hardSigmoid: real(
    (v, [alpha, beta]) => `clamp(fma(${v}, ${alpha}, ${beta}), 0.0, 1.0)`,
    (v, [alpha, beta]) => Math.min(1, Math.max(0, alpha * v + beta)),
    { alpha: 0.2, beta: 0.5 },
  ),
  hardSwish: real(
    (v) => `${v} * clamp(${v} * 0.16666667 + 0.5, 0.0, 1.0)`,
    (v) => v * Math.min(1, Math.max(0, v / 6 + 0.5)),
  ),
  swish: real(
    (v, [alpha]) => `${v} * (${sigmoidWgsl(`${alpha} * ${v}`)})`,
    (v, [alpha]) => v * sigmoid(alpha * v),
    { alpha: 1 },
  ),
  tanh: real(tanhWgsl, (v) => Math.tanh(v)),
  softplus: real(softplusWgsl, softplus),
  softsign: real(
    (v) => `${v} / (1.0 + abs(${v}))`,
    (v) => v / (1 + Math.abs(v)),
  ),
  gelu: real(
    (v) => `0.5 * ${v} * (1.0 + ${erfWgsl(`(${v} * 0.70710678)`)})`,
    (v) => 0.5 * v * (1 + erf(v * Math.SQRT1_2)),
  ),
  geluTanh: real(
    // 0.5 (1 + tanh u) is sigmoid(2 u), which does not cancel for negative u.
    (v) => `${v} * (${sigmoidWgsl(`1.5957691 * (${v} + 0.044715 * ${v} * ${v} * ${v})`)})`,
    (v) => 0.5 * v * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (v + 0.044715 * v ** 3))),
  ),
  mish: real(
    (v) => `${v} * tanh(min(${softplusWgsl(v)}, 20.0))`,
    (v) => v * Math.tanh(softplus(v)),
  ),
  thresholdedRelu: real(
    (v, [alpha]) => `select(0.0, ${v}, ${v} > ${alpha})`,
    (v, [alpha]) => (v > alpha ? v : 0),
    { alpha: 1 },
  ),
  shrink: real(
    (v, [lambd, bias]) =>
      `select(select(0.0, ${v} - ${bias}, ${v} > ${lambd}), ${v} + ${bias}, ${v} < -${lambd})`,
    (v, [lambd, bias]) => (v < -lambd ? v + bias : v > lambd ? v - bias : 0),
    { lambd: 0.5, bias: 0 },
  ),
  clip: {
    arity: 1,
    params: limits,
    wgsl: ([v], args, type) => clip(v!, args, type),
    js:
      ([low, high]) =>
      (v) =>
        Math.min(Math.max(v, low), high),
  },
  affine: real(
    (v, [scale, shift]) => `fma(${v}, ${scale}, ${shift})`,
    (v, [scale, shift]) => v * scale + shift,
    { scale: 1, shift: 0 },
  ),
};

const elementary: Record<string, MapFunction> = {
  erf: real(erfWgsl, erf),
  sqrt: real(
    (v) => `sqrt(${v})`,
    (v) => Math.sqrt(v),
  ),
  exp: real(
    (v) => `exp(${v})`,
    (v) => Math.exp(v),
  ),
  log: real(
    (v) => `log(${v})`,
    (v) => Math.log(v),
  ),
  reciprocal: real(
    (v) => `1.0 / (${v})`,
    (v) => 1 / v,
  ),
  sin: real(
    (v) => `sin(${v})`,
    (v) => Math.sin(v),
  ),
  cos: real(
    (v) => `cos(${v})`,
    (v) => Math.cos(v),
  ),
  tan: real(
    (v) => `tan(${v})`,
    (v) => Math.tan(v),
  ),
  // The built-in arc functions may err by 7e-5; atan2 does not.
  asin: real(
    (v) => `atan2(${v}, sqrt((1.0 - ${v}) * (1.0 + ${v})))`,
    (v) => Math.asin(v),
  ),
  acos: real(
    (v) => `atan2(sqrt((1.0 - ${v}) * (1.0 + ${v})), ${v})`,
    (v) => Math.acos(v),
  ),
  atan: real(
    (v) => `atan(${v})`,
    (v) => Math.atan(v),
  ),
  sinh: real(
    (v) => `sinh(${v})`,
    (v) => Math.sinh(v),
  ),
  cosh: real(
    (v) => `cosh(${v})`,
    (v) => Math.cosh(v),
  ),
  // Of |v|, because log of the sum cancels for negative operands.
  asinh: real(
    (v) => `sign(${v}) * log(abs(${v}) + sqrt(fma(${v}, ${v}, 1.0)))`,
    (v) => Math.asinh(v),
  ),
  acosh: real(
    (v) => `log(${v} + sqrt((${v} - 1.0) * (${v} + 1.0)))`,
    (v) => Math.acosh(v),
  ),
  atanh: real(
    (v) => `0.5 * log((1.0 + ${v}) / (1.0 - ${v}))`,
    (v) => Math.atanh(v),
  ),
};

const exact: Record<string, MapFunction> = {
  identity: real(same, (v) => v, {}, same),
  abs: real(
    (v) => `abs(${v})`,
    (v) => Math.abs(v),
    {},
    (v) => `abs(${v})`,
  ),
  neg: real(
    (v) => `-(${v})`,
    (v) => -v,
    {},
    (v, type) => `(${type}(0) - ${v})`,
  ),
  sign: real(
    (v) => `sign(${v})`,
    (v) => Math.sign(v),
    {},
    (v, type) => (type === 'i32' ? `sign(${v})` : `min(${v}, 1u)`),
  ),
  floor: real(
    (v) => `floor(${v})`,
    (v) => Math.floor(v),
    {},
    same,
  ),
  ceil: real(
    (v) => `ceil(${v})`,
    (v) => Math.ceil(v),
    {},
    same,
  ),
  round: real((v) => `round(${v})`, roundHalfEven, {}, same),
  trunc: real(
    (v) => `trunc(${v})`,
    (v) => Math.trunc(v),
    {},
    same,
  ),
  bitwiseNot: { arity: 1, integersOnly: true, wgsl: ([v]) => `~${v}`, js: () => (v) => -v - 1 },
  not: test(
    (v) => `${v} == 0.0`,
    (v) => (v === 0 ? 1 : 0),
    (v) => `select(0i, 1i, ${v} == 0)`,
  ),
  // By bits: compilers may assume that there is no NaN.
  isNaN: test(
    (v) => `${magnitude(v)} > 0x7f800000u`,
    (v) => (Number.isNaN(v) ? 1 : 0),
    () => '0i',
  ),
  isInf: test(
    (v, [positive, negative]) =>
      `(${magnitude(v)} == 0x7f800000u && select(${positive}, ${negative}, bitcast<u32>(${v}) > 0x7fffffffu) != 0.0)`,
    (v, [positive, negative]) => ((v === Infinity && positive) || (v === -Infinity && negative) ? 1 : 0),
    () => '0i',
    { positive: 1, negative: 1 },
  ),
};

/** Functions of one operand, each with its constants and their ONNX defaults. */
export const unary: Readonly<Record<string, MapFunction>> = { ...activations, ...elementary, ...exact };
