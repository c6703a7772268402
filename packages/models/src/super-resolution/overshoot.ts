import type { InputCheck } from '../network/check.ts';
import type { Grid } from './grid.ts';
import type { ValueRange } from './scaling.ts';

/**
 * Where a result goes beyond what its input can bear: a voxel that is darker or brighter than all 27 input voxels around
 * it, by more than this part of the window. Restoring detail needs some of that: of three volumes that were reduced
 * twofold, the originals do so by more than a tenth in 0.4 (`t1_crop`), 2.4 (`CT_pitch`) and 4.5 (`T2w`) of a thousand
 * voxels, Lanczos-3 in less than 0.001.
 */
const overshootMargin = 0.1;

/** Share of the voxels from which on there is a warning: twice what the original has of the volume that is most like those of the training. */
const usualShare = 0.001;

/** Places that are kept. */
const most = 2 ** 20;

/** What a result has beyond the values around it. */
export interface Overshoot {
  /** How far a voxel may go, in the volume's units. */
  readonly margin: number;
  /** Voxels of the result. */
  readonly voxels: number;
  /** Those that go farther, above and below. */
  readonly above: number;
  readonly below: number;
  /** The one that goes farthest, and the least and greatest of the input around it. */
  readonly worst: {
    readonly voxel: readonly [x: number, y: number, z: number];
    readonly value: number;
    readonly around: readonly [least: number, greatest: number];
  } | null;
  /** Indices of those voxels in the result, ascending; of more than 1,048,576 the first. */
  readonly places: Uint32Array;
}

type Choose = (a: number, b: number) => number;

/** Values of slice `z`, each chosen among itself and the slices beside it. */
function acrossSlices({ width, height, depth, data }: Grid, z: number, choose: Choose): Float32Array {
  const size = width * height;
  const out = data.slice(z * size, (z + 1) * size);
  for (const other of [z - 1, z + 1])
    if (other >= 0 && other < depth)
      for (let i = 0; i < size; i++) out[i] = choose(out[i], data[other * size + i]);
  return out;
}

/** Values chosen among themselves and those one `step` before and after them, on lines of `length` values. */
function alongLines(values: Float32Array, step: number, length: number, choose: Choose): Float32Array {
  const out = values.slice();
  for (let i = 0; i < values.length; i++) {
    const at = Math.floor(i / step) % length;
    if (at > 0) out[i] = choose(out[i], values[i - step]);
    if (at < length - 1) out[i] = choose(out[i], values[i + step]);
  }
  return out;
}

function around(input: Grid, z: number, choose: Choose): Float32Array {
  const columns = alongLines(acrossSlices(input, z, choose), 1, input.width, choose);
  return alongLines(columns, input.width, input.height, choose);
}

/** Calls `visit` for every voxel of the result with the least and greatest of the input around it. */
function eachVoxel(
  input: Grid,
  { width, height, depth }: Grid,
  visit: (at: number, least: number, greatest: number) => void,
): void {
  const scale = width / input.width;
  for (let z = 0; z < input.depth; z++) {
    const [least, greatest] = [around(input, z, Math.min), around(input, z, Math.max)];
    for (let slice = z * scale; slice < Math.min(depth, (z + 1) * scale); slice++)
      for (let y = 0; y < height; y++) {
        const [row, from] = [(slice * height + y) * width, Math.floor(y / scale) * input.width];
        for (let x = 0; x < width; x++) {
          const i = from + Math.floor(x / scale);
          visit(row + x, least[i], greatest[i]);
        }
      }
  }
}

const marginOf = ([low, high]: ValueRange) => overshootMargin * (high - low);

/**
 * Counts the voxels of a result that lie beyond the 3 x 3 x 3 voxels of the input around them by more than a tenth of
 * `range`, all three in the same units. The result has a whole number of voxels for each of the input along each axis.
 */
export function measureOvershoot(input: Grid, result: Grid, range: ValueRange): Overshoot {
  const margin = marginOf(range);
  const places: number[] = [];
  let [above, below, farthest] = [0, 0, 0];
  let worst: { at: number; around: readonly [number, number] } | null = null;
  eachVoxel(input, result, (at, least, greatest) => {
    const value = result.data[at];
    const high = value > Math.fround(greatest + margin);
    if (!high && !(value < Math.fround(least - margin))) return;
    if (high) above++;
    else below++;
    if (places.length < most) places.push(at);
    const distance = high ? value - greatest : least - value;
    if (distance <= farthest) return;
    farthest = distance;
    worst = { at, around: [least, greatest] };
  });
  return {
    margin,
    voxels: result.data.length,
    above,
    below,
    worst: placed(worst, result),
    places: Uint32Array.from(places),
  };
}

function placed(
  worst: { readonly at: number; readonly around: readonly [number, number] } | null,
  { width, height, data }: Grid,
): Overshoot['worst'] {
  if (worst === null) return null;
  const { at } = worst;
  const voxel = [at % width, Math.floor(at / width) % height, Math.floor(at / (width * height))] as const;
  return { voxel, value: data[at], around: worst.around };
}

/** Holds a result, in place, to what `measureOvershoot` lets pass. */
export function limitOvershoot(input: Grid, result: Grid, range: ValueRange): void {
  const margin = marginOf(range);
  const { data } = result;
  eachVoxel(input, result, (at, least, greatest) => {
    data[at] = Math.min(Math.max(data[at], least - margin), greatest + margin);
  });
}

const tidy = (value: number) => String(Number(value.toPrecision(3)));

/** What there is to say of it, in words; a warning from one voxel of a thousand on. */
export function checkOvershoot({ margin, voxels, above, below }: Overshoot): InputCheck {
  const count = above + below;
  const share = count / voxels;
  const percent = `${tidy(100 * share)} %`;
  const limit = `at most ${100 * usualShare} %`;
  const few = share <= usualShare;
  const message =
    count === 0
      ? `no voxel of the result goes beyond the input around it by more than ${tidy(margin)}, a tenth of the window`
      : `${count.toLocaleString('en')} voxels of the result (${percent}; ${below.toLocaleString('en')} too dark, ${above.toLocaleString('en')} too bright) ` +
        `go beyond the input around them by more than ${tidy(margin)}, a tenth of the window; expected ${limit}`;
  const what = 'the share of voxels beyond the input around them';
  const level = few ? 'ok' : 'warn';
  return { check: 'overshoot', level, value: share, what, found: percent, limit, message };
}
