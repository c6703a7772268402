import type { Labels } from '../types.ts';
import { type Blob, type BlobOptions, blobLog } from './blobs.ts';
import { labelComponents } from './components.ts';
import { distanceTransform } from './distance.ts';
import { gaussianBlur } from './gaussian.ts';
import { fillHoles, medianMask } from './morphology.ts';
import { localPeaks } from './peaks.ts';
import { above, expectSameSize, type Mask, type Plane } from './plane.ts';

/** Scales of the paper's nuclei: sigma 11..16 pixels in 10 steps, answers above 0.2. */
export const paperNuclei: BlobOptions = { minSigma: 11, maxSigma: 16, scales: 10, threshold: 0.2 };

const clip = (value: number) => Math.min(Math.max(value, 0), 1);

/**
 * Where nuclei are, from the nucleus and cytoplasm channels scaled to 0..1 (Zhu et al.): what the cytoplasm channel
 * outshines twice over is taken off the nucleus channel, and what stays above 0.5 is nucleus; holes are filled and
 * the outline smoothed by a 5 x 5 median.
 */
export function nucleusMask(nucleus: Plane, cytoplasm: Plane): Mask {
  expectSameSize('The nucleus and cytoplasm channels', nucleus, cytoplasm);
  const data = nucleus.data.map((r, i) => clip(r - clip(2 * (cytoplasm.data[i]! - r))));
  return medianMask(fillHoles(above({ ...nucleus, data }, 0.5)), 5);
}

/** Marks points as seeds 1..n in raster order; points that share a side become one seed. Points off the mask are left out. */
export function pointSeeds(points: Iterable<{ readonly x: number; readonly y: number }>, mask: Mask): Labels {
  const marks = new Uint8Array(mask.data.length);
  for (const { x, y } of points) if (mask.data[y * mask.width + x] !== 0) marks[y * mask.width + x] = 1;
  return labelComponents({ ...mask, data: marks }, 4);
}

/** The centres of bright blobs in the nucleus mask. */
export function nucleusPoints({ width, height, data }: Mask, blobs = paperNuclei): Blob[] {
  return blobLog({ width, height, data: Float32Array.from(data) }, blobs);
}

/** One seed per nucleus: the centres of bright blobs in the nucleus mask that lie in `mask`. */
export function nucleusSeeds(nucleus: Plane, cytoplasm: Plane, mask: Mask, blobs = paperNuclei): Labels {
  return pointSeeds(nucleusPoints(nucleusMask(nucleus, cytoplasm), blobs), mask);
}

export interface DistanceSeeding {
  /** Least distance between two seeds in pixels. */
  readonly spacing: number;
  /** Sigma of the blur of the distance map that keeps a ragged outline from making seeds; 0 is none. */
  readonly smoothing: number;
}

/** The landscape of touching round objects: their distance to the background, smoothed. */
export function smoothDistance(distance: Plane, smoothing: number): Plane {
  return smoothing > 0 ? gaussianBlur(distance, smoothing) : distance;
}

/** Its maxima on the mask. */
export function distanceSeeds(distance: Plane, mask: Mask, spacing: number): Labels {
  return pointSeeds(localPeaks(distance, spacing, 0), mask);
}

/** Distance to the background. A mask without background has no distances; the picture's frame then stands in for it. */
export function maskDistance(mask: Mask): Plane {
  if (mask.data.includes(0)) return distanceTransform(mask);
  const { width, height } = mask;
  const data = new Float32Array(mask.data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data[y * width + x] = Math.min(x + 1, y + 1, width - x, height - y);
  return { width, height, data };
}
