import type { KernelFamily } from '../core/kernel.ts';
import { exact, ofSum } from '../core/tolerance.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { resizeCases } from './cases.ts';
import { resizedType } from './frame.ts';
import { resizeByTaps, resizeNearest, resizeRepeat } from './kernels.ts';
import { resizeReference } from './reference.ts';

/**
 * x -> y: ONNX Resize along the axes named. Nearest takes any type, linear and cubic real ones. GPUs take up to three
 * neighbouring axes at once; more must be resized in turn. Throws RoentgenError('shape') for axes that x lacks.
 */
export const resizeFamily: KernelFamily<Vocabulary['resize']> = {
  name: 'resize',
  kernels: [resizeByTaps, resizeNearest, resizeRepeat],
  cases: resizeCases,
  outputs: (attributes, [x]) => [resizedType(attributes, x!)],
  reference: (problem, [x]) => [resizeReference(problem, x!)],
  // Cubic weights reach 1.4 in sum per axis; the weights themselves are rounded to float32.
  tolerance: ({ attributes: { mode, axes }, outputs: [y] }) =>
    mode === 'nearest' ? exact : ofSum(y.dtype, 4 ** axes.length, 2),
};
