import { expect, it } from 'vitest';
import { voxelAt } from '../../drawing/slices.ts';
import { beyondOn } from './beyond.ts';

const affine = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]; // columns run to the right side, rows to the front
const volume = {
  ...{ width: 128, height: 64, depth: 8, spacing: [1, 1, 1] as const, affine },
  ...{ data: new Uint8Array(128 * 64 * 8), slope: 1, intercept: 0 },
};
const at = (x: number, y: number, z: number) => x + 128 * (y + 64 * z);

it('puts a ring where the voxel hangs, on its slice only', () => {
  for (const [plane, index] of [
    ['axial', 5],
    ['coronal', 20],
    ['sagittal', 100],
  ] as const) {
    const found = beyondOn(Uint32Array.of(at(3, 3, 2), at(100, 20, 5)), volume, plane, index);
    expect(found.count).toBe(1);
    const [{ u, v }] = found.rings;
    const [width, height] = { axial: [128, 64], coronal: [128, 8], sagittal: [64, 8] }[plane];
    const [column, row] = [Math.floor(u * width), Math.floor(v * height)];
    expect(voxelAt(volume, plane, index, column, row)).toEqual([100, 20, 5]);
  }
});

it('shares a ring among neighbours, and counts all', () => {
  const near = Uint32Array.of(at(100, 20, 5), at(101, 20, 5), at(10, 40, 5));
  const found = beyondOn(near, volume, 'axial', 5);
  expect(found.count).toBe(3);
  expect(found.rings).toHaveLength(2);
  expect(beyondOn(near, volume, 'axial', 5, 8).rings).toHaveLength(3);
  expect(beyondOn(near, volume, 'axial', 4)).toEqual({ count: 0, rings: [] });
});
