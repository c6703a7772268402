/** What is at a place of a sheet: values, and where it is. */
import { lengthText } from './geometry.ts';
import type { FlatSheet, Place, Sheet, SliceSheet } from './scene.ts';
import { sliceSize, voxelAt } from './slices.ts';

/** A pixel of a sheet that is pointed at. */
export interface Spot extends Place {
  /** Column and row of the sheet, from its upper left. */
  readonly column: number;
  readonly row: number;
  /** The voxel (x, y, z) of a volume; null for a picture. */
  readonly voxel: readonly [number, number, number] | null;
  /** One measure a channel. */
  readonly values: readonly number[];
  /** Where the pixel's centre lies, in words: mm towards the sides of the patient, or mm or µm from the upper left. */
  readonly position: string;
}

const round = (value: number) => Number(value.toFixed(1));

/** Millimetres towards right or left, front or back, head or feet. */
function patientPosition({ volume, plane, index }: SliceSheet, column: number, row: number) {
  const voxel = voxelAt(volume, plane, index, column, row);
  const at = [0, 4, 8].map(
    (i) => volume.affine[i + 3] + voxel.reduce((sum, n, k) => sum + n * volume.affine[i + k], 0),
  );
  const words = at.map(
    (mm, axis) => `${'LPIRAS'[mm < 0 ? axis : axis + 3]} ${Math.abs(round(mm)).toFixed(1)}`,
  );
  return { voxel, position: `${words.join(', ')} mm` };
}

function picturePosition({ pixel }: FlatSheet, column: number, row: number): string {
  if (pixel.unit === 'px') return `column ${column + 1}, row ${row + 1}`;
  return `x ${lengthText((column + 0.5) * pixel.x, pixel.unit)}, y ${lengthText((row + 0.5) * pixel.y, pixel.unit)}`;
}

/** What is at a place; null beside the sheet. */
export function spotAt(sheet: Sheet, { u, v }: Place): Spot | null {
  const { width, height } = sheet.kind === 'flat' ? sheet : sliceSize(sheet.volume, sheet.plane);
  const [column, row] = [Math.floor(u * width), Math.floor(v * height)];
  if (column < 0 || row < 0 || column >= width || row >= height) return null;
  if (sheet.kind === 'flat') {
    const values = sheet.channels.map(({ data }) => data[row * width + column]);
    return { u, v, column, row, voxel: null, values, position: picturePosition(sheet, column, row) };
  }
  const { volume } = sheet;
  const { voxel, position } = patientPosition(sheet, column, row);
  const [x, y, z] = voxel;
  const stored = volume.data[x + volume.width * (y + volume.height * z)];
  return { u, v, column, row, voxel, values: [volume.slope * stored + volume.intercept], position };
}
