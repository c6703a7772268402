import { describe, expect, it } from 'vitest';
import type { Grid } from './grid.ts';
import { checkOvershoot, limitOvershoot, measureOvershoot } from './overshoot.ts';

const grid = (width: number, height: number, depth: number, data: readonly number[]): Grid => ({
  width,
  height,
  depth,
  data: Float32Array.from(data),
});

/** Every voxel repeated along all axes: nothing beyond the input. */
function repeated({ width, height, depth, data }: Grid, scale: number): Grid {
  const [w, h, d] = [width * scale, height * scale, depth * scale];
  const at = (i: number) => {
    const [x, y, z] = [i % w, Math.floor(i / w) % h, Math.floor(i / (w * h))].map((n) =>
      Math.floor(n / scale),
    );
    return data[(z * height + y) * width + x];
  };
  return { width: w, height: h, depth: d, data: Float32Array.from({ length: w * h * d }, (_, i) => at(i)) };
}

/** The definition, voxel by voxel: how far each value lies outside of the input within one step of its parent. */
function beyond(input: Grid, result: Grid, scale: number): number[] {
  const near = (n: number, size: number) => [n - 1, n, n + 1].filter((k) => k >= 0 && k < size);
  return [...result.data].map((value, i) => {
    const x = Math.floor((i % result.width) / scale);
    const y = Math.floor((Math.floor(i / result.width) % result.height) / scale);
    const z = Math.floor(Math.floor(i / (result.width * result.height)) / scale);
    const values = near(z, input.depth).flatMap((c) =>
      near(y, input.height).flatMap((b) =>
        near(x, input.width).map((a) => input.data[(c * input.height + b) * input.width + a]),
      ),
    );
    return Math.max(value - Math.max(...values), Math.min(...values) - value, 0);
  });
}

const random = (count: number, seed: number) =>
  Array.from({ length: count }, (_, i) => (Math.imul(i + seed, 0x9e3779b1) >>> 8) / 2 ** 24);

describe('voxels beyond the input around them', () => {
  it.each([2, 4])('are none where each voxel is repeated, %ix', (scale) => {
    const input = grid(4, 3, 2, random(24, 7));
    const found = measureOvershoot(input, repeated(input, scale), [0, 1]);
    expect(found).toMatchObject({ margin: 0.1, voxels: 24 * scale ** 3, above: 0, below: 0, worst: null });
    expect(checkOvershoot(found).level).toBe('ok');
  });

  it('are found where they were put, and the worst is told', () => {
    const input = grid(5, 4, 3, random(60, 1));
    const result = repeated(input, 2);
    // Among 27 of these values the span is below 1: 10 and -3 lie beyond it, wherever they are put.
    const dark = 3 + 10 * (5 + 8 * 2);
    const bright = 7 + 10 * (0 + 8 * 5);
    result.data[dark] = -3;
    result.data[bright] = 10;
    const found = measureOvershoot(input, result, [0, 2]);
    expect(found).toMatchObject({ margin: 0.2, above: 1, below: 1 });
    expect([...found.places]).toEqual([dark, bright]);
    expect(found.worst?.voxel).toEqual([7, 0, 5]);
    expect(found.worst?.value).toBe(10);
  });

  it('are those of the definition', () => {
    const input = grid(6, 5, 4, random(120, 3));
    const result = repeated(input, 2);
    random(result.data.length, 99).forEach((value, i) => {
      result.data[i] += 1.5 * (value - 0.5);
    });
    const distances = beyond(input, result, 2);
    const wanted = distances.flatMap((distance, i) => (distance > 0.1 ? [i] : []));
    expect(wanted.length).toBeGreaterThan(20);
    expect([...measureOvershoot(input, result, [0, 1]).places]).toEqual(wanted);
  });

  it('are none once a result is held, and what was near enough stays', () => {
    const input = grid(6, 5, 4, random(120, 3));
    const result = repeated(input, 2);
    random(result.data.length, 99).forEach((value, i) => {
      result.data[i] += 1.5 * (value - 0.5);
    });
    const before = result.data.slice();
    const distances = beyond(input, result, 2);
    limitOvershoot(input, result, [0, 1]);
    expect(measureOvershoot(input, result, [0, 1])).toMatchObject({ above: 0, below: 0 });
    distances.forEach((distance, i) => {
      const moved = Math.abs(result.data[i] - before[i]);
      expect(moved).toBeCloseTo(Math.max(0, distance - 0.1), 5);
    });
  });

  it('are warned of from one of a thousand on, with count and share', () => {
    const of = (below: number) =>
      checkOvershoot({
        ...{ margin: 104.7, voxels: 262_144, above: 0, below, worst: null },
        places: new Uint32Array(),
      });
    expect(of(262).level).toBe('ok');
    expect(of(1000)).toMatchObject({ level: 'warn', check: 'overshoot', limit: 'at most 0.1 %' });
    expect(of(1000).message).toMatch(
      /^1,000 voxels .*\(0\.381 %; 1,000 too dark, 0 too bright\).*by more than 105/,
    );
  });
});
