import { basename } from 'node:path';
import { RoentgenError } from '@roentgen/kernels';
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
  writeCsv,
} from '@roentgen/models';
import { about } from '../io/about.ts';
import { readInput } from '../io/files.ts';

type Spacing = NonNullable<Raster['spacing']>;

/** A microscopy picture: its one channel, and the size of its pixels where the file states one. */
interface Picture {
  readonly plane: Plane;
  readonly spacing: Spacing | undefined;
}

/** A message for people. */
type Note = (line: string) => void;

/**
 * Reads a TIFF or PNG, told by its content. Colour becomes luminance, which `note` says. Throws 'unsupported' for other
 * files and for channels that are no colours, 'value' for NaN.
 */
function readPicture(path: string, note: Note): Promise<Picture> {
  const name = `'${basename(path)}'`;
  return about(path, async () => {
    const raster = await readRaster(await readInput(path), name);
    checkNumbers(raster, name);
    if (isColoured(raster)) note(`${name} is in colour: its luminance is used`);
    return { plane: greyPlane(raster, name), spacing: raster.spacing };
  });
}

async function readRaster(bytes: Uint8Array, name: string): Promise<Raster> {
  const sniffed = await sniff(bytes);
  if (sniffed.kind === 'png') return readPng(bytes);
  if (sniffed.kind !== 'tiff') throw unreadable(name, sniffed, 'a fluorescence picture as TIFF or PNG');
  const { raster, interpretation } = await readTiff(bytes);
  // Mixing stains as if they were red, green and blue would give a picture of nothing.
  if (raster.channels === 1 || interpretation !== 'samples') return raster;
  throw new RoentgenError('unsupported', `${name} has ${raster.channels} channels, and one is wanted`, {
    hint: 'save each channel as a file of its own and give them as --nucleus, --cytoplasm and --dic',
  });
}

function checkNumbers({ width, height, data }: Raster, name: string): void {
  const at = data.findIndex((value) => !Number.isFinite(value));
  if (at < 0) return;
  const [column, row] = [at % width, Math.floor(at / width) % height];
  throw new RoentgenError('value', `${name} holds ${data[at]} at row ${row}, column ${column}`, {
    hint: 'a network would spread it: replace it, for example by 0, and try again',
  });
}

function isColoured({ width, height, channels, data }: Raster): boolean {
  if (channels < 3) return false;
  const pixels = width * height;
  const [red, green, blue] = [0, 1, 2].map((c) => data.subarray(c * pixels, (c + 1) * pixels));
  return red.some((value, i) => value !== green[i] || value !== blue[i]);
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

export async function readField(files: FieldFiles, note: Note): Promise<Field> {
  if ('image' in files) {
    const { plane, spacing } = await readPicture(files.image, note);
    return { input: singleChannelInput(plane), looked: plane, spacing };
  }
  const nucleus = await readPicture(files.nucleus, note);
  const cytoplasm = await readPicture(files.cytoplasm, note);
  const dic = files.dic === undefined ? {} : { dic: (await readPicture(files.dic, note)).plane };
  const input = pseudoRgbInput({ nucleus: nucleus.plane, cytoplasm: cytoplasm.plane, ...dic });
  return { input, looked: nucleus.plane, spacing: nucleus.spacing };
}

/** Shape features as CSV (RFC 4180): a row for each cell, units in the header; empty where a feature has no value. */
export function featuresCsv(cells: readonly CellFeatures[], spacing: Spacing | undefined): string {
  const columns = featureColumns(spacing);
  const header = columns.map(({ key, unit }) => (unit === '' ? key : `${key} [${unit}]`));
  return writeCsv([header, ...cells.map((cell) => columns.map(({ key }) => cell[key] ?? null))]);
}

const featureKeys = () => featureColumns().map(({ key }) => key);

/** The first line of a table of several fields: the name of the field and its unit of length come first. */
export const fieldsHead = (): string => writeCsv([['field', 'unit', ...featureKeys()]]);

/** The lines of one field of such a table. */
export function fieldRows(
  field: string,
  spacing: Spacing | undefined,
  cells: readonly CellFeatures[],
): string {
  const [unit, keys] = [spacing?.unit ?? 'px', featureKeys()];
  return writeCsv(cells.map((cell) => [field, unit, ...keys.map((key) => cell[key] ?? null)]));
}
