import { readNifti } from '@roentgen/models';
import { expect, it } from 'vitest';
import type { MeasuredVolume } from '../../drawing/scene.ts';
import { niftiFile, thinned } from './nifti-file.ts';

/** 4 x 3 x 2 voxels whose value names their place: x + 10 y + 100 z. */
const data = Int16Array.from(
  { length: 24 },
  (_, i) => (i % 4) + 10 * (Math.floor(i / 4) % 3) + 100 * Math.floor(i / 12),
);
const volume: MeasuredVolume = {
  width: 4,
  height: 3,
  depth: 2,
  spacing: [0.5, 0.5, 2],
  affine: [-0.5, 0, 0, 10, 0, 0.5, 0, -20, 0, 0, 2, 30, 0, 0, 0, 1],
  data,
  slope: 0.25,
  intercept: -100,
};
const read = async (file: File) => (await readNifti(new Uint8Array(await file.arrayBuffer()))).volume;

it('writes a file that reads back the same', async () => {
  const back = await read(niftiFile(volume, 'volume.nii'));
  expect([back.width, back.height, back.depth]).toEqual([4, 3, 2]);
  expect(back.affine).toEqual(volume.affine);
  expect([...back.data]).toEqual(Array.from(data, (value) => 0.25 * value - 100));
  const floats = await read(
    niftiFile({ ...volume, data: Float32Array.from(data), slope: 1, intercept: 0 }, 'f.nii'),
  );
  expect([...floats.data]).toEqual([...data]);
});

it('leaves out voxels evenly where there are too many, in the same place', () => {
  expect(thinned(volume, 24)).toEqual({ volume, step: 1 });
  const { volume: thin, step } = thinned(volume, 23);
  expect(step).toBe(2);
  expect([thin.width, thin.height, thin.depth]).toEqual([2, 2, 1]);
  expect([...thin.data]).toEqual([0, 2, 20, 22]);
  expect(thin.spacing).toEqual([1, 1, 4]);
  expect(thin.affine).toEqual([-1, 0, 0, 10, 0, 1, 0, -20, 0, 0, 4, 30, 0, 0, 0, 1]);
});
