import type { Case } from '../core/kernel.ts';
import { dense, type Tensor } from '../core/tensor.ts';
import { piece, tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { extentsOf } from './product.ts';

type Matmul = Vocabulary['matmul'];

interface Rest extends Partial<Matmul> {
  readonly c?: Tensor;
  readonly y?: Tensor;
  readonly bench?: true;
}

function of(name: string, a: Tensor, b: Tensor, { c, y, bench, ...rest }: Rest = {}): Case<Matmul> {
  const attributes = { transA: false, transB: false, alpha: 1, beta: 1, activation: [], ...rest };
  const { batch, M, N } = extentsOf(attributes, a.shape, b.shape);
  const output = y ?? dense({ dtype: a.dtype, shape: [...batch, M, N] });
  return {
    name,
    problem: { attributes, inputs: [a, b, c ?? null], outputs: [output] },
    ...(bench ? { bench } : {}),
  };
}

const transposed: Tensor = { dtype: 'float32', shape: [4, 9, 17], offset: 3, strides: [200, 1, 9] };
const relu = [{ fn: 'relu', args: [] }];

export const cases: readonly Case<Matmul>[] = [
  of('one', tensor([1, 1]), tensor([1, 1])),
  of('odd', tensor([7, 13]), tensor([13, 5])),
  of('past-a-tile', tensor([33, 47]), tensor([47, 65])),
  of('trans-a', tensor([13, 7]), tensor([13, 5]), { transA: true }),
  of('trans-b', tensor([7, 13]), tensor([5, 13]), { transB: true }),
  of('trans-both', tensor([13, 7]), tensor([5, 13]), { transA: true, transB: true }),
  of('batch', tensor([3, 7, 13]), tensor([3, 13, 5])),
  of('batch-broadcast', tensor([2, 1, 4, 6]), tensor([3, 6, 5])),
  of('batch-of-a-only', tensor([2, 3, 4, 6]), tensor([6, 5])),
  of('bias-row', tensor([6, 8]), tensor([8, 10]), { c: tensor([10]) }),
  of('bias-column', tensor([6, 8]), tensor([8, 10]), { c: tensor([6, 1]), beta: 0.5 }),
  of('bias-scalar', tensor([6, 8]), tensor([8, 10]), { c: tensor([]), alpha: -2, beta: 3 }),
  of('bias-batch', tensor([2, 6, 8]), tensor([2, 8, 10]), { c: tensor([2, 1, 10]) }),
  of('relu', tensor([6, 8]), tensor([8, 10]), { c: tensor([10]), activation: relu }),
  of('view-transposed', transposed, tensor([17, 6])),
  of('pieces', piece([2, 6, 8], 5, 30), piece([2, 8, 10], 7, 1), { y: piece([2, 6, 10], 4, 13) }),
  of('f16', tensor([9, 40], 'float16'), tensor([40, 12], 'float16')),
  of('int32', tensor([9, 40], 'int32'), tensor([40, 12], 'int32')),
  of('uint32-bias', tensor([3, 5], 'uint32'), tensor([5, 4], 'uint32'), { c: tensor([4], 'uint32') }),
  of('vector', tensor([1, 300]), tensor([300, 7])),
  of('classifier-densenet', tensor([1, 1024]), tensor([13, 1024]), {
    transB: true,
    c: tensor([13]),
    bench: true,
  }),
  of('square-512', tensor([512, 512]), tensor([512, 512]), { bench: true }),
];
