import type { KernelFamily } from '../core/kernel.ts';
import { exact } from '../core/tolerance.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { gatherCases } from './cases.ts';
import { gatheredShape } from './frame.ts';
import { gatherByElements, gatherByTuples } from './kernels.ts';
import { gatherElements, gatherTuples } from './reference.ts';

/**
 * x, indices (any integer type) -> y: ONNX Gather, GatherElements and GatherND. Negative indices count from the end. An
 * index outside x throws RoentgenError('value') on the host; a GPU takes the nearest element instead.
 */
export const gatherFamily: KernelFamily<Vocabulary['gather']> = {
  name: 'gather',
  kernels: [gatherByElements, gatherByTuples],
  cases: gatherCases,
  outputs: (attributes, [x, indices]) => [
    { dtype: x!.dtype, shape: gatheredShape(attributes, x!.shape, indices!.shape) },
  ],
  reference(problem, [x, indices]) {
    const gather = problem.attributes.kind === 'elements' ? gatherElements : gatherTuples;
    return [gather(problem, x!, indices!)];
  },
  tolerance: () => exact,
};
