import { describe, expect, it } from 'vitest';
import { spreadActivation, unitMap } from './activation.ts';

const grid = { width: 2, height: 1, data: Float32Array.of(-1, 3) };

describe('spreadActivation', () => {
  it('interpolates between the centres of cells and holds beyond them', () => {
    const map = spreadActivation(grid, 8, 1, { left: 0, top: 0, width: 8, height: 1 });
    // Cells are 4 pixels wide, with centres at 2 and 6: pixel centres 0.5, 1.5 | 2.5 .. 5.5 | 6.5, 7.5.
    expect([...map.data]).toEqual([-1, -1, -0.5, 0.5, 1.5, 2.5, 3, 3]);
  });

  it('is 0 where the network did not look', () => {
    const map = spreadActivation(grid, 8, 2, { left: 2, top: 0, width: 4, height: 2 });
    expect([...map.data.subarray(0, 8)]).toEqual([0, 0, -1, 0, 2, 3, 0, 0]);
  });

  it('shows what raised the score, over its peak', () => {
    const map = spreadActivation(grid, 2, 1, { left: 0, top: 0, width: 2, height: 1 });
    expect([...unitMap(map).data]).toEqual([0, 1]);
    expect([...unitMap({ ...map, peak: -1 }).data]).toEqual([0, 0]);
  });
});
