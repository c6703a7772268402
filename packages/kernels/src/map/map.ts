import { broadcastShapes } from '../core/broadcast.ts';
import { isFloat } from '../core/dtype.ts';
import { RoentgenError } from '../core/errors.ts';
import type { KernelFamily, Problem } from '../core/kernel.ts';
import type { TensorType } from '../core/tensor.ts';
import { exact, stored, type Tolerance } from '../core/tolerance.ts';
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

/**
 * Functions whose steepness or whose built-in accuracy costs digits. WGSL promises still less of some (sin and cos: 2^-11 of 1), but no
 * adapter should pass unseen that keeps no more than that.
 */
const loose = new Set(['pow', 'tan', 'sinh', 'cosh', 'exp', 'sin', 'cos', 'atan', 'asin', 'acos']);

function tolerance({ attributes, outputs: [y] }: Problem<Vocabulary['map']>): Tolerance {
  if (!isFloat(y.dtype)) return exact;
  const chain = [attributes.fn, ...attributes.then.map((call) => call.fn)];
  const factor = chain.some((fn) => loose.has(fn)) ? 8 : 1;
  return stored(y.dtype, { relative: 2e-6 * factor, absolute: 1e-6 * factor });
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
