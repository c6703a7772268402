import { upsampledGrid } from '../formats/affine.ts';
import type { Volume } from '../types.ts';
import { roundHalfEven } from './plane.ts';
import { resize1d } from './resize1d.ts';
import { type Method, planTaps } from './taps.ts';

/** The same patient space with other data: affine and spacing follow from the change of size. */
export function withGrid(
  volume: Volume,
  width: number,
  height: number,
  depth: number,
  data: Float32Array,
): Volume {
  const factors = [width / volume.width, height / volume.height, depth / volume.depth] as const;
  return { ...volume, width, height, depth, data, ...upsampledGrid(volume, factors) };
}

/** Resamples every axial plane to `width` x `height`; depth stays. */
export function resizeInPlane(volume: Volume, width: number, height: number, method: Method): Volume {
  const rows = volume.depth * volume.height;
  const across = resize1d(volume.data, rows, 1, planTaps(volume.width, width, method));
  const data = resize1d(across, volume.depth, width, planTaps(volume.height, height, method));
  return withGrid(volume, width, height, volume.depth, data);
}

/** Resamples along depth only. */
export function resizeDepth(volume: Volume, depth: number, method: Method): Volume {
  const data = resize1d(volume.data, 1, volume.height * volume.width, planTaps(volume.depth, depth, method));
  return withGrid(volume, volume.width, volume.height, depth, data);
}

/** Cuts voxels off the far end of each axis; the origin, and so the affine, stays. */
export function cropVolume(volume: Volume, width: number, height: number, depth: number): Volume {
  const data = new Float32Array(width * height * depth);
  for (let z = 0; z < depth; z++)
    for (let y = 0; y < height; y++) {
      const from = (z * volume.height + y) * volume.width;
      data.set(volume.data.subarray(from, from + width), (z * height + y) * width);
    }
  return { ...volume, width, height, depth, data };
}

/** Crops to the largest size that `scale` divides. */
export function cropToMultiple(volume: Volume, scale: number): Volume {
  const whole = (length: number) => length - (length % scale);
  return cropVolume(volume, whole(volume.width), whole(volume.height), whole(volume.depth));
}

/** Rounds values of 0..1 to multiples of 1/255, halves to even, and clips what interpolation overshot. */
export function roundToByte(data: Float32Array): Float32Array {
  return data.map((value) => Math.min(Math.max(roundHalfEven(Math.fround(value * 255)), 0), 255) / 255);
}
