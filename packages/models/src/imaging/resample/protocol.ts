import { RoentgenError } from '@roentgen/kernels';
import { percentiles } from '../analysis/percentile.ts';
import type { Volume } from '../types.ts';
import { methods } from './methods.ts';
import { cropToMultiple, resizeDepth, resizeInPlane, roundToByte } from './volume.ts';

/**
 * The volume as 8-bit values / 255. Files of 8-bit integers without a scale are taken as they stand; others are
 * clipped to their 0.1th and 99.9th percentile (NumPy's linear percentile over all voxels) and stretched. The
 * reference figures were made so: T2w (int16, 0..4095) meets them with these percentiles and no others tried.
 */
export function toUnitBytes(volume: Volume): Volume {
  const { data, stored } = volume;
  if (stored.type === 'uint8' && stored.slope === 1 && stored.intercept === 0)
    return { ...volume, data: data.map((value) => value / 255) };
  const [low, high] = percentiles(data, [0.1, 99.9]) as [number, number];
  const span = high - low || 1;
  return { ...volume, data: roundToByte(data.map((value) => (value - low) / span)) };
}

/**
 * The low-resolution test volume made from a high-resolution one of 8-bit values / 255 (Georgescu et al. 2020,
 * evaluation): bicubic with antialiasing (a = -0.5, edges renormalised) in the plane, rounded to 8 bit, then the
 * same along depth, rounded. Every side must be a multiple of `scale` (see `cropToMultiple`), or `shape` is thrown.
 */
export function reduceVolume(volume: Volume, scale: number): Volume {
  const { width, height, depth } = volume;
  if (width % scale || height % scale || depth % scale)
    throw new RoentgenError(
      'shape',
      `A ${width} x ${height} x ${depth} volume cannot be reduced ${scale} times.`,
      {
        hint: `Crop it to multiples of ${scale} first.`,
      },
    );
  const plane = roundedPlane(
    resizeInPlane(volume, width / scale, height / scale, methods.bicubicAntialiased),
  );
  return roundedPlane(resizeDepth(plane, depth / scale, methods.bicubicAntialiased));
}

export type Baseline = 'trilinear' | 'bicubic' | 'lanczos';

const roundedPlane = (volume: Volume): Volume => ({ ...volume, data: roundToByte(volume.data) });

/**
 * Enlarges by interpolation, the networks' baseline. Trilinear is one interpolation rounded once; bicubic
 * (a = -0.75, repeated edges, as PyTorch) and Lanczos-3 (renormalised edges, as Pillow) are rounded to 8 bit
 * between the plane and depth. With `reduceVolume` on volumes cropped at their far ends this gives the reference
 * table: t1_crop 2x 40.82/0.9545, 43.03/0.9714, 42.70/0.9729 dB/SSIM; other roundings, edges or cubic parameters
 * miss it in the second or fourth decimal.
 */
export function enlargeVolume(volume: Volume, scale: number, baseline: Baseline): Volume {
  const method = { trilinear: methods.linear, bicubic: methods.bicubic, lanczos: methods.lanczos }[baseline];
  const plane = resizeInPlane(volume, volume.width * scale, volume.height * scale, method);
  const between = baseline === 'trilinear' ? plane : roundedPlane(plane);
  return roundedPlane(resizeDepth(between, volume.depth * scale, method));
}

/** Crops, scales to 8 bit and reduces: the pair that super-resolution is evaluated on. */
export function evaluationPair(
  volume: Volume,
  scale: number,
): { readonly high: Volume; readonly low: Volume } {
  const high = cropToMultiple(toUnitBytes(volume), scale);
  return { high, low: reduceVolume(high, scale) };
}
