import type { KernelFamily } from '../core/kernel.ts';
import { ofSum } from '../core/tolerance.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { attentionCases } from './cases.ts';
import { gatedType, gatesOf } from './frame.ts';
import { attentionBlocked, attentionPlain } from './kernels.ts';
import { attentionLanes } from './lanes.ts';
import { attentionReference } from './reference.ts';

/**
 * gate [N, Cg, ...], x [N, Cx, ...], wg [M, Cg], wx [M, Cx], bias [M], psi [M], psiBias [1] -> y [N, Cx, ...]:
 * additive attention (Oktay et al., Attention U-Net, 2018) with gate and x at one resolution, over any number of
 * spatial axes. Throws RoentgenError('shape') for operands that do not fit each other.
 */
export const attentionGateFamily: KernelFamily<Vocabulary['attentionGate']> = {
  name: 'attentionGate',
  kernels: [attentionPlain, attentionBlocked, attentionLanes],
  cases: attentionCases,
  // The upscaled tensor that it reads is what its result is joined to.
  shares: [0],
  outputs: (_, inputs) => [gatedType(inputs)],
  reference: (problem, values) => [attentionReference(problem, values)],
  // The sigmoid's slope is at most 1/4, psi's weighted sum of m sums enters it.
  tolerance(problem) {
    const { cg, cx, m } = gatesOf(problem);
    return ofSum(problem.outputs[0].dtype, (cg + cx) * m, 0.25);
  },
};
