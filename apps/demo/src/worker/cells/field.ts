import {
  guessStains,
  luminance,
  nucleiField,
  openTiffStack,
  ownParts,
  type Plane,
  type Raster,
  readJpeg,
  readPng,
  sniff,
  type TiffStack,
  threeChannelCells,
  unreadable,
} from '@roentgen/models';
import type { ChannelRole, PlaneChoice } from '../../cells-protocol.ts';
import type { SampleName, Source } from '../../protocol.ts';
import { breathe, breather } from '../breathe.ts';
import { readFile } from '../opening/read.ts';
import type { Job } from '../worker.ts';

/** A channel of a field, decoded when asked for. */
interface Channel {
  readonly name: string;
  /** The file that it is in, where there are several. */
  readonly from: string;
  plane(slice: number, frame: number): Promise<Float32Array>;
}

/** A field of cells as its files hold it, before anyone has said what the channels are. */
export interface Field {
  readonly title: string;
  readonly generated: boolean;
  readonly origin: string;
  readonly width: number;
  readonly height: number;
  readonly slices: number;
  readonly frames: number;
  readonly spacing: Raster['spacing'];
  readonly channels: readonly Channel[];
  readonly guess: readonly ChannelRole[];
  /** Whether the user should be asked what the channels show, and which plane to take. */
  readonly ask: boolean;
  readonly notes: readonly string[];
  readonly truth: { readonly data: Uint32Array; readonly count: number } | null;
}

/** A field is one picture in at most so many channels; more files are several fields. */
const MOST_FILES = 12;

/** A file's channels, before those of several files are put together. */
interface Opened {
  readonly file: File;
  readonly kind: string;
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly slices: number;
  readonly frames: number;
  readonly spacing: Raster['spacing'];
  readonly names: readonly string[];
  /** The channels are the colours of one picture, which is then one channel by its brightness. */
  readonly colours: boolean;
  plane(channel: number, slice: number, frame: number): Promise<Float32Array>;
}

const slicePlane = ({ width, height, data }: Raster, channel: number) =>
  data.slice(channel * width * height, (channel + 1) * width * height);

function openedRaster(file: File, kind: string, raster: Raster): Opened {
  const { width, height, bits, spacing, channels } = raster;
  const grey = channels < 3 || isGrey(raster);
  return {
    ...{ file, kind, width, height, bits, spacing, slices: 1, frames: 1 },
    names: grey ? ['grey'] : ['brightness', 'red', 'green', 'blue'],
    colours: !grey,
    plane: async (channel) =>
      grey || channel > 0 ? slicePlane(raster, Math.max(0, channel - 1)) : luminance(raster).data,
  };
}

/** Whether red, green and blue are the same everywhere, as in grey pictures that were saved in colour. */
function isGrey(raster: Raster): boolean {
  const [red, green, blue] = [0, 1, 2].map((channel) => slicePlane(raster, channel));
  return red.every((value, i) => value === green[i] && value === blue[i]);
}

async function stackRaster(stack: TiffStack): Promise<Raster> {
  const { width, height, bits } = stack;
  const planes = await Promise.all([0, 1, 2].map((channel) => stack.plane(channel, 0, 0)));
  const data = new Float32Array(3 * width * height);
  planes.forEach((plane, i) => {
    data.set(plane, i * width * height);
  });
  return { width, height, bits, channels: 3, data, range: [0, 2 ** bits - 1] };
}

async function openTiff(file: File, kind: string, bytes: Uint8Array): Promise<Opened> {
  const stack = await openTiffStack(bytes);
  const { channels, channelNames, interpretation, spacing } = stack;
  if (interpretation === 'rgb' || interpretation === 'palette-colour')
    return { ...openedRaster(file, kind, await stackRaster(stack)), spacing };
  const named = (i: number) => channelNames[i] || (channels === 1 ? 'grey' : `Channel ${i + 1}`);
  const { width, height, bits, slices, frames } = stack;
  return {
    ...{ file, kind, width, height, bits, slices, frames, spacing, colours: false },
    names: Array.from({ length: channels }, (_, i) => named(i)),
    plane: stack.plane,
  };
}

async function openFile(file: File): Promise<Opened> {
  const bytes = await readFile(file);
  const sniffed = await sniff(bytes);
  const kind = sniffed.description;
  if (sniffed.kind === 'tiff') return openTiff(file, kind, bytes);
  if (sniffed.kind === 'png') return openedRaster(file, kind, await readPng(bytes));
  if (sniffed.kind === 'jpeg') return openedRaster(file, kind, await readJpeg(bytes));
  throw unreadable(file.name, sniffed, 'a fluorescence picture as TIFF, PNG or JPEG');
}

const sizeOf = ({ width, height, slices, frames }: Opened) =>
  [`${width} × ${height}`, slices > 1 && `${slices} slices`, frames > 1 && `${frames} frames`]
    .filter(Boolean)
    .join(', ');

/** What each channel is likely to be. Of one channel, or of colours, the first is all there is. */
function guessRoles(names: readonly string[], single: boolean): ChannelRole[] {
  if (single) return names.map((_, i) => (i === 0 ? 'only' : null));
  const { nucleus, cytoplasm, dic } = guessStains(names);
  if (nucleus === null || cytoplasm === null) {
    const only = nucleus ?? cytoplasm ?? 0;
    return names.map((_, i) => (i === only ? 'only' : null));
  }
  return names.map((_, i) =>
    i === nucleus ? 'nucleus' : i === cytoplasm ? 'cytoplasm' : i === dic ? 'dic' : null,
  );
}

/** One file's channels, or those of several files one beside the other; each file of several is one channel if it is in colour. */
function channelsOf(opened: readonly Opened[]): Channel[] {
  const parts = ownParts(opened.map(({ file }) => file.name));
  return opened.flatMap((each, f) => {
    const names = opened.length > 1 && each.colours ? each.names.slice(0, 1) : each.names;
    return names.map((name, i) => ({
      name:
        opened.length === 1 ? name : names.length === 1 ? parts[f] || each.file.name : `${parts[f]} ${name}`,
      from: opened.length === 1 ? '' : each.file.name,
      plane: (slice: number, frame: number) => each.plane(i, slice, frame),
    }));
  });
}

/** Reads files one after the other, and says which: a file is decoded in one piece, and a stop is heard after it. */
async function openEach(files: readonly File[], job: Job): Promise<Opened[]> {
  const total = files.length;
  const all = files.reduce((sum, { size }) => sum + size, 0);
  const opened: Opened[] = [];
  let bytes = 0;
  for (const [done, file] of files.entries()) {
    const counted = total === 1 ? { what: file.name } : { done, total, what: 'files' };
    job.report({ stage: 'decode', ...counted, bytes: { done: bytes, total: all } });
    opened.push(await openFile(file));
    bytes += file.size;
    await breathe(job);
  }
  return opened;
}

async function openFiles(files: readonly File[], job: Job): Promise<Field> {
  const sorted = [...files].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  const opened = await openEach(sorted.slice(0, MOST_FILES), job);
  const [first] = opened;
  const size = sizeOf(first);
  const same = opened.filter((each) => sizeOf(each) === size);
  const other = opened.filter((each) => sizeOf(each) !== size);
  const notes = [
    ...other.map((each) => `${each.file.name} is left out: ${sizeOf(each)}, and the first file is ${size}`),
    ...(sorted.length > MOST_FILES
      ? [`${sorted.length - MOST_FILES} more files are left out: one field at a time`]
      : []),
  ];
  const channels = channelsOf(same);
  const { width, height, slices, frames, spacing, kind, bits } = first;
  const single = channels.length === 1 || (same.length === 1 && first.colours);
  return {
    ...{ width, height, slices, frames, spacing, channels, notes, generated: false, truth: null },
    title: same.map(({ file }) => file.name).join(', '),
    origin: `${kind}, ${size}, ${bits} bit`,
    guess: guessRoles(
      channels.map(({ name }) => name),
      single,
    ),
    ask: !single || slices > 1 || frames > 1,
  };
}

const stainNames = ['nucleus', 'cytoplasm', 'DIC'];

function openSample(name: SampleName): Field {
  const three = name === 'cells';
  const { picture, truth } = three ? threeChannelCells() : nucleiField();
  const { width, height, spacing } = picture;
  const names = three ? stainNames : ['nucleus'];
  return {
    ...{ width, height, spacing, truth, slices: 1, frames: 1, notes: [], generated: true, ask: false },
    title: three ? 'Generated cells, three stains' : 'Generated nuclei',
    origin: `generated in code, ${width} × ${height}`,
    channels: names.map((each, i) => ({ name: each, from: '', plane: async () => slicePlane(picture, i) })),
    guess: three ? ['nucleus', 'cytoplasm', 'dic'] : ['only'],
  };
}

/** Opens files or generates a sample. Throws what the readers of the formats do. */
export const openField = async (source: Source, job: Job): Promise<Field> =>
  source.kind === 'sample' ? openSample(source.name) : openFiles(source.files, job);

/** The larger of two planes, pixel by pixel, into the first. */
function raise(to: Float32Array, by: Float32Array): void {
  for (let i = 0; i < to.length; i++) if (by[i] > to[i]) to[i] = by[i];
}

/** A channel at a plane, or its maximum over all depths, which is what a flat picture of a stack is made by. */
export async function channelAt(
  field: Field,
  channel: number,
  { slice, frame }: PlaneChoice,
  job: Job,
): Promise<Plane> {
  const { width, height, slices, channels } = field;
  if (slice !== 'max') return { width, height, data: await channels[channel].plane(slice, frame) };
  const data = Float32Array.from(await channels[channel].plane(0, frame));
  const pause = breather(job);
  for (let z = 1; z < slices; z++) {
    job.report({ stage: 'decode', done: z, total: slices, what: `slices of ${channels[channel].name}` });
    raise(data, await channels[channel].plane(z, frame));
    await pause();
  }
  return { width, height, data };
}
