import { expect, it } from 'vitest';
import { addPictures, readPictures, stackOf } from './stack.ts';

/** Voxel (x, y, z) of a 2 x 3 x 4 volume holds 100 z + 10 y + x. */
const size = { width: 2, height: 3, depth: 4 };
const data = Float32Array.from({ length: 24 }, (_, i) => {
  const [x, y, z] = [i % 2, Math.floor(i / 2) % 3, Math.floor(i / 6)];
  return 100 * z + 10 * y + x;
});

it('sees a volume from three sides', () => {
  const [axial] = readPictures(stackOf({ ...size, data }, 'axial'), 3, 1);
  expect([...axial.data]).toEqual([300, 301, 310, 311, 320, 321]);
  const [sagittal] = readPictures(stackOf({ ...size, data }, 'sagittal'), 1, 1);
  expect([sagittal.width, sagittal.height]).toEqual([4, 3]);
  expect([...sagittal.data]).toEqual([1, 101, 201, 301, 11, 111, 211, 311, 21, 121, 221, 321]);
  const coronal = readPictures(stackOf({ ...size, data }, 'coronal'), 1, 2);
  expect([...coronal[1].data]).toEqual([20, 120, 220, 320, 21, 121, 221, 321]);
});

it('puts pictures back where they came from', () => {
  for (const orientation of ['axial', 'sagittal', 'coronal'] as const) {
    const from = stackOf({ ...size, data }, orientation);
    const into = { ...size, data: new Float32Array(24) };
    for (let i = 0; i < from.count; i++)
      addPictures(stackOf(into, orientation), i, readPictures(from, i, 1), 0.5);
    expect([...into.data]).toEqual([...data].map((value) => value / 2));
  }
});
