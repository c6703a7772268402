import type { HostArray, Problem, Tolerance } from '@roentgen/kernels';

/** What two arrays of results come to. */
export interface Comparison {
  readonly wrong: number;
  readonly total: number;
  readonly worst: number;
  /** The first mismatches, with index, actual and expected; empty when all agree. */
  readonly report: string;
}

/** Where a flat index lies in a shape, as (i, j, ...). */
export function indexOf(flat: number, shape: readonly number[]): number[] {
  const index = new Array<number>(shape.length);
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index[axis] = flat % shape[axis];
    flat = Math.floor(flat / shape[axis]);
  }
  return index;
}

function agrees(actual: number, expected: number, { relative, absolute }: Tolerance): boolean {
  if (Object.is(actual, expected) || actual === expected) return true;
  if (Number.isNaN(actual) || Number.isNaN(expected)) return Number.isNaN(actual) && Number.isNaN(expected);
  return Math.abs(actual - expected) <= absolute + relative * Math.abs(expected);
}

/** Compares element by element: |actual - expected| <= absolute + relative * |expected|; NaN equals NaN only. */
export function compare(
  actual: HostArray,
  expected: HostArray | Float64Array,
  shape: readonly number[],
  tolerance: Tolerance,
): Comparison {
  const lines: string[] = [];
  let wrong = 0;
  let worst = 0;
  if (actual.length !== expected.length)
    return {
      wrong: expected.length,
      total: expected.length,
      worst: Number.NaN,
      report: `${actual.length} elements instead of ${expected.length}`,
    };
  for (let i = 0; i < expected.length; i++) {
    if (agrees(actual[i], expected[i], tolerance)) continue;
    wrong++;
    worst = Math.max(worst, Math.abs(actual[i] - expected[i]));
    if (lines.length < 10) lines.push(`  (${indexOf(i, shape)}) actual ${actual[i]} expected ${expected[i]}`);
  }
  const report =
    wrong === 0 ? '' : `${wrong} of ${expected.length} differ, by up to ${worst}:\n${lines.join('\n')}`;
  return { wrong, total: expected.length, worst, report };
}

/** What is wrong with the outputs of a kernel, given what they should be (its reference's, or another kernel's); empty when all agree. */
export function disagreement(
  problem: Problem<unknown>,
  actual: readonly HostArray[],
  expected: readonly (HostArray | Float64Array)[],
  tolerance: Tolerance,
): string {
  return problem.outputs
    .map(({ shape }, i) => compare(actual[i], expected[i], shape, tolerance).report)
    .filter((report) => report !== '')
    .join('\n');
}
