import { methods, percentiles, resizeDepth, resizeInPlane, type Volume } from '@roentgen/models';
import type { Reading, ShownVolume } from '../protocol.ts';
import { breathe } from './breathe.ts';
import type { Job } from './worker.ts';

/** Voxels above which numbers that are no integers are kept in 16 bits: at 4 bytes each they would fill the memory. */
const many = 2 ** 24;

/** Lowest and highest value, and whether all are integers. */
function extremes(data: Float32Array) {
  let [low, high, whole] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true];
  for (let i = 0; i < data.length; i++) {
    const value = data[i];
    if (value < low) low = value;
    if (value > high) high = value;
    whole &&= Number.isInteger(value);
  }
  return { low, high, whole };
}

/** Shared memory where the page is isolated, so that page and workers need one copy; else memory that is copied. */
const room = (bytes: number) =>
  globalThis.crossOriginIsolated === true ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);

/** Values as 16-bit integers of `step` from the middle of their range. */
function asInt16(data: Float32Array, middle: number, step: number): Int16Array {
  const out = new Int16Array(room(2 * data.length));
  for (let i = 0; i < data.length; i++) out[i] = Math.round((data[i] - middle) / step);
  return out;
}

/**
 * A volume as the page shows it: integers of 16 bits exactly; other values as float32, or, from 16.8 million voxels on, in
 * 65,535 steps between lowest and highest.
 */
export function measured(volume: Volume): ShownVolume {
  const { width, height, depth, spacing, affine, data } = volume;
  const grid = { width, height, depth, spacing, affine };
  const { low, high, whole } = extremes(data);
  if (whole && high - low <= 65_535) {
    const middle = low >= -32_768 && high <= 32_767 ? 0 : low + 32_768;
    return { ...grid, data: asInt16(data, middle, 1), slope: 1, intercept: middle };
  }
  if (data.length <= many) {
    const out = new Float32Array(room(4 * data.length));
    out.set(data);
    return { ...grid, data: out, slope: 1, intercept: 0 };
  }
  const step = (high - low) / 65_534;
  const middle = (low + high) / 2;
  return { ...grid, data: asInt16(data, middle, step), slope: step, intercept: middle };
}

/** Enlarged by Lanczos-3 in its own units, without the 8 bits and the clipping of the protocol that figures follow. */
export async function interpolated(volume: Volume, scale: number, job: Pick<Job, 'signal'>): Promise<Volume> {
  const { width, height, depth } = volume;
  const plane = resizeInPlane(volume, width * scale, height * scale, methods.lanczos);
  await breathe(job);
  return resizeDepth(plane, depth * scale, methods.lanczos);
}

/** About a million values, evenly spread. */
function spread(data: Float32Array): Float32Array {
  const step = Math.ceil(data.length / 2 ** 20);
  return step === 1
    ? data
    : Float32Array.from({ length: Math.floor(data.length / step) }, (_, i) => data[i * step]);
}

/**
 * How to look at a volume. A volume is taken for CT where the file says so, or where its lowest value is that of air or
 * below (-900 HU) and its highest is within what scanners store.
 */
export function readingOf(volume: Volume, modality: string | null): Reading {
  const { low, high } = extremes(volume.data);
  const [first, last] = percentiles(spread(volume.data), [0.5, 99.5]);
  const ct = modality === 'CT' || (modality === null && low <= -900 && low >= -4096 && high <= 32_767);
  return {
    modality: ct ? 'CT' : modality,
    guessed: ct && modality !== 'CT',
    unit: ct ? 'HU' : '',
    range: [low, high],
    middle: [first, last > first ? last : first + 1],
  };
}

/** The difference below which 99.5 % of the voxels of two volumes lie, as a number of one digit; at least a 50th of the range. */
export function usualDifference(a: Volume, b: Volume, { middle: [low, high] }: Reading): number {
  const [first, second] = [spread(a.data), spread(b.data)];
  const differences = first.map((value, i) => Math.abs(value - second[i]));
  const [most] = percentiles(differences, [99.5]);
  const least = Math.max(most, (high - low) / 50);
  const power = 10 ** Math.floor(Math.log10(least));
  return Number((Math.ceil(least / power) * power).toPrecision(1));
}
