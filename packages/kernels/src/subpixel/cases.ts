import type { Case } from '../core/kernel.ts';
import type { Tensor } from '../core/tensor.ts';
import { piece, tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { enlargedType } from './frame.ts';

type Subpixel = Vocabulary['subpixel'];

function enlarging(
  name: string,
  x: Tensor,
  block: readonly number[],
  order: Subpixel['order'],
  y?: Tensor,
): Case<Subpixel> {
  const attributes = { block, order };
  return {
    name,
    problem: { attributes, inputs: [x], outputs: [y ?? tensor(enlargedType(attributes, x).shape, x.dtype)] },
  };
}

const orders = ['CRD', 'DCR'] as const;

export const subpixelCases: readonly Case<Subpixel>[] = [
  ...orders.flatMap((order) => [
    enlarging(`${order}-2d`, tensor([2, 12, 3, 5]), [2, 2], order),
    enlarging(`${order}-uneven`, tensor([1, 18, 4, 3]), [2, 3], order),
    enlarging(`${order}-one-axis`, tensor([1, 6, 5, 7]), [1, 2], order),
    enlarging(`${order}-other-axis`, tensor([1, 6, 5, 7]), [3, 1], order),
    enlarging(`${order}-1d`, tensor([2, 8, 9]), [4], order),
    enlarging(`${order}-3d`, tensor([1, 24, 2, 3, 4]), [2, 3, 2], order),
  ]),
  enlarging('nothing', tensor([1, 3, 4, 4]), [1, 1], 'CRD'),
  enlarging('f16', tensor([1, 8, 3, 3], 'float16'), [2, 2], 'CRD'),
  enlarging('int32', tensor([1, 8, 3, 3], 'int32'), [2, 2], 'DCR'),
  enlarging('piece', piece([2, 8, 3, 3], 6, 9), [2, 2], 'CRD', piece([2, 2, 6, 6], 5, 40)),
  { ...enlarging('super-resolution-x2', tensor([1, 4, 256, 256]), [2, 2], 'CRD'), bench: true },
  { ...enlarging('super-resolution-x4', tensor([1, 16, 128, 128]), [4, 4], 'CRD'), bench: true },
];
