import { describe, expect, it } from 'vitest';
import { cutWindows } from './windows.ts';

describe('cutWindows', () => {
  it('leaves a short axis whole', () => {
    expect(cutWindows(5, 8, 3)).toEqual({ size: 5, windows: [{ start: 0, from: 0, to: 5 }] });
  });

  it('meets in the middle of what two windows share', () => {
    // 8 + 8 - 12 = 4 shared samples, 4 to 7; the border lies before sample 6.
    expect(cutWindows(12, 8, 2)).toEqual({
      size: 8,
      windows: [
        { start: 0, from: 0, to: 6 },
        { start: 4, from: 6, to: 12 },
      ],
    });
  });

  it('makes windows no longer than their number calls for', () => {
    // Two windows of 12 samples with halos of 2 overlap in 4: 8 each. Three of 40 with 5: (40 + 2 * 10) / 3 = 20.
    expect(cutWindows(12, 11, 2).size).toBe(8);
    expect(cutWindows(40, 24, 5)).toEqual({
      size: 20,
      windows: [
        { start: 0, from: 0, to: 15 },
        { start: 10, from: 15, to: 25 },
        { start: 20, from: 25, to: 40 },
      ],
    });
  });

  it('keeps every sample once, a halo away from inner edges, whatever the sizes', () => {
    for (let length = 1; length < 90; length++)
      for (const [max, halo] of [
        [7, 3],
        [16, 7],
        [20, 0],
        [33, 10],
      ]) {
        const { size, windows } = cutWindows(length, max, halo);
        let next = 0;
        for (const { start, from, to } of windows) {
          expect(from).toBe(next);
          next = to;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start + size).toBeLessThanOrEqual(length);
          if (start > 0) expect(from - start).toBeGreaterThanOrEqual(halo);
          if (start + size < length) expect(start + size - to).toBeGreaterThanOrEqual(halo);
        }
        expect(next).toBe(length);
        expect(size).toBeLessThanOrEqual(max);
      }
  });

  it('refuses tiles that are all halo', () => {
    expect(() => cutWindows(100, 14, 7)).toThrow(/nothing between halos of 7/);
  });
});
