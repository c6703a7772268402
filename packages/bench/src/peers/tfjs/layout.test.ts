import { expect, test } from 'vitest';
import { asOnnx, kept, keptAxis, permute } from './layout.ts';

const counting = (dims: number[]) => ({
  data: Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, (_, i) => i),
  dims,
});

test('axes are permuted as NumPy transposes them', () => {
  // numpy.arange(6).reshape(2, 3).T
  const { data, dims } = permute(counting([2, 3]), [1, 0]);
  expect([...data]).toEqual([0, 3, 1, 4, 2, 5]);
  expect(dims).toEqual([3, 2]);
});

test('channels go last and come back', () => {
  // Two channels of 2 x 2: each pixel's two values stand together.
  const moved = kept(counting([1, 2, 2, 2]));
  expect(moved.dims).toEqual([1, 2, 2, 2]);
  expect([...moved.data]).toEqual([0, 4, 1, 5, 2, 6, 3, 7]);
  const volume = counting([2, 3, 4, 5, 6]);
  expect(kept(volume).dims).toEqual([2, 4, 5, 6, 3]);
  expect(asOnnx(kept(volume))).toEqual(volume);
});

test('what has no spatial axes stays', () => {
  expect(kept(counting([2, 3]))).toEqual(counting([2, 3]));
});

test('an axis is found where it went', () => {
  expect([0, 1, 2, 3, -1, -3].map((axis) => keptAxis(axis, 4))).toEqual([0, 3, 1, 2, 2, 3]);
  expect(keptAxis(-1, 2)).toBe(1);
});
