import { expect, it } from 'vitest';
import type { ShownVolume } from '../protocol.ts';
import { axisLetters, sliceCount, sliceOf } from './slices.ts';

/** 2 x 3 x 2 voxels whose value names their place: x + 10 y + 100 z. */
const volume = (affine: readonly number[]): ShownVolume => ({
  width: 2,
  height: 3,
  depth: 2,
  spacing: [1, 1, 2],
  affine,
  data: Uint8Array.from([0, 1, 10, 11, 20, 21, 100, 101, 110, 111, 120, 121]),
});
const ras = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1];
const lps = [-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1];
const greys = (rgba: Uint8ClampedArray) => [...rgba].filter((_, i) => i % 4 === 0);

it('names the sides of the patient by the affine', () => {
  expect(axisLetters(ras, 0)).toEqual(['L', 'R']);
  expect(axisLetters(lps, 1)).toEqual(['A', 'P']);
  expect(axisLetters([0, 0, -1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1], 0)).toEqual(['P', 'A']); // sagittal slices
});

it('hangs an axial slice with the right at the left and the front on top, however the file runs', () => {
  const turned = sliceOf(volume(ras), 'axial', 0);
  expect(turned.edges).toEqual(['R', 'L', 'A', 'P']);
  expect(greys(turned.pixels.rgba)).toEqual([21, 20, 11, 10, 1, 0]);
  const plain = sliceOf(volume(lps), 'axial', 1);
  expect(plain.edges).toEqual(['R', 'L', 'A', 'P']);
  expect(greys(plain.pixels.rgba)).toEqual([100, 101, 110, 111, 120, 121]);
});

it('cuts the other planes in millimetres', () => {
  const coronal = sliceOf(volume(lps), 'coronal', 2);
  expect(coronal.edges).toEqual(['R', 'L', 'S', 'I']);
  expect(greys(coronal.pixels.rgba)).toEqual([120, 121, 20, 21]);
  expect(coronal.ratio).toBe(0.5); // 2 mm wide, 4 mm high
  expect(sliceOf(volume(lps), 'sagittal', 0).edges).toEqual(['A', 'P', 'S', 'I']);
  expect([sliceCount(volume(ras), 'axial'), sliceCount(volume(ras), 'coronal')]).toEqual([2, 3]);
});
