import { RoentgenError } from '@roentgen/kernels';
import type { Plane } from './plane.ts';

/**
 * Bits of a float32 turned so that unsigned order is numeric order: negative numbers are complemented, others
 * get their sign bit set.
 */
function ordered(bits: number): number {
  return (bits & 0x80000000 ? ~bits : bits | 0x80000000) >>> 0;
}

function fromOrdered(key: number): number {
  const bits = new Uint32Array([key & 0x80000000 ? key & 0x7fffffff : ~key]);
  return new Float32Array(bits.buffer)[0]!;
}

function expectNumbers(data: Float32Array): void {
  if (data.length === 0) throw new RoentgenError('shape', 'An empty array has no percentiles.');
  const at = data.findIndex(Number.isNaN);
  if (at >= 0)
    throw new RoentgenError('value', `Value ${at} is not a number, so that percentiles mean nothing.`, {
      hint: 'Replace NaN before scaling.',
    });
}

/** Finds the bucket that holds the value of rank `rank`, and its rank inside it. */
function bucketOf(counts: Uint32Array, rank: number): { readonly bucket: number; readonly rank: number } {
  let below = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) {
    if (below + counts[bucket]! > rank) return { bucket, rank: rank - below };
    below += counts[bucket]!;
  }
  throw new RoentgenError('value', `Rank ${rank} lies beyond ${below} values.`);
}

/** Order statistics without sorting: a histogram of the upper 16 bits, then of the lower ones in one bucket. */
function selector(data: Float32Array): (rank: number) => number {
  const bits = new Uint32Array(data.buffer, data.byteOffset, data.length);
  const upper = new Uint32Array(65536);
  for (let i = 0; i < bits.length; i++) upper[ordered(bits[i]!) >>> 16]!++;
  const lowerOf = new Map<number, Uint32Array>();
  const refine = (bucket: number) => {
    const lower = new Uint32Array(65536);
    for (let i = 0; i < bits.length; i++) {
      const key = ordered(bits[i]!);
      if (key >>> 16 === bucket) lower[key & 0xffff]!++;
    }
    lowerOf.set(bucket, lower);
    return lower;
  };
  return (rank) => {
    const high = bucketOf(upper, rank);
    const lower = lowerOf.get(high.bucket) ?? refine(high.bucket);
    return fromOrdered(((high.bucket << 16) | bucketOf(lower, high.rank).bucket) >>> 0);
  };
}

/**
 * Percentiles (0..100) with linear interpolation between order statistics, NumPy's default: percentile p lies at
 * rank p / 100 * (n - 1). Time is linear in n. Throws `value` for NaN or a percentile out of range, `shape` when empty.
 */
export function percentiles(data: Float32Array, at: readonly number[]): number[] {
  expectNumbers(data);
  const value = selector(data);
  return at.map((p) => {
    if (!(p >= 0 && p <= 100)) throw new RoentgenError('value', `Percentile ${p} is not within 0..100.`);
    const rank = (p / 100) * (data.length - 1);
    const below = Math.floor(rank);
    const low = value(below);
    return rank === below ? low : low + (rank - below) * (value(below + 1) - low);
  });
}

/** Scales so that percentile `low` becomes 0 and `high` becomes 1, clipped. A flat picture becomes all 0. */
export function scaleByPercentiles(plane: Plane, low: number, high: number): Plane {
  const [from, to] = percentiles(plane.data, [low, high]) as [number, number];
  const span = to - from;
  const scale = (value: number) => (span > 0 ? Math.min(Math.max((value - from) / span, 0), 1) : 0);
  return { ...plane, data: plane.data.map(scale) };
}
