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
