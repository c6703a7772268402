import type { Case, Draw } from '../core/kernel.ts';
import { dense, type Tensor } from '../core/tensor.ts';
import { piece, tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';

type Softmax = Vocabulary['softmax'];

function of(
  name: string,
  x: Tensor,
  axis: number,
  { kind = 'softmax' as Softmax['kind'], draw = { from: -8, to: 8 } as Draw, bench = false } = {},
): Case<Softmax> {
  return {
    name,
    problem: { attributes: { kind, axis }, inputs: [x], outputs: [dense(x)] },
    draw: [draw],
    ...(bench ? { bench: true as const } : {}),
  };
}

const transposed: Tensor = { dtype: 'float32', shape: [4, 6, 8], offset: 3, strides: [1, 4, 24] };

export const cases: readonly Case<Softmax>[] = [
  of('last', tensor([5, 13]), 1),
  of('first', tensor([7, 9]), 0),
  of('middle', tensor([2, 5, 9]), 1),
  of('one', tensor([6, 1]), 1),
  of('large-values', tensor([3, 70]), 1, { draw: { from: 500, to: 900 } }),
  of('long', tensor([2, 10007]), 1),
  of('log-last', tensor([5, 130]), 1, { kind: 'logSoftmax' }),
  of('log-middle', tensor([2, 5, 9]), 1, { kind: 'logSoftmax', draw: { from: -100, to: 100 } }),
  of('hardmax-last', tensor([5, 130]), 1, { kind: 'hardmax' }),
  of('hardmax-middle', tensor([2, 5, 9]), 1, { kind: 'hardmax' }),
  of('hardmax-ties', tensor([9, 130]), 1, { kind: 'hardmax', draw: { from: 3, to: 3 } }),
  of('f16', tensor([4, 20], 'float16'), 1),
  of('transposed', transposed, 1),
  of('piece', piece([2, 3, 5, 5], 11, 40), 1),
  of('classes-densenet', tensor([1, 13]), 1, { bench: true }),
  of('labels-256', tensor([1, 3, 256, 256]), 1, { bench: true }),
];
