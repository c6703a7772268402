import { RoentgenError } from '@roentgen/kernels';

/** A stretch of an axis as the network gets it, and the part of it whose results are kept. */
export interface Window {
  /** First sample of the window; all windows of an axis have the same length. */
  readonly start: number;
  /** Kept samples, on the whole axis: from `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
}

export interface Windows {
  readonly size: number;
  readonly windows: readonly Window[];
}

/**
 * Cuts an axis into as few windows of equal length, at most `max`, as cover it once with their kept parts; the length is the least that does. A kept sample lies at
 * least `halo` from every window edge that is not an end of the axis, so that a network that looks no farther gives
 * what it would give for the whole axis. Throws `value` where `max` leaves nothing between two halos.
 */
export function cutWindows(length: number, max: number, halo: number): Windows {
  if (length <= max) return { size: length, windows: [{ start: 0, from: 0, to: length }] };
  const step = max - 2 * halo;
  if (step < 1)
    throw new RoentgenError('value', `tiles of ${max} pixels leave nothing between halos of ${halo}`, {
      hint: `allow tiles of at least ${4 * halo} pixels`,
    });
  const count = Math.ceil((length - max) / step) + 1;
  const size = Math.ceil((length + (count - 1) * 2 * halo) / count);
  const starts = Array.from({ length: count }, (_, i) => Math.round((i * (length - size)) / (count - 1)));
  // The border between two windows runs through the middle of what they share.
  const border = (i: number) => Math.floor((starts[i] + size + starts[i + 1]) / 2);
  const windows = starts.map((start, i) => ({
    start,
    from: i === 0 ? 0 : border(i - 1),
    to: i === count - 1 ? length : border(i),
  }));
  return { size, windows };
}
