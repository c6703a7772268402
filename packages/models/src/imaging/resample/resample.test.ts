import { describe, expect, test } from 'vitest';
import type { Volume } from '../types.ts';
import { box, cubic, lanczos, triangle } from './filters.ts';
import { methods } from './methods.ts';
import { centreCrop, cropPlane, resizePlane, resizeShortSide, roundHalfEven } from './plane.ts';
import { resize1d } from './resize1d.ts';
import { planTaps } from './taps.ts';
import { cropToMultiple, resizeDepth, resizeInPlane, roundToByte } from './volume.ts';

/** The pattern (i * 7919) mod 101 that the expected values of other libraries were computed for. */
const pattern = (width: number, height: number) => ({
  width,
  height,
  data: Float32Array.from({ length: width * height }, (_, i) => (i * 7919) % 101),
});

const close = (actual: ArrayLike<number>, expected: readonly number[], digits: number) => {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expect(actual[i]).toBeCloseTo(value, digits);
  });
};

describe('filters', () => {
  test('the cubic with a = -0.75 weighs a quarter step as OpenCV and PyTorch do', () => {
    const weights = [-1.25, -0.25, 0.75, 1.75].map(cubic(-0.75).weight);
    close(weights, [-0.10546875, 0.87890625, 0.26171875, -0.03515625], 12);
  });

  test("Keys' cubic at half a step is -1/16, 9/16, 9/16, -1/16", () => {
    close([-1.5, -0.5, 0.5, 1.5].map(cubic(-0.5).weight), [-0.0625, 0.5625, 0.5625, -0.0625], 12);
  });

  test('Lanczos-3 is one at 0, zero at whole numbers, and sinc times sinc between', () => {
    const { weight } = lanczos(3);
    close([0, 1, 2, 3].map(weight), [1, 0, 0, 0], 12);
    expect(weight(0.5)).toBeCloseTo((2 / Math.PI) * (3 / Math.PI), 12);
  });

  test('the box gives every point to exactly one of its neighbours', () => {
    for (const x of [0, 0.25, 0.5, 0.75]) expect(box.weight(x) + box.weight(x - 1)).toBe(1);
  });
});

describe('planTaps', () => {
  test.each(Object.entries(methods))('%s: every row of weights sums to one', (_, method) => {
    for (const [from, to] of [
      [7, 3],
      [3, 7],
      [1, 5],
      [5, 1],
      [6, 6],
    ] as const) {
      const { width, weights, first } = planTaps(from, to, method);
      for (let i = 0; i < to; i++) {
        const row = weights.subarray(i * width, (i + 1) * width);
        expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        expect(first[i]! >= 0 && first[i]! + width <= from).toBe(true);
      }
    }
  });

  test('imresize by a half: the widened cubic over the mirrored signal', () => {
    // MATLAB: imresize([0 0 0 0 8 0 0 0], 0.5). The 4.5..-3.5 half-steps of Keys' cubic, halved:
    // h(0.25) = 0.8671875, h(0.75) = 0.2265625, h(1.25) = -0.0703125, h(1.75) = -0.0234375.
    const taps = planTaps(8, 4, methods.imresize);
    const line = resize1d(Float32Array.of(0, 0, 0, 0, 8, 0, 0, 0), 1, 1, taps);
    close(line, [-0.09375, 0.90625, 3.46875, -0.28125], 6);
  });

  test('lengths that are not positive whole numbers are refused', () => {
    expect(() => planTaps(4, 0, methods.linear)).toThrowError(/4 samples to 0/);
    expect(() => planTaps(2.5, 4, methods.linear)).toThrowError(/2.5 samples to 4/);
  });
});

describe('resize1d', () => {
  test('linear doubling: quarters, and the ends repeat', () => {
    const out = resize1d(Float32Array.of(0, 4, 8), 1, 1, planTaps(3, 6, methods.linear));
    close(out, [0, 1, 3, 5, 7, 8], 6);
  });

  test('bicubic doubling repeats the end samples', () => {
    // First output lies a quarter before sample 0: weights of samples -2..1 are -0.0352, 0.2617, 0.8789, -0.1055.
    const out = resize1d(Float32Array.of(0, 64, 0, 0), 1, 1, planTaps(4, 8, methods.bicubic));
    expect(out[0]).toBeCloseTo(64 * -0.10546875, 5);
    expect(out[1]).toBeCloseTo(64 * 0.26171875, 5);
    expect(out[2]).toBeCloseTo(64 * 0.87890625, 5);
  });

  test('nearest takes the sample under the centre', () => {
    const out = resize1d(Float32Array.of(1, 2, 3, 4, 5), 1, 1, planTaps(5, 3, methods.nearest));
    expect([...out]).toEqual([1, 3, 5]);
  });

  test('the middle axis is resampled whatever lies around it', () => {
    const taps = planTaps(2, 4, { filter: triangle, antialias: false, edge: 'clamp' });
    const out = resize1d(Float32Array.of(0, 10, 4, 14, 100, 100, 100, 100), 2, 2, taps);
    expect([...out]).toEqual([0, 10, 1, 11, 3, 13, 4, 14, ...new Array(8).fill(100)]);
  });

  test('an array of another length is refused', () => {
    expect(() => resize1d(new Float32Array(5), 1, 1, planTaps(4, 2, methods.linear))).toThrowError(
      /5 values/,
    );
  });
});

describe('planes', () => {
  test.each([
    ['bicubicAntialiased', [44.7936783, 46.2902298, 43.3446426, 55.4152412, 54.2967796, 61.0052986]],
    ['linearAntialiased', [45.704544, 45.4278069, 45.6525955, 54.6948051, 55.2860947, 58.9058456]],
    ['lanczos', [44.9289474, 46.7595329, 41.9854126, 55.6580467, 53.6338463, 62.3126602]],
  ] as const)('%s, 7 x 5 to 3 x 2, equals Pillow 12.3', (name, expected) => {
    close(resizePlane(pattern(7, 5), 3, 2, methods[name]).data, expected, 4);
  });

  test('Lanczos doubling equals Pillow 12.3 up to the edges', () => {
    const out = resizePlane(pattern(7, 1), 14, 1, methods.lanczos).data;
    close(out.subarray(0, 4), [-3.7930861, 5.1651325, 24.8322464, 59.5897446], 4);
    close(out.subarray(12), [32.6093788, 51.6447945], 4);
  });

  test('the short side is scaled and the long one truncated', () => {
    const { width, height } = resizeShortSide(pattern(30, 23), 11);
    expect([width, height]).toEqual([14, 11]);
  });

  test('the centre crop splits odd margins to the even side', () => {
    expect([...centreCrop(pattern(5, 2), 2).data]).toEqual([...cropPlane(pattern(5, 2), 2, 0, 2, 2).data]);
    expect([...centreCrop(pattern(3, 2), 2).data]).toEqual([...cropPlane(pattern(3, 2), 0, 0, 2, 2).data]);
    expect(() => centreCrop(pattern(3, 2), 4)).toThrowError(/leaves the 3 x 2 picture/);
  });

  test('halves are rounded to even', () => {
    expect([0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 2.5001].map(roundHalfEven)).toEqual([0, 2, 2, 0, -2, 2, 3]);
  });
});

describe('volumes', () => {
  const volume: Volume = {
    width: 4,
    height: 2,
    depth: 3,
    data: Float32Array.from({ length: 24 }, (_, i) => i),
    affine: [-2, 0, 0, 10, 0, 3, 0, 20, 0, 0, 4, 30, 0, 0, 0, 1],
    spacing: [2, 3, 4],
    stored: { type: 'uint8', slope: 1, intercept: 0 },
  };

  test('enlarging keeps the outer faces of the volume where they are', () => {
    const twice = resizeDepth(resizeInPlane(volume, 8, 4, methods.linear), 6, methods.linear);
    expect(twice.spacing).toEqual([1, 1.5, 2]);
    // The first voxel's centre moves a quarter of an old voxel outwards: +0.5, -0.75 and -1 mm.
    expect(twice.affine).toEqual([-1, 0, 0, 10.5, 0, 1.5, 0, 19.25, 0, 0, 2, 29, 0, 0, 0, 1]);
  });

  test('each axis is resampled along itself', () => {
    // Values are x + 4 y + 8 z, so that linear interpolation inside the volume returns the position.
    const twice = resizeDepth(resizeInPlane(volume, 8, 4, methods.linear), 6, methods.linear);
    expect(twice.data[(2 * 4 + 1) * 8 + 3]).toBeCloseTo(1.25 + 4 * 0.25 + 8 * 0.75, 5);
  });

  test('cropping to a multiple takes the far voxels away', () => {
    const { width, height, depth, data } = cropToMultiple(volume, 2);
    expect([width, height, depth]).toEqual([4, 2, 2]);
    expect([...data]).toEqual([...volume.data.subarray(0, 16)]);
  });

  test('rounding to bytes clips, and takes halves to even', () => {
    const out = roundToByte(Float32Array.of(-0.1, 1.2, 0.5 / 255, 1.5 / 255, 0.4));
    close(
      Array.from(out, (value) => value * 255),
      [0, 255, 0, 2, 102],
      4,
    );
  });
});
