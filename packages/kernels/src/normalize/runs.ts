import { denseStrides, sizeOf, type TensorType } from '../core/tensor.ts';
import type { Vocabulary } from '../vocabulary.ts';

type Normalize = Vocabulary['normalize'];

/** The runs of neighbours in dense x that share a mean and a deviation. */
export interface Runs {
  readonly count: number;
  readonly length: number;
  /** How many lie in one item of axis 0. */
  readonly perBatch: number;
}

export function runsOf({ kind, groups, axis }: Normalize, { shape }: TensorType): Runs {
  const size = sizeOf(shape);
  const count = kind === 'group' ? shape[0] * groups : sizeOf(shape.slice(0, axis));
  // Of an empty x there is nothing to divide.
  const length = count === 0 ? 0 : size / count;
  return { count, length, perBatch: Math.max(1, count / (axis === 0 && kind !== 'group' ? 1 : shape[0])) };
}

/** Element i of dense x is scaled by element `(i / inner) % count` of the parameter. */
export interface Spread {
  readonly inner: number;
  readonly count: number;
}

/**
 * How a scale or bias spreads over x. For 'group' it has one element a channel. Otherwise its shape broadcasts to x's, and
 * the axes along which it varies must be neighbours; null when they are not.
 */
export function spreadOf({ kind }: Normalize, x: TensorType, parameter: TensorType | null): Spread | null {
  if (!parameter) return { inner: 1, count: 1 };
  const { shape } = x;
  if (kind === 'group') return { inner: Math.max(1, sizeOf(shape.slice(2))), count: shape[1] };
  const shift = shape.length - parameter.shape.length;
  const varying = shape.flatMap((extent, axis) =>
    extent > 1 && axis >= shift && parameter.shape[axis - shift] === extent ? [axis] : [],
  );
  if (varying.length === 0) return { inner: 1, count: 1 };
  const [first, last] = [varying[0], varying[varying.length - 1]];
  for (let axis = first; axis <= last; axis++) if (shape[axis] > 1 && !varying.includes(axis)) return null;
  return { inner: denseStrides(shape)[last], count: sizeOf(parameter.shape) };
}
