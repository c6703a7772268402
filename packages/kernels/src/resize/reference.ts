import type { HostArray } from '../core/dtype.ts';
import type { Problem } from '../core/kernel.ts';
import { denseStrides, sizeOf } from '../core/tensor.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Taps, tapsOf } from './taps.ts';

type Resize = Vocabulary['resize'];

/** One axis of a dense tensor [outer, extent, inner] resampled; 0 outside the region to crop. */
function along(x: ArrayLike<number>, taps: Taps, outer: number, extent: number, inner: number): Float64Array {
  const size = taps.index.length / taps.count;
  const y = new Float64Array(outer * size * inner);
  for (let n = 0; n < outer; n++)
    for (let o = 0; o < size; o++)
      for (let k = 0; k < taps.count; k++) {
        const [at, weight] = [taps.index[o * taps.count + k], taps.weight[o * taps.count + k]];
        if (at < 0 || weight === 0) continue;
        for (let i = 0; i < inner; i++)
          y[(n * size + o) * inner + i] += weight * x[(n * extent + at) * inner + i];
      }
  return y;
}

/** Axis after axis, which is the same sum; then the extrapolation value wherever any axis lies outside. */
export function resizeReference(problem: Problem<Resize>, values: HostArray): Float64Array {
  const { attributes, inputs, outputs } = problem;
  const shape = [...inputs[0]!.shape];
  const steps = denseStrides(outputs[0].shape);
  const crops: { axis: number; taps: Taps }[] = [];
  let data: ArrayLike<number> = values;
  for (const axis of attributes.axes) {
    const taps = tapsOf(attributes, axis, shape[axis.axis]);
    const [outer, inner] = [sizeOf(shape.slice(0, axis.axis)), sizeOf(shape.slice(axis.axis + 1))];
    data = along(data, taps, outer, shape[axis.axis], inner);
    shape[axis.axis] = axis.size;
    if (taps.index.includes(-1)) crops.push({ axis: axis.axis, taps });
  }
  const y = Float64Array.from(data);
  for (const { axis, taps } of crops)
    y.forEach((_, i) => {
      const o = Math.floor(i / steps[axis]) % shape[axis];
      if (taps.index[o * taps.count] < 0) y[i] = attributes.extrapolation;
    });
  return y;
}
