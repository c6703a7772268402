import { RoentgenError } from '@roentgen/kernels';
import {
  type DicomHeader,
  type DicomSeries,
  planStack,
  type SeriesImage,
  type StackPlan,
  stacksOf,
} from '@roentgen/models';
import type { Openable, SystemId } from '../../protocol.ts';

/** A slice, and the file that it is or lies in. */
export interface Slice extends SeriesImage {
  readonly file: File;
  readonly path: string;
}

/** What comes before the last slash of a path, where there is one. */
export function folderOf(path: string): Pick<Openable, 'folder'> {
  const end = path.lastIndexOf('/');
  return end < 0 ? {} : { folder: path.slice(0, end) };
}

const radiographs = /^(CR|DX|DR|RF|RG|XA|MG)$/;
const scanners = /^(CT|MR|PT|NM)$/;

/** Systems that take images of this modality, so many of them in a stack. Frames with places are slices (tomosynthesis). */
function placeOf({ modality, frames, missing }: DicomHeader, count: number): readonly SystemId[] {
  if (frames > 1 && missing.length === 0) return ['volume'];
  if (modality !== null && radiographs.test(modality)) return ['radiograph'];
  if (count > 1 || (modality !== null && scanners.test(modality))) return ['volume'];
  return ['radiograph', 'volume'];
}

const count = (n: number, one: string) => (n === 1 ? `1 ${one}` : `${n} ${one}s`);
const first = (names: readonly string[]) =>
  names.length > 2 ? `${names.slice(0, 2).join(', ')} …` : names.join(', ');

function gapWords({ gaps }: StackPlan): string | null {
  if (gaps.length === 0) return null;
  const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
  const widest = Math.max(...gaps.map(({ millimetres }) => millimetres));
  const places = gaps.length === 1 ? `after ${gaps[0].after}` : `in ${gaps.length} places`;
  return `${count(missing, 'image')} missing ${places}: a gap of ${widest.toFixed(1)} mm`;
}

function notesOf({ duplicates, warnings }: StackPlan, { localizer }: DicomHeader): string[] {
  const twice =
    duplicates.length === 0
      ? []
      : [`${count(duplicates.length, 'image')} left out that lie where another does (${first(duplicates)})`];
  return [...(localizer ? ['a localizer'] : []), ...warnings, ...twice];
}

/** The plan of a stack, or why there is none. */
function planned(series: DicomSeries): StackPlan | string {
  try {
    const { transferSyntax } = series.images[0].header;
    if (!transferSyntax.decoded) return `${transferSyntax.name} (${transferSyntax.uid}): no decoder for it`;
    return planStack(series);
  } catch (error) {
    if (error instanceof RoentgenError) return error.message;
    throw error;
  }
}

const bytesOf = (files: readonly File[]) => files.reduce((sum, { size }) => sum + size, 0);

/** The files of a stack, each once, and which of their frames it takes where they have several. */
function filesOf(slices: readonly Slice[]): Pick<Openable, 'files' | 'frames'> {
  const frames = new Map<File, number[]>();
  for (const { file, frame } of slices) frames.set(file, [...(frames.get(file) ?? []), frame]);
  const several = slices.some(({ header }) => header.frames > 1);
  return { files: [...frames.keys()], ...(several && { frames: [...frames.values()] }) };
}

function seriesThing(series: DicomSeries, id: string): Openable {
  const [{ header }] = series.images;
  const slices = series.images as readonly Slice[];
  const parts = filesOf(slices);
  const plan = planned(series);
  const refused = typeof plan === 'string';
  const spacing = header.spacing;
  const inPlane = spacing === null ? null : ([spacing.column, spacing.row, 0] as const);
  return {
    ...parts,
    id,
    kind: 'series',
    title: series.description ?? 'Series without a description',
    what: `DICOM ${series.modality ?? ''}`.trim(),
    bytes: bytesOf(parts.files),
    possible: placeOf(header, slices.length),
    extent: {
      size: [header.columns, header.rows, refused ? slices.length : plan.images.length],
      spacing: refused ? inPlane : plan.spacing,
      volumes: 1,
    },
    notes: refused ? [] : notesOf(plan, header),
    gap: refused ? null : gapWords(plan),
    refusal: refused ? plan : null,
  };
}

/** A radiograph is a picture by itself, however many of them share a series; of a file of several frames the first is. */
function pictureThings(series: DicomSeries, id: string): Openable[] {
  const slices = (series.images as readonly Slice[]).filter(({ frame }) => frame === 0);
  return slices.map(({ file, path, header }, i) => ({
    id: `${id}.${i}`,
    kind: 'picture',
    title: path,
    ...folderOf(path),
    what: `DICOM ${header.modality ?? ''}, ${header.columns} × ${header.rows}`.replace(' ,', ','),
    files: [file],
    bytes: file.size,
    possible: placeOf(header, slices.length),
    extent: null,
    notes: header.frames > 1 ? [`${header.frames} frames: the first is taken`] : [],
    gap: null,
    refusal: header.transferSyntax.decoded ? null : `${header.transferSyntax.name}: no decoder for it`,
  }));
}

/** DICOM images as things to open: stacks are volumes, projections are pictures. Largest stacks first, localizers last. */
export function thingsOfSlices(slices: readonly Slice[]): Openable[] {
  const things = stacksOf(slices).flatMap((series, i) => {
    const possible = placeOf(series.images[0].header, series.images.length);
    return possible[0] === 'radiograph' ? pictureThings(series, `d${i}`) : [seriesThing(series, `d${i}`)];
  });
  const late = ({ notes, refusal }: Openable) =>
    refusal !== null ? 2 : notes.includes('a localizer') ? 1 : 0;
  return things.sort((a, b) => late(a) - late(b));
}
