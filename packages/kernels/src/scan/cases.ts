import type { Case } from '../core/kernel.ts';
import { dense, type Tensor } from '../core/tensor.ts';
import { piece, tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';

type Scan = Vocabulary['scan'];

function of(name: string, x: Tensor, axis: number, attributes: Partial<Scan> = {}): Case<Scan> {
  return {
    name,
    problem: {
      attributes: { kind: 'sum', axis, exclusive: false, reverse: false, ...attributes },
      inputs: [x],
      outputs: [dense(x)],
    },
  };
}

const transposed: Tensor = { dtype: 'float32', shape: [4, 6, 8], offset: 3, strides: [1, 4, 24] };

export const cases: readonly Case<Scan>[] = [
  of('sum-1d', tensor([17]), 0),
  of('sum-last', tensor([5, 33]), 1),
  of('sum-first', tensor([33, 5]), 0),
  of('sum-middle', tensor([3, 9, 4]), 1),
  of('sum-exclusive', tensor([3, 9, 4]), 1, { exclusive: true }),
  of('sum-reverse', tensor([3, 9, 4]), 1, { reverse: true }),
  of('sum-reverse-exclusive', tensor([3, 9, 4]), 1, { reverse: true, exclusive: true }),
  of('sum-int32', tensor([6, 50], 'int32'), 1),
  of('sum-uint32', tensor([6, 50], 'uint32'), 1),
  of('sum-f16', tensor([6, 20], 'float16'), 1),
  of('prod', tensor([6, 12]), 1, { kind: 'prod' }),
  of('prod-int32-exclusive', tensor([6, 5], 'int32'), 1, { kind: 'prod', exclusive: true }),
  of('sum-transposed', transposed, 1),
  of('sum-piece', piece([2, 5, 6], 9, 12), 2),
];
