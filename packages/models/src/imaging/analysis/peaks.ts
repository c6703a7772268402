import { RoentgenError } from '@roentgen/kernels';
import type { Plane } from './plane.ts';

export interface Peak {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** Largest value within `reach` of each sample of a line, samples beyond the ends left out. */
function lineMaximum(line: Float32Array, reach: number, out: Float32Array): void {
  for (let i = 0; i < line.length; i++) {
    let best = line[i]!;
    const end = Math.min(i + reach, line.length - 1);
    for (let j = Math.max(i - reach, 0); j <= end; j++) if (line[j]! > best) best = line[j]!;
    out[i] = best;
  }
}

/** Maximum over a square of side 2 * reach + 1; edges repeat, which for a maximum is the same as ending there. */
export function maximumFilter({ width, height, data }: Plane, reach: number): Plane {
  const across = new Float32Array(data.length);
  for (let y = 0; y < height; y++)
    lineMaximum(
      data.subarray(y * width, (y + 1) * width),
      reach,
      across.subarray(y * width, (y + 1) * width),
    );
  const out = across.slice();
  for (let y = 0; y < height; y++)
    for (let j = Math.max(y - reach, 0); j <= Math.min(y + reach, height - 1); j++)
      for (let x = 0; x < width; x++) {
        const value = across[j * width + x]!;
        if (value > out[y * width + x]!) out[y * width + x] = value;
      }
  return { width, height, data: out };
}

/** Whether no pixel of the square of side 2 * reach + 1 around one is higher. */
function isHighest({ width, height, data }: Plane, x: number, y: number, reach: number): boolean {
  const value = data[y * width + x]!;
  const [left, right] = [Math.max(x - reach, 0), Math.min(x + reach, width - 1)];
  const bottom = Math.min(y + reach, height - 1);
  for (let j = Math.max(y - reach, 0); j <= bottom; j++)
    for (let i = j * width + left; i <= j * width + right; i++) if (data[i]! > value) return false;
  return true;
}

function isFlat({ data }: Plane): boolean {
  for (let i = 1; i < data.length; i++) if (data[i] !== data[0]) return false;
  return true;
}

/** Keeps peaks at least `spacing` apart (Euclidean), the highest first; a grid of that pitch finds who is near. */
function thin(peaks: readonly Peak[], spacing: number): Peak[] {
  const cells = new Map<number, Peak[]>();
  const cell = (v: number) => Math.floor(v / spacing) + 1;
  const near = (peak: Peak) => {
    const [x, y] = [cell(peak.x), cell(peak.y)];
    for (let row = y - 1; row <= y + 1; row++)
      for (let column = x - 1; column <= x + 1; column++)
        for (const other of cells.get(row * farApart + column) ?? [])
          if (Math.hypot(peak.x - other.x, peak.y - other.y) < spacing) return true;
    return false;
  };
  return peaks.filter((peak) => {
    if (near(peak)) return false;
    const key = cell(peak.y) * farApart + cell(peak.x);
    const known = cells.get(key);
    if (known === undefined) cells.set(key, [peak]);
    else known.push(peak);
    return true;
  });
}

/** More columns than any picture has. */
const farApart = 2 ** 26;

/**
 * Local maxima above `threshold`, highest first, equal ones in raster order: pixels that equal the maximum of the
 * square of side 2 * distance + 1 around them, thinned so that none is closer than `distance` to a higher one
 * (scikit-image `peak_local_max` with `exclude_border=False`). A picture of one value has none.
 */
export function localPeaks(plane: Plane, distance: number, threshold: number): Peak[] {
  if (!Number.isInteger(distance) || distance < 1)
    throw new RoentgenError('value', `Peaks cannot be ${distance} pixels apart; give a whole number from 1.`);
  const { width, height, data } = plane;
  if (isFlat(plane)) return [];
  const peaks: Peak[] = [];
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++)
      // Most pixels have a higher one beside them, so that few squares are searched whole.
      if (data[i]! > threshold && isHighest(plane, x, y, 1) && isHighest(plane, x, y, distance))
        peaks.push({ x, y, value: data[i]! });
  peaks.sort((a, b) => b.value - a.value);
  return distance > 1 ? thin(peaks, distance) : peaks;
}
