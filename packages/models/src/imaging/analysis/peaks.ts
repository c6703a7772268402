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

/** Keeps peaks at least `spacing` apart (Euclidean), the highest first; a grid of that pitch finds who is near. */
function thin(peaks: readonly Peak[], spacing: number): Peak[] {
  const cells = new Map<string, Peak[]>();
  const cell = (v: number) => Math.floor(v / spacing);
  const near = (peak: Peak) => {
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++)
        for (const other of cells.get(`${cell(peak.x) + dx},${cell(peak.y) + dy}`) ?? [])
          if (Math.hypot(peak.x - other.x, peak.y - other.y) < spacing) return true;
    return false;
  };
  return peaks.filter((peak) => {
    if (near(peak)) return false;
    const key = `${cell(peak.x)},${cell(peak.y)}`;
    cells.set(key, [...(cells.get(key) ?? []), peak]);
    return true;
  });
}

/**
 * Local maxima above `threshold`, highest first, equal ones in raster order: pixels that equal the maximum of the
 * square of side 2 * distance + 1 around them, thinned so that none is closer than `distance` to a higher one
 * (scikit-image `peak_local_max` with `exclude_border=False`). A picture of one value has none.
 */
export function localPeaks(plane: Plane, distance: number, threshold: number): Peak[] {
  if (!Number.isInteger(distance) || distance < 1)
    throw new RoentgenError('value', `Peaks cannot be ${distance} pixels apart; give a whole number from 1.`);
  const { width, data } = plane;
  const highest = maximumFilter(plane, distance).data;
  if (data.every((value, i) => value === highest[i])) return [];
  const peaks: Peak[] = [];
  for (let i = 0; i < data.length; i++)
    if (data[i] === highest[i] && data[i]! > threshold)
      peaks.push({ x: i % width, y: Math.floor(i / width), value: data[i]! });
  peaks.sort((a, b) => b.value - a.value);
  return distance > 1 ? thin(peaks, distance) : peaks;
}
