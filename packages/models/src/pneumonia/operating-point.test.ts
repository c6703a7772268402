import { describe, expect, it } from 'vitest';
import { fitLikelihood, scoreAtRatio } from '../metrics/likelihood.ts';
import { proportion } from '../metrics/proportion.ts';
import { chooseOperatingPoint, measureOperatingPoint, zoneOf } from './operating-point.ts';

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

describe('a proportion', () => {
  it('has the interval of a worked example', () => {
    // 81 of 263: Newcombe, Statistics in Medicine 1998, table I, method 3 (Wilson's score): 0.2553 to 0.3662.
    const { value, low, high } = proportion(81, 263);
    expect([value, low, high].map((each) => each.toFixed(4))).toEqual(['0.3080', '0.2553', '0.3662']);
    // The same table, 0 of 20: 0 to 0.1611, and 1 of 29: 0.0061 to 0.1718.
    expect([proportion(0, 20).low, proportion(0, 20).high.toFixed(4)]).toEqual([0, '0.1611']);
    expect([proportion(1, 29).low.toFixed(4), proportion(1, 29).high.toFixed(4)]).toEqual([
      '0.0061',
      '0.1718',
    ]);
  });

  it('needs a case', () => {
    expect(() => proportion(0, 0)).toThrow(/no proportion/);
  });
});

describe('the likelihood ratio of a score', () => {
  // Two scores only, so that the fit goes through the counts: 3 of 4 are positive at one, 1 of 4 at the other.
  const scores = [0.8, 0.8, 0.8, 0.8, 0.3, 0.3, 0.3, 0.3];
  const labels = [1, 1, 1, 0, 1, 0, 0, 0];

  it('is that of the counts where two scores are all there are', () => {
    const fit = fitLikelihood(scores, labels);
    expect(scoreAtRatio(fit, 3)).toBeCloseTo(0.8, 6);
    expect(scoreAtRatio(fit, 1 / 3)).toBeCloseTo(0.3, 6);
    expect(fit.prior).toBe(0);
  });

  it('does not depend on how many of each kind there are', () => {
    // Every negative case three times: the prior falls, the ratio stays.
    const times = labels.flatMap((label, i) => Array<number>(label ? 1 : 3).fill(i));
    const fit = fitLikelihood(
      times.map((i) => scores[i]),
      times.map((i) => labels[i]),
    );
    expect(scoreAtRatio(fit, 3)).toBeCloseTo(0.8, 6);
    expect(fit.prior).toBeCloseTo(Math.log(1 / 3), 9);
  });

  it('is refused where there is no fit', () => {
    expect(() => fitLikelihood([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1])).toThrow(/no logistic fit/);
    expect(() => fitLikelihood([0.5, 0.5, 0.5], [0, 1, 1])).toThrow(/no logistic fit/);
    expect(() => fitLikelihood([0.1, 0.2], [1, 1])).toThrow(/both kinds/);
  });
});

describe('the operating point', () => {
  it('lies where the ratio is 1, between a half and two', () => {
    // Log-odds 2x at x = -1, 0, 1 up to the counts: symmetric, so the threshold is 0.5 and the zone is around it.
    const scores = [-1, -1, -1, -1, 1, 1, 1, 1].map(logistic);
    const point = chooseOperatingPoint(scores, [0, 0, 0, 1, 1, 1, 1, 0]);
    // 3 to 1 at x = 1, so log-odds are 1.0986 x: a ratio of 2 is at x = 0.6309, a score of 0.6527.
    expect(point).toEqual({ threshold: 0.5, unsure: [0.35, 0.65] });
    expect([0.34, 0.35, 0.5, 0.65, 0.66].map((score) => zoneOf(score, point))).toEqual([
      'below',
      'unsure',
      'unsure',
      'unsure',
      'above',
    ]);
  });

  it('is refused where positive cases score lower', () => {
    expect(() => chooseOperatingPoint([0.2, 0.8, 0.8, 0.2, 0.2], [1, 0, 0, 1, 0])).toThrow(
      /lower|no logistic/,
    );
    expect(() => chooseOperatingPoint([0.2, 0.8, 0.8, 0.2, 0.8], [1, 0, 0, 0, 1])).toThrow(/lower/);
  });

  it('counts hits on either side, the threshold itself being positive', () => {
    const point = { threshold: 0.5, unsure: [0.4, 0.6] } as const;
    const found = measureOperatingPoint(
      point,
      [0.9, 0.5, 0.45, 0.1, 0.55, 0.2],
      [true, true, true, false, false, false],
    );
    expect(found.sensitivity).toMatchObject({ hits: 2, of: 3 });
    expect(found.specificity).toMatchObject({ hits: 2, of: 3 });
    expect(found.inUnsure).toMatchObject({ hits: 3, of: 6 });
  });
});
