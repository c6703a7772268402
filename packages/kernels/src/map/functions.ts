import type { DType } from '../core/dtype.ts';
import { RoentgenError } from '../core/errors.ts';
import { binary } from './binary.ts';
import type { MapFunction } from './function.ts';
import type { Num } from './literal.ts';
import { ternary } from './ternary.ts';
import { unary } from './unary.ts';

export type { MapFunction } from './function.ts';

/**
 * A unary function and its constants, applied in place: activations, and the epilogues of other kernels.
 * `args` follow the function's `params`; those left out at the end take their defaults.
 */
export interface UnaryCall {
  readonly fn: string;
  readonly args: readonly number[];
}

/** Every function by its name in `Vocabulary['map'].fn` and `UnaryCall.fn`. */
export const functions: Readonly<Record<string, MapFunction>> = { ...unary, ...binary, ...ternary };

/** The function of that name; RoentgenError('unsupported') when there is none. */
export function functionOf(name: string): MapFunction {
  if (Object.hasOwn(functions, name)) return functions[name];
  throw new RoentgenError('unsupported', `there is no elementwise function '${name}'`);
}

/** A call's constants, defaults filled in; RoentgenError('usage') when the call is not a unary function's. */
export function argsOf(call: UnaryCall): readonly number[] {
  const { arity, params = {} } = functionOf(call.fn);
  const defaults = Object.values(params);
  if (arity !== 1) throw new RoentgenError('usage', `${call.fn} takes ${arity} operands; a chain has one`);
  if (call.args.length > defaults.length)
    throw new RoentgenError(
      'usage',
      `${call.fn} has ${defaults.length} constants, not ${call.args.length}: (${Object.keys(params)})`,
    );
  return [...call.args, ...defaults.slice(call.args.length)];
}

/** ONNX's type of the result of `fn` on operands of these types: bool for truths, else that of the first value operand. */
export function dtypeOf(fn: string, operands: readonly (DType | null)[]): DType {
  if (functionOf(fn).result === 'truth') return 'bool';
  const first = operands[fn === 'where' ? 1 : 0];
  return first ?? 'float32';
}

/** An expression as the operand of another: in parentheses, unless it is a name or a member. */
function operand(text: string): string {
  return /^\w+(\.\w+)?$/.test(text) ? text : `(${text})`;
}

/** Functions applied one after another to an expression of type `type`; gives the last expression and its type. */
export function chainTyped(
  calls: readonly UnaryCall[],
  value: string,
  type: Num,
): { readonly text: string; readonly type: Num } {
  let text = value;
  let own = type;
  for (const call of calls) {
    const { wgsl, result } = functionOf(call.fn);
    text = wgsl([operand(text)], argsOf(call), own);
    if (result === 'truth') own = 'i32';
  }
  return { text, type: own };
}

/**
 * The calls, first to last, as one WGSL expression on the f32 expression `value` (an identifier reads best: functions
 * name their operand more than once). Gives an f32: truths become 0.0 or 1.0. No calls give `value` itself.
 */
export function chainWgsl(calls: readonly UnaryCall[], value: string): string {
  const { text, type } = chainTyped(calls, value, 'f32');
  return type === 'f32' ? text : `f32(${text})`;
}

/** The calls, first to last, in float64; the twin of `chainWgsl`. */
export function chainJs(calls: readonly UnaryCall[], integer = false): (value: number) => number {
  const steps = calls.map((call) => functionOf(call.fn).js(argsOf(call), integer));
  if (steps.length === 0) return (value) => value;
  if (steps.length === 1) return (value) => steps[0](value, 0, 0);
  return (value) => steps.reduce((result, step) => step(result, 0, 0), value);
}
