import { RoentgenError } from '@roentgen/kernels';
import { type EvenKernel, filterColumns, filterRows } from './lines.ts';
import type { Plane } from './plane.ts';

function expectSigma(sigma: number): void {
  if (!(sigma > 0 && sigma < 10_000))
    throw new RoentgenError('value', `A Gaussian of sigma ${sigma} pixels cannot be made.`, {
      hint: 'Sigma must be above 0 and below 10,000.',
    });
}

/** Samples of a Gaussian cut at 4 sigma (rounded) and scaled to sum to one, as SciPy's `gaussian_filter1d`. */
export function gaussianKernel(sigma: number): EvenKernel {
  expectSigma(sigma);
  const radius = Math.trunc(4 * sigma + 0.5);
  const half = Float64Array.from({ length: radius + 1 }, (_, k) => Math.exp(-0.5 * (k / sigma) ** 2));
  const sum = half.reduce((total, weight, k) => total + (k === 0 ? weight : 2 * weight), 0);
  return half.map((weight) => weight / sum);
}

/** Second derivative of that kernel: (k^2 / sigma^4 - 1 / sigma^2) times the normalised sample (SciPy, order 2). */
export function gaussianSecondDerivative(sigma: number): EvenKernel {
  return gaussianKernel(sigma).map((weight, k) => weight * (k ** 2 / sigma ** 4 - 1 / sigma ** 2));
}

/**
 * Gaussian blur equal to `scipy.ndimage.gaussian_filter` with its defaults: cut at 4 sigma, edges mirrored with
 * the end sample doubled, first down the columns, then along the rows; sums in float64, planes in float32.
 */
export function gaussianBlur(plane: Plane, sigma: number): Plane {
  const kernel = gaussianKernel(sigma);
  return filterRows(filterColumns(plane, kernel), kernel);
}

/** Laplacian of Gaussian equal to `scipy.ndimage.gaussian_laplace`: the sum of both second derivatives. */
export function gaussianLaplace(plane: Plane, sigma: number): Plane {
  const smooth = gaussianKernel(sigma);
  const second = gaussianSecondDerivative(sigma);
  const vertical = filterRows(filterColumns(plane, second), smooth);
  const horizontal = filterRows(filterColumns(plane, smooth), second);
  const data = vertical.data.map((value, i) => value + horizontal.data[i]!);
  return { ...plane, data };
}

/**
 * Divides a picture by its Gaussian blur, which takes out slow changes of illumination (the bias field). Where
 * the blur is 0 the picture is 0 as well, and the quotient is taken as 0.
 */
export function divideBiasField(plane: Plane, sigma: number): Plane {
  const blurred = gaussianBlur(plane, sigma).data;
  const data = plane.data.map((value, i) => (blurred[i] === 0 ? 0 : value / blurred[i]!));
  return { ...plane, data };
}
