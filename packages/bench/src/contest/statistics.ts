/** What a set of times comes to; in milliseconds. */
export interface Summary {
  readonly median: number;
  readonly p10: number;
  readonly p90: number;
}

/**
 * The value below which a fraction `q` of the samples lies, linearly between neighbours (Hyndman and Fan's
 * definition 7, which NumPy takes by default). NaN for no samples.
 */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted.length === 0 ? Number.NaN : sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

/** Median, 10th and 90th percentile. */
export function summarise(samples: readonly number[]): Summary {
  return { median: quantile(samples, 0.5), p10: quantile(samples, 0.1), p90: quantile(samples, 0.9) };
}

/**
 * How many times longer `theirs` took than `ours`: the median over rounds of the ratio within each round, so that a
 * machine that slows down for a while slows both sides of a pair.
 */
export function pairedRatio(theirs: readonly number[], ours: readonly number[]): number {
  const pairs = Math.min(theirs.length, ours.length);
  return quantile(
    theirs.slice(0, pairs).map((time, round) => time / ours[round]),
    0.5,
  );
}

/**
 * Between which two samples the true median lies, whatever the distribution: the k-th from either end, k as large as leaves at most one
 * chance in twenty of being wrong (a sample is below the median as often as a coin shows heads). With 3 to 5 samples it is the whole
 * range, and wrong in 25, 12.5 and 6 of a hundred; null with fewer.
 */
export function medianInterval(samples: readonly number[]): readonly [low: number, high: number] | null {
  const n = samples.length;
  if (n < 3) return null;
  const sorted = [...samples].sort((a, b) => a - b);
  let k = 0;
  // `chance`: of exactly k heads in n throws; `below`: of k or fewer.
  for (let chance = 2 ** -n, below = chance; 2 * below <= 0.05; below += chance) {
    k++;
    chance *= (n - k + 1) / k;
  }
  const first = Math.max(0, k - 1);
  return [sorted[first], sorted[n - 1 - first]];
}
