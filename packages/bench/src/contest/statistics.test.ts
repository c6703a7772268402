import { describe, expect, test } from 'vitest';
import { pairedRatio, quantile, summarise } from './statistics.ts';

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
