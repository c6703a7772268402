/** Statistics and bins of one feature. */

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Histogram {
  readonly bins: readonly Bin[];
  readonly n: number;
  readonly mean: number;
  readonly median: number;
  /** Of the sample: with n - 1. */
  readonly sd: number;
}

/** The value below which a share of sorted values lies, interpolated between neighbours (Hyndman and Fan's type 7). */
export function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  return sorted[low] + (at - low) * (sorted[Math.min(low + 1, sorted.length - 1)] - sorted[low]);
}

/** The round number (1, 2, 2.5 or 5 times a power of ten) that is not below a step. */
export function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= step * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Freedman and Diaconis: twice the middle half's range over the cube root of n; at least 5 bins once the step is rounded, and `most`. */
function stepFor(sorted: readonly number[], most: number): number {
  const range = sorted[sorted.length - 1] - sorted[0];
  const step = (2 * (quantile(sorted, 0.75) - quantile(sorted, 0.25))) / Math.cbrt(sorted.length);
  return roundStep(Math.min(range / 12.5, Math.max(range / most, step)));
}

/** The bin that holds a value; -1 where none does. A bin holds its lower end, the last one its upper end too. */
export function binOf(bins: readonly Bin[], value: number): number {
  return bins.findIndex(
    ({ from, to }, i) => value >= from && (value < to || (i === bins.length - 1 && value === to)),
  );
}

/** Bins with round ends, and what describes the values; null where there are none. Values that are not finite are left out. */
export function histogramOf(values: readonly number[], most = 30): Histogram | null {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const n = sorted.length;
  if (n === 0) return null;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const figures = { n, mean, median: quantile(sorted, 0.5), sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0 };
  const [low, high] = [sorted[0], sorted[n - 1]];
  if (low === high) return { ...figures, bins: [{ from: low, to: high, count: n }] };
  const step = stepFor(sorted, most);
  const first = Math.floor(low / step + 1e-9);
  const count = Math.max(1, Math.ceil(high / step - 1e-9) - first);
  const edge = (i: number) => Number(((first + i) * step).toPrecision(12));
  const empty = Array.from({ length: count }, (_, i) => ({ from: edge(i), to: edge(i + 1), count: 0 }));
  const counts = new Array<number>(count).fill(0);
  for (const value of sorted) counts[binOf(empty, value)] += 1;
  return { ...figures, bins: empty.map((bin, i) => ({ ...bin, count: counts[i] })) };
}
