import type { KernelFamily } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { blocked } from './blocked.ts';
import { convCases } from './cases.ts';
import { direct } from './direct.ts';
import { convOutputs, geometryOf } from './geometry.ts';
import { pointwise } from './pointwise.ts';
import { convReference } from './reference.ts';
import { rows } from './rows.ts';

/** Convolution in one, two and three dimensions (ONNX Conv), with everything that commonly stands before and behind it. */
export const convFamily: KernelFamily<Vocabulary['conv']> = {
  name: 'conv',
  kernels: [direct, blocked, rows, pointwise],
  cases: convCases,
  outputs: convOutputs,
  reference: convReference,
  tolerance(problem) {
    // Rounding of a sum of K products of values in -1..1 grows as a random walk: sqrt(K) steps of half an ulp each, six of them for the worst
    // of a million outputs. In f16 operands are exact and sums are f32, so only the result is rounded (and the pre-activated input).
    const g = geometryOf(problem);
    const terms = g.inChannels * sizeOf(g.kernel);
    const half = problem.outputs[0].dtype === 'float16';
    const epsilon = 2 ** -24;
    return {
      absolute: 6 * epsilon * Math.sqrt(terms) * Math.max(1, Math.sqrt(terms) / 3),
      relative: half ? 2 ** -10 : 8 * epsilon,
    };
  },
};
