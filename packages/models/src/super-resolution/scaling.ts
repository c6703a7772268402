import { percentiles } from '../imaging/analysis/index.ts';
import type { Volume } from '../imaging/types.ts';

/** Values of a volume that become 0 and 1 for the network. */
export type ValueRange = readonly [low: number, high: number];

/** Whether a volume is what the paper works on: bytes 0..255 without a scale. */
export function isPlainBytes({ stored }: Volume): boolean {
  return stored.type === 'uint8' && stored.slope === 1 && stored.intercept === 0;
}

/**
 * What becomes 0 and 1: 0 and 255 for plain bytes, as in the paper; else the 0.1th and the 99.9th percentile, as in
 * training and in the reference figures. A flat volume gets a range of 1.
 */
export function valueRange(volume: Volume): ValueRange {
  if (isPlainBytes(volume)) return [0, 255];
  const [low, high] = percentiles(volume.data, [0.1, 99.9]);
  return [low, high > low ? high : low + 1];
}

/**
 * The volume on the network's scale. Values below 0 are raised to it, since the network's last ReLU cannot give them
 * back; values above 1 stay, so that the brightest voxels survive.
 */
export function toUnit({ data }: Volume, [low, high]: ValueRange): Float32Array {
  return data.map((value) => Math.max(0, (value - low) / (high - low)));
}

/** Back to the units of the file, in place: a copy of a large result would be the second largest thing in memory. */
export function fromUnit(data: Float32Array, [low, high]: ValueRange): void {
  for (let i = 0; i < data.length; i++) data[i] = low + data[i] * (high - low);
}
