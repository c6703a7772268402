import { expect, it } from 'vitest';
import {
  extentOf,
  fitted,
  lengthText,
  panBy,
  placeAt,
  pointAt,
  roundLength,
  sheetRect,
  zoomAt,
} from './geometry.ts';

const canvas = { width: 400, height: 200 };
/** Twice as high as wide. */
const extent = { width: 50, height: 100 };

it('fits a sheet into the middle', () => {
  expect(sheetRect(fitted, extent, canvas)).toEqual({ left: 150, top: 0, width: 100, height: 200 });
});

it('finds the place of a point, and the point of a place', () => {
  const rect = sheetRect({ zoom: 3, x: 0.2, y: 0.7 }, extent, canvas);
  expect(placeAt({ x: 200, y: 100 }, rect)).toEqual({ u: 0.2, v: 0.7 }); // the middle of the stage
  const point = { x: 31, y: 177 };
  const back = pointAt(placeAt(point, rect), rect);
  expect(back.x).toBeCloseTo(point.x, 9);
  expect(back.y).toBeCloseTo(point.y, 9);
});

it('zooms about the pointer', () => {
  const pointer = { x: 180, y: 60 };
  const before = placeAt(pointer, sheetRect(fitted, extent, canvas));
  const view = zoomAt(fitted, extent, canvas, pointer, 4);
  expect(view.zoom).toBe(4);
  const after = placeAt(pointer, sheetRect(view, extent, canvas));
  expect(after.u).toBeCloseTo(before.u, 9);
  expect(after.v).toBeCloseTo(before.v, 9);
  expect(zoomAt(view, extent, canvas, pointer, 1000).zoom).toBe(64);
});

it('pans by pixels, and never loses the sheet', () => {
  const moved = panBy({ zoom: 2, x: 0.5, y: 0.5 }, extent, canvas, { x: 20, y: -40 });
  expect(moved).toEqual({ zoom: 2, x: 0.4, y: 0.6 }); // 20 of 200 and 40 of 400 pixels
  expect(panBy(fitted, extent, canvas, { x: 9000, y: 0 }).x).toBe(0);
});

it('measures slices and pictures in their units', () => {
  const data = Uint8Array.from({ length: 24 });
  const pixel = { x: 0.5, y: 0.25, unit: 'µm' } as const;
  expect(extentOf({ kind: 'flat', width: 6, height: 4, channels: [{ data }], pixel })).toEqual({
    columns: 6,
    rows: 4,
    width: 3,
    height: 1,
    unit: 'µm',
  });
  const volume = {
    width: 2,
    height: 3,
    depth: 4,
    spacing: [0.5, 0.5, 3] as const,
    affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
    data,
    slope: 1,
    intercept: 0,
  };
  const sheet = { kind: 'slice', volume, plane: 'coronal', index: 0 } as const;
  expect(extentOf(sheet)).toMatchObject({ columns: 2, rows: 4, width: 1, height: 12, unit: 'mm' });
});

it('chooses round lengths for the scale bar', () => {
  expect([0.7, 1, 3, 49, 99, 5000].map(roundLength)).toEqual([0.5, 1, 2, 20, 50, 5000]);
  expect([lengthText(50, 'mm'), lengthText(0.2, 'mm'), lengthText(2000, 'µm')]).toEqual([
    '50 mm',
    '200 µm',
    '2 mm',
  ]);
});
