import { denseStrides, type HostArray, isDenseFrom, sizeOf, type Tensor } from '@roentgen/kernels';
import type { Part } from './cuts.ts';

/** Where a part of a tensor lies; null for a run of a tensor that has gaps. */
export function partOfTensor(tensor: Tensor, part: Part): Tensor | null {
  const { dtype, shape, offset, strides } = tensor;
  if ('run' in part) {
    const [from, to] = part.run;
    return isDenseFrom(tensor, 0) ? { dtype, shape: [to - from], offset: offset + from, strides: [1] } : null;
  }
  const { axis, from, to } = part;
  return { dtype, shape: shape.with(axis, to - from), offset: offset + from * strides[axis], strides };
}

/** The values of a part of a constant, densely packed; where they follow one another, without a copy. */
export function partOfConstant(data: HostArray, shape: readonly number[], part: Part): HostArray {
  if ('run' in part) return data.subarray(...part.run);
  const { axis, from, to } = part;
  const inner = denseStrides(shape)[axis];
  const outer = sizeOf(shape.slice(0, axis));
  if (outer === 1) return data.subarray(from * inner, to * inner);
  const [row, length] = [shape[axis] * inner, (to - from) * inner];
  const values = data.slice(0, outer * length);
  for (let i = 0; i < outer; i++)
    values.set(data.subarray(i * row + from * inner, i * row + to * inner), i * length);
  return values;
}
