import type { ShownVolume } from '../protocol.ts';
import { greyPixels, type Pixels } from './picture.tsx';

/** Axes of a volume that a view shows as columns and rows, and the one that it steps along. */
export const planes = {
  axial: { columns: 0, rows: 1, through: 2 },
  coronal: { columns: 0, rows: 2, through: 1 },
  sagittal: { columns: 1, rows: 2, through: 0 },
} as const;
export type PlaneName = keyof typeof planes;

const letters = [
  ['L', 'R'],
  ['P', 'A'],
  ['I', 'S'],
] as const;

/** Towards which side of the patient an axis runs: its letter at the start and at the end. */
export function axisLetters(affine: readonly number[], axis: number): readonly [start: string, end: string] {
  const column = [affine[axis], affine[4 + axis], affine[8 + axis]];
  const largest = column.reduce((best, value, i) => (Math.abs(value) > Math.abs(column[best]) ? i : best), 0);
  const [minus, plus] = letters[largest];
  return column[largest] >= 0 ? [minus, plus] : [plus, minus];
}

/** Radiologists look from the feet: the patient's right is at the left; front and head are at the top, front at the left. */
const first = new Set(['R', 'A', 'S']);

/** One slice, turned as radiologists hang it. */
export interface Slice {
  readonly pixels: Pixels;
  /** Letters at the left, right, top and bottom edge. */
  readonly edges: readonly [left: string, right: string, top: string, bottom: string];
  /** Width over height in millimetres. */
  readonly ratio: number;
}

const sizeOf = (volume: ShownVolume) => [volume.width, volume.height, volume.depth] as const;

/** How many slices a plane has. */
export const sliceCount = (volume: ShownVolume, plane: PlaneName): number =>
  sizeOf(volume)[planes[plane].through];

/** Cuts slice `index` out of a volume. */
export function sliceOf(volume: ShownVolume, plane: PlaneName, index: number): Slice {
  const { columns, rows, through } = planes[plane];
  const size = sizeOf(volume);
  const strides = [1, volume.width, volume.width * volume.height];
  const [left, right] = axisLetters(volume.affine, columns);
  const [top, bottom] = axisLetters(volume.affine, rows);
  const [turnColumns, turnRows] = [first.has(right), first.has(bottom)];
  const [width, height] = [size[columns], size[rows]];
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [i, j] = [turnColumns ? width - 1 - x : x, turnRows ? height - 1 - y : y];
      grey[y * width + x] = volume.data[i * strides[columns] + j * strides[rows] + index * strides[through]];
    }
  return {
    pixels: greyPixels(width, height, grey),
    edges: [
      ...(turnColumns ? [right, left] : [left, right]),
      ...(turnRows ? [bottom, top] : [top, bottom]),
    ] as unknown as Slice['edges'],
    ratio: (width * volume.spacing[columns]) / (height * volume.spacing[rows]),
  };
}
