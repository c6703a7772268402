import { RoentgenError } from '@roentgen/kernels';

function expectPair(a: Float32Array, b: Float32Array): void {
  if (a.length !== b.length || a.length === 0)
    throw new RoentgenError('shape', `Cannot compare ${a.length} values with ${b.length}.`);
}

/** Mean of the squared differences, in float64. */
export function meanSquaredError(a: Float32Array, b: Float32Array): number {
  expectPair(a, b);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return sum / a.length;
}

/**
 * Peak signal-to-noise ratio in dB, 10 log10(peak^2 / MSE); Infinity for equal pictures. `peak` is the range of
 * the values: 255 for bytes, 1 for bytes / 255.
 */
export function psnr(reference: Float32Array, test: Float32Array, peak: number): number {
  return 10 * Math.log10(peak ** 2 / meanSquaredError(reference, test));
}
