import { acrossColumns, type ColumnRuns, columnRuns, filterRuns } from './blob-runs.ts';
import { labelComponents } from './components.ts';
import { gaussianKernel, gaussianLaplace, gaussianSecondDerivative } from './gaussian.ts';
import type { EvenKernel } from './lines.ts';
import { mirrored } from './mirror.ts';
import { maximumFilter } from './peaks.ts';
import type { Plane } from './plane.ts';

/** A rectangle of a picture, in pixels. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Whether a pixel lies in the window. */
export function holds(window: Window, { x, y }: { readonly x: number; readonly y: number }): boolean {
  const [dx, dy] = [x - window.left, y - window.top];
  return dx >= 0 && dy >= 0 && dx < window.width && dy < window.height;
}

/** The window grown by one pixel on each side, as far as the picture goes. */
export function withRim({ left, top, width, height }: Window, picture: Plane): Window {
  const [x, y] = [Math.max(left - 1, 0), Math.max(top - 1, 0)];
  const right = Math.min(left + width + 1, picture.width);
  const bottom = Math.min(top + height + 1, picture.height);
  return { left: x, top: y, width: right - x, height: bottom - y };
}

/** Side of the blocks whose means make the reduced copy; sigma must be well above it. */
const block = 4;
const smallestSigma = 2 * block;

/** Pictures below this are searched whole: there is little to save. */
const smallPicture = 1_000_000;

/** How far the reduced copy's answer may fall short, as a fraction of the picture's range (under 0.01 on discs and noise). */
const slack = 0.05;

/** Means of blocks; those at the right and bottom edge may be smaller. */
function blockMeans({ width, height, data }: Plane): Plane {
  const [columns, rows] = [Math.ceil(width / block), Math.ceil(height / block)];
  const out = new Float32Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / block) * columns;
    for (let x = 0; x < width; x++) out[row + Math.floor(x / block)]! += data[y * width + x]!;
  }
  const size = (i: number, length: number) => Math.min(block, length - i * block);
  const area = (i: number) => size(i % columns, width) * size(Math.floor(i / columns), height);
  return { width: columns, height: rows, data: out.map((sum, i) => sum / area(i)) };
}

function rangeOf(data: Float32Array): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of data) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low;
}

/**
 * A block beside one whose answer is more than this much higher holds no peak: at sigma 11 an answer cannot fall and
 * rise again by so much within the two blocks between them.
 */
const flank = 0.85;

/** Some of the scales, at most a quarter apart: answers change slowly with sigma, and the slack covers the rest. */
function sparse(sigmas: readonly number[]): number[] {
  const kept: number[] = [];
  sigmas.forEach((sigma, i) => {
    const next = sigmas[i + 1];
    if (kept.length === 0 || next === undefined || next > 1.25 * kept.at(-1)!) kept.push(sigma);
  });
  return kept;
}

/** Blocks where an answer on the reduced copy comes near the threshold and is about the highest around. */
function brightBlocks(reduced: Plane, sigmas: readonly number[], level: number): Uint8Array {
  const bright = new Uint8Array(reduced.data.length);
  for (const sigma of sparse(sigmas)) {
    const s = sigma / block;
    const { data } = gaussianLaplace(reduced, s);
    const answers = { ...reduced, data: data.map((value) => -value * s * s) };
    const highest = maximumFilter(answers, 1).data;
    answers.data.forEach((value, i) => {
      if (value > level && value > flank * highest[i]!) bright[i] = 1;
    });
  }
  return bright;
}

/** Boxes around groups of blocks, one block wider on each side, in pixels of the picture. */
function boxesAround(reduced: Plane, bright: Uint8Array, picture: Plane): Window[] {
  const labels = labelComponents({ ...reduced, data: bright }, 8);
  const boxes = Array.from({ length: labels.count + 1 }, () => [reduced.width, reduced.height, 0, 0]);
  labels.data.forEach((label, i) => {
    const [x, y] = [i % reduced.width, Math.floor(i / reduced.width)];
    const box = boxes[label]!;
    box[0] = Math.min(box[0]!, x);
    box[1] = Math.min(box[1]!, y);
    box[2] = Math.max(box[2]!, x);
    box[3] = Math.max(box[3]!, y);
  });
  return boxes.slice(1).map(([x0, y0, x1, y1]) => {
    const [left, top] = [Math.max(x0! - 1, 0) * block, Math.max(y0! - 1, 0) * block];
    const right = Math.min((x1! + 2) * block, picture.width);
    const bottom = Math.min((y1! + 2) * block, picture.height);
    return { left, top, width: right - left, height: bottom - top };
  });
}

/** Pixels that the windows' filters read and write, against those of the whole picture (two directions, Fourier's share). */
function worthwhile(windows: readonly Window[], picture: Plane, radius: number): boolean {
  const work = windows.reduce((sum, { width, height }) => sum + height * (2 * width + 2 * radius), 0);
  return work < picture.data.length;
}

/**
 * Windows outside which no blob answers above the threshold, found on a copy reduced 4 times; undefined where
 * searching the whole picture is as well: small pictures, small blobs, low thresholds, crowded pictures.
 */
export function brightWindows(
  picture: Plane,
  sigmas: readonly number[],
  threshold: number,
): Window[] | undefined {
  if (picture.data.length < smallPicture || sigmas[0]! < smallestSigma) return undefined;
  const level = threshold - slack * rangeOf(picture.data);
  if (!(level > 0)) return undefined;
  const reduced = blockMeans(picture);
  const windows = boxesAround(reduced, brightBlocks(reduced, sigmas, level), picture);
  return worthwhile(windows, picture, radiusOf(sigmas)) ? windows : undefined;
}

const radiusOf = (sigmas: readonly number[]) => gaussianKernel(sigmas.at(-1)!).length - 1;

/** Adds `weight * (line[at - step * k] + line[at + step * k])` for all k: an even kernel at one place. */
function correlate(source: Float64Array, at: number, step: number, half: EvenKernel): number {
  let sum = half[0]! * source[at]!;
  for (let k = 1; k < half.length; k++) sum += half[k]! * (source[at - k * step]! + source[at + k * step]!);
  return sum;
}

/** Smoothed and twice differentiated down the columns, for the rows of a window and the full width of its patch. */
interface Columns {
  readonly smoothed: Float64Array;
  readonly curved: Float64Array;
}

/** Both filters at once, since the sums of mirrored rows serve both. */
function patchColumns(
  patch: Float64Array,
  stride: number,
  rows: number,
  radius: number,
  smooth: EvenKernel,
  second: EvenKernel,
): Columns {
  const smoothed = new Float64Array(rows * stride);
  const curved = new Float64Array(rows * stride);
  for (let y = 0; y < rows; y++)
    for (let k = 0; k < smooth.length; k++) {
      const [a, b] = [smooth[k]!, second[k]!];
      const above = (y + radius - k) * stride;
      const below = (y + radius + k) * stride;
      const share = k === 0 ? 0.5 : 1;
      for (let x = 0, to = y * stride; x < stride; x++, to++) {
        const pair = share * (patch[above + x]! + patch[below + x]!);
        smoothed[to]! += a * pair;
        curved[to]! += b * pair;
      }
    }
  return { smoothed, curved };
}

/** The window's pixels and as many around it as the widest kernel reaches, mirrored at the picture's edges. */
function patchOf({ width, height, data }: Plane, window: Window, radius: number): Float64Array {
  const stride = window.width + 2 * radius;
  const out = new Float64Array(stride * (window.height + 2 * radius));
  for (let i = 0; i < out.length; i++) {
    const x = mirrored(window.left - radius + (i % stride), width);
    const y = mirrored(window.top - radius + Math.floor(i / stride), height);
    out[i] = data[y * width + x]!;
  }
  return out;
}

/** A window with all that its filters reach. */
interface Patch {
  readonly data: Float64Array;
  readonly stride: number;
  readonly radius: number;
  readonly window: Window;
}

/** -sigma^2 times the Laplacian of Gaussian for the pixels of a window, sum by sum. */
function plainAnswers({ data: patch, stride, radius, window }: Patch, sigma: number): Plane {
  const { width, height } = window;
  const [smooth, second] = [gaussianKernel(sigma), gaussianSecondDerivative(sigma)];
  const { smoothed, curved } = patchColumns(patch, stride, height, radius, smooth, second);
  const data = new Float32Array(width * height);
  for (let i = 0; i < data.length; i++) {
    const at = Math.floor(i / width) * stride + radius + (i % width);
    data[i] = -(sigma ** 2) * (correlate(smoothed, at, 1, second) + correlate(curved, at, 1, smooth));
  }
  return { width, height, data };
}

/** One of them: the columns that its row needs, and no others. */
function plainAnswer({ data, stride, radius }: Patch, sigma: number, x: number, y: number): number {
  const [smooth, second] = [gaussianKernel(sigma), gaussianSecondDerivative(sigma)];
  const reach = smooth.length - 1;
  const span = 2 * reach + 1;
  const part = new Float64Array(span * (2 * radius + 1));
  for (let row = 0; row <= 2 * radius; row++) {
    const from = (y + row) * stride + x + radius - reach;
    part.set(data.subarray(from, from + span), row * span);
  }
  const { smoothed, curved } = patchColumns(part, span, 1, radius, smooth, second);
  return -(sigma ** 2) * (correlate(smoothed, reach, 1, second) + correlate(curved, reach, 1, smooth));
}

/**
 * How far sums by runs may lie from sums by samples: both add at most some hundred numbers below one in double
 * precision, twice, which is some 1e-13 of rounding with sigma^2; the rest is distance.
 */
const unsure = 1e-11;

/**
 * The same answers of a binary patch by its runs, as they are rounded to float32. A value that lies so near the middle of
 * two floats that the order of the sums decides is summed plainly; below `least`, where no peak is, it may be off by one
 * last place.
 */
function runAnswers(patch: Patch, runs: ColumnRuns, sigma: number, least: number): Plane {
  const { width, height } = patch.window;
  const [smooth, second] = [gaussianKernel(sigma), gaussianSecondDerivative(sigma)];
  const extent = { rows: height, radius: patch.radius };
  const columns = filterRuns(runs, extent, smooth, second);
  const sums = acrossColumns(columns, extent, width, smooth, second, -(sigma ** 2));
  const data = new Float32Array(width * height);
  for (let x = 0, i = 0; x < width; x++)
    for (let y = 0; y < height; y++, i++) {
      const sum = sums[i]!;
      const sure = sum < least || Math.fround(sum - unsure) === Math.fround(sum + unsure);
      data[y * width + x] = sure ? sum : plainAnswer(patch, sigma, x, y);
    }
  return { width, height, data };
}

/**
 * -sigma^2 times the Laplacian of Gaussian of the picture, for the pixels of one window. Of a picture of zeros and ones
 * it is made by runs, with the same bits wherever it is above `least`.
 */
export function windowAnswers(
  picture: Plane,
  window: Window,
  sigmas: readonly number[],
  least: number,
): (sigma: number) => Plane {
  const radius = radiusOf(sigmas);
  const stride = window.width + 2 * radius;
  const patch: Patch = { data: patchOf(picture, window, radius), stride, radius, window };
  const runs = columnRuns(patch.data, stride);
  if (runs === undefined) return (sigma) => plainAnswers(patch, sigma);
  return (sigma) => runAnswers(patch, runs, sigma, least);
}
