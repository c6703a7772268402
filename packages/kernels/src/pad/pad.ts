import type { KernelFamily } from '../core/kernel.ts';
import { denseStrides, sizeOf } from '../core/tensor.ts';
import { exact } from '../core/tolerance.ts';
import { require, tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { padCases } from './cases.ts';
import { frameOf, paddedShape, sourceOf } from './frame.ts';
import { padElements } from './kernels.ts';

/**
 * x, value? (one element) -> y: ONNX Pad. Negative pads crop first, then the others grow what is left; reflect and wrap
 * go on over it as often as they must, as NumPy's do. Throws RoentgenError('shape') for pads that do not fit x.
 */
export const padFamily: KernelFamily<Vocabulary['pad']> = {
  name: 'pad',
  kernels: [padElements],
  cases: padCases,
  outputs(pad, [x, value]) {
    require(!value || sizeOf(value.shape) === 1, `pad: a value of ${sizeOf(value?.shape ?? [])} elements`);
    return [{ dtype: x!.dtype, shape: paddedShape(pad, x!.shape) }];
  },
  reference({ attributes, inputs: [x], outputs: [y] }, [values, value]) {
    const fill = value ? value[0] : attributes.value;
    const { offset, axes } = frameOf(attributes, tensor(x!.shape), tensor(y.shape));
    const steps = denseStrides(axes.map((axis) => axis.size));
    return [
      new Float64Array(sizeOf(y.shape)).map((_, i) => {
        let at = offset;
        for (const [a, axis] of axes.entries()) {
          const source = sourceOf(attributes.mode, Math.floor(i / steps[a]) % axis.size, axis);
          if (source < 0) return fill;
          at += source * axis.xStep;
        }
        return values![at];
      }),
    ];
  },
  tolerance: () => exact,
};
