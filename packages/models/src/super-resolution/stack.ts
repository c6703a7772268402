import type { Plane } from '../imaging/analysis/plane.ts';
import type { Grid } from './grid.ts';

/** A volume seen as a stack of pictures, in any orientation: distances in the array between neighbours. */
export interface Stack {
  readonly data: Float32Array;
  readonly count: number;
  readonly rows: number;
  readonly columns: number;
  readonly strides: { readonly image: number; readonly row: number; readonly column: number };
}

/** `axial`: pictures y by x, along z. `sagittal`: y by z, along x. `coronal`: x by z, along y. */
export type Orientation = 'axial' | 'sagittal' | 'coronal';

/** A volume (x fastest) as a stack whose columns are z in the two orientations that the depth network sees. */
export function stackOf({ width, height, depth, data }: Grid, orientation: Orientation): Stack {
  const [x, y, z] = [1, width, width * height];
  switch (orientation) {
    case 'axial':
      return { data, count: depth, rows: height, columns: width, strides: { image: z, row: y, column: x } };
    case 'sagittal':
      return { data, count: width, rows: height, columns: depth, strides: { image: x, row: y, column: z } };
    case 'coronal':
      return { data, count: height, rows: width, columns: depth, strides: { image: y, row: x, column: z } };
  }
}

/**
 * Calls `visit` for every sample of some pictures of a stack in the order in which they lie in memory, or nearly: a
 * walk along z in a large volume misses the cache at every step.
 */
function walk(
  { rows, columns, strides }: Stack,
  first: number,
  count: number,
  visit: (image: number, pixel: number, at: number) => void,
): void {
  if (strides.image > strides.column) {
    for (let i = 0; i < count; i++)
      for (let p = 0; p < rows * columns; p++) {
        const row = Math.floor(p / columns);
        visit(i, p, (first + i) * strides.image + row * strides.row + (p - row * columns) * strides.column);
      }
    return;
  }
  for (let column = 0; column < columns; column++)
    for (let row = 0; row < rows; row++)
      for (let i = 0; i < count; i++)
        visit(
          i,
          row * columns + column,
          (first + i) * strides.image + row * strides.row + column * strides.column,
        );
}

/** Copies pictures `first` up to `first + count` out of a stack. */
export function readPictures(stack: Stack, first: number, count: number): Plane[] {
  const planes = Array.from({ length: count }, () => ({
    width: stack.columns,
    height: stack.rows,
    data: new Float32Array(stack.rows * stack.columns),
  }));
  walk(stack, first, count, (image, pixel, at) => {
    planes[image].data[pixel] = stack.data[at];
  });
  return planes;
}

/** Adds pictures, times `weight`, to a stack; each picture is to be added once for a plain copy into zeros. */
export function addPictures(stack: Stack, first: number, planes: readonly Plane[], weight: number): void {
  walk(stack, first, planes.length, (image, pixel, at) => {
    stack.data[at] += weight * planes[image].data[pixel];
  });
}
