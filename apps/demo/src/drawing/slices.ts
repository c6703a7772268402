import type { MeasuredVolume, PlaneName, Values } from './scene.ts';

/** Axes of a volume that a view shows as columns and rows, and the one that it steps along. */
export const planes = {
  axial: { columns: 0, rows: 1, through: 2 },
  coronal: { columns: 0, rows: 2, through: 1 },
  sagittal: { columns: 1, rows: 2, through: 0 },
} as const satisfies Record<PlaneName, object>;

/** What of a volume says how a slice lies. */
export type Grid = Pick<MeasuredVolume, 'width' | 'height' | 'depth' | 'spacing' | 'affine'>;

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

/** How a plane of a volume is hung. */
export interface Hanging {
  readonly columns: number;
  readonly rows: number;
  readonly through: number;
  /** Whether columns or rows run against their axis. */
  readonly turnColumns: boolean;
  readonly turnRows: boolean;
  /** Letters at the left, right, top and bottom edge. */
  readonly edges: readonly [string, string, string, string];
}

const sizeOf = (grid: Grid) => [grid.width, grid.height, grid.depth] as const;

/** Hangs a plane as radiologists do, however the file runs. */
export function hang(grid: Grid, plane: PlaneName): Hanging {
  const { columns, rows, through } = planes[plane];
  const [left, right] = axisLetters(grid.affine, columns);
  const [top, bottom] = axisLetters(grid.affine, rows);
  const [turnColumns, turnRows] = [first.has(right), first.has(bottom)];
  const across = turnColumns ? ([right, left] as const) : ([left, right] as const);
  const down = turnRows ? ([bottom, top] as const) : ([top, bottom] as const);
  return { columns, rows, through, turnColumns, turnRows, edges: [...across, ...down] };
}

/** How many slices a plane has. */
export const sliceCount = (grid: Grid, plane: PlaneName): number => sizeOf(grid)[planes[plane].through];

/** Columns, rows and millimetres of a plane. */
export function sliceSize(grid: Grid, plane: PlaneName) {
  const { columns, rows } = planes[plane];
  const size = sizeOf(grid);
  const [width, height] = [size[columns], size[rows]];
  return { width, height, across: width * grid.spacing[columns], down: height * grid.spacing[rows] };
}

/** The voxel (x, y, z) at a column and row of a slice as it hangs. */
export function voxelAt(
  grid: Grid,
  plane: PlaneName,
  index: number,
  column: number,
  row: number,
): readonly [number, number, number] {
  const { columns, rows, through, turnColumns, turnRows } = hang(grid, plane);
  const { width, height } = sliceSize(grid, plane);
  const voxel: [number, number, number] = [0, 0, 0];
  voxel[columns] = turnColumns ? width - 1 - column : column;
  voxel[rows] = turnRows ? height - 1 - row : row;
  voxel[through] = index;
  return voxel;
}

/** Cuts slice `index` out of a volume, row by row as it hangs, in the volume's own numbers. */
export function cutSlice(volume: MeasuredVolume, plane: PlaneName, index: number): Values {
  const { columns, rows, through, turnColumns, turnRows } = hang(volume, plane);
  const { width, height } = sliceSize(volume, plane);
  const strides = [1, volume.width, volume.width * volume.height];
  const [right, down] = [
    turnColumns ? -strides[columns] : strides[columns],
    turnRows ? -strides[rows] : strides[rows],
  ];
  const start =
    index * strides[through] + (right < 0 ? (1 - width) * right : 0) + (down < 0 ? (1 - height) * down : 0);
  const { data } = volume;
  const out = new (data.constructor as new (length: number) => Values)(width * height);
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0, from = start + y * down; x < width; x++, from += right) out[to++] = data[from];
  return out;
}
