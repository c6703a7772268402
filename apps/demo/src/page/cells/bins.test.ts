import { describe, expect, it } from 'vitest';
import { binOf, histogramOf, quantile, roundStep } from './bins.ts';

describe('histogramOf', () => {
  it('describes values as any textbook does', () => {
    const found = histogramOf([2, 4, 4, 4, 5, 5, 7, 9, Number.NaN])!;
    expect([found.n, found.mean, found.median]).toEqual([8, 5, 4.5]);
    expect(found.sd).toBeCloseTo(Math.sqrt(32 / 7), 12);
  });

  it('counts each value once, in bins of a round step that lie side by side', () => {
    const values = Array.from({ length: 200 }, (_, i) => 40 + 60 * Math.sin(i) ** 2);
    const { bins } = histogramOf(values)!;
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(200);
    for (const [i, { from, to, count }] of bins.entries()) {
      if (i > 0) expect(from).toBe(bins[i - 1].to);
      const last = i === bins.length - 1;
      expect(count).toBe(values.filter((v) => v >= from && (v < to || (last && v === to))).length);
    }
    expect(bins.length).toBeGreaterThanOrEqual(5);
    expect(bins.length).toBeLessThanOrEqual(31);
    expect(bins[0].from % (bins[0].to - bins[0].from)).toBeCloseTo(0, 9);
  });

  it('holds values at the edges of bins, tiny ones and negative ones', () => {
    const { bins } = histogramOf([0, 0.1, 0.2, 0.3, 0.4, 0.5])!;
    expect(bins.map(({ count }) => count).reduce((a, b) => a + b)).toBe(6);
    expect(binOf(bins, 0.5)).toBe(bins.length - 1);
    const small = histogramOf([-1e-6, 2e-6, 3e-6])!;
    expect(small.bins.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  it('is one bin for equal values, and nothing for none', () => {
    expect(histogramOf([3, 3])).toMatchObject({ bins: [{ from: 3, to: 3, count: 2 }], sd: 0 });
    expect(binOf(histogramOf([3, 3])!.bins, 3)).toBe(0);
    expect(histogramOf([Number.NaN])).toBeNull();
  });
});

it('interpolates quantiles, rounds steps up', () => {
  expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
  expect([0.03, 1, 1.1, 2.2, 26, 700].map(roundStep)).toEqual([0.05, 1, 2, 2.5, 50, 1000]);
});
