import { describe, expect, test } from 'vitest';
import { summarise } from '../contest/statistics.ts';
import { checkBaseline, compareReports } from './compare.ts';
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

describe('a baseline is refused', () => {
  const machine = { cpu: 'A', cores: 2, load: 0.1 };
  const on = (adapter: string, rest: Partial<BenchReport>): BenchReport => ({
    ...report([], adapter),
    ...rest,
  });
  const refusal = (before: BenchReport, now: BenchReport) => {
    try {
      checkBaseline(before, now);
      return null;
    } catch (error) {
      expect(error).toMatchObject({ code: 'usage', hint: expect.any(String) });
      return (error as Error).message;
    }
  };

  test('of another suite', () => {
    const of = (suite: 'models' | 'kernels') => on('one', { suite });
    expect(refusal(of('models'), of('kernels'))).toMatch(/of the suite models, this is kernels/);
    expect(refusal(of('models'), of('models'))).toBeNull();
  });

  test('of another processor, where that is the adapter', () => {
    const llvmpipe = 'mesa llvmpipe: Mesa 25';
    const other = { ...machine, cores: 64 };
    expect(refusal(on(llvmpipe, { machine }), on(llvmpipe, { machine: other }))).toMatch(
      /of 2 cores of A, this is 64 cores of A/,
    );
    expect(refusal(on(llvmpipe, { machine }), on(llvmpipe, { machine: { ...machine, load: 7 } }))).toBeNull();
    expect(refusal(on('nvidia hopper', { machine }), on('nvidia hopper', { machine: other }))).toBeNull();
    // Reports from before there was one.
    expect(refusal(on(llvmpipe, {}), on(llvmpipe, { machine }))).toBeNull();
  });
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
