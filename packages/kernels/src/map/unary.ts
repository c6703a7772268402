import { activations } from './activations.ts';
import type { MapFunction } from './function.ts';
import { erfWgsl, magnitude, real, same, test } from './real.ts';
import { erf, roundHalfEven } from './special.ts';

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
