import type { Volume } from '@roentgen/models';
import { expect, it } from 'vitest';
import { interpolated, measured, readingOf, usualDifference } from './measured.ts';

const volume = (
  data: readonly number[] | Float32Array,
  stored: Volume['stored']['type'] = 'int16',
): Volume => ({
  width: data.length,
  height: 1,
  depth: 1,
  data: Float32Array.from(data),
  affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
  spacing: [1, 1, 1],
  stored: { type: stored, slope: 1, intercept: 0 },
});
const values = ({ data, slope, intercept }: ReturnType<typeof measured>) =>
  Array.from(data, (value) => slope * value + intercept);

it('keeps integers of 16 bits exactly, whatever their sign', () => {
  for (const each of [
    [-1024, 0, 40, 3071],
    [0, 40_000, 65_535],
    [-70_000, -5000],
  ]) {
    const shown = measured(volume(each));
    expect(shown.data).toBeInstanceOf(Int16Array);
    expect(shown.slope).toBe(1);
    expect(values(shown)).toEqual(each);
  }
});

it('keeps other numbers as they are', () => {
  expect(values(measured(volume([0.25, -3.5, 1e6])))).toEqual([0.25, -3.5, 1e6]);
});

it('keeps a volume of many voxels in 16 bits, within half a step of its range', () => {
  const data = new Float32Array(2 ** 24 + 1).fill(0.5);
  data.set([-1000, 12.3, 3000], 7);
  const shown = measured(volume(data));
  expect(shown.data).toBeInstanceOf(Int16Array);
  for (const i of [7, 8, 9, 10])
    expect(Math.abs(shown.slope * shown.data[i] + shown.intercept - data[i])).toBeLessThanOrEqual(
      (4000 / 65_534 / 2) * 1.001,
    );
});

it('takes a volume for CT by what DICOM says, else by air', () => {
  expect(readingOf(volume([0, 100, 4000]), 'CT')).toMatchObject({
    modality: 'CT',
    unit: 'HU',
    guessed: false,
  });
  expect(readingOf(volume([-1024, 0, 1200]), null)).toMatchObject({
    modality: 'CT',
    unit: 'HU',
    guessed: true,
  });
  expect(readingOf(volume([-1024, 0, 1200]), 'MR')).toMatchObject({
    modality: 'MR',
    unit: '',
    guessed: false,
  });
  expect(readingOf(volume([0, 500, 4000]), null)).toMatchObject({
    modality: null,
    unit: '',
    range: [0, 4000],
  });
});

it('interpolates in the data’s own units, without steps of 8 bits', async () => {
  const { signal } = new AbortController();
  const result = await interpolated(volume([-1000, -1000, -999.5, -999.5]), 2, { signal });
  expect(result.width).toBe(8);
  expect(Math.min(...result.data)).toBeLessThan(-999.9);
  expect(new Set(result.data).size).toBeGreaterThan(2);
});

it('rounds the usual difference up to one digit', () => {
  const [a, b] = [volume(new Float32Array(1000).fill(5)), volume(new Float32Array(1000).fill(28))];
  const reading = readingOf(volume([0, 100]), null);
  expect(usualDifference(a, b, reading)).toBe(30);
  expect(usualDifference(a, a, reading)).toBe(2); // a fiftieth of the range
});
