import { RoentgenError } from '@roentgen/kernels';
import {
  above,
  type CellFeatures,
  cellFeatures,
  checkProbability,
  type Mask,
  maskDistance,
  nucleusMask,
  nucleusPoints,
  type Plane,
  paperNuclei,
  type Spacing,
  sift,
  smoothDistance,
  splitAlong,
  splitMask,
} from '../imaging/analysis/index.ts';
import type { Labels } from '../imaging/types.ts';
import type { CellInput } from './channels.ts';
import { measureNucleusRadius, nucleusBlobs } from './nuclei.ts';
import type { Segmentation } from './segmenter.ts';

/** Everything that decides what cells a probability map becomes. */
export interface WatershedSettings {
  /** A pixel is cell where its probability is above this, 0..1. */
  readonly threshold: number;
  /** Cells of fewer pixels are dropped. */
  readonly minimumArea: number;
  /** Whether cells that the picture's border cuts are kept. */
  readonly border: 'keep' | 'remove';
  /** What tells touching cells apart: their nuclei (where there is a picture of these), their outline, or nothing. */
  readonly seeds: 'nuclei' | 'distance' | 'none';
  /** Of `distance`: pixels between two seeds at least, a whole number from 1. */
  readonly seedSpacing: number;
  /** Of `distance`: sigma in pixels of the blur that keeps a ragged outline from making seeds. */
  readonly smoothing: number;
  /** Of `nuclei`: their radius in pixels; null takes the paper's scales, sigma 11 to 16. */
  readonly nucleusRadius: number | null;
}

type Stained = Pick<CellInput, 'stains' | 'intensity'>;

/** The settings of `cellsOf` without options: nuclei where there are stains, at the size that they have here. */
export function watershedDefaults({ stains }: Stained): WatershedSettings {
  const radius = stains === undefined ? null : measureNucleusRadius(stains.nucleus, stains.cytoplasm);
  return {
    threshold: 0.5,
    minimumArea: 20,
    border: 'keep',
    seeds: stains === undefined ? 'distance' : 'nuclei',
    seedSpacing: 5,
    smoothing: 1,
    nucleusRadius: radius,
  };
}

/** Cells of one probability map, by one setting after the other. */
export interface CellSplitter {
  /** Throws `value` where nuclei are asked for and there is no picture of them. */
  segment(settings: WatershedSettings): Segmentation;
}

/** Remembers the last answer, until it is asked something else. */
function last<T>(): (key: string, make: () => T) => T {
  let kept: { readonly key: string; readonly value: T } | undefined;
  return (key, make) => {
    if (kept?.key !== key) kept = { key, value: make() };
    return kept.value;
  };
}

/**
 * Cells without the network, so that a slider can call it. Every stage keeps its last answer (the mask of a threshold,
 * its distances, these smoothed, the nuclei found, the cells told apart), so that a change costs only what comes after
 * it. Throws `value` for a map with NaN.
 */
export function cellSplitter(probability: Plane, input: Stained, spacing?: Spacing): CellSplitter {
  checkProbability(probability);
  const points = last<readonly { readonly x: number; readonly y: number }[]>();
  const [masks, cells, nuclear] = [last<Mask>(), last<Labels>(), last<Mask>()];
  const [distances, landscapes] = [last<Plane>(), last<Plane>()];
  const nuclei = (radius: number | null) => {
    if (input.stains === undefined)
      throw new RoentgenError('value', 'Nuclei cannot tell these cells apart: there is no picture of them.', {
        hint: 'choose the channel of the nuclei, or tell cells apart by their outline',
      });
    const { nucleus, cytoplasm } = input.stains;
    const blobs = radius === null ? paperNuclei : nucleusBlobs(radius);
    const found = () =>
      nucleusPoints(
        nuclear('', () => nucleusMask(nucleus, cytoplasm)),
        blobs,
      );
    return points(`${radius}`, found);
  };
  const split = ({ threshold, seeds, nucleusRadius, seedSpacing, smoothing }: WatershedSettings) => {
    const mask = masks(`${threshold}`, () => above(probability, threshold));
    if (seeds === 'none') return splitMask(mask, { from: 'none' });
    if (seeds === 'nuclei') return splitMask(mask, { from: 'points', points: nuclei(nucleusRadius) });
    const distance = distances(`${threshold}`, () => maskDistance(mask));
    const landscape = landscapes(`${threshold},${smoothing}`, () => smoothDistance(distance, smoothing));
    return splitAlong(mask, landscape, seedSpacing);
  };
  return {
    segment(settings) {
      const { threshold, seeds, seedSpacing, smoothing, nucleusRadius } = settings;
      const by = { nuclei: [nucleusRadius], distance: [seedSpacing, smoothing], none: [] }[seeds];
      const whole = cells([threshold, seeds, ...by].join(), () => split(settings));
      const labels = sift(whole, settings);
      const features = cellFeatures(labels, { intensity: input.intensity, ...(spacing && { spacing }) });
      return { probability, labels, features };
    },
  };
}

/**
 * Leaves out the cells that hold one of these pixels: what a user deletes by hand stays deleted when a setting moves
 * an outline. The others keep their labels, so that the numbers have gaps.
 */
export function withoutCellsAt(
  found: Segmentation,
  marks: readonly { readonly x: number; readonly y: number }[],
): Segmentation {
  const { width, height, data } = found.labels;
  const inside = marks.filter(({ x, y }) => x >= 0 && y >= 0 && x < width && y < height);
  const gone = new Set(inside.map(({ x, y }) => data[y * width + x]).filter((label) => label !== 0));
  if (gone.size === 0) return found;
  const kept = data.map((label) => (gone.has(label) ? 0 : label));
  const features: CellFeatures[] = found.features.filter(({ label }) => !gone.has(label));
  return { ...found, labels: { ...found.labels, data: kept }, features };
}
