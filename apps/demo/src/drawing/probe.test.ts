import { expect, it } from 'vitest';
import { spotAt } from './probe.ts';
import type { Sheet } from './scene.ts';

it('reads a picture: one value a channel, and the place of the pixel’s centre', () => {
  const sheet: Sheet = {
    kind: 'flat',
    width: 4,
    height: 2,
    channels: [
      { data: Uint16Array.of(0, 1, 2, 3, 4, 5, 6, 700) },
      { data: Uint8Array.of(9, 8, 7, 6, 5, 4, 3, 2) },
    ],
    pixel: { x: 0.5, y: 0.5, unit: 'µm' },
  };
  expect(spotAt(sheet, { u: 0.99, v: 0.6 })).toMatchObject({
    column: 3,
    row: 1,
    values: [700, 2],
    position: 'x 1.75 µm, y 0.75 µm', // 3.5 and 1.5 pixels of 0.5 µm
  });
  expect(spotAt(sheet, { u: 1.01, v: 0.5 })).toBeNull();
});

it('reads a slice in its units, at millimetres towards the sides of the patient', () => {
  // RAS axes of 2, 2 and 5 mm from (-10, -20, 30): the right of the patient is at +x, which hangs at the left.
  const volume = {
    width: 2,
    height: 2,
    depth: 2,
    spacing: [2, 2, 5] as const,
    affine: [2, 0, 0, -10, 0, 2, 0, -20, 0, 0, 5, 30, 0, 0, 0, 1],
    data: Int16Array.of(0, 1, 2, 3, 4, 5, 6, 7),
    slope: 10,
    intercept: -1000,
  };
  const sheet: Sheet = { kind: 'slice', volume, plane: 'axial', index: 1 };
  expect(spotAt(sheet, { u: 0.1, v: 0.1 })).toMatchObject({
    voxel: [1, 1, 1],
    values: [-930],
    position: 'L 8.0, P 18.0, S 35.0 mm', // -10 + 2, -20 + 2, 30 + 5
  });
});
