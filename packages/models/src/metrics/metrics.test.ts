import { describe, expect, test } from 'vitest';
import type { Labels } from '../imaging/types.ts';
import { instanceScores, overlaps } from './instances.ts';
import { confusion, maskScores } from './masks.ts';
import { psnr } from './psnr.ts';
import { auroc, averagePrecision } from './ranking.ts';
import { sliceQuality } from './slices.ts';
import { ssim } from './ssim.ts';

describe('picture quality', () => {
  // Two 11 x 9 pictures; psnr and ssim of scikit-image 0.26 for them, data_range 255.
  const [width, height] = [11, 9];
  const a = Float32Array.from({ length: 99 }, (_, i) => (i * 7919) % 101);
  const even = (value: number) => (value % 1 === 0.5 ? 2 * Math.round(value / 2) : Math.round(value));
  const b = a.map((value, i) => even(((i * 6151) % 97) + value * 0.5));

  test('PSNR equals scikit-image', () => {
    expect(psnr(a, b, 255)).toBeCloseTo(16.1932070159325, 9);
  });

  test('PSNR of one grey level off everywhere is 48.13 dB', () => {
    expect(
      psnr(
        a,
        a.map((value) => value + 1),
        255,
      ),
    ).toBeCloseTo(48.1308, 4);
  });

  test('SSIM equals scikit-image', () => {
    expect(ssim(a, b, width, height, 255)).toBeCloseTo(0.33410331926313913, 10);
  });

  test('SSIM does not change when values and range are scaled together', () => {
    const [c, d] = [a.map((value) => value / 256), b.map((value) => value / 256)];
    expect(ssim(c, d, width, height, 255 / 256)).toBeCloseTo(0.33410331926313913, 8);
  });

  test('SSIM needs a whole window', () => {
    expect(() => ssim(a.subarray(0, 36), b.subarray(0, 36), 6, 6, 255)).toThrowError(/7 x 7/);
  });

  test('slices are averaged, an equal one counts 100 dB', () => {
    const stack = (first: Float32Array) => ({
      width,
      height,
      depth: 2,
      data: Float32Array.of(...first, ...a),
    });
    const quality = sliceQuality(stack(a), stack(b), 255);
    expect(quality.psnr).toBeCloseTo((16.1932070159325 + 100) / 2, 9);
    expect(quality.ssim).toBeCloseTo((0.33410331926313913 + 1) / 2, 9);
  });
});

describe('masks', () => {
  test('counts and scores of a worked example', () => {
    // Truth 4 pixels, prediction 3, 2 of them right, in a picture of 10.
    const counts = confusion([7, 7, 3, 3, 0, 0, 0, 0, 0, 0], [1, 1, 0, 0, 1, 0, 0, 0, 0, 0]);
    expect(counts).toEqual({ truePositive: 2, falsePositive: 1, falseNegative: 2, trueNegative: 5 });
    const scores = maskScores(counts);
    expect(scores.dice).toBeCloseTo(4 / 7, 12);
    expect(scores.jaccard).toBeCloseTo(2 / 5, 12);
    expect(scores.precision).toBeCloseTo(2 / 3, 12);
    expect(scores.recall).toBeCloseTo(1 / 2, 12);
    expect(scores.specificity).toBeCloseTo(5 / 6, 12);
  });

  test('nothing predicted where nothing is: nothing was got wrong', () => {
    expect(maskScores(confusion([0, 0], [0, 0])).dice).toBe(1);
    expect(maskScores(confusion([1, 0], [0, 0])).dice).toBe(0);
  });

  test('masks of different size are refused', () => {
    expect(() => confusion([1], [1, 0])).toThrowError(/1 pixels, the prediction 2/);
  });
});

describe('ranking', () => {
  test('three of four pairs are in order', () => {
    expect(auroc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toBe(0.75);
    expect(averagePrecision([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toBeCloseTo((1 + 2 / 3) / 2, 12);
  });

  test('a tie counts half', () => {
    // Pairs (positive, negative): 2 > 1, 2 = 2, 3 > 1, 3 > 2, so 3.5 of 4.
    expect(auroc([2, 3, 1, 2], [true, true, false, false])).toBe(0.875);
    expect(auroc([5, 5, 5], [1, 0, 0])).toBe(0.5);
  });

  test('one class alone, or NaN, has no ranking', () => {
    expect(() => auroc([1, 2], [1, 1])).toThrowError(/0 negative/);
    expect(() => auroc([1, Number.NaN], [1, 0])).toThrowError(/Score 1/);
  });
});

describe('instances', () => {
  const row = (...data: number[]): Labels => ({
    width: data.length,
    height: 1,
    data: Uint32Array.from(data),
    count: Math.max(...data),
  });
  const truth = row(1, 1, 1, 1, 0, 2, 2, 0, 3, 3);
  const predicted = row(2, 2, 2, 0, 0, 1, 1, 1, 1, 0);

  test('overlaps list every touching pair', () => {
    expect(overlaps(truth, predicted)).toEqual([
      { truth: 1, predicted: 2, pixels: 3, jaccard: 3 / 4 },
      { truth: 2, predicted: 1, pixels: 2, jaccard: 2 / 4 },
      { truth: 3, predicted: 1, pixels: 1, jaccard: 1 / 5 },
    ]);
  });

  test('only pairs above the level count', () => {
    const scores = instanceScores(truth, predicted, 0.5);
    expect(scores).toMatchObject({ matched: 1, missed: 2, extra: 1, quality: 0.75, score: 0.25 });
    expect(scores.f1).toBeCloseTo(2 / 5, 12);
    expect(() => instanceScores(truth, predicted, 0.3)).toThrowError(/ambiguous/);
  });
});
