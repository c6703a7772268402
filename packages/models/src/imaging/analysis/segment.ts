import { RoentgenError } from '@roentgen/kernels';
import type { Labels } from '../types.ts';
import type { BlobOptions } from './blobs.ts';
import { keepLabels, labelComponents, removeBorderObjects, removeSmallObjects } from './components.ts';
import { minimumMask } from './morphology.ts';
import { above, expectSameSize, type Mask, type Plane } from './plane.ts';
import {
  type DistanceSeeding,
  distanceSeeds,
  maskDistance,
  nucleusSeeds,
  pointSeeds,
  smoothDistance,
} from './seeds.ts';
import { watershed } from './watershed.ts';

/**
 * Where cells begin. `nuclei`: the paper's way, from the nucleus and cytoplasm channels (0..1). `distance`: maxima
 * of the distance to the background, what practitioners do with one channel (by default 5 pixels apart after a blur of
 * sigma 1, which of eight settings splits the true masks of the 2018 Data Science Bowl's cells best). `points`: given
 * ones, split as nuclei are. `none`: touching cells stay one.
 */
export type Seeding =
  | {
      readonly from: 'nuclei';
      readonly nucleus: Plane;
      readonly cytoplasm: Plane;
      readonly blobs?: BlobOptions;
    }
  | ({ readonly from: 'distance' } & Partial<DistanceSeeding>)
  | { readonly from: 'points'; readonly points: readonly { readonly x: number; readonly y: number }[] }
  | { readonly from: 'none' };

export interface SegmentOptions {
  readonly seeds: Seeding;
  /** A pixel is cell where its probability is above this. Default 0.2, the paper's. */
  readonly threshold?: number;
  /** Cells of fewer pixels are dropped. Default 0. */
  readonly minimumArea?: number;
  /** What happens to cells that the picture's border cuts. Default `keep`. */
  readonly border?: 'keep' | 'remove';
}

/** Side of the window that thickens the lines between cells in the paper's chain. */
const fissure = 4;

/**
 * The paper's steps 5 to 7: the whole frame is flooded from the seeds over -mask with lines between basins; the
 * lines are thickened by a 4 x 4 minimum filter and cut out of the mask; what remains is labelled (8-connected,
 * scikit-image's default), and parts without a seed are dropped.
 */
export function splitBySeeds(mask: Mask, seeds: Labels): Labels {
  const { width, height } = mask;
  const landscape = { width, height, data: new Float32Array(mask.data.length) };
  for (let i = 0; i < mask.data.length; i++) landscape.data[i] = mask.data[i] === 0 ? 0 : -1;
  const basins = watershed(landscape, seeds, { line: true });
  const apart = { width, height, data: new Uint8Array(mask.data.length) };
  for (let i = 0; i < apart.data.length; i++) apart.data[i] = basins.data[i] === 0 ? 0 : 1;
  const cells = minimumMask(apart, fissure);
  for (let i = 0; i < mask.data.length; i++) if (mask.data[i] === 0) cells.data[i] = 0;
  const labels = labelComponents(cells, 8);
  const seeded = new Set<number>();
  for (let i = 0; i < seeds.data.length; i++) if (seeds.data[i] !== 0) seeded.add(labels.data[i]!);
  return keepLabels(labels, (label) => seeded.has(label));
}

/** Splits touching round cells along the valleys of a smoothed distance map; every pixel of the mask belongs to a cell. */
export function splitAlong(mask: Mask, distance: Plane, spacing: number): Labels {
  const landscape = { ...distance, data: new Float32Array(distance.data.length) };
  for (let i = 0; i < landscape.data.length; i++) landscape.data[i] = -distance.data[i]!;
  return watershed(landscape, distanceSeeds(distance, mask, spacing), { mask });
}

/** Tells the cells of a mask apart. Throws `shape` for channels of another size. */
export function splitMask(mask: Mask, seeding: Seeding): Labels {
  switch (seeding.from) {
    case 'nuclei':
      expectSameSize('The probability map and the nucleus channel', mask, seeding.nucleus);
      return splitBySeeds(mask, nucleusSeeds(seeding.nucleus, seeding.cytoplasm, mask, seeding.blobs));
    case 'distance':
      return splitAlong(
        mask,
        smoothDistance(maskDistance(mask), seeding.smoothing ?? 1),
        seeding.spacing ?? 5,
      );
    case 'points':
      return splitBySeeds(mask, pointSeeds(seeding.points, mask));
    case 'none':
      return labelComponents(mask, 8);
  }
}

/**
 * From the network's probability map (0..1) to instance labels, by the post-processing of Zhu et al. (arXiv
 * 2001.05548): threshold, seeds, watershed, lines cut out, labels, parts without a seed dropped. Labels are
 * numbered in raster order. Throws `value` for a map with NaN and `shape` for channels of another size.
 */
export function segmentCells(probability: Plane, options: SegmentOptions): Labels {
  checkProbability(probability);
  return sift(splitMask(above(probability, options.threshold ?? 0.2), options.seeds), options);
}

/** Throws `value` for a map with NaN. */
export function checkProbability(probability: Plane): void {
  const { data } = probability;
  for (let i = 0; i < data.length; i++)
    if (Number.isNaN(data[i]))
      throw new RoentgenError(
        'value',
        'The probability map holds NaN, so that no cells can be told from it.',
      );
}

/** Drops what is too small and, where wanted, what the border cuts; numbers the rest anew, in raster order. */
export function sift(labels: Labels, options: Pick<SegmentOptions, 'minimumArea' | 'border'>): Labels {
  const large = removeSmallObjects(labels, options.minimumArea ?? 0);
  return options.border === 'remove' ? removeBorderObjects(large) : large;
}
