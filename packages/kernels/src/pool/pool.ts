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
 * x [N, C, ...] -> y [N, C, outputShape]: ONNX MaxPool (any type), AveragePool and LpPool (real types) over one to three
 * spatial axes. A window that covers nothing but padding gives minus infinity for max (an integer: its least word), else 0.
 * Throws RoentgenError('shape') for windows that do not fit x.
 */
export const poolFamily: KernelFamily<Vocabulary['pool']> = {
  name: 'pool',
  kernels: [poolWindows],
  cases: poolCases,
  outputs: (attributes, [x]) => [pooledType(attributes, x!)],
  reference: (problem, [x]) => [poolReference(problem, x!)],
  tolerance({ attributes: { kind, kernel }, inputs: [x] }) {
    return kind === 'max' || !isFloat(x!.dtype) ? exact : ofSum(x!.dtype, sizeOf(kernel));
  },
};
