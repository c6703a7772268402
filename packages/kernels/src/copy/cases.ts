import type { DType } from '../core/dtype.ts';
import type { Case } from '../core/kernel.ts';
import { denseStrides, type Tensor } from '../core/tensor.ts';
import { piece, tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';

type CopyCase = Case<Vocabulary['copy']>;

function copying(name: string, x: Tensor, view: Vocabulary['copy'], y: Tensor, bench?: true): CopyCase {
  const problem = { attributes: view, inputs: [x], outputs: [y] };
  return bench ? { name, problem, bench } : { name, problem };
}

function dense(shape: readonly number[]): Vocabulary['copy'] {
  return { shape, strides: denseStrides(shape), offset: 0 };
}

function transposing(
  name: string,
  shape: readonly number[],
  perm: readonly number[],
  dtype: DType = 'float32',
) {
  const steps = denseStrides(shape);
  const out = perm.map((axis) => shape[axis]);
  const view = { shape: out, strides: perm.map((axis) => steps[axis]), offset: 0 };
  return copying(name, tensor(shape, dtype), view, tensor(out, dtype));
}

export const copyCases: readonly CopyCase[] = [
  copying('whole', tensor([3, 5, 7]), dense([3, 5, 7]), tensor([3, 5, 7])),
  copying('scalar', tensor([]), dense([]), tensor([])),
  copying('scalar-to-expanded', tensor([1]), { shape: [3, 5], strides: [0, 0], offset: 0 }, tensor([3, 5])),
  copying('expand-inner', tensor([4, 1]), { shape: [4, 9], strides: [1, 0], offset: 0 }, tensor([4, 9])),
  copying('slice-step', tensor([5, 11]), { shape: [2, 4], strides: [22, 3], offset: 12 }, tensor([2, 4])),
  copying('reverse', tensor([6, 7]), { shape: [6, 7], strides: [-7, -1], offset: 41 }, tensor([6, 7])),
  copying(
    'tile',
    tensor([2, 3]),
    { shape: [2, 2, 4, 3], strides: [0, 3, 0, 1], offset: 0 },
    tensor([2, 2, 4, 3]),
  ),
  copying('concat-piece', tensor([2, 4, 6, 6]), dense([2, 4, 6, 6]), piece([2, 4, 6, 6], 144, 360)),
  copying('concat-piece-odd', tensor([2, 3, 5, 5]), dense([2, 3, 5, 5]), piece([2, 3, 5, 5], 7, 50)),
  copying('split-piece', piece([3, 2, 4], 8, 16), dense([3, 2, 4]), tensor([3, 2, 4])),
  copying(
    'transposed-piece',
    piece([3, 2, 4], 8, 16),
    { shape: [4, 3, 2], strides: [1, 8, 4], offset: 0 },
    tensor([4, 3, 2]),
  ),
  copying(
    'view-at-offset',
    { ...tensor([4, 4]), offset: 3 },
    { shape: [4], strides: [5], offset: 0 },
    tensor([4]),
  ),
  transposing('nhwc', [2, 9, 10, 3], [0, 3, 1, 2]),
  transposing('swap-tiles', [3, 33, 70], [0, 2, 1]),
  transposing('swap-matrix', [40, 17], [1, 0]),
  transposing('permute-5d', [2, 3, 4, 5, 6], [4, 2, 0, 3, 1]),
  transposing('permute-8d', [2, 3, 2, 3, 2, 3, 2, 3], [7, 5, 3, 1, 6, 4, 2, 0]),
  transposing('swap-f16', [2, 20, 33], [0, 2, 1], 'float16'),
  transposing('permute-int64', [3, 4, 5], [2, 0, 1], 'int64'),
  transposing('permute-bool', [3, 4, 5], [1, 2, 0], 'bool'),
  copying('f16', tensor([3, 8], 'float16'), dense([3, 8]), piece([3, 8], 4, 8, 'float16')),
  copying('uint8', tensor([9], 'uint8'), { shape: [9], strides: [-1], offset: 8 }, tensor([9], 'uint8')),
  copying(
    'more-workgroups-than-a-row',
    tensor([1]),
    { shape: [4200001], strides: [0], offset: 0 },
    tensor([4200001]),
  ),
  copying(
    'densenet-concat',
    tensor([1, 32, 56, 56]),
    dense([1, 32, 56, 56]),
    piece([1, 32, 56, 56], 200704, 0),
    true,
  ),
  {
    ...transposing('channels-last', [1, 64, 128, 128], [0, 2, 3, 1]),
    bench: true,
  },
];
