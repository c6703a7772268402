import type { Case, Draw } from '../core/kernel.ts';
import { dense, type Tensor } from '../core/tensor.ts';
import { piece, tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';

type Normalize = Vocabulary['normalize'];

interface Rest extends Partial<Normalize> {
  readonly y?: Tensor;
  readonly draw?: Draw;
  readonly bench?: true;
}

function of(
  name: string,
  x: Tensor,
  parameters: readonly (Tensor | null)[],
  { y = dense(x), draw, bench, ...attributes }: Rest = {},
): Case<Normalize> {
  const defaults: Normalize = { kind: 'group', groups: 1, axis: 1, epsilon: 1e-5, activation: [] };
  const own = { ...defaults, ...attributes };
  return {
    name,
    problem: { attributes: own, inputs: [x, ...parameters], outputs: [y, ...statistics(x, own)] },
    ...(draw ? { draw: [draw] } : {}),
    ...(bench ? { bench } : {}),
  };
}

/** A layer's mean and inverse deviation. */
function statistics(x: Tensor, { kind, axis }: Normalize): Tensor[] {
  if (kind !== 'layer') return [];
  const shape = x.shape.map((extent, i) => (i < axis ? extent : 1));
  return [tensor(shape), tensor(shape)];
}

const layer = { kind: 'layer' } as const;

export const cases: readonly Case<Normalize>[] = [
  of('instance', tensor([2, 5, 7, 9]), [tensor([5]), tensor([5])], { groups: 5 }),
  of('group-2', tensor([2, 6, 5, 3]), [tensor([6]), tensor([6])], { groups: 2 }),
  of('group-1-no-bias', tensor([2, 4, 10]), [tensor([4]), null], {}),
  of('group-bare', tensor([2, 4, 3, 3, 3]), [null, null], { groups: 4 }),
  of('group-relu', tensor([1, 4, 30]), [tensor([4]), tensor([4])], {
    groups: 2,
    activation: [{ fn: 'relu', args: [] }],
  }),
  // Values a thousand deviations from 0: the variance must not cancel.
  of('instance-far-from-0', tensor([1, 3, 40, 40]), [tensor([3]), tensor([3])], {
    groups: 3,
    draw: { from: 999, to: 1001 },
  }),
  of('instance-piece-in', piece([2, 3, 8, 8], 17, 128), [tensor([3]), tensor([3])], { groups: 3 }),
  of('instance-piece-out', tensor([2, 3, 8, 8]), [tensor([3]), tensor([3])], {
    groups: 3,
    y: piece([2, 3, 8, 8], 5, 64),
  }),
  of('group-f16', tensor([2, 4, 50], 'float16'), [tensor([4], 'float16'), tensor([4], 'float16')], {
    groups: 2,
  }),
  of('layer-last', tensor([3, 4, 37]), [tensor([37]), tensor([37])], { ...layer, axis: 2 }),
  of('layer-from-1', tensor([3, 4, 5]), [tensor([4, 5]), tensor([4, 5])], { ...layer, axis: 1 }),
  of('layer-all', tensor([3, 4, 5]), [tensor([3, 4, 5]), null], { ...layer, axis: 0 }),
  of('layer-scalar-scale', tensor([3, 20]), [tensor([1]), tensor([20])], { ...layer, axis: 1 }),
  of('layer-outer-scale', tensor([3, 4, 5]), [tensor([4, 1]), tensor([1, 5])], { ...layer, axis: 1 }),
  of('layer-piece', piece([3, 4, 8], 3, 10), [tensor([8]), tensor([8])], { ...layer, axis: 2 }),
  of('layer-statistics', tensor([3, 4, 70]), [tensor([70]), tensor([70])], { ...layer, axis: 2 }),
  of('rms', tensor([3, 4, 37]), [tensor([37])], { kind: 'rms', axis: 2 }),
  of('rms-swish', tensor([6, 128]), [tensor([128])], {
    kind: 'rms',
    axis: 1,
    activation: [{ fn: 'swish', args: [1] }],
  }),
  of('instance-256', tensor([1, 16, 256, 256]), [tensor([16]), tensor([16])], { groups: 16, bench: true }),
];
