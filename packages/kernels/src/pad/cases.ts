import type { DType } from '../core/dtype.ts';
import type { Case } from '../core/kernel.ts';
import type { Tensor } from '../core/tensor.ts';
import { piece, tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';

type Pad = Vocabulary['pad'];

function padding(
  name: string,
  x: Tensor,
  begin: number[],
  end: number[],
  rest: Partial<Pad> = {},
  value?: Tensor,
) {
  const attributes: Pad = { begin, end, mode: 'constant', value: 0, ...rest };
  const shape = x.shape.map((extent, axis) => extent + begin[axis] + end[axis]);
  return { name, problem: { attributes, inputs: [x, value ?? null], outputs: [tensor(shape, x.dtype)] } };
}

const modes = ['constant', 'reflect', 'edge', 'wrap'] as const;
const types: readonly DType[] = ['float16', 'int64', 'int32', 'uint8', 'bool'];

export const padCases: readonly Case<Pad>[] = [
  ...modes.map((mode) => padding(`${mode}-2d`, tensor([2, 3, 5, 4]), [0, 0, 1, 2], [0, 0, 3, 1], { mode })),
  ...modes.map((mode) =>
    padding(`${mode}-3d`, tensor([1, 2, 4, 3, 5]), [0, 0, 2, 1, 0], [0, 0, 1, 2, 3], { mode }),
  ),
  ...modes.map((mode) => padding(`${mode}-crop-and-grow`, tensor([6, 7]), [-2, 3], [1, -1], { mode })),
  ...modes.map((mode) => padding(`${mode}-of-one`, tensor([3, 1]), [0, 2], [0, 1], { mode })),
  ...modes.slice(1).map((mode) => padding(`${mode}-more-than-once-over`, tensor([3]), [8], [7], { mode })),
  ...types.map((type) => padding(`constant-${type}`, tensor([3, 4], type), [1, 1], [0, 2], { value: 1 })),
  padding('channels', tensor([2, 3, 4, 4]), [0, 2, 0, 0], [0, 1, 0, 0], { value: -1.5 }),
  padding('minus-infinity', tensor([5]), [2], [2], { value: Number.NEGATIVE_INFINITY }),
  padding('given-value', tensor([3, 3]), [1, 0], [0, 1], {}, tensor([])),
  padding('given-value-f16', tensor([3, 3], 'float16'), [1, 0], [0, 1], {}, tensor([1], 'float16')),
  padding('nothing', tensor([2, 3]), [0, 0], [0, 0]),
  padding('scalar', tensor([]), [], []),
  padding('all-cropped-but-constant', tensor([2, 3]), [-2, 0], [3, 0], { value: 2 }),
  padding('rank-8', tensor([1, 2, 3, 2, 1, 2, 3, 2]), [1, 0, 1, 0, 1, 0, 1, 0], [0, 1, 0, 1, 0, 1, 0, 1], {
    mode: 'edge',
  }),
  padding('piece', piece([2, 3, 4], 6, 12), [0, 0, 1], [0, 0, 1], { mode: 'reflect' }),
  {
    name: 'into-piece',
    problem: {
      attributes: { begin: [0, 1, 0], end: [0, 0, 1], mode: 'constant', value: 3 },
      inputs: [tensor([2, 2, 3]), null],
      outputs: [piece([2, 3, 4], 5, 9)],
    },
  },
  {
    ...padding('image', tensor([1, 64, 128, 128]), [0, 0, 1, 1], [0, 0, 1, 1], { mode: 'reflect' }),
    bench: true,
  },
];
