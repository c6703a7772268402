import { isFloat } from '../core/dtype.ts';
import type { KernelFamily } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { exact, ofSum } from '../core/tolerance.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { poolCases } from './cases.ts';
import { poolWindows } from './kernels.ts';
import { poolReference } from './reference.ts';
import { pooledType } from './window.ts';

/**
 * x [N, C, ...], preScale? [C], preShift? [C] -> y [N, C, outputShape]: ONNX MaxPool (any type), AveragePool and LpPool (real types) over one to three
 * spatial axes. A window that covers nothing but padding gives minus infinity for max (an integer: its least word), else 0.
 * Throws RoentgenError('shape') for windows that do not fit x.
 */
export const poolFamily: KernelFamily<Vocabulary['pool']> = {
  name: 'pool',
  kernels: [poolWindows],
  cases: poolCases,
  outputs: (attributes, [x, scale = null, shift = null]) => [pooledType(attributes, x!, scale, shift)],
  reference: (problem, values) => [poolReference(problem, values)],
  tolerance({ attributes: { kind, kernel }, inputs: [x, scale] }) {
    if (!isFloat(x!.dtype) || (kind === 'max' && !scale)) return exact;
    // With a pre-activation every element is itself the sum of two terms.
    return ofSum(x!.dtype, sizeOf(kernel) * (scale ? 2 : 1));
  },
};
