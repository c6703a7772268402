import { RoentgenError } from '@roentgen/kernels';
import { brightWindows, holds, type Window, windowAnswers, withRim } from './blob-windows.ts';
import { gaussianLaplace } from './gaussian.ts';
import { maximumFilter } from './peaks.ts';
import type { Plane } from './plane.ts';

/** A bright blob: its centre and the scale that answers most strongly. Its radius is sigma * sqrt(2). */
export interface Blob {
  readonly x: number;
  readonly y: number;
  readonly sigma: number;
}

export interface BlobOptions {
  readonly minSigma: number;
  readonly maxSigma: number;
  /** How many scales, evenly spaced, both ends included. */
  readonly scales: number;
  /** Smallest answer that counts, in the units of the picture. */
  readonly threshold: number;
  /** Of two blobs that share more than this fraction of the smaller disc's area, the smaller goes. Default 0.5. */
  readonly overlap?: number;
}

interface Candidate extends Blob {
  readonly value: number;
}

/** -sigma^2 times the Laplacian of Gaussian: comparable between scales, bright blobs positive. */
function answer(plane: Plane, sigma: number): Plane {
  const { data } = gaussianLaplace(plane, sigma);
  return { ...plane, data: data.map((value) => -value * sigma ** 2) };
}

/** Maxima of the middle plane of three neighbouring scales (an outermost scale has one neighbour). */
function peaksOf(
  planes: readonly Plane[],
  maxima: readonly Plane[],
  middle: number,
  sigma: number,
  threshold: number,
) {
  const { width, data } = planes[middle]!;
  const around = [middle - 1, middle, middle + 1].flatMap((i) => maxima[i]?.data ?? []);
  const found: Candidate[] = [];
  for (let i = 0; i < data.length; i++) {
    const value = data[i]!;
    if (value > threshold && around.every((maximum) => value >= maximum[i]!))
      found.push({ x: i % width, y: Math.floor(i / width), sigma, value });
  }
  return found;
}

/** Maxima in position and scale of the answers that `answerAt` gives; no more than three scales are held at once. */
function scalePeaks(
  answerAt: (sigma: number) => Plane,
  sigmas: readonly number[],
  threshold: number,
): Candidate[] {
  const planes: Plane[] = [];
  const maxima: Plane[] = [];
  const found: Candidate[] = [];
  sigmas.forEach((sigma, i) => {
    planes[i] = answerAt(sigma);
    maxima[i] = maximumFilter(planes[i]!, 1);
    if (i > 0) found.push(...peaksOf(planes, maxima, i - 1, sigmas[i - 1]!, threshold));
    delete planes[i - 1];
    delete maxima[i - 2];
  });
  return [...found, ...peaksOf(planes, maxima, sigmas.length - 1, sigmas.at(-1)!, threshold)];
}

/** Peaks within the windows alone. A window is searched with a rim of one pixel, so that its own edge is no peak. */
function windowPeaks(plane: Plane, windows: readonly Window[], sigmas: readonly number[], threshold: number) {
  const found = new Map<string, Candidate>();
  for (const window of windows) {
    const rimmed = withRim(window, plane);
    // A peak is above the threshold, and so is all that can stand against it.
    const answers = windowAnswers(plane, rimmed, sigmas, threshold - 1e-6);
    for (const peak of scalePeaks(answers, sigmas, threshold)) {
      const at = { ...peak, x: peak.x + rimmed.left, y: peak.y + rimmed.top };
      if (holds(window, at)) found.set(`${at.x},${at.y},${at.sigma}`, at);
    }
  }
  return [...found.values()];
}

/** Area that two discs share, as a fraction of the smaller; scikit-image measures it with radii sigma * sqrt(2). */
export function discOverlap(a: Blob, b: Blob): number {
  const [r1, r2] = [a.sigma * Math.SQRT2, b.sigma * Math.SQRT2];
  const d = Math.hypot(a.x - b.x, a.y - b.y);
  if (d > r1 + r2) return 0;
  if (d <= Math.abs(r1 - r2)) return 1;
  const angle = (r: number, other: number) =>
    Math.acos(Math.min(Math.max((d * d + r * r - other * other) / (2 * d * r), -1), 1));
  const kite = Math.sqrt(Math.abs((r1 + r2 - d) * (d - r2 + r1) * (d + r2 - r1) * (d + r2 + r1)));
  const area = r1 * r1 * angle(r1, r2) + r2 * r2 * angle(r2, r1) - kite / 2;
  return area / (Math.PI * Math.min(r1, r2) ** 2);
}

/** Drops the smaller of every overlapping pair; of equals the one that stands first, as scikit-image does. */
function prune(blobs: readonly Blob[], overlap: number): Blob[] {
  const dropped = new Set<number>();
  const byRow = blobs.map((_, i) => i).sort((i, j) => blobs[i]!.y - blobs[j]!.y);
  const reach = 2 * Math.SQRT2 * Math.max(0, ...blobs.map(({ sigma }) => sigma));
  const settle = (i: number, j: number) => {
    if (dropped.has(i) || dropped.has(j) || discOverlap(blobs[i]!, blobs[j]!) <= overlap) return;
    dropped.add(blobs[i]!.sigma > blobs[j]!.sigma ? j : i);
  };
  byRow.forEach((i, at) => {
    for (let next = at + 1; next < byRow.length; next++) {
      const j = byRow[next]!;
      if (blobs[j]!.y - blobs[i]!.y > reach) break;
      settle(Math.min(i, j), Math.max(i, j));
    }
  });
  return blobs.filter((_, i) => !dropped.has(i));
}

function sigmasOf({ minSigma, maxSigma, scales }: BlobOptions): number[] {
  if (!(minSigma > 0 && maxSigma >= minSigma && Number.isInteger(scales) && scales >= 1))
    throw new RoentgenError(
      'value',
      `No blob scales lie between ${minSigma} and ${maxSigma} in ${scales} steps.`,
    );
  const step = scales > 1 ? (maxSigma - minSigma) / (scales - 1) : 0;
  return Array.from({ length: scales }, (_, i) => minSigma + i * step);
}

/**
 * Bright blobs by the Laplacian of Gaussian over evenly spaced scales (Lindeberg 1998) as scikit-image's
 * `blob_log` finds them: maxima of the scale-normalised answer among 26 neighbours in position and scale, above
 * the threshold, then pruned by overlap; strongest first. The picture's values are taken as they are (floats of
 * 0..1 in the paper's chain, with sigma 11..16 in 10 scales and threshold 0.2). Large pictures are searched only
 * where a reduced copy says that a blob may be; what is found there is computed at full size.
 */
export function blobLog(plane: Plane, options: BlobOptions): Blob[] {
  const sigmas = sigmasOf(options);
  const windows = brightWindows(plane, sigmas, options.threshold);
  const found = windows
    ? windowPeaks(plane, windows, sigmas, options.threshold)
    : scalePeaks((sigma) => answer(plane, sigma), sigmas, options.threshold);
  found.sort((a, b) => b.value - a.value || a.y - b.y || a.x - b.x || a.sigma - b.sigma);
  return prune(found, options.overlap ?? 0.5).map(({ x, y, sigma }) => ({ x, y, sigma }));
}
