import type { MapFunction } from './function.ts';
import { literal, type Num } from './literal.ts';
import { erfWgsl, real, sigmoid, sigmoidWgsl, softplus, softplusWgsl, tanhWgsl } from './real.ts';
import { erf } from './special.ts';

const limits = { min: -Infinity, max: Infinity };

function clip(v: string, [low, high]: readonly number[], type: Num): string {
  const above = low === -Infinity ? v : `max(${v}, ${literal(low, type, v)})`;
  return high === Infinity ? above : `min(${above}, ${literal(high, type, v)})`;
}

/** Activation functions, and what epilogues use besides. */
export const activations: Record<string, MapFunction> = {
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
