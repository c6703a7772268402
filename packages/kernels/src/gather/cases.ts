import type { Case } from '../core/kernel.ts';
import type { Tensor } from '../core/tensor.ts';
import { piece, tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { gatheredShape } from './frame.ts';

type Gather = Vocabulary['gather'];

/** Indices from -below..below-1, so that half of them count from the end. */
function gathering(
  name: string,
  attributes: Partial<Gather>,
  x: Tensor,
  indices: Tensor,
  below: number,
  y?: Tensor,
): Case<Gather> {
  const whole: Gather = { kind: 'axis', axis: 0, batchDims: 0, ...attributes };
  const output = y ?? tensor(gatheredShape(whole, x.shape, indices.shape), x.dtype);
  const draw = [null, { from: -below, to: below }] as const;
  return { name, problem: { attributes: whole, inputs: [x, indices], outputs: [output] }, draw };
}

const int64 = (...shape: number[]) => tensor(shape, 'int64');

export const gatherCases: readonly Case<Gather>[] = [
  gathering('axis-0', {}, tensor([5, 4, 3]), int64(7), 5),
  gathering('axis-1', { axis: 1 }, tensor([2, 6, 3]), int64(2, 3), 6),
  gathering('axis-last', { axis: 2 }, tensor([2, 3, 8]), int64(5), 8),
  gathering('axis-scalar-index', { axis: 1 }, tensor([3, 4]), int64(), 4),
  gathering('axis-int32-indices', {}, tensor([9], 'int64'), tensor([4], 'int32'), 9),
  gathering('axis-f16', { axis: 1 }, tensor([3, 5], 'float16'), int64(3), 5),
  gathering('axis-piece', { axis: 1 }, piece([2, 3, 4], 5, 20), int64(4), 3, piece([2, 4, 4], 3, 8)),
  gathering('axis-0-of-piece', {}, piece([4, 3], 2, 9), int64(6), 4),
  gathering('axis-piece-of-indices', {}, tensor([6, 2]), piece([3, 2], 4, 3, 'int64'), 6),
  gathering('elements-0', { kind: 'elements' }, tensor([4, 3]), int64(5, 3), 4),
  gathering('elements-last', { kind: 'elements', axis: 1 }, tensor([4, 6]), int64(3, 2), 6),
  gathering('elements-3d', { kind: 'elements', axis: 1 }, tensor([3, 5, 4]), int64(2, 7, 3), 5),
  gathering('elements-bool', { kind: 'elements', axis: 0 }, tensor([7], 'bool'), int64(7), 7),
  gathering(
    'elements-piece',
    { kind: 'elements', axis: 2 },
    piece([2, 2, 5], 3, 7),
    int64(2, 2, 3),
    5,
    piece([2, 2, 3], 1, 4),
  ),
  gathering('nd-rows', { kind: 'nd' }, tensor([4, 4, 3]), int64(5, 2), 4),
  gathering('nd-elements', { kind: 'nd' }, tensor([3, 3, 3]), int64(2, 2, 3), 3),
  gathering('nd-batch', { kind: 'nd', batchDims: 1 }, tensor([3, 4, 2]), int64(3, 5, 1), 4),
  gathering('nd-batch-2', { kind: 'nd', batchDims: 2 }, tensor([2, 3, 4, 5]), int64(2, 3, 2), 4),
  gathering('nd-piece', { kind: 'nd' }, piece([4, 3, 2], 6, 6), int64(4, 2), 3),
  { ...gathering('embedding', {}, tensor([1000, 256]), int64(1, 512), 1000), bench: true },
];
