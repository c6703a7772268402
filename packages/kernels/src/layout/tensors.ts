import type { DType } from '../core/dtype.ts';
import { RoentgenError } from '../core/errors.ts';
import { dense, denseStrides, isDenseFrom, sizeOf, type Tensor } from '../core/tensor.ts';

/** A dense tensor, for lists of cases. */
export function tensor(shape: readonly number[], dtype: DType = 'float32'): Tensor {
  return dense({ dtype, shape });
}

/** A tensor whose first axis steps over `gap` elements that are not its own, beginning at `offset`: a piece of a Concat. */
export function piece(
  shape: readonly number[],
  offset: number,
  gap: number,
  dtype: DType = 'float32',
): Tensor {
  const strides = denseStrides(shape);
  strides[0] += gap;
  return { dtype, shape, offset, strides };
}

/** Where a tensor that is dense from axis 1 lies: `offset + batch * (i / perBatch) + i % perBatch` for dense index i. */
export interface Batched {
  readonly offset: number;
  readonly batch: number;
  readonly perBatch: number;
}

/** The three numbers that address a tensor dense from axis 1; a scalar counts as one batch. */
export function batched(tensor: Tensor): Batched {
  const perBatch = Math.max(1, sizeOf(tensor.shape.slice(1)));
  return { offset: tensor.offset, batch: tensor.strides[0] ?? 1, perBatch };
}

/** Why one of the tensors is not dense from axis 1 on, or null when all are. */
export function refuseGaps(named: Readonly<Record<string, Tensor | null>>): string | null {
  for (const [name, tensor] of Object.entries(named))
    if (tensor && !isDenseFrom(tensor, 1)) return `${name} has gaps inside a batch item`;
  return null;
}

/** Throws RoentgenError('shape') with `message` unless `holds`. */
export function require(holds: boolean, message: string): asserts holds {
  if (!holds) throw new RoentgenError('shape', message);
}

/** A shape as a message prints it: `2 x 3`. */
export function written(shape: readonly number[]): string {
  return shape.length === 0 ? 'a scalar' : shape.join(' x ');
}

/** Spatial values brought to three axes (depth, height, width), the missing ones in front. */
export function three(values: readonly number[], missing: number): [number, number, number] {
  const padded = [...new Array<number>(3 - values.length).fill(missing), ...values];
  return [padded[0], padded[1], padded[2]];
}
