import { describe, expect, it } from 'vitest';
import { tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { resizeFamily } from './resize.ts';
import { isIdentity, repeatOf, tapsOf } from './taps.ts';

type Resize = Vocabulary['resize'];
type Options = Partial<Omit<Resize, 'axes'>> & { readonly roi?: readonly [number, number][] };

const plain = {
  mode: 'nearest',
  coordinates: 'half_pixel',
  nearest: 'round_prefer_floor',
  cubicA: -0.75,
  excludeOutside: false,
  antialias: false,
  extrapolation: 0,
} as const;

/** A picture (rows of numbers) resized to `size` at `scale`, by default the ratio of the extents. */
function resized(
  x: number[][],
  size: [number, number],
  options: Options = {},
  scale?: [number, number],
): number[][] {
  const { roi, ...given } = options;
  const extents = [x.length, x[0].length];
  const axes = size.map((own, axis) => ({
    axis,
    size: own,
    scale: scale?.[axis] ?? own / extents[axis],
    roi: roi?.[axis] ?? ([0, 1] as const),
  }));
  const problem = {
    attributes: { ...plain, ...given, axes },
    inputs: [tensor(extents)],
    outputs: [tensor(size)],
  };
  const [y] = resizeFamily.reference(problem, [Float32Array.from(x.flat())]);
  return Array.from({ length: size[0] }, (_, row) => [...y.subarray(row * size[1], (row + 1) * size[1])]);
}

function near(actual: number[][], expected: number[][], digits = 5): void {
  expect(actual.map((row) => row.length)).toEqual(expected.map((row) => row.length));
  for (const [r, row] of expected.entries())
    for (const [c, value] of row.entries())
      expect(actual[r][c], `row ${r} column ${c}`).toBeCloseTo(value, digits);
}

const four = [
  [1, 2],
  [3, 4],
];
const eight = [
  [1, 2, 3, 4],
  [5, 6, 7, 8],
];
const sixteen = [
  [1, 2, 3, 4],
  [5, 6, 7, 8],
  [9, 10, 11, 12],
  [13, 14, 15, 16],
];

// Expected values are those printed in the ONNX operator documentation, under the same names.
describe('nearest', () => {
  it('upsample_scales_nearest', () => {
    near(resized(four, [4, 6]), [
      [1, 1, 1, 2, 2, 2],
      [1, 1, 1, 2, 2, 2],
      [3, 3, 3, 4, 4, 4],
      [3, 3, 3, 4, 4, 4],
    ]);
  });
  it('downsample_scales_nearest, scale 0.6', () => {
    near(resized(eight, [1, 2], {}, [0.6, 0.6]), [[1, 3]]);
  });
  it('upsample_sizes_nearest_ceil_half_pixel', () => {
    const row = [1, 2, 2, 3, 3, 4, 4, 4];
    const from = (n: number) => row.map((value) => value + n);
    const rows = [0, 4, 4, 8, 8, 12, 12, 12].map(from);
    near(resized(sixteen, [8, 8], { nearest: 'ceil' }), rows);
  });
  it('upsample_sizes_nearest_floor_align_corners', () => {
    const row = [1, 1, 1, 2, 2, 3, 3, 4];
    const rows = [0, 0, 0, 4, 4, 8, 8, 12].map((n) => row.map((value) => value + n));
    near(resized(sixteen, [8, 8], { nearest: 'floor', coordinates: 'align_corners' }), rows);
  });
  it('upsample_sizes_nearest_round_prefer_ceil_asymmetric', () => {
    const row = [1, 2, 2, 3, 3, 4, 4, 4];
    const rows = [0, 4, 4, 8, 8, 12, 12, 12].map((n) => row.map((value) => value + n));
    near(resized(sixteen, [8, 8], { nearest: 'round_prefer_ceil', coordinates: 'asymmetric' }), rows);
  });
  it('takes a coordinate within float32 of a whole for that whole', () => {
    const scale = Math.fround(10 / 7);
    const axis = { axis: 0, size: 20, scale, roi: [0, 1] as const };
    const attributes = { ...plain, coordinates: 'asymmetric', nearest: 'floor', axes: [axis] } as const;
    const { index } = tapsOf(attributes, axis, 14);
    expect(index[10]).toBe(7); // 10 * 7 / 10, though 10 / fround(10 / 7) is 6.9999998
  });
});

describe('linear', () => {
  it('upsample_scales_linear', () => {
    near(resized(four, [4, 4], { mode: 'linear' }), [
      [1, 1.25, 1.75, 2],
      [1.5, 1.75, 2.25, 2.5],
      [2.5, 2.75, 3.25, 3.5],
      [3, 3.25, 3.75, 4],
    ]);
  });
  it('upsample_scales_linear_align_corners', () => {
    near(resized(four, [4, 4], { mode: 'linear', coordinates: 'align_corners' }), [
      [1, 4 / 3, 5 / 3, 2],
      [5 / 3, 2, 7 / 3, 8 / 3],
      [7 / 3, 8 / 3, 3, 10 / 3],
      [3, 10 / 3, 11 / 3, 4],
    ]);
  });
  it('downsample_scales_linear, scale 0.6', () => {
    near(resized(eight, [1, 2], { mode: 'linear' }, [0.6, 0.6]), [[8 / 3, 13 / 3]]);
  });
  it('downsample_scales_linear_align_corners takes the length 0.6 * 4, not 2', () => {
    near(resized(eight, [1, 2], { mode: 'linear', coordinates: 'align_corners' }, [0.6, 0.6]), [
      [1, 1 + 3 / 1.4],
    ]);
  });
  it('align_corners to one element takes the first', () => {
    near(resized(four, [1, 1], { mode: 'linear', coordinates: 'align_corners' }), [[1]]);
  });
  it('downsample_sizes_linear_pytorch_half_pixel', () => {
    near(resized(sixteen, [3, 1], { mode: 'linear', coordinates: 'pytorch_half_pixel' }), [
      [5 / 3],
      [7],
      [37 / 3],
    ]);
  });
  it('upsample_scales_linear_half_pixel_symmetric, scales 2.3 and 2.94', () => {
    const options = { mode: 'linear', coordinates: 'half_pixel_symmetric' } as const;
    near(resized(four, [4, 5], options, [2.3, 2.94]), [
      [1, 1.15986395, 1.5, 1.84013605, 2],
      [1.56521738, 1.72508133, 2.06521738, 2.40535343, 2.56521738],
      [2.43478262, 2.59464657, 2.93478262, 3.27491867, 3.43478262],
      [3, 3.15986395, 3.5, 3.84013605, 4],
    ]);
  });
  it('tf_crop_and_resize, with the extrapolation value outside', () => {
    const crop = { mode: 'linear', coordinates: 'tf_crop_and_resize', extrapolation: 10 } as const;
    const inside = {
      ...crop,
      roi: [
        [0.4, 0.6],
        [0.6, 0.8],
      ] as [number, number][],
    };
    near(resized(sixteen, [3, 3], inside), [
      [7.6, 7.9, 8.2],
      [8.8, 9.1, 9.4],
      [10, 10.3, 10.6],
    ]);
    const partly = {
      ...crop,
      roi: [
        [0.4, 1.2],
        [0.6, 1.7],
      ] as [number, number][],
    };
    near(resized(sixteen, [3, 3], partly), [
      [7.6, 10, 10],
      [12.4, 10, 10],
      [10, 10, 10],
    ]);
  });
  it('downsample_scales_linear_antialias, scale 0.6', () => {
    // A triangle of half-width 1 / 0.6 about 1/3 and 2: by hand, weights 0.8 0.6 (and 0.2 folded onto the edge), ...
    const [row] = resized([[1, 2, 3, 4]], [1, 2], { mode: 'linear', antialias: true }, [1, 0.6]);
    const left = [
      [1, 0.2],
      [1, 0.8],
      [2, 0.6],
      [3, 0],
    ];
    const right = [
      [1, 0],
      [2, 0.4],
      [3, 1],
      [4, 0.4],
    ];
    const mean = (taps: number[][]) =>
      taps.reduce((sum, [value, w]) => sum + value * w, 0) / taps.reduce((sum, [, w]) => sum + w, 0);
    expect(row[0]).toBeCloseTo(mean(left), 12);
    expect(row[1]).toBeCloseTo(mean(right), 12);
  });
});

describe('cubic', () => {
  it('upsample_scales_cubic', () => {
    const rows = resized(sixteen, [8, 8], { mode: 'cubic' });
    near(
      rows.slice(0, 2),
      [
        [0.47265625, 0.76953125, 1.24609375, 1.875, 2.28125, 2.91015625, 3.38671875, 3.68359375],
        [1.66015625, 1.95703125, 2.43359375, 3.0625, 3.46875, 4.09765625, 4.57421875, 4.87109375],
      ],
      8,
    );
  });
  it('upsample_scales_cubic_align_corners', () => {
    const rows = resized(sixteen, [8, 8], { mode: 'cubic', coordinates: 'align_corners' });
    near(rows.slice(1, 2), [
      [2.36443149, 2.70553936, 3.16472303, 3.69387755, 4.03498542, 4.56413994, 5.02332362, 5.36443149],
    ]);
  });
  it('downsample_scales_cubic, scale 0.8', () => {
    near(resized(sixteen, [3, 3], { mode: 'cubic' }, [0.8, 0.8]), [
      [1.47119141, 2.78125, 4.08251953],
      [6.71142578, 8.02148438, 9.32275391],
      [11.91650391, 13.2265625, 14.52783203],
    ]);
  });
  it('downsample_scales_cubic_A_n0p5_exclude_outside, scale 0.8', () => {
    const options = { mode: 'cubic', cubicA: -0.5, excludeOutside: true } as const;
    near(resized(sixteen, [3, 3], options, [0.8, 0.8]), [
      [1.36812675, 2.6695014, 4.0133367],
      [6.57362535, 7.875, 9.2188353],
      [11.94896657, 13.25034122, 14.59417652],
    ]);
  });
  it('upsample_scales_cubic_asymmetric: whole positions are kept', () => {
    const rows = resized(sixteen, [8, 8], { mode: 'cubic', coordinates: 'asymmetric' });
    near([rows[0]], [[1, 1.40625, 2, 2.5, 3, 3.59375, 4, 4.09375]], 8);
  });
});

describe('taps', () => {
  const axis = { axis: 0, size: 6, scale: 2, roi: [0, 1] as const };

  it('know a repeat by whole factors, whatever the mode that gives it', () => {
    const floor = { ...plain, coordinates: 'asymmetric', nearest: 'floor', axes: [axis] } as const;
    expect(repeatOf(tapsOf(floor, axis, 3), 6, 3)).toBe(2);
    expect(repeatOf(tapsOf({ ...plain, axes: [axis] }, axis, 3), 6, 3)).toBe(2);
    expect(repeatOf(tapsOf({ ...floor, nearest: 'ceil' }, axis, 3), 6, 3)).toBeNull();
  });
  it('know an axis that stays as it is', () => {
    const same = { ...axis, size: 3, scale: 1 };
    expect(isIdentity(tapsOf({ ...plain, mode: 'cubic', axes: [same] }, same, 3), 3, 3)).toBe(true);
    expect(isIdentity(tapsOf({ ...plain, axes: [axis] }, axis, 3), 6, 3)).toBe(false);
  });
  it('sum to one', () => {
    const shrinking = { ...axis, size: 5, scale: 5 / 17 };
    const { weight, count } = tapsOf({ ...plain, mode: 'cubic', antialias: true, axes: [] }, shrinking, 17);
    for (let o = 0; o < 5; o++)
      expect(weight.slice(o * count, (o + 1) * count).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });
});
