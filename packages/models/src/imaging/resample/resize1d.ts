import { RoentgenError } from '@roentgen/kernels';
import type { Taps } from './taps.ts';

/** Neighbouring samples: a dot product for each output. */
function alongLines(data: Float32Array, lines: number, taps: Taps, out: Float32Array): void {
  const { inputLength, outputLength, width, first, weights } = taps;
  for (let line = 0; line < lines; line++)
    for (let i = 0; i < outputLength; i++) {
      const from = line * inputLength + first[i]!;
      let sum = 0;
      for (let k = 0; k < width; k++) sum += weights[i * width + k]! * data[from + k]!;
      out[line * outputLength + i] = sum;
    }
}

/** Samples `inner` apart: whole rows are added up, so that memory is read in its own order. */
function acrossRows(data: Float32Array, outer: number, inner: number, taps: Taps, out: Float32Array): void {
  const { inputLength, outputLength, width, first, weights } = taps;
  const sum = new Float64Array(inner);
  for (let o = 0; o < outer; o++)
    for (let i = 0; i < outputLength; i++) {
      sum.fill(0);
      for (let k = 0; k < width; k++) {
        const weight = weights[i * width + k]!;
        const from = (o * inputLength + first[i]! + k) * inner;
        if (weight !== 0) for (let x = 0; x < inner; x++) sum[x]! += weight * data[from + x]!;
      }
      out.set(sum, (o * outputLength + i) * inner);
    }
}

/**
 * Resamples the middle axis of `data`, seen as [outer, taps.inputLength, inner] in row-major order, and returns
 * [outer, taps.outputLength, inner]. Sums are made in float64 and stored in float32. Throws `shape` where the
 * array's length does not fit.
 */
export function resize1d(data: Float32Array, outer: number, inner: number, taps: Taps): Float32Array {
  if (data.length !== outer * taps.inputLength * inner)
    throw new RoentgenError(
      'shape',
      `resize1d got ${data.length} values for [${outer}, ${taps.inputLength}, ${inner}].`,
    );
  const out = new Float32Array(outer * taps.outputLength * inner);
  if (inner === 1) alongLines(data, outer, taps, out);
  else acrossRows(data, outer, inner, taps, out);
  return out;
}
