import type { DType } from '../core/dtype.ts';
import type { Case, Draw } from '../core/kernel.ts';
import { dense, type Tensor } from '../core/tensor.ts';
import { piece, tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';

type Reduce = Vocabulary['reduce'];

function of(
  name: string,
  kind: Reduce['kind'],
  x: Tensor,
  axes: readonly number[],
  { keepDims = true, selectLast = false, draw = null as Draw | null, bench = false } = {},
): Case<Reduce> {
  const shape = x.shape.flatMap((extent, axis) => (!axes.includes(axis) ? [extent] : keepDims ? [1] : []));
  const dtype: DType = kind === 'argmax' || kind === 'argmin' ? 'int64' : x.dtype;
  return {
    name,
    problem: {
      attributes: { kind, axes, keepDims, selectLast },
      inputs: [x],
      outputs: [dense({ dtype, shape })],
    },
    draw: [draw],
    ...(bench ? { bench: true as const } : {}),
  };
}

const all: readonly Reduce['kind'][] = [
  'sum',
  'mean',
  'max',
  'min',
  'prod',
  'l1',
  'l2',
  'sumSquare',
  'logSum',
  'logSumExp',
  'argmax',
  'argmin',
];

const positive = (kind: Reduce['kind']): Draw | null => (kind === 'logSum' ? 'positive' : null);

const few = { draw: { from: 0, to: 3 } };
const transposed: Tensor = { dtype: 'float32', shape: [4, 6, 8], offset: 3, strides: [1, 4, 24] };

export const cases: readonly Case<Reduce>[] = [
  ...all.map((kind) => of(`${kind}-last`, kind, tensor([5, 37]), [1], { draw: positive(kind) })),
  ...all.map((kind) =>
    of(`${kind}-middle`, kind, tensor([3, 11, 7]), [1], { keepDims: false, draw: positive(kind) }),
  ),
  ...all.map((kind) =>
    of(`${kind}-int32`, kind, tensor([4, 5, 3], 'int32'), [1], { draw: kind === 'prod' ? null : 'positive' }),
  ),
  of('sum-all', 'sum', tensor([3, 4, 5]), [0, 1, 2], { keepDims: false }),
  of('sum-none', 'sum', tensor([3, 4]), []),
  of('sum-outer-and-inner', 'sum', tensor([3, 4, 5, 6]), [0, 2]),
  of('sum-alternating', 'sum', tensor([2, 3, 2, 3, 2, 3, 2, 2]), [0, 2, 4, 6]),
  of('sum-long', 'sum', tensor([2, 50001]), [1]),
  of('sum-f16', 'sum', tensor([6, 100], 'float16'), [1]),
  of('max-uint32', 'max', tensor([6, 10], 'uint32'), [1]),
  of('max-bool', 'max', tensor([6, 4], 'bool'), [1]),
  of('mean-transposed', 'mean', transposed, [1]),
  of('mean-piece', 'mean', piece([2, 3, 5, 5], 11, 40), [2, 3]),
  of('logSumExp-large', 'logSumExp', tensor([4, 60]), [1], { draw: { from: 500, to: 700 } }),
  of('argmax-ties-first', 'argmax', tensor([7, 90], 'int32'), [1], few),
  of('argmax-ties-last', 'argmax', tensor([7, 90], 'int32'), [1], { ...few, selectLast: true }),
  of('argmin-ties-last', 'argmin', tensor([90, 7], 'int32'), [0], { ...few, selectLast: true }),
  of('sum-empty', 'sum', tensor([3, 0]), [1]),
  of('max-empty', 'max', tensor([3, 0]), [1]),
  of('logSumExp-empty', 'logSumExp', tensor([3, 0]), [1]),
  of('prod-empty-int', 'prod', tensor([3, 0], 'int32'), [1]),
  of('many-rows', 'sum', tensor([70000, 2]), [1]),
  of('pool-densenet', 'mean', tensor([1, 1024, 7, 7]), [2, 3], { bench: true }),
  of('pool-224', 'mean', tensor([1, 64, 112, 112]), [2, 3], { bench: true }),
  of('labels-rau-net', 'argmax', tensor([1, 3, 256, 256]), [1], { bench: true }),
];
