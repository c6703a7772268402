import type { KernelFamily } from '../core/kernel.ts';
import { eachElement, sizeOf } from '../core/tensor.ts';
import { exact } from '../core/tolerance.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { copyCases } from './cases.ts';
import { copyElements, copyFours, copyTransposed } from './kernels.ts';
import { checkView } from './view.ts';

/**
 * x -> y: the elements of x that `attributes` (shape, strides, offset in the dense row-major numbering of x) view, in order.
 * Any type, any axes, strides negative and 0; y may itself be any view. Throws RoentgenError('shape') for views that leave x.
 */
export const copyFamily: KernelFamily<Vocabulary['copy']> = {
  name: 'copy',
  kernels: [copyElements, copyTransposed, copyFours],
  cases: copyCases,
  outputs(view, [x]) {
    checkView(view, x!.shape);
    return [{ dtype: x!.dtype, shape: view.shape }];
  },
  reference({ attributes, outputs }, [x]) {
    const y = new Float64Array(sizeOf(attributes.shape));
    eachElement({ ...attributes, dtype: outputs[0].dtype }, (at, index) => {
      y[index] = x![at];
    });
    return [y];
  },
  tolerance: () => exact,
};
