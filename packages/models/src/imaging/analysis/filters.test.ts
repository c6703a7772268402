import { describe, expect, test } from 'vitest';
import { planFft } from './fft.ts';
import { divideBiasField, gaussianBlur, gaussianKernel, gaussianLaplace } from './gaussian.ts';
import { cdfLevels, rescaleByCdf } from './histogram.ts';
import { filterColumns, filterRows } from './lines.ts';
import { mirrored, reflected } from './mirror.ts';
import { percentiles, scaleByPercentiles } from './percentile.ts';
import { pattern } from './testing/drawing.ts';

const at = (data: Float32Array, places: readonly number[]) => places.map((i) => data[i]!);
const close = (actual: readonly number[], expected: readonly number[], digits: number) => {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expect(actual[i]).toBeCloseTo(value, digits);
  });
};

describe('mirroring', () => {
  test('with and without the end sample doubled, more than once around', () => {
    const range = Array.from({ length: 11 }, (_, i) => i - 4);
    expect(range.map((i) => mirrored(i, 3))).toEqual([2, 2, 1, 0, 0, 1, 2, 2, 1, 0, 0]);
    expect(range.map((i) => reflected(i, 4))).toEqual([2, 3, 2, 1, 0, 1, 2, 3, 2, 1, 0]);
    expect(reflected(5, 1)).toBe(0);
  });
});

describe('percentiles', () => {
  test('equal NumPy, also between two values', () => {
    const { data } = pattern(8, 6, 1 / 101);
    const expected = [0, 0.0009306930545717477, 0.2326732687652111, 0.3524059408009052, 0.9873069344758987];
    close(percentiles(data, [0, 0.1, 25, 37.3, 99.8]), expected, 12);
    expect(percentiles(data, [100])[0]).toBe(Math.fround(100 / 101));
  });

  test('negative and large values keep their order', () => {
    expect(percentiles(Float32Array.of(3e8, -2, -3e8, 0, 0.5), [0, 25, 50, 75, 100])).toEqual([
      -3e8, -2, 0, 0.5, 3e8,
    ]);
  });

  test('NaN, nothing, and percentiles out of range are refused', () => {
    expect(() => percentiles(Float32Array.of(1, Number.NaN), [50])).toThrowError(/Value 1 is not a number/);
    expect(() => percentiles(new Float32Array(0), [50])).toThrowError(/empty/);
    expect(() => percentiles(Float32Array.of(1), [101])).toThrowError(/101/);
  });

  test('scaling clips, and a flat picture becomes 0', () => {
    const line = { width: 5, height: 1, data: Float32Array.of(0, 1, 2, 3, 4) };
    expect([...scaleByPercentiles(line, 25, 75).data]).toEqual([0, 0, 0.5, 1, 1]);
    expect([...scaleByPercentiles({ ...line, data: line.data.fill(7) }, 1, 99).data]).toEqual([
      0, 0, 0, 0, 0,
    ]);
  });
});

describe('histogram', () => {
  const line = { width: 10, height: 1, data: Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 10) };

  test('levels are the centres of the bins where the cumulative fraction is reached', () => {
    // Ten bins of width 1 hold one value each but the ninth; 8 and 10 share none: [8,9) and [9,10].
    expect(cdfLevels(line.data, [0, 0.1, 0.5, 0.85, 1], 10)).toEqual([0, 0.5, 4.5, 8.5, 10]);
  });

  test('rescaling clips at the levels and stretches to 0..1', () => {
    const out = rescaleByCdf(line, 0, 1).data;
    close([...out], [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1], 6);
    const clipped = rescaleByCdf(line, 0.2, 0.8).data;
    expect(clipped[0]).toBe(0);
    expect(clipped[9]).toBe(1);
    expect(clipped[4]).toBeCloseTo((4 - 1) / 6, 3);
  });

  test('a flat picture becomes 0; infinity is refused', () => {
    expect([...rescaleByCdf({ width: 2, height: 1, data: Float32Array.of(5, 5) }, 0.1, 0.9).data]).toEqual([
      0, 0,
    ]);
    expect(() => cdfLevels(Float32Array.of(1, Number.POSITIVE_INFINITY), [0.5])).toThrowError(/Infinity/);
  });
});

describe('Fourier transform', () => {
  test('of a shifted impulse is a turning phase, in bit-reversed order', () => {
    const [re, im] = [Float64Array.of(0, 1, 0, 0), new Float64Array(4)];
    const fft = planFft(4);
    fft.forward(re, im);
    close([...re], [1, -1, 0, 0], 12);
    close([...im], [0, 0, -1, 1], 12);
    fft.inverse(re, im);
    close([...re], [0, 1, 0, 0], 12);
  });
});

describe('Gaussian filters', () => {
  const plane = pattern(8, 6, 1 / 101);
  const places = [0, 7, 20, 47];

  test('the kernel is cut at four sigma and sums to one', () => {
    const kernel = gaussianKernel(1.1);
    expect(kernel.length).toBe(5);
    expect(kernel[0]! + 2 * kernel.slice(1).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
    expect(kernel[2]! / kernel[0]!).toBeCloseTo(Math.exp(-2 / 1.21), 12);
  });

  test('blur equals SciPy', () => {
    close(at(gaussianBlur(plane, 1).data, places), [0.25197817, 0.54680373, 0.49760004, 0.3991668], 6);
  });

  test('blur equals SciPy where the kernel is wider than the picture', () => {
    close(at(gaussianBlur(plane, 5).data, places), [0.47667728, 0.47604754, 0.47680405, 0.47692369], 6);
  });

  test('blur by Fourier transform equals SciPy', () => {
    const wide = gaussianBlur(pattern(50, 40, 1 / 101), 20).data;
    close(at(wide, [0, 49, 1020, 1999]), [0.48979705, 0.49918185, 0.49345237, 0.49856958], 6);
  });

  test('an odd number of rows and columns leaves none out', () => {
    const impulse = { width: 101, height: 101, data: new Float32Array(101 * 101) };
    impulse.data[50 * 101 + 50] = 1;
    const kernel = gaussianKernel(12);
    const out = filterColumns(filterRows(impulse, kernel), kernel).data;
    expect(out[100 * 101 + 98]).toBeCloseTo(kernel[50 - 2]! * (kernel[50] ?? 0), 12);
    expect(out[54 * 101 + 41]).toBeCloseTo(kernel[4]! * kernel[9]!, 9);
  });

  test('Laplacian of Gaussian equals SciPy', () => {
    const expected = [0.10353482, -0.03019042, -0.01424734, 0.03102248];
    close(at(gaussianLaplace(plane, 1.5).data, places), expected, 6);
  });

  test('a bias field that is the picture itself divides to one, and nothing divides to nothing', () => {
    const flat = { width: 4, height: 3, data: new Float32Array(12).fill(300) };
    close([...divideBiasField(flat, 2).data], new Array(12).fill(1), 6);
    expect([...divideBiasField({ ...flat, data: new Float32Array(12) }, 2).data]).toEqual(
      new Array(12).fill(0),
    );
  });

  test('a sigma without meaning is refused', () => {
    expect(() => gaussianBlur(plane, 0)).toThrowError(/sigma 0/);
    expect(() => gaussianBlur(plane, Number.NaN)).toThrowError(/sigma NaN/);
  });
});
