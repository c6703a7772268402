import type { Plane } from '../imaging/analysis/plane.ts';
import type { SeenBox } from './preprocess.ts';

/**
 * Which parts of a radiograph raised or lowered a score: `data` holds contributions to the logit, 0 outside `seen`,
 * which the network did not see. It says where the network looked, not why, and not where disease is.
 */
export interface ActivationMap extends Plane {
  readonly seen: SeenBox;
  /** Largest contribution; 1 on the scale of `unitMap`. */
  readonly peak: number;
}

/** Position on a grid of `length` cells for a point at `fraction` of the way along it, and how far to the next cell. */
function place(fraction: number, length: number): { readonly cell: number; readonly rest: number } {
  const at = Math.min(Math.max(fraction * length - 0.5, 0), length - 1);
  const cell = Math.min(Math.floor(at), Math.max(length - 2, 0));
  return { cell, rest: at - cell };
}

/** Places along one axis of the picture; null outside what the network saw. */
function places(length: number, start: number, size: number, cells: number) {
  return Array.from({ length }, (_, i) => {
    const fraction = (i + 0.5 - start) / size;
    return fraction < 0 || fraction > 1 ? null : place(fraction, cells);
  });
}

/** A class's activation on the network's grid, spread bilinearly (half-pixel centres) over the whole radiograph. */
export function spreadActivation(grid: Plane, width: number, height: number, seen: SeenBox): ActivationMap {
  const columns = places(width, seen.left, seen.width, grid.width);
  const rows = places(height, seen.top, seen.height, grid.height);
  const right = grid.width > 1 ? 1 : 0;
  const down = grid.height > 1 ? grid.width : 0;
  const data = new Float32Array(width * height);
  rows.forEach((row, y) => {
    if (row === null) return;
    columns.forEach((column, x) => {
      if (column === null) return;
      const at = row.cell * grid.width + column.cell;
      const upper = grid.data[at] * (1 - column.rest) + grid.data[at + right] * column.rest;
      const lower = grid.data[at + down] * (1 - column.rest) + grid.data[at + down + right] * column.rest;
      data[y * width + x] = upper * (1 - row.rest) + lower * row.rest;
    });
  });
  return { width, height, data, seen, peak: Math.max(...grid.data) };
}

/** The map for the eye: contributions that raised the score over the largest of them, 0..1; the others are 0. */
export function unitMap({ width, height, data, peak }: ActivationMap): Plane {
  return {
    width,
    height,
    data: data.map((value) => (peak > 0 ? Math.min(Math.max(value / peak, 0), 1) : 0)),
  };
}
