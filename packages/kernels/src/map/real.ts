import type { MapFunction } from './function.ts';
import { literal, type Num } from './literal.ts';

type Js = (v: number, args: readonly number[]) => number;
/** WGSL on f32: `v` is the operand, `k` the constants, already literals. */
type Wgsl = (v: string, k: readonly string[]) => string;

/** A function of real numbers. Integers go through f32, exact up to 2^24, unless `integers` says better. */
export function real(
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
export function test(
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

export const same = (v: string) => v;
export const magnitude = (v: string) => `(bitcast<u32>(${v}) & 0x7fffffffu)`;
export const sigmoid = (v: number) => 1 / (1 + Math.exp(-v));
// exp of more than 87 would overflow; below, the result is under 1e-37 anyway.
export const sigmoidWgsl = (v: string) => `1.0 / (1.0 + exp(min(-(${v}), 87.0)))`;
export const softplus = (v: number) => Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
export const softplusWgsl = (v: string) => `(max(${v}, 0.0) + log(1.0 + exp(-abs(${v}))))`;

/** Built-in tanh may overflow for large operands and cancels for small ones, where two terms of the series do. */
export const tanhWgsl = (v: string) =>
  `select(tanh(clamp(${v}, -10.0, 10.0)), ${v} - ${v} * ${v} * ${v} * 0.33333334, abs(${v}) < 0.04)`;

/** Abramowitz and Stegun 7.1.26 (error below 1.5e-7), and the Maclaurin series below 1/2, where that would cancel. */
export function erfWgsl(v: string): string {
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
