import { RoentgenError } from './errors.ts';
import type { Tensor } from './tensor.ts';

/** The shape that shapes broadcast to, as in NumPy: aligned at the last axis, extents of 1 stretch. */
export function broadcastShapes(shapes: readonly (readonly number[])[]): number[] {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  return Array.from({ length: rank }, (_, axis) => {
    let extent = 1;
    for (const shape of shapes) {
      const own = shape[axis - rank + shape.length] ?? 1;
      if (own === 1) continue;
      if (extent !== 1 && extent !== own)
        throw new RoentgenError(
          'shape',
          `shapes ${shapes.map((each) => `[${each}]`).join(' and ')} do not broadcast: extents ${extent} and ${own} meet at axis ${axis}`,
        );
      extent = own;
    }
    return extent;
  });
}

/** Strides that read `tensor` as if it had `shape`, to which its own shape must broadcast: 0 along stretched axes. */
export function stridesWithin(tensor: Pick<Tensor, 'shape' | 'strides'>, shape: readonly number[]): number[] {
  const shift = shape.length - tensor.shape.length;
  return shape.map((_, axis) =>
    axis < shift || tensor.shape[axis - shift] === 1 ? 0 : tensor.strides[axis - shift],
  );
}

/** One walk over several operands: `strides[i]` are operand i's, in elements, per axis of `shape`. */
export interface Walk {
  readonly shape: readonly number[];
  readonly strides: readonly (readonly number[])[];
}

/**
 * The same walk, in the same order, over as few axes as possible: extents of 1 go, and neighbours join
 * where every operand steps through both as through one. At least one axis is left.
 */
export function mergeAxes(walk: Walk): Walk {
  const shape: number[] = [];
  const strides: number[][] = walk.strides.map(() => []);
  for (const [axis, extent] of walk.shape.entries()) {
    if (extent === 1) continue;
    const last = shape.length - 1;
    if (last >= 0 && walk.strides.every((own, i) => strides[i][last] === own[axis] * extent)) {
      shape[last] *= extent;
      for (const [i, own] of walk.strides.entries()) strides[i][last] = own[axis];
      continue;
    }
    shape.push(extent);
    for (const [i, own] of walk.strides.entries()) strides[i].push(own[axis]);
  }
  if (shape.length > 0) return { shape, strides };
  return { shape: [1], strides: strides.map(() => [0]) };
}
