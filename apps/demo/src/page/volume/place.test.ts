import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { fitted } from '../../drawing/geometry.ts';
import { spotAt } from '../../drawing/probe.ts';
import type { MeasuredVolume } from '../../drawing/scene.ts';
import { crossAt, indexAt, sameZoom, sheetAt, toSlice, toSpot } from './place.ts';

const volume = (scale: number): MeasuredVolume => ({
  width: 4 * scale,
  height: 6 * scale,
  depth: 3 * scale,
  spacing: [1, 1, 1],
  affine: [1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
  data: new Int16Array(72 * scale ** 3),
  slope: 1,
  intercept: 0,
});

it('finds the same place in volumes of different grids', () => {
  for (let index = 0; index < 12; index++) {
    const along = toSlice(volume(4), 'axial', [0.5, 0.5, 0.5], index);
    expect(indexAt(volume(4), 'axial', along)).toBe(index);
    expect(indexAt(volume(1), 'axial', along)).toBe(Math.floor(index / 4));
  }
  expect(indexAt(volume(1), 'coronal', [0.5, 0.999, 0.5])).toBe(5);
  expect(indexAt(volume(1), 'sagittal', toSlice(volume(1), 'sagittal', [0, 0, 0], 99))).toBe(3);
});

it('puts the crosshair where was pointed, in each plane and however it is turned', () => {
  for (const plane of ['axial', 'coronal', 'sagittal'] as const) {
    const spot = spotAt(sheetAt(volume(2), plane, [0.1, 0.4, 0.9]), { u: 0.3, v: 0.8 })!;
    const along = toSpot(volume(2), spot, [0, 0, 0]);
    const { u, v } = crossAt(volume(2), plane, along);
    expect(spotAt(sheetAt(volume(2), plane, along), { u, v })).toMatchObject({
      column: spot.column,
      row: spot.row,
      voxel: spot.voxel,
    });
  }
});

it('keeps the zoom of two views the same, each about its own middle', () => {
  const [one, other] = [signal(fitted), signal(fitted)];
  const end = sameZoom(one, other);
  other.value = { zoom: 3, x: 0.2, y: 0.7 };
  expect(one.value).toEqual({ zoom: 3, x: 0.5, y: 0.5 });
  one.value = { ...one.value, zoom: 2 };
  expect(other.value).toEqual({ zoom: 2, x: 0.2, y: 0.7 });
  one.value = fitted;
  expect(other.value).toBe(fitted);
  end();
  other.value = { zoom: 9, x: 0, y: 0 };
  expect(one.value).toBe(fitted);
});
