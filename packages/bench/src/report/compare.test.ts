import { describe, expect, test } from 'vitest';
import { summarise } from '../contest/statistics.ts';
import { compareReports } from './compare.ts';
import type { BenchReport, BenchRow } from './report.ts';
import { comparisonTables } from './tables.ts';

function row(name: string, samples: readonly number[], rest: Partial<BenchRow> = {}): BenchRow {
  const ms = summarise(samples);
  const rates = { gflops: null, gbs: null, ratio: null };
  return {
    name,
    shape: [1],
    dtype: 'f32',
    variant: 'warm',
    peer: 'roentgen',
    ms,
    ...rates,
    samples,
    ...rest,
  };
}

function report(rows: readonly BenchRow[], adapter = 'one'): BenchReport {
  return { adapter, date: '2026-01-01T00:00:00Z', commit: null, rows };
}

/** Six samples around a centre: their median lies between the first and the last with 31 of 32 chances. */
const around = (centre: number, off: number) => [-2, -1, -1, 1, 1, 2].map((step) => centre + step * off);

test('another adapter is refused as a baseline', () => {
  expect(() => compareReports(report([], 'one'), report([], 'two'))).toThrow(
    expect.objectContaining({ code: 'usage', message: expect.stringMatching(/'one', this is 'two'/) }),
  );
});

describe('a difference exceeds the noise where the spreads of the medians are apart', () => {
  const cases: [verdict: string, before: number[], after: number[]][] = [
    ['slower', around(10, 0.1), around(12, 0.1)],
    ['faster', around(10, 0.1), around(8, 0.1)],
    ['noise', around(10, 1), around(11, 1)],
    // Two samples say nothing, however far they are from before.
    ['unknown', around(10, 0.1), [30, 30]],
  ];
  test.each(cases)('%s', (verdict, before, after) => {
    const { changes } = compareReports(report([row('a', before)]), report([row('a', after)]));
    expect(changes).toHaveLength(1);
    expect(changes[0].verdict).toBe(verdict);
  });

  test('the spread runs from the fastest now over the slowest before to the other way round', () => {
    const [change] = compareReports(
      report([row('a', around(10, 1))]),
      report([row('a', around(20, 1))]),
    ).changes;
    expect(change.ratio).toBe(2);
    expect(change.spread).toEqual([18 / 12, 22 / 8]);
  });
});

test('rows are told apart by shape, precision, variant and peer, and those without a partner are named', () => {
  const before = [row('a', [1]), row('a', [1], { peer: 'other' }), row('gone', [1])];
  const after = [row('a', [2]), row('a', [1], { shape: [2] }), row('a', [1], { dtype: 'f16' })];
  const comparison = compareReports(report(before), report(after));
  expect(comparison.changes.map(({ ratio }) => ratio)).toEqual([2]);
  expect(comparison.gone.map(({ name, peer }) => [name, peer])).toEqual([
    ['a', 'other'],
    ['gone', 'roentgen'],
  ]);
  expect(comparison.added).toHaveLength(2);
  const [compared, missing] = comparisonTables(comparison);
  expect(compared.rows).toEqual([['a warm', '1', 'roentgen', 'unknown', '1.00', '2.00', '2.00', '-']]);
  expect(missing.rows).toHaveLength(4);
});
