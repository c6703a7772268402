import { describe, expect, it } from 'vitest';
import type { Labels, Raster, Volume } from '../imaging/types.ts';
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
  const head = headPhantom({ voxel: 2 });

  it('is a volume of bytes in RAS space with its middle at the origin', () => {
    const { width, height, depth, data, affine, spacing } = head;
    expect([width, height, depth]).toEqual([40, 52, 24]); // 83 x 102 x 44 mm in voxels of 2 mm, in fours
    expect(data).toHaveLength(40 * 52 * 24);
    expectBytes(data);
    expect(spacing).toEqual([2, 2, 2]);
    const middle = (axis: number, size: number) =>
      affine[4 * axis + axis]! * ((size - 1) / 2) + affine[4 * axis + 3]!;
    for (const [axis, size] of [width, height, depth].entries())
      expect(middle(axis, size)).toBeCloseTo(0, 10);
  });

  it('has dark air, fluid darker than grey and grey darker than white matter', () => {
    // Places in mm of an adult's head; this one is half as large.
    const voxel = (x: number, y: number, z: number) => {
      const [i, j, k] = [x / 4 + 19.5, y / 4 + 25.5, z / 4 + 11.5].map(Math.round);
      return head.data[(k! * 52 + j!) * 40 + i!]!;
    };
    expect(head.data[0]).toBeLessThan(15);
    const [fluid, white, deep] = [voxel(11, 4, 8), voxel(36, 4, 12), voxel(23, 4, 0)];
    expect(fluid).toBeLessThan(90);
    expect(deep).toBeGreaterThan(fluid + 30);
    expect(white).toBeGreaterThan(deep + 15);
  });

  it('shows the same anatomy in voxels of any size, and can be reduced', () => {
    const mean = ({ data }: Volume) => data.reduce((sum, value) => sum + value, 0) / data.length;
    const fine = headPhantom({ voxel: 1.4, noise: 0 });
    const coarse = headPhantom({ voxel: 2.6, noise: 0 });
    expect(Math.abs(mean(fine) - mean(coarse))).toBeLessThan(6);
    for (const { width, height, depth } of [fine, coarse])
      expect([width % 4, height % 4, depth % 4]).toEqual([0, 0, 0]);
  });

  it('is the same for the same seed', () => {
    expect(headPhantom({ voxel: 6 })).toEqual(headPhantom({ voxel: 6 }));
    expect(headPhantom({ voxel: 6 }).data).not.toEqual(headPhantom({ voxel: 6, seed: 8 }).data);
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
