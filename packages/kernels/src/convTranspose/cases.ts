import type { DType } from '../core/dtype.ts';
import type { Case } from '../core/kernel.ts';
import type { Tensor } from '../core/tensor.ts';
import { piece, tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { spreadType } from './frame.ts';

type ConvTranspose = Vocabulary['convTranspose'];
type Options = Partial<ConvTranspose> & {
  readonly bias?: true;
  readonly computed?: true;
  readonly x?: Tensor;
  readonly y?: Tensor;
  readonly dtype?: DType;
  readonly bench?: true;
};

/** x [N, Cin, ...] and w [Cin, Cout / groups, ...]. */
function spreading(
  name: string,
  xShape: number[],
  wShape: number[],
  options: Options = {},
): Case<ConvTranspose> {
  const { bias, computed, x = tensor(xShape, options.dtype), y, dtype, bench, ...given } = options;
  const ones = wShape.slice(2).map(() => 1);
  const zeros = ones.map(() => 0);
  const plain = { strides: ones, dilations: ones, pads: [...zeros, ...zeros], outputPadding: zeros };
  const attributes: ConvTranspose = { ...plain, groups: 1, activation: [], ...given };
  const w = tensor(wShape, dtype);
  const shift = bias ? tensor([wShape[1] * attributes.groups], dtype) : null;
  const output = y ?? tensor(spreadType(attributes, x, w, shift).shape, dtype);
  const constant = [false, !computed, !computed];
  const problem = { attributes, inputs: [x, w, shift], outputs: [output], constant };
  return bench ? { name, problem, bench } : { name, problem };
}

const two = [2, 2];
const relu = [{ fn: 'relu', args: [] }];

export const convTransposeCases: readonly Case<ConvTranspose>[] = [
  spreading('1d', [2, 3, 7], [3, 5, 3], { strides: [2], bias: true }),
  spreading('2x2-stride-2', [1, 8, 5, 6], [8, 4, 2, 2], { strides: two, bias: true, activation: relu }),
  spreading('3x3-stride-1', [1, 3, 6, 7], [3, 9, 3, 3], { pads: [1, 1, 1, 1] }),
  spreading('3x3-stride-2-output-padding', [1, 4, 5, 5], [4, 6, 3, 3], {
    strides: two,
    pads: [1, 1, 1, 1],
    outputPadding: [1, 1],
    bias: true,
  }),
  spreading('4x4-stride-2', [2, 4, 9, 4], [4, 12, 4, 4], { strides: two, pads: [1, 1, 1, 1] }),
  spreading('uneven', [1, 2, 4, 6], [2, 3, 5, 2], { strides: [3, 1], pads: [2, 0, 1, 1], dilations: [1, 3] }),
  spreading('stride-beyond-kernel', [1, 2, 4, 5], [2, 3, 2, 2], {
    strides: [3, 4],
    outputPadding: [2, 3],
    bias: true,
  }),
  spreading('dilated', [1, 3, 6, 6], [3, 5, 3, 3], { dilations: two, strides: two }),
  spreading('groups', [1, 6, 5, 5], [6, 5, 3, 3], { groups: 2, strides: two, bias: true }),
  spreading('depthwise', [1, 6, 5, 5], [6, 1, 3, 3], { groups: 6 }),
  spreading('3d', [1, 4, 3, 4, 5], [4, 5, 2, 2, 2], { strides: [2, 2, 2], bias: true }),
  spreading('3d-uneven', [1, 2, 3, 4, 5], [2, 3, 3, 2, 4], { strides: [2, 1, 3], pads: [1, 0, 2, 0, 1, 1] }),
  spreading('computed-weights', [2, 3, 5, 5], [3, 6, 3, 3], { strides: two, bias: true, computed: true }),
  spreading('f16', [1, 8, 5, 6], [8, 4, 2, 2], { strides: two, bias: true, dtype: 'float16' }),
  spreading('piece', [2, 3, 4, 4], [3, 4, 2, 2], {
    strides: two,
    x: piece([2, 3, 4, 4], 5, 16),
    y: piece([2, 4, 8, 8], 6, 64),
  }),
  spreading('u-net-128', [1, 128, 32, 32], [128, 64, 2, 2], { strides: two, bias: true, bench: true }),
  spreading('u-net-3d', [1, 32, 16, 16, 16], [32, 16, 2, 2, 2], {
    strides: [2, 2, 2],
    bias: true,
    bench: true,
  }),
];
