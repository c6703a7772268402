import { broadcastShapes } from '../core/broadcast.ts';
import { isFloat } from '../core/dtype.ts';
import { RoentgenError } from '../core/errors.ts';
import type { KernelFamily, Problem } from '../core/kernel.ts';
import type { TensorType } from '../core/tensor.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { cases } from './cases.ts';
import { argsOf, functionOf } from './functions.ts';
import { packed, strided } from './kernels.ts';
import { reference } from './reference.ts';

function outputs(
  { fn, then, to }: Vocabulary['map'],
  inputs: readonly (TensorType | null)[],
): readonly TensorType[] {
  const { arity, integersOnly } = functionOf(fn);
  if (inputs.length !== arity)
    throw new RoentgenError('shape', `${fn} takes ${arity} operands, not ${inputs.length}`);
  for (const [i, input] of inputs.entries()) {
    if (input === null && (fn !== 'clamp' || i === 0))
      throw new RoentgenError('shape', `operand ${i} of ${fn} is missing`);
    if (input && integersOnly && isFloat(input.dtype))
      throw new RoentgenError('unsupported', `${fn} works on integers, not on ${input.dtype}`);
  }
  for (const call of then) argsOf(call);
  return [{ dtype: to, shape: broadcastShapes(inputs.map((input) => input?.shape ?? [])) }];
}

/** Functions whose steepness or whose built-in accuracy in WGSL costs digits: sin and cos may err by 2^-11 of 1. */
const loose = new Set(['pow', 'tan', 'sinh', 'cosh', 'exp', 'sin', 'cos', 'atan', 'asin', 'acos']);

function tolerance({ attributes, outputs: [y], inputs }: Problem<Vocabulary['map']>) {
  const chain = [attributes.fn, ...attributes.then.map((call) => call.fn)];
  const half = [y, ...inputs].some((tensor) => tensor?.dtype === 'float16');
  if (!isFloat(y.dtype)) return { relative: 0, absolute: 0 };
  if (half) return { relative: 2 ** -10, absolute: 2 ** -12 };
  const factor = chain.some((fn) => loose.has(fn)) ? 8 : 1;
  return { relative: 2e-6 * factor, absolute: 1e-6 * factor };
}

/** Elementwise functions of broadcast operands. */
export const mapFamily: KernelFamily<Vocabulary['map']> = {
  name: 'map',
  kernels: [strided, packed],
  cases,
  outputs,
  reference,
  tolerance,
};
