import type { KernelFamily } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { ofSum } from '../core/tolerance.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { convTransposeCases } from './cases.ts';
import { spreadOf, spreadType } from './frame.ts';
import { convTransposeBlocked, convTransposePlain } from './kernels.ts';
import { convTransposeReference } from './reference.ts';

/**
 * x [N, Cin, ...], w [Cin, Cout / groups, ...], bias? [Cout] -> y [N, Cout, ...] over one to three spatial axes: ONNX
 * ConvTranspose, then the activation. Extents: (in - 1) * stride + (kernel - 1) * dilation + 1 + outputPadding - pads.
 * Throws RoentgenError('shape') for operands that do not fit each other.
 */
export const convTransposeFamily: KernelFamily<Vocabulary['convTranspose']> = {
  name: 'convTranspose',
  kernels: [convTransposePlain, convTransposeBlocked],
  cases: convTransposeCases,
  outputs: (attributes, [x, w, bias]) => [spreadType(attributes, x!, w!, bias)],
  reference: (problem, [x, w, bias]) => [convTransposeReference(problem, x!, w!, bias)],
  tolerance(problem) {
    const s = spreadOf(problem);
    return ofSum(problem.outputs[0].dtype, s.cin * sizeOf(s.kernel));
  },
};
