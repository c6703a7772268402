import { type DType, isFloat } from '../core/dtype.ts';
import type { KernelFamily, Problem } from '../core/kernel.ts';
import { sizeOf, type TensorType } from '../core/tensor.ts';
import { exact, ofSum } from '../core/tolerance.ts';
import { require } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { cases } from './cases.ts';
import { strided, workgroup } from './kernels.ts';
import { reference } from './reference.ts';

type Reduce = Vocabulary['reduce'];

function outputs({ kind, axes, keepDims }: Reduce, [x]: readonly (TensorType | null)[]): TensorType[] {
  const { shape, dtype } = x!;
  for (const [i, axis] of axes.entries()) {
    require(axis >= 0 && axis < shape.length, `reduce ${kind}: axis ${axis} is not one of [${shape}]`);
    require(i === 0 || axes[i - 1] < axis, `reduce ${kind}: axes [${axes}] are not sorted`);
  }
  const arg = kind === 'argmax' || kind === 'argmin';
  require(!arg || axes.length === 1, `${kind} takes one axis, not [${axes}]`);
  require(!arg || shape[axes[0]] > 0, `${kind} of nothing: [${shape}] is empty along axis ${axes[0]}`);
  const type: DType = arg ? 'int64' : dtype;
  const left = shape.flatMap((extent, axis) => (!axes.includes(axis) ? [extent] : keepDims ? [1] : []));
  return [{ dtype: type, shape: left }];
}

function tolerance({ attributes: { kind, axes }, inputs: [x] }: Problem<Reduce>) {
  const { dtype, shape } = x!;
  const picks = kind === 'max' || kind === 'min' || kind.startsWith('arg');
  if (picks || !isFloat(dtype)) return exact;
  const terms = sizeOf(axes.map((axis) => shape[axis]));
  // A mean is smaller than the sum by more than the sum's error grows.
  const { relative, absolute } = ofSum(dtype, kind === 'mean' ? 1 : terms);
  // Each factor of a product adds a rounding of its own.
  return { relative: kind === 'prod' ? relative + terms * 2 ** -23 : relative, absolute };
}

/**
 * Sums, products, extremes and their places over any axes. Integers add up in their 32-bit word, and means and roots lose
 * their fraction. Over nothing: 0 for sums, 1 for a product, minus and plus infinity for max, min and logarithms (or the ends
 * of the word). Throws RoentgenError('shape') for axes that x lacks and for argmax of nothing.
 */
export const reduceFamily: KernelFamily<Reduce> = {
  name: 'reduce',
  kernels: [strided, workgroup],
  cases,
  outputs,
  reference,
  tolerance,
};
