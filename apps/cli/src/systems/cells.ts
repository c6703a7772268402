import { basename } from 'node:path';
import {
  type CellFeatures,
  type CellInput,
  featureColumns,
  greyPlane,
  type Plane,
  pseudoRgbInput,
  type Raster,
  readPng,
  readTiff,
  singleChannelInput,
  sniff,
  unreadable,
} from '@roentgen/models';
import { readInput } from '../io/files.ts';

type Spacing = NonNullable<Raster['spacing']>;

/** A microscopy picture: its one channel, and the size of its pixels where the file states one. */
interface Picture {
  readonly plane: Plane;
  readonly spacing: Spacing | undefined;
}

/** Reads a TIFF or PNG, told by its content. Throws 'unsupported' for other files and for more channels than a picture has. */
async function readPicture(path: string): Promise<Picture> {
  const bytes = await readInput(path);
  const name = `'${basename(path)}'`;
  const sniffed = await sniff(bytes);
  if (sniffed.kind !== 'tiff' && sniffed.kind !== 'png')
    throw unreadable(name, sniffed, 'a fluorescence picture as TIFF or PNG');
  const raster = sniffed.kind === 'tiff' ? (await readTiff(bytes)).raster : await readPng(bytes);
  return { plane: greyPlane(raster, name), spacing: raster.spacing };
}

/** The files of one field: one picture, or one for each stain. */
export type FieldFiles =
  | { readonly image: string }
  | { readonly nucleus: string; readonly cytoplasm: string; readonly dic?: string };

/** A field of cells as the network takes it. */
export interface Field {
  readonly input: CellInput;
  /** The picture that is checked before anything is computed. */
  readonly looked: Plane;
  readonly spacing: Spacing | undefined;
}

export async function readField(files: FieldFiles): Promise<Field> {
  if ('image' in files) {
    const { plane, spacing } = await readPicture(files.image);
    return { input: singleChannelInput(plane), looked: plane, spacing };
  }
  const [nucleus, cytoplasm] = [await readPicture(files.nucleus), await readPicture(files.cytoplasm)];
  const dic = files.dic === undefined ? {} : { dic: (await readPicture(files.dic)).plane };
  const input = pseudoRgbInput({ nucleus: nucleus.plane, cytoplasm: cytoplasm.plane, ...dic });
  return { input, looked: nucleus.plane, spacing: nucleus.spacing };
}

/** Shape features as CSV (RFC 4180): a row for each cell, units in the header; empty where a feature has no value. */
export function featuresCsv(cells: readonly CellFeatures[], spacing: Spacing | undefined): string {
  const columns = featureColumns(spacing);
  const header = columns.map(({ key, unit }) => (unit === '' ? key : `${key} [${unit}]`));
  const rows = cells.map((cell) => columns.map(({ key }) => cell[key] ?? '').join(','));
  return `${[header.join(','), ...rows].join('\r\n')}\r\n`;
}
