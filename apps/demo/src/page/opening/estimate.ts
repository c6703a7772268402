import type { Region } from '@roentgen/models';
import type { Extent, VolumeResult } from '../../protocol.ts';

/** Voxels along x, y, z. */
export type Size = readonly [number, number, number];

/** The size of a region, or of all. */
export function sizeOf({ size }: Extent, region: Region | null): Size {
  if (region === null) return size;
  const span = ([from, to]: readonly [number, number]) => to - from;
  return [span(region.x), span(region.y), span(region.z)];
}

/** Pixels that the two networks read: every slice once, then both ways through what is `scale` times as fine. */
export function networkPixels([width, height, depth]: Size, scale: number): number {
  return width * height * depth * (1 + 2 * scale ** 2);
}

/** Seconds of a network's pixel, by scale, as runs on this adapter took. */
export type Pace = Readonly<Partial<Record<number, number>>>;

/** What software adapters took on the two cores that this was written on: a guess until one has run here. */
export const SOFTWARE_PACE: Pace = { 2: 4e-5 };

/** What a finished run says about the pace. */
export function paceOf({ input, scale, times }: VolumeResult): Pace {
  const run = times.find(({ stage }) => stage === 'run');
  if (run === undefined) return {};
  return { [scale]: run.ms / 1000 / networkPixels([input.width, input.height, input.depth], scale) };
}

/** Seconds that a run should take; null before anything was measured on this adapter. */
export function secondsFor(size: Size, scale: number, pace: Pace): number | null {
  const rate = pace[scale] ?? Object.values(pace)[0];
  return rate === undefined ? null : rate * networkPixels(size, scale);
}

/**
 * Bytes that a run holds at its peak: the volume, what the plane network made of it, the result of either way and
 * their mean as 32-bit floats, and the result and the interpolation as bytes for the eye.
 */
export function bytesFor([width, height, depth]: Size, scale: number): number {
  const voxels = width * height * depth;
  return voxels * (4 * (1 + scale ** 2 + 3 * scale ** 3) + 2 * scale ** 3);
}

/** Bytes of one buffer at most. */
const LARGEST = 2 ** 31;

/** Whether the result fits into one buffer, and the run into the memory that the browser tells of. */
export function memoryVerdict(size: Size, scale: number, memory: number): 'ok' | 'warn' | 'refuse' {
  const [width, height, depth] = size;
  if (width * height * depth * scale ** 3 * 4 > LARGEST) return 'refuse';
  return bytesFor(size, scale) > memory / 2 ? 'warn' : 'ok';
}

/** A time in words, no finer than it is known. */
export function duration(seconds: number): string {
  if (seconds < 1.5) return 'about a second';
  if (seconds < 90) return `about ${seconds < 10 ? Math.round(seconds) : Math.round(seconds / 5) * 5} s`;
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} min`;
  return `about ${Math.round(seconds / 3600)} h`;
}

/** Bytes in words, in the unit of memory. */
export function memoryWords(bytes: number): string {
  return bytes < 2 ** 30
    ? `${Math.max(1, Math.round(bytes / 2 ** 20))} MiB`
    : `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}
