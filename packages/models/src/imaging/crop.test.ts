import { expect, test } from 'vitest';
import { volumeRegion } from './crop.ts';
import type { Volume } from './types.ts';

const volume: Volume = {
  width: 3,
  height: 2,
  depth: 2,
  data: Float32Array.from({ length: 12 }, (_, i) => i),
  affine: [-2, 0, 0, 10, 0, 0, 3, -20, 0, 4, 0, 30, 0, 0, 0, 1],
  spacing: [2, 4, 3],
  stored: { type: 'int16', slope: 1, intercept: 0 },
};

test('keeps voxels and their places', () => {
  const part = volumeRegion(volume, { x: [1, 3], y: [1, 2], z: [0, 2] });
  expect([part.width, part.height, part.depth]).toEqual([2, 1, 2]);
  expect(Array.from(part.data)).toEqual([4, 5, 10, 11]);
  // Voxel (1, 1, 0) lay at (10 - 2, -20, 30 + 4).
  expect(part.affine).toEqual([-2, 0, 0, 8, 0, 0, 3, -20, 0, 4, 0, 34, 0, 0, 0, 1]);
  expect(part.spacing).toEqual(volume.spacing);
});

test.each([
  { x: [0, 4], y: [0, 1], z: [0, 1] },
  { x: [0, 1], y: [1, 1], z: [0, 1] },
  { x: [0, 1], y: [0, 1], z: [-1, 1] },
] as const)('refuses what is not there: %o', (region) => {
  expect(() => volumeRegion(volume, region)).toThrow(expect.objectContaining({ code: 'usage' }));
});
