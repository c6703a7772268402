import type { Plane } from '../imaging/analysis/plane.ts';

/** Side of the coarse picture on which a chest is still a chest. */
const grid = 32;

/** Means of `grid` x `grid` equal parts of a picture, rows first. */
function coarse({ width, height, data }: Plane): Float64Array {
  const sums = new Float64Array(grid * grid);
  const counts = new Float64Array(grid * grid);
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * grid) / height) * grid;
    for (let x = 0; x < width; x++) {
      const cell = row + Math.floor((x * grid) / width);
      sums[cell] += data[y * width + x];
      counts[cell] += 1;
    }
  }
  return sums.map((sum, i) => sum / Math.max(counts[i], 1));
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** Correlation of two pictures of the same size; 0 where one of them has a single value. */
function correlation(a: Float64Array, b: Float64Array): number {
  const [ma, mb] = [meanOf(a), meanOf(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((value, i) => {
    ab += (value - ma) * (b[i] - mb);
    aa += (value - ma) ** 2;
    bb += (b[i] - mb) ** 2;
  });
  return aa * bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}

/** Mean over columns [left, right) and rows [top, bottom) of the coarse picture. */
function part(
  cells: Float64Array,
  [left, right]: readonly [number, number],
  [top, bottom]: readonly [number, number],
) {
  let sum = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += cells[y * grid + x];
  return sum / ((right - left) * (bottom - top));
}

/** Mean of the two upper corners, a tenth of each side, less the mean of all: above 0 where air is bright. */
function cornerExcess({ width, height, data }: Plane): number {
  const [w, h] = [Math.ceil(width / 10), Math.ceil(height / 10)];
  let corner = 0;
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) corner += data[y * width + x] + data[(y + 1) * width - 1 - x];
  return corner / (2 * w * h) - meanOf(data);
}

/** What is measured of a radiograph before the network sees it; brightness from 0 to 1. */
export interface RadiographMeasures {
  /** Mean brightness. */
  readonly exposure: number;
  /** Share of pixels at the two ends of the scale, within a fiftieth of it. */
  readonly clipped: { readonly black: number; readonly white: number };
  /** Grey levels in use, counted in 256 steps. */
  readonly levels: number;
  readonly cornerExcess: number;
  /** Brightness of the middle of the chest over that of the lungs on either side, where they lie in a frontal view. */
  readonly mediastinum: number;
  /** Correlation of the coarse picture with its mirror image: 1 is symmetric, as a frontal chest nearly is. */
  readonly symmetry: number;
}

/** Measures a radiograph with values of 0..1. */
export function measureRadiograph(plane: Plane): RadiographMeasures {
  const cells = coarse(plane);
  const mirrored = cells.map((_, i) => cells[i - (i % grid) + grid - 1 - (i % grid)]);
  const heights = [8, 20] as const;
  const lungs = (part(cells, [6, 12], heights) + part(cells, [20, 26], heights)) / 2;
  const histogram = new Uint32Array(256);
  for (const value of plane.data) histogram[Math.round(value * 255)] += 1;
  const share = (from: number, to: number) =>
    histogram.subarray(from, to).reduce((sum, count) => sum + count, 0) / plane.data.length;
  return {
    exposure: meanOf(plane.data),
    clipped: { black: share(0, 6), white: share(250, 256) },
    levels: histogram.filter((count) => count > 0).length,
    cornerExcess: cornerExcess(plane),
    mediastinum: part(cells, [14, 18], heights) - lungs,
    symmetry: correlation(cells, mirrored),
  };
}
