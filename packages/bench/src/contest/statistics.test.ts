import { describe, expect, test } from 'vitest';
import { medianInterval, pairedRatio, quantile, summarise } from './statistics.ts';

describe('quantile', () => {
  test('lies linearly between neighbours, as numpy.percentile does', () => {
    // numpy.percentile([15, 20, 35, 40, 50], [5, 30, 40, 50, 100]) by hand: position 4q, interpolated.
    const samples = [50, 15, 40, 20, 35];
    expect(quantile(samples, 0.05)).toBeCloseTo(16, 12);
    expect(quantile(samples, 0.3)).toBeCloseTo(23, 12);
    expect(quantile(samples, 0.4)).toBeCloseTo(29, 12);
    expect(quantile(samples, 0.5)).toBe(35);
    expect(quantile(samples, 1)).toBe(50);
  });

  test('of one sample is that sample, of none NaN', () => {
    expect(summarise([7])).toEqual({ median: 7, p10: 7, p90: 7 });
    expect(quantile([], 0.5)).toBeNaN();
  });
});

test('a ratio is taken within rounds, so a slow spell of the machine cancels', () => {
  // Twice as long in every round, though the third round is ten times slower for both.
  expect(pairedRatio([2, 2, 20], [1, 1, 10])).toBe(2);
});

describe('medianInterval', () => {
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => n - i);

  test('takes the ranks that the binomial distribution gives', () => {
    // Twice the chance of fewer than k heads in n throws: n = 6: 2/64, 9: 20/512, 12: 158/4096, 20: 43400/2^20; one more exceeds 0.05.
    expect(medianInterval(upTo(6))).toEqual([1, 6]);
    expect(medianInterval(upTo(9))).toEqual([2, 8]);
    expect(medianInterval(upTo(12))).toEqual([3, 10]);
    expect(medianInterval(upTo(20))).toEqual([6, 15]);
  });

  test('is the whole range of a few, and nothing of two', () => {
    expect(medianInterval([5, 1, 3])).toEqual([1, 5]);
    expect(medianInterval([1, 2])).toBeNull();
  });
});
