import { describe, expect, test } from 'vitest';
import { brightWindows, holds } from './blob-windows.ts';
import { blobLog, discOverlap } from './blobs.ts';
import { localPeaks, maximumFilter } from './peaks.ts';
import { discs, pattern } from './testing/drawing.ts';

describe('peaks', () => {
  const plane = {
    width: 6,
    height: 3,
    data: Float32Array.of(1, 0, 0, 0, 0, 3, 0, 2, 0, 0, 0, 0, 0, 0, 0, 5, 4, 0),
  };

  test('are the highest within their square, highest first', () => {
    expect(localPeaks(plane, 1, 0)).toEqual([
      { x: 3, y: 2, value: 5 },
      { x: 5, y: 0, value: 3 },
      { x: 1, y: 1, value: 2 },
    ]);
  });

  test('keep their distance from higher ones', () => {
    expect(localPeaks(plane, 2, 0).map(({ value }) => value)).toEqual([5]);
    expect(localPeaks(plane, 1, 2.5).map(({ value }) => value)).toEqual([5, 3]);
  });

  test('equal neighbours less than the distance apart leave one', () => {
    const twins = { width: 9, height: 1, data: Float32Array.of(0, 0, 1, 1, 0, 0, 0, 1, 0) };
    expect(localPeaks(twins, 2, 0).map(({ x }) => x)).toEqual([2, 7]);
  });

  test('a flat picture has none', () => {
    expect(localPeaks({ width: 3, height: 3, data: new Float32Array(9).fill(2) }, 1, 0)).toEqual([]);
  });

  test('the maximum filter looks as far as its reach in both directions', () => {
    const impulse = { width: 5, height: 5, data: new Float32Array(25) };
    impulse.data[1 * 5 + 3] = 1;
    const out = maximumFilter(impulse, 1).data;
    expect([...out.keys()].filter((i) => out[i] === 1)).toEqual([2, 3, 4, 7, 8, 9, 12, 13, 14]);
  });
});

describe('blobs', () => {
  const circles = [
    [15, 20, 6],
    [45, 30, 9],
    [60, 50, 5],
    [20, 24, 6],
  ] as const;
  const options = { minSigma: 3, maxSigma: 8, scales: 6, threshold: 0.2 };

  test('equal scikit-image: two discs apart, two that run together', () => {
    expect(blobLog(discs(70, 60, circles), options)).toEqual([
      { x: 45, y: 30, sigma: 6 },
      { x: 60, y: 50, sigma: 4 },
      { x: 17, y: 22, sigma: 5 },
    ]);
  });

  test('scales that do not exist are refused', () => {
    expect(() => blobLog(pattern(8, 8), { ...options, maxSigma: 2 })).toThrowError(/between 3 and 2/);
  });

  test('two equal discs one radius apart share 39.1 % of their area', () => {
    const at = (x: number) => ({ x, y: 0, sigma: 1 });
    // 2/3 - sqrt(3)/(2 pi), the lens of two discs through each other's centres.
    expect(discOverlap(at(0), at(Math.SQRT2))).toBeCloseTo(2 / 3 - Math.sqrt(3) / (2 * Math.PI), 12);
    expect(discOverlap(at(0), at(3))).toBe(0);
    expect(discOverlap({ ...at(0), sigma: 5 }, at(1))).toBe(1);
  });
});

describe('large pictures', () => {
  // Discs at places that fall differently on the blocks of the reduced copy, one of them cut by the corner.
  const circles = [
    [201, 300, 18],
    [498, 302, 20],
    [800, 503, 22],
    [1003, 998, 17],
    [300.5, 700.5, 16],
    [341, 701, 16],
  ] as const;
  const options = { minSigma: 11, maxSigma: 16, scales: 3, threshold: 0.2 };
  const large = discs(1004, 1000, circles);

  test('are searched in windows around what is bright', () => {
    const windows = brightWindows(large, [11, 13.5, 16], 0.2)!;
    for (const [x, y] of circles.slice(0, 5))
      expect(windows.some((window) => holds(window, { x: Math.round(x), y: Math.round(y) }))).toBe(true);
    expect(windows.reduce((sum, { width, height }) => sum + width * height, 0)).toBeLessThan(20_000);
  });

  test('and give what the whole search gives', () => {
    // A strip below the size at which windows are used, holding the first two discs.
    const strip = { width: 1004, height: 600, data: large.data.slice(0, 1004 * 600) };
    expect(brightWindows(strip, [11, 16], 0.2)).toBeUndefined();
    const whole = blobLog(strip, options);
    const inWindows = blobLog(large, options).filter(({ y }) => y < 590);
    expect(inWindows).toEqual(whole);
    expect(whole.length).toBe(3);
  });
});
