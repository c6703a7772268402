import { expect, it } from 'vitest';
import type { MeasuredVolume } from './scene.ts';
import { axisLetters, cutSlice, hang, sliceCount, sliceSize, voxelAt } from './slices.ts';

/** 2 x 3 x 2 voxels whose value names their place: x + 10 y + 100 z. */
const volume = (affine: readonly number[]): MeasuredVolume => ({
  width: 2,
  height: 3,
  depth: 2,
  spacing: [1, 1, 2],
  affine,
  data: Int16Array.from([0, 1, 10, 11, 20, 21, 100, 101, 110, 111, 120, 121]),
  slope: 1,
  intercept: 0,
});
const ras = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1];
const lps = [-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1];

it('names the sides of the patient by the affine', () => {
  expect(axisLetters(ras, 0)).toEqual(['L', 'R']);
  expect(axisLetters(lps, 1)).toEqual(['A', 'P']);
  expect(axisLetters([0, 0, -1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1], 0)).toEqual(['P', 'A']); // sagittal slices
});

it('hangs an axial slice with the right at the left and the front on top, however the file runs', () => {
  expect(hang(volume(ras), 'axial').edges).toEqual(['R', 'L', 'A', 'P']);
  expect([...cutSlice(volume(ras), 'axial', 0)]).toEqual([21, 20, 11, 10, 1, 0]);
  expect(hang(volume(lps), 'axial').edges).toEqual(['R', 'L', 'A', 'P']);
  expect([...cutSlice(volume(lps), 'axial', 1)]).toEqual([100, 101, 110, 111, 120, 121]);
});

it('cuts the other planes in millimetres', () => {
  expect(hang(volume(lps), 'coronal').edges).toEqual(['R', 'L', 'S', 'I']);
  expect([...cutSlice(volume(lps), 'coronal', 2)]).toEqual([120, 121, 20, 21]);
  expect(sliceSize(volume(lps), 'coronal')).toEqual({ width: 2, height: 2, across: 2, down: 4 });
  expect(hang(volume(lps), 'sagittal').edges).toEqual(['A', 'P', 'S', 'I']);
  expect([sliceCount(volume(ras), 'axial'), sliceCount(volume(ras), 'coronal')]).toEqual([2, 3]);
});

it('finds the voxel behind each pixel of a slice', () => {
  for (const [affine, plane, index] of [
    [ras, 'axial', 1],
    [lps, 'sagittal', 0],
    [ras, 'coronal', 2],
  ] as const) {
    const { width } = sliceSize(volume(affine), plane);
    cutSlice(volume(affine), plane, index).forEach((value, i) => {
      const [x, y, z] = voxelAt(volume(affine), plane, index, i % width, Math.floor(i / width));
      expect(x + 10 * y + 100 * z).toBe(value);
    });
  }
});
