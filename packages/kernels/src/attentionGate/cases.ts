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
  const { dtype, computed, bench } = options;
  const x = options.x ?? tensor([batches, cx, ...spatial], dtype);
  const weights = [[m, cg], [m, cx], [m], [m], [1]].map((shape) => tensor(shape, dtype));
  const problem = {
    attributes: { kind: 'additive' } as const,
    inputs: [tensor([batches, cg, ...spatial], dtype), x, ...weights],
    outputs: [options.y ?? tensor([batches, cx, ...spatial], dtype)],
    constant: [false, false, ...weights.map(() => !computed)],
  };
  // Weights as a trained gate has them: sums of moderate size, whatever the number of channels.
  const fan = 3 / Math.sqrt(cg + cx);
  const weight = { from: -fan, to: fan };
  const draw = [null, null, weight, weight, null, { from: -0.5, to: 0.5 }, null];
  const made: Case<AttentionGate> = { name, problem, draw };
  return bench ? { ...made, bench } : made;
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
  gating('rau-net-256', 32, 32, 16, [256, 256], { bench: true }),
  gating('rau-net-128', 64, 64, 32, [128, 128], { bench: true }),
  gating('rau-net-64', 128, 128, 64, [64, 64], { bench: true }),
  gating('rau-net-32', 256, 256, 128, [32, 32], { bench: true }),
];
