import { RoentgenError } from '@roentgen/kernels';
import type { Plane } from './plane.ts';

function valueRange(data: Float32Array): { readonly min: number; readonly max: number } {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of data) {
    if (!Number.isFinite(value))
      throw new RoentgenError('value', `The picture holds ${value}, so that it has no histogram.`);
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

/**
 * The grey values at which the cumulative distribution reaches the given fractions: the centre of the first of
 * `bins` equal bins between smallest and largest value whose cumulative fraction is at least that. Fraction 0
 * gives the smallest value itself and 1 the largest. Throws `value` for NaN or infinite pixels.
 */
export function cdfLevels(data: Float32Array, fractions: readonly number[], bins = 65_536): number[] {
  const { min, max } = valueRange(data);
  const counts = new Uint32Array(bins);
  const perValue = max > min ? bins / (max - min) : 0;
  for (const value of data) counts[Math.min(Math.floor((value - min) * perValue), bins - 1)]!++;
  return fractions.map((fraction) => {
    if (fraction <= 0) return min;
    if (fraction >= 1) return max;
    let bin = 0;
    for (let below = counts[0]!; below < fraction * data.length; below += counts[bin]!) bin++;
    return min + (bin + 0.5) * ((max - min) / bins);
  });
}

/**
 * Clips at two fractions of the cumulative histogram and stretches what is left to 0..1: the paper's
 * `rescale(low, high)` (Zhu et al., 65,536 bins) up to the factor 65,535. `rescaleByCdf(plane, 0, 1)` is the full
 * stretch. A flat picture becomes all 0.
 */
export function rescaleByCdf(plane: Plane, low: number, high: number): Plane {
  const [from, to] = cdfLevels(plane.data, [low, high]) as [number, number];
  const span = to - from;
  const scale = (value: number) => (span > 0 ? Math.min(Math.max((value - from) / span, 0), 1) : 0);
  return { ...plane, data: plane.data.map(scale) };
}
