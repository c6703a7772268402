import type { EvenKernel } from './lines.ts';

/** Where the columns of a binary patch change: `at` row numbers, in pairs of a run's beginning and the row after its end. */
export interface ColumnRuns {
  readonly at: Int32Array;
  /** Where each column's rows begin in `at`, and one past the last. */
  readonly from: Int32Array;
}

/** The runs of ones in each column of a patch; undefined where it holds anything but zeros and ones. */
export function columnRuns(patch: Float64Array, stride: number): ColumnRuns | undefined {
  const rows = patch.length / stride;
  const at: number[] = [];
  const from = new Int32Array(stride + 1);
  for (let x = 0; x < stride; x++) {
    let before = 0;
    for (let y = 0, i = x; y < rows; y++, i += stride) {
      const value = patch[i]!;
      if (value === before) continue;
      if (value !== 0 && value !== 1) return undefined;
      at.push(y);
      before = value;
    }
    if (before === 1) at.push(rows);
    from[x + 1] = at.length;
  }
  return { at: Int32Array.from(at), from };
}

/**
 * Sums of a kernel's first j samples, from its left end, at index `lead + j`: zero before, the whole sum behind, so that
 * a run may begin or end anywhere in a patch.
 */
function runningSums(half: EvenKernel, lead: number, length: number): Float64Array {
  const radius = half.length - 1;
  const sums = new Float64Array(length);
  let sum = 0;
  for (let j = 0; lead + j < length; j++) {
    sums[lead + j] = sum;
    if (j <= 2 * radius) sum += half[Math.abs(j - radius)]!;
  }
  return sums;
}

/** Rows of a window, and how many rows and columns its patch has more on each side. */
interface Extent {
  readonly rows: number;
  readonly radius: number;
}

/** Smoothed and twice differentiated down the columns, column by column: `rows` values each. */
export interface RunColumns {
  readonly smoothed: Float64Array;
  readonly curved: Float64Array;
}

/**
 * Both filters of a binary patch by its runs: a run's share of a sum is a difference of running sums of the kernel, so
 * that a column costs as much as it has edges, whatever the kernel's length.
 */
export function filterRuns(
  runs: ColumnRuns,
  { rows, radius }: Extent,
  smooth: EvenKernel,
  second: EvenKernel,
): RunColumns {
  const stride = runs.from.length - 1;
  const reach = smooth.length - 1;
  // The first and the last edge that there can be, seen from the last and the first row.
  const lead = rows + radius - reach;
  const length = lead + rows + radius + reach + 1;
  const [ofSmooth, ofSecond] = [smooth, second].map((half) => runningSums(half, lead, length));
  const smoothed = new Float64Array(rows * stride);
  const curved = new Float64Array(rows * stride);
  for (let x = 0; x < stride; x++)
    for (let e = runs.from[x]!; e < runs.from[x + 1]!; e++) {
      const sign = (e - runs.from[x]!) % 2 === 0 ? -1 : 1;
      const edge = rows + runs.at[e]!;
      for (let y = 0, to = x * rows; y < rows; y++, to++) {
        smoothed[to]! += sign * ofSmooth![edge - y]!;
        curved[to]! += sign * ofSecond![edge - y]!;
      }
    }
  return { smoothed, curved };
}

/** The window's answers by filtered columns, in double precision, column by column; `scale` multiplies each. */
export function acrossColumns(
  { smoothed, curved }: RunColumns,
  { rows, radius }: Extent,
  width: number,
  smooth: EvenKernel,
  second: EvenKernel,
  scale: number,
): Float64Array {
  const out = new Float64Array(rows * width);
  // A kernel is even, so that its middle stands for both sides with half its weight.
  const narrow = second.map((weight, k) => (k === 0 ? 0.5 : 1) * scale * weight);
  const wide = smooth.map((weight, k) => (k === 0 ? 0.5 : 1) * scale * weight);
  for (let x = 0; x < width; x++)
    for (let k = 0; k < smooth.length; k++) {
      const [a, b] = [narrow[k]!, wide[k]!];
      let left = (x + radius - k) * rows;
      let right = (x + radius + k) * rows;
      for (let to = x * rows; to < (x + 1) * rows; to++, left++, right++)
        out[to]! += a * (smoothed[left]! + smoothed[right]!) + b * (curved[left]! + curved[right]!);
    }
  return out;
}
