import { describe, expect, it } from 'vitest';
import type { Labels, Raster } from '../imaging/types.ts';
import { chestPhantom, headPhantom, nucleiField, threeChannelCells } from './index.ts';
import { normal, seeded, smoothField, step } from './random.ts';

const at = ({ data, width }: Raster | Labels, x: number, y: number) => data[y * width + x]!;

/** Mean over a square of 9 x 9 pixels, so that grain does not matter. */
function around(picture: Raster, x: number, y: number): number {
  let sum = 0;
  for (let dy = -4; dy <= 4; dy++) for (let dx = -4; dx <= 4; dx++) sum += at(picture, x + dx, y + dy);
  return sum / 81;
}

/** Labels that occur, and the mean of a channel inside and outside of them. */
function contrast(labels: Labels, plane: Float32Array) {
  const sums = [0, 0];
  const counts = [0, 0];
  labels.data.forEach((label, i) => {
    const side = label > 0 ? 1 : 0;
    sums[side]! += plane[i]!;
    counts[side]! += 1;
  });
  return { outside: sums[0]! / counts[0]!, inside: sums[1]! / counts[1]! };
}

function expectBytes(data: Float32Array) {
  expect(data.every((value) => Number.isInteger(value) && value >= 0 && value <= 255)).toBe(true);
}

describe('chance', () => {
  it('repeats itself for a seed and differs between seeds', () => {
    const [a, b, c] = [seeded(1), seeded(1), seeded(2)];
    const draw = (random: () => number) => Array.from({ length: 8 }, random);
    const first = draw(a);
    expect(draw(b)).toEqual(first);
    expect(draw(c)).not.toEqual(first);
  });

  it('is uniform, and normal where it says so', () => {
    const random = seeded(3);
    const values = Array.from({ length: 20_000 }, random);
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    expect(mean).toBeCloseTo(0.5, 1.7); // standard error 0.002
    const bell = Array.from({ length: 20_000 }, () => normal(random));
    const variance = bell.reduce((sum, v) => sum + v * v, 0) / bell.length;
    expect(Math.abs(variance - 1)).toBeLessThan(0.05); // standard error sqrt(2 / n) = 0.01
  });

  it('joins its lattice smoothly and stays within -1..1', () => {
    const field = smoothField(4);
    const points = Array.from({ length: 2000 }, (_, i) => field(i * 0.037, 5.2, i * 0.011));
    expect(Math.max(...points.map(Math.abs))).toBeLessThanOrEqual(1);
    expect(Math.abs(field(2.9999, 0.3) - field(3.0001, 0.3))).toBeLessThan(1e-3);
    expect(step(0, 1, 0.5)).toBe(0.5);
    expect(step(1, 0, 2)).toBe(0);
  });
});

describe('the head', () => {
  const head = headPhantom({ width: 64, height: 64, depth: 16 });

  it('is a volume of bytes in RAS space with its middle at the origin', () => {
    expect(head.data).toHaveLength(64 * 64 * 16);
    expectBytes(head.data);
    expect(head.spacing).toEqual([114.4 / 64, 140.8 / 64, 44 / 16]);
    const middle = (axis: number, size: number) =>
      head.affine[4 * axis + axis]! * ((size - 1) / 2) + head.affine[4 * axis + 3]!;
    for (const [axis, size] of [64, 64, 16].entries()) expect(middle(axis, size)).toBeCloseTo(0, 10);
  });

  it('has dark air, fluid darker than grey and grey darker than white matter', () => {
    const voxel = (x: number, y: number, z: number) => {
      const [i, j, k] = [(0.69 * x) / 1.7875 + 31.5, (0.69 * y) / 2.2 + 31.5, (0.69 * z) / 2.75 + 7.5].map(
        Math.round,
      ) as [number, number, number];
      return head.data[(k * 64 + j) * 64 + i]!;
    };
    expect(head.data[0]).toBeLessThan(15);
    const [fluid, white, deep] = [voxel(11, 4, 8), voxel(36, 4, 12), voxel(23, 4, 0)];
    expect(fluid).toBeLessThan(70);
    expect(deep).toBeGreaterThan(fluid + 40);
    expect(white).toBeGreaterThan(deep + 15);
  });

  it('shows the same anatomy at every size', () => {
    const fine = headPhantom({ width: 96, height: 96, depth: 32, noise: 0 });
    const coarse = headPhantom({ width: 48, height: 48, depth: 16, noise: 0 });
    const mean = (data: Float32Array) => data.reduce((sum, value) => sum + value, 0) / data.length;
    expect(Math.abs(mean(fine.data) - mean(coarse.data))).toBeLessThan(2);
  });

  it('is the same for the same seed', () => {
    const small = { width: 16, height: 16, depth: 4 };
    expect(headPhantom(small)).toEqual(headPhantom(small));
    expect(headPhantom(small).data).not.toEqual(headPhantom({ ...small, seed: 8 }).data);
  });
});

describe('the chest', () => {
  const clear = chestPhantom();
  const ill = chestPhantom({ opacity: true });

  it('is a frontal radiograph of bytes, dense where the body is', () => {
    expectBytes(clear.data);
    const [lung, heart, spine, air] = [
      around(clear, 75, 120),
      around(clear, 150, 160),
      around(clear, 128, 100),
      at(clear, 4, 4),
    ];
    expect(air).toBeLessThan(30);
    expect(heart).toBeGreaterThan(lung + 60);
    expect(spine).toBeGreaterThan(lung + 60);
  });

  it('has an opacity only where and when it is asked for', () => {
    expect(around(ill, 77, 150)).toBeGreaterThan(around(clear, 77, 150) + 25);
    expect(around(ill, 190, 150)).toBeCloseTo(around(clear, 190, 150), 5);
  });
});

describe('the cells', () => {
  it('labels each nucleus that it draws, bright on a dark ground', () => {
    const { picture, truth } = nucleiField();
    expectBytes(picture.data);
    expect(truth.count).toBe(34);
    expect(new Set(truth.data).size).toBe(35); // the background too
    const { inside, outside } = contrast(truth, picture.data);
    expect(inside).toBeGreaterThan(outside + 50);
  });

  it('draws three channels: nuclei inside of cells, cytoplasm around them, relief of both', () => {
    const { picture, truth } = threeChannelCells();
    const plane = (channel: number) => picture.data.subarray(channel * 65536, (channel + 1) * 65536);
    expectBytes(picture.data);
    expect(picture.channels).toBe(3);
    expect(truth.count).toBeGreaterThanOrEqual(10);
    for (const channel of [0, 1]) {
      const { inside, outside } = contrast(truth, plane(channel));
      expect(inside).toBeGreaterThan(outside + 30);
    }
    const bright = plane(0).reduce((sum, v, i) => sum + (v > 80 && truth.data[i] === 0 ? 1 : 0), 0);
    expect(bright).toBe(0); // no nucleus leaves its cell
  });

  it('is the same for the same seed', () => {
    expect(nucleiField({ side: 64, count: 3 })).toEqual(nucleiField({ side: 64, count: 3 }));
    expect(nucleiField({ side: 64, count: 3 }).truth.data).not.toEqual(
      nucleiField({ side: 64, count: 3, seed: 9 }).truth.data,
    );
  });
});
