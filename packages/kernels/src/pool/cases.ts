import type { Case } from '../core/kernel.ts';
import type { Tensor } from '../core/tensor.ts';
import { piece, tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';

type Pool = Vocabulary['pool'];
type Options = Partial<Pool> & { readonly y?: Tensor; readonly ceil?: true; readonly bench?: true };

const relu = { fn: 'relu', args: [] };

function pooling(
  name: string,
  kind: Pool['kind'],
  x: Tensor,
  kernel: number[],
  options: Options = {},
): Case<Pool> {
  const { y, ceil, bench, ...given } = options;
  const ones = kernel.map(() => 1);
  const plain = {
    strides: ones,
    dilations: ones,
    pads: kernel.flatMap(() => [0, 0]),
    countIncludePad: false,
    p: 2,
    pre: [],
  };
  const whole = { kind, kernel, ...plain, ...given };
  const round = ceil ? Math.ceil : Math.floor;
  const outputShape = kernel.map((taps, a) => {
    const room =
      x.shape[a + 2] + whole.pads[a] + whole.pads[a + kernel.length] - (taps - 1) * whole.dilations[a] - 1;
    return round(room / whole.strides[a]) + 1;
  });
  const attributes = { ...whole, outputShape };
  const output = y ?? tensor([...x.shape.slice(0, 2), ...outputShape], x.dtype);
  const channels = tensor([x.shape[1]], x.dtype);
  const problem = { attributes, inputs: given.pre ? [x, channels, channels] : [x], outputs: [output] };
  return bench ? { name, problem, bench } : { name, problem };
}

const two = [2, 2];
const kinds = ['max', 'average', 'lp'] as const;

export const poolCases: readonly Case<Pool>[] = [
  ...kinds.map((kind) =>
    pooling(`${kind}-1d`, kind, tensor([2, 3, 17]), [3], { strides: [2], pads: [1, 1] }),
  ),
  ...kinds.map((kind) => pooling(`${kind}-2x2`, kind, tensor([2, 3, 8, 12]), two, { strides: two })),
  ...kinds.map((kind) =>
    pooling(`${kind}-3x3-pads`, kind, tensor([1, 2, 9, 7]), [3, 3], { pads: [1, 1, 1, 1] }),
  ),
  ...kinds.map((kind) =>
    pooling(`${kind}-3d-dilated`, kind, tensor([1, 2, 7, 9, 11]), [2, 3, 2], {
      dilations: [3, 2, 1],
      strides: [1, 2, 3],
    }),
  ),
  ...kinds.map((kind) =>
    pooling(`${kind}-ceil`, kind, tensor([1, 2, 6, 7]), [3, 3], {
      strides: two,
      pads: [0, 1, 0, 1],
      ceil: true,
    }),
  ),
  pooling('average-include-pad', 'average', tensor([1, 2, 6, 6]), [3, 3], {
    pads: [1, 1, 1, 1],
    countIncludePad: true,
  }),
  pooling('average-include-pad-ceil', 'average', tensor([1, 2, 6, 7]), [3, 4], {
    strides: [2, 3],
    pads: [1, 0, 0, 1],
    dilations: [1, 2],
    countIncludePad: true,
    ceil: true,
  }),
  pooling('average-uneven-pads', 'average', tensor([1, 1, 5, 5]), two, { pads: [0, 1, 1, 0] }),
  pooling('average-only-padding', 'average', tensor([1, 1, 3]), [2], { pads: [3, 3] }),
  pooling('lp-1', 'lp', tensor([1, 2, 6]), [3], { p: 1 }),
  pooling('lp-3', 'lp', tensor([1, 2, 6]), [3], { p: 3 }),
  pooling('max-f16', 'max', tensor([1, 3, 9, 9], 'float16'), [3, 3], { strides: two }),
  pooling('average-f16', 'average', tensor([1, 3, 9, 9], 'float16'), [3, 3], { strides: two }),
  pooling('max-uint8', 'max', tensor([1, 1, 5, 5], 'uint8'), [3, 3], { pads: [1, 1, 1, 1] }),
  pooling('max-int8', 'max', tensor([1, 1, 5, 5], 'int8'), [3, 3], { pads: [1, 1, 1, 1] }),
  pooling('average-global', 'average', tensor([2, 5, 13, 11]), [13, 11]),
  pooling('max-piece', 'max', piece([2, 3, 4, 4], 8, 40), two, {
    strides: two,
    y: piece([2, 3, 2, 2], 5, 12),
  }),
  ...kinds.map((kind) =>
    pooling(`${kind}-pre`, kind, tensor([2, 3, 9, 7]), [3, 3], {
      strides: two,
      pads: [1, 1, 1, 1],
      pre: [relu],
    }),
  ),
  pooling('average-pre-counted', 'average', tensor([1, 3, 6, 7]), two, {
    pads: [1, 0, 0, 1],
    countIncludePad: true,
    pre: [],
  }),
  pooling('average-pre-piece-f16', 'average', piece([2, 3, 4, 4], 8, 40, 'float16'), two, {
    strides: two,
    pre: [relu],
  }),
  pooling('rau-net', 'max', tensor([1, 32, 256, 256]), two, { strides: two, bench: true }),
  pooling('rau-net-128', 'max', tensor([1, 64, 128, 128]), two, { strides: two, bench: true }),
  pooling('rau-net-64', 'max', tensor([1, 128, 64, 64]), two, { strides: two, bench: true }),
  pooling('rau-net-32', 'max', tensor([1, 256, 32, 32]), two, { strides: two, bench: true }),
  pooling('densenet-stem', 'max', tensor([1, 64, 112, 112]), [3, 3], {
    strides: two,
    pads: [1, 1, 1, 1],
    bench: true,
  }),
  pooling('densenet-transition', 'average', tensor([1, 256, 56, 56]), two, {
    strides: two,
    countIncludePad: true,
    pre: [relu],
    bench: true,
  }),
  pooling('densenet-tail', 'average', tensor([1, 1024, 7, 7]), [7, 7], { pre: [relu], bench: true }),
];
