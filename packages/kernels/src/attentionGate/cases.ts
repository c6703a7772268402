import type { DType } from '../core/dtype.ts';
import type { Case } from '../core/kernel.ts';
import type { Tensor } from '../core/tensor.ts';
import { piece, tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';

type AttentionGate = Vocabulary['attentionGate'];
type Options = {
  readonly dtype?: DType;
  readonly computed?: true;
  readonly x?: Tensor;
  /** The gate, as a part of the buffer of y. */
  readonly beside?: Tensor;
  readonly y?: Tensor;
  readonly bench?: true;
};

/** A gate of `cg` channels on `cx` channels of a batch of `spatial` pictures, over `m` sums. */
function gating(
  name: string,
  cg: number,
  cx: number,
  m: number,
  spatial: number[],
  options: Options = {},
  batches = 1,
) {
  const { dtype, computed, bench, beside } = options;
  const x = options.x ?? tensor([batches, cx, ...spatial], dtype);
  const weights = [[m, cg], [m, cx], [m], [m], [1]].map((shape) => tensor(shape, dtype));
  const problem = {
    attributes: { kind: 'additive' } as const,
    inputs: [beside ?? tensor([batches, cg, ...spatial], dtype), x, ...weights],
    outputs: [options.y ?? tensor([batches, cx, ...spatial], dtype)],
    constant: [false, false, ...weights.map(() => !computed)],
    ...(beside ? { shared: [0] } : {}),
  };
  // Weights as a trained gate has them: sums of moderate size, whatever the number of channels.
  const fan = 3 / Math.sqrt(cg + cx);
  const weight = { from: -fan, to: fan };
  const draw = [null, null, weight, weight, null, { from: -0.5, to: 0.5 }, null];
  const made: Case<AttentionGate> = { name, problem, draw };
  return bench ? { ...made, bench } : made;
}

/** A level of RAU-Net's decoder: the upscaled tensor and the gated one joined, in one buffer. */
function decoding(name: string, channels: number, side: number): Case<AttentionGate> {
  const size = channels * side * side;
  const part = (offset: number) => piece([1, channels, side, side], offset, size);
  const options = { beside: part(0), y: part(size), bench: true } as const;
  return gating(name, channels, channels, channels / 2, [side, side], options);
}

export const attentionCases: readonly Case<AttentionGate>[] = [
  gating('small', 4, 4, 2, [5, 7]),
  gating('odd', 5, 3, 7, [9, 9], {}, 2),
  gating('one-pixel', 6, 6, 3, [1, 1]),
  gating('many-sums', 8, 8, 37, [6, 5]),
  gating('3d', 4, 4, 5, [3, 4, 5]),
  gating('computed-weights', 6, 5, 9, [4, 4], { computed: true }),
  gating('f16', 8, 8, 4, [6, 6], { dtype: 'float16' }),
  gating('piece', 4, 3, 4, [5, 5], { x: piece([2, 3, 5, 5], 6, 50), y: piece([2, 3, 5, 5], 7, 75) }, 2),
  gating(
    'beside-y',
    4,
    3,
    4,
    [5, 5],
    { beside: piece([2, 4, 5, 5], 75, 75), y: piece([2, 3, 5, 5], 0, 100) },
    2,
  ),
  gating('beside-y-f16', 8, 8, 8, [8, 8], {
    dtype: 'float16',
    beside: piece([1, 8, 8, 8], 0, 512, 'float16'),
    y: piece([1, 8, 8, 8], 512, 512, 'float16'),
  }),
  decoding('rau-net-256', 32, 256),
  decoding('rau-net-128', 64, 128),
  decoding('rau-net-64', 128, 64),
  decoding('rau-net-32', 256, 32),
];
