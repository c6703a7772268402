import { describe, expect, test } from 'vitest';
import { pattern } from './testing/drawing.ts';
import { cutTile, padToMultiple, planTiles, stitchTiles, windowOf } from './tiles.ts';

describe('tiles', () => {
  test.each([
    [3200, 4792, 800, 64],
    [800, 800, 800, 0],
    [801, 100, 256, 32],
    [7, 5, 4, 3],
    [1, 1, 16, 8],
  ])(
    '%d x %d in tiles of %d, overlap %d: every pixel is covered, neighbours overlap enough',
    (width, height, side, overlap) => {
      const { tiles } = planTiles(width, height, side, overlap);
      for (const [length, starts] of [
        [width, [...new Set(tiles.map(({ left }) => left))]],
        [height, [...new Set(tiles.map(({ top }) => top))]],
      ] as const) {
        expect(starts[0]).toBeLessThanOrEqual(0);
        expect(starts.at(-1)! + side).toBeGreaterThanOrEqual(length);
        for (let i = 1; i < starts.length; i++)
          expect(starts[i - 1]! + side - starts[i]!).toBeGreaterThanOrEqual(overlap);
        if (length >= side) expect(starts.at(-1)! + side).toBe(length);
      }
    },
  );

  test("the paper's field needs 4 x 6 tiles of 800", () => {
    expect(planTiles(4792, 3200, 800, 0).tiles.length).toBe(24);
  });

  test('plans without sense are refused', () => {
    expect(() => planTiles(10, 10, 4, 4)).toThrowError(/overlapping by 4/);
    expect(() => planTiles(0, 10, 4, 1)).toThrowError(/0 x 10/);
  });

  test.each(['blend', 'centre'] as const)('%s: tiles put together give the picture', (stitching) => {
    const plane = pattern(23, 17);
    const plan = planTiles(23, 17, 9, 4);
    const stitcher = stitchTiles(plan, stitching);
    for (const tile of plan.tiles) stitcher.add(tile, cutTile(plane, plan, tile).data);
    stitcher.finish().data.forEach((value, i) => {
      expect(value).toBeCloseTo(plane.data[i]!, 4);
    });
  });

  test('blending goes from one tile to the other over the overlap; centres change over in its middle', () => {
    const plan = planTiles(6, 4, 4, 2);
    const halves = (stitching: 'blend' | 'centre') => {
      const stitcher = stitchTiles(plan, stitching);
      plan.tiles.forEach((tile, i) => {
        stitcher.add(tile, new Float32Array(16).fill(i));
      });
      return [...stitcher.finish().data.subarray(6, 12)];
    };
    // Weights fall 1.5, 0.5 in the first tile while they rise 0.5, 1.5 in the second.
    expect(halves('blend')).toEqual([0, 0, 0.25, 0.75, 1, 1]);
    expect(halves('centre')).toEqual([0, 0, 0, 1, 1, 1]);
  });

  test('a missing tile or one of another size is told', () => {
    const stitcher = stitchTiles(planTiles(6, 4, 4, 2));
    expect(() => stitcher.add({ left: 0, top: 0 }, new Float32Array(9))).toThrowError(/9 values/);
    stitcher.add({ left: 0, top: 0 }, new Float32Array(16));
    expect(() => stitcher.finish()).toThrowError(/Pixel 4, 0/);
  });
});

describe('padding', () => {
  test('mirrors about the end pixels, as NumPy reflect', () => {
    const line = { width: 4, height: 1, data: Float32Array.of(0, 1, 2, 3) };
    expect([...windowOf(line, -5, 0, 14, 1).data]).toEqual([1, 2, 3, 2, 1, 0, 1, 2, 3, 2, 1, 0, 1, 2]);
  });

  test('to a multiple grows right and down', () => {
    const padded = padToMultiple(pattern(5, 3), 4);
    expect([padded.width, padded.height]).toEqual([8, 4]);
    expect(padded.data[3 * 8 + 0]).toBe(pattern(5, 3).data[1 * 5]);
    expect(padded.data[5]).toBe(pattern(5, 3).data[3]);
  });
});
