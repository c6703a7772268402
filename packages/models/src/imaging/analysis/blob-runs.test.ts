import { describe, expect, it } from 'vitest';
import { columnRuns } from './blob-runs.ts';
import { windowAnswers } from './blob-windows.ts';
import { blobLog } from './blobs.ts';
import { discs } from './testing/drawing.ts';

/** Numbers of 0..1 that are the same every time (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A mask of discs, some of them symmetric about pixels so that answers tie, with a share of single pixels turned over. */
function mask(side: number, count: number, seed: number, noise: number) {
  const next = random(seed);
  const circles = Array.from({ length: count }, () => {
    const [x, y, r] = [next() * side, next() * side, 8 + 14 * next()];
    return (next() < 0.5 ? [Math.round(x), Math.round(y), Math.round(r)] : [x, y, r]) as [
      number,
      number,
      number,
    ];
  });
  const { data, ...size } = discs(side, side, circles);
  return { ...size, data: data.map((value) => (value > 0.5 !== next() < noise ? 1 : 0)) };
}

/** The same picture with one value that is neither 0 nor 1, so little that no sum of float64 feels it: it is summed plainly. */
function plain<T extends { readonly data: Float32Array }>(picture: T): T {
  return { ...picture, data: picture.data.map((value) => (value === 0 ? 1e-38 : value)) };
}

describe('answers by runs', () => {
  const sigmas = [8, 8.7, 11, 13.5, 16];
  const least = 0.19;

  it('are those of plain sums, bit by bit, wherever a peak can be', () => {
    let compared = 0;
    for (let seed = 0; seed < 12; seed++) {
      const picture = mask(120, 3 + seed, seed, seed % 3 === 0 ? 0.1 : 0);
      const windows = [
        { left: 0, top: 0, width: 41, height: 40 },
        { left: 60, top: 71, width: 60, height: 49 },
        { left: 30, top: 119, width: 9, height: 1 },
      ];
      for (const window of windows) {
        const [fast, slow] = [picture, plain(picture)].map((each) =>
          windowAnswers(each, window, sigmas, least),
        );
        for (const sigma of sigmas) {
          const [a, b] = [fast(sigma).data, slow(sigma).data];
          for (let i = 0; i < a.length; i++) {
            if (a[i]! < least && b[i]! < least) {
              expect(Math.abs(a[i]! - b[i]!)).toBeLessThan(1e-7);
              continue;
            }
            if (a[i] !== b[i]) throw new Error(`${a[i]} is not ${b[i]} (seed ${seed}, sigma ${sigma}, ${i})`);
            compared += 1;
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(20_000);
  });

  it('give the same blobs in a large picture', () => {
    const options = { minSigma: 8.2, maxSigma: 12.3, scales: 4, threshold: 0.2 };
    const picture = mask(1008, 40, 99, 0);
    const blobs = blobLog(picture, options);
    expect(blobs.length).toBeGreaterThan(30);
    expect(blobs).toEqual(blobLog(plain(picture), options));
  });

  it('need a picture of zeros and ones', () => {
    const patch = Float64Array.of(0, 1, 1, 1, 0, 1);
    expect(columnRuns(patch, 2)).toEqual({ at: Int32Array.of(1, 2, 0, 3), from: Int32Array.of(0, 2, 4) });
    expect(columnRuns(Float64Array.of(0, 0.5), 1)).toBeUndefined();
  });
});
