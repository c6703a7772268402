import { RoentgenError } from '@roentgen/kernels';
import type { Labels, Raster } from '../types.ts';
import { viewOf } from './bytes.ts';
import { deflate } from './deflate.ts';

/** How to write a TIFF. */
export interface TiffWriteOptions {
  /** Packs the pixels with deflate (on unless set to false). */
  readonly compress?: boolean;
  /** Names of the channels; they go into an OME-XML description. */
  readonly channelNames?: readonly string[];
}

/** How to write labels, or measures. */
export interface LabelTiffOptions {
  /** Packs the pixels with deflate (on unless set to false). */
  readonly compress?: boolean;
  /** Size of a pixel; it is kept the way that ImageJ does. */
  readonly spacing?: Raster['spacing'];
}

interface Entry {
  readonly tag: number;
  /** 2 ASCII, 3 SHORT, 4 LONG, 5 RATIONAL (pairs of LONG). */
  readonly type: 2 | 3 | 4 | 5;
  readonly values: readonly number[];
}

const SIZES = { 2: 1, 3: 2, 4: 4, 5: 4 } as const;

function setValue(view: DataView, at: number, type: Entry['type'], value: number): void {
  if (type === 2) view.setUint8(at, value);
  else if (type === 3) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
}

/** One page: its pixel bytes and its tags, those of the strip excepted. */
interface PageBytes {
  readonly pixels: Uint8Array;
  readonly entries: readonly Entry[];
}

const even = (length: number): number => length + (length & 1);

function directorySize(entries: readonly Entry[]): number {
  const outside = entries.map(({ type, values }) => values.length * SIZES[type]).filter((size) => size > 4);
  return outside.reduce((sum, size) => sum + even(size), 2 + 12 * entries.length + 4);
}

/** Writes a directory at `at`; `next` is where the following one starts, or 0. */
function writeDirectory(view: DataView, at: number, entries: readonly Entry[], next: number): void {
  let outside = at + 2 + 12 * entries.length + 4;
  view.setUint16(at, entries.length, true);
  entries.forEach(({ tag, type, values }, i) => {
    const slot = at + 2 + 12 * i;
    const size = values.length * SIZES[type];
    view.setUint16(slot, tag, true);
    view.setUint16(slot + 2, type, true);
    view.setUint32(slot + 4, type === 5 ? values.length / 2 : values.length, true);
    const target = size > 4 ? outside : slot + 8;
    if (size > 4) {
      view.setUint32(slot + 8, outside, true);
      outside += even(size);
    }
    values.forEach((value, j) => {
      setValue(view, target + j * SIZES[type], type, value);
    });
  });
  view.setUint32(outsideStart(at, entries) - 4, next, true);
}

const outsideStart = (at: number, entries: readonly Entry[]): number => at + 2 + 12 * entries.length + 4;

/** Header, then for each page its pixels and its directory: baseline TIFF 6.0, little-endian, one strip a page. */
function assemble(pages: readonly PageBytes[]): Uint8Array {
  let at = 8;
  const placed = pages.map(({ pixels, entries }) => {
    const strip = at;
    const all = [
      ...entries,
      { tag: 273, type: 4, values: [strip] } as const,
      { tag: 279, type: 4, values: [pixels.length] } as const,
    ].sort((a, b) => a.tag - b.tag);
    const directory = even(strip + pixels.length);
    at = directory + directorySize(all);
    return { pixels, strip, directory, entries: all };
  });
  if (at > 2 ** 32 - 1)
    throw new RoentgenError('memory', 'TIFF: the file would pass 4 GiB', { hint: 'write a crop' });
  const out = new Uint8Array(at);
  const view = viewOf(out);
  out.set([0x49, 0x49, 42, 0]);
  view.setUint32(4, placed[0].directory, true);
  placed.forEach(({ pixels, strip, directory, entries }, i) => {
    out.set(pixels, strip);
    writeDirectory(view, directory, entries, placed[i + 1]?.directory ?? 0);
  });
  return out;
}

function floatBytes(plane: Float32Array): Uint8Array {
  const out = new Uint8Array(plane.length * 4);
  const view = viewOf(out);
  plane.forEach((value, i) => {
    view.setFloat32(4 * i, value, true);
  });
  return out;
}

function sampleBytes(plane: ArrayLike<number>, bits: 8 | 16 | 32): Uint8Array {
  const out = new Uint8Array((plane.length * bits) / 8);
  const view = viewOf(out);
  const top = 2 ** bits - 1;
  for (let i = 0; i < plane.length; i++) {
    if (Number.isNaN(plane[i])) throw new RoentgenError('value', `TIFF: pixel ${i} is NaN`);
    const value = Math.min(top, Math.max(0, Math.round(plane[i])));
    if (bits === 8) out[i] = value;
    else if (bits === 16) view.setUint16(2 * i, value, true);
    else view.setUint32(4 * i, value, true);
  }
  return out;
}

/** Pixels per centimetre, which TIFF holds as a fraction. */
function density(spacing: Raster['spacing']): readonly Entry[] {
  if (spacing === undefined) return [];
  const perCentimetre = (size: number) => Math.round(((spacing.unit === 'mm' ? 10 : 10000) / size) * 1000);
  return [
    { tag: 282, type: 5, values: [perCentimetre(spacing.column), 1000] },
    { tag: 283, type: 5, values: [perCentimetre(spacing.row), 1000] },
    { tag: 296, type: 3, values: [3] },
  ];
}

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly bits: 8 | 16 | 32;
  /** IEEE floats of 32 bits rather than unsigned integers. */
  readonly float?: boolean;
  /** Tags of the resolution. */
  readonly density: readonly Entry[];
  readonly description: string;
}

/** ImageJ's own way to state a size: pixels per unit, no ResolutionUnit, and the unit's name in the description. */
function imagejDensity(spacing: NonNullable<Raster['spacing']>): readonly Entry[] {
  const perUnit = (size: number): readonly number[] => [1_000_000, Math.round(size * 1_000_000)];
  return [
    { tag: 282, type: 5, values: perUnit(spacing.column) },
    { tag: 283, type: 5, values: perUnit(spacing.row) },
    { tag: 296, type: 3, values: [1] },
  ];
}

async function page(
  plane: Float32Array | Uint32Array,
  layout: Layout,
  compress: boolean,
  first: boolean,
): Promise<PageBytes> {
  const float = layout.float === true && plane instanceof Float32Array;
  const raw = float ? floatBytes(plane) : sampleBytes(plane, layout.bits);
  const pixels = compress ? await deflate(raw, 'deflate') : raw;
  const text = first && layout.description !== '' ? [...new TextEncoder().encode(layout.description), 0] : [];
  const entries: Entry[] = [
    { tag: 256, type: 4, values: [layout.width] },
    { tag: 257, type: 4, values: [layout.height] },
    { tag: 258, type: 3, values: [layout.bits] },
    { tag: 259, type: 3, values: [compress ? 8 : 1] },
    { tag: 262, type: 3, values: [1] }, // PhotometricInterpretation: BlackIsZero
    { tag: 277, type: 3, values: [1] },
    { tag: 278, type: 4, values: [layout.height] },
    { tag: 339, type: 3, values: [float ? 3 : 1] }, // SampleFormat: IEEE float, or unsigned
    ...layout.density,
    ...(text.length > 0 ? [{ tag: 270, type: 2, values: text } as const] : []),
  ];
  return { pixels, entries };
}

/**
 * Writes instance labels as a grey TIFF: 16 bits, or 32 where there are more than 65535 labels. With a spacing, ImageJ
 * (and `readTiff`) find the size of a pixel in it. Throws `shape`.
 */
export async function writeLabelTiff(labels: Labels, options: LabelTiffOptions = {}): Promise<Uint8Array> {
  const { width, height, data } = labels;
  if (data.length !== width * height) {
    throw new RoentgenError('shape', `labels of ${width} x ${height} have ${data.length} values`);
  }
  const largest = data.reduce((most, label) => Math.max(most, label), labels.count);
  const { spacing } = options;
  const layout: Layout = {
    width,
    height,
    bits: largest > 65535 ? 32 : 16,
    density: spacing === undefined ? [] : imagejDensity(spacing),
    description:
      spacing === undefined ? '' : `ImageJ=1.54f\nimages=1\nunit=${spacing.unit}\nmin=0\nmax=${largest}\n`,
  };
  return assemble([await page(data, layout, options.compress !== false, true)]);
}

/**
 * Writes measures as a grey TIFF of 32-bit floats, exactly as they are. With a spacing, ImageJ (and `readTiff`) find the
 * size of a pixel in it. Throws `shape`.
 */
export async function writeFloatTiff(
  { width, height, data }: { readonly width: number; readonly height: number; readonly data: Float32Array },
  { compress = true, spacing }: LabelTiffOptions = {},
): Promise<Uint8Array> {
  if (data.length !== width * height)
    throw new RoentgenError('shape', `TIFF: ${width} x ${height} with ${data.length} values`);
  const layout: Layout = {
    ...{ width, height, bits: 32, float: true },
    density: spacing === undefined ? [] : imagejDensity(spacing),
    description: spacing === undefined ? '' : `ImageJ=1.54f\nimages=1\nunit=${spacing.unit}\n`,
  };
  return assemble([await page(data, layout, compress, true)]);
}

const xml = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.codePointAt(0)};`);

/** The least OME-XML (2016-06) that names the channels and states their order in the file. */
function omeXml(
  { width, height, channels, spacing }: Raster,
  bits: number,
  names: readonly string[],
): string {
  const size = (axis: 'X' | 'Y', value: number) =>
    ` PhysicalSize${axis}="${value}" PhysicalSize${axis}Unit="${spacing?.unit === 'mm' ? 'mm' : '&#181;m'}"`;
  const sizes = spacing === undefined ? '' : size('X', spacing.column) + size('Y', spacing.row);
  const list = names.map(
    (name, i) => `<Channel ID="Channel:0:${i}" Name="${xml(name)}" SamplesPerPixel="1"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?><OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06">' +
    `<Image ID="Image:0"><Pixels ID="Pixels:0" DimensionOrder="XYCZT" Type="uint${bits}" SizeX="${width}" ` +
    `SizeY="${height}" SizeC="${channels}" SizeZ="1" SizeT="1"${sizes}>${list.join('')}<TiffData/></Pixels></Image></OME>`
  );
}

/**
 * Writes a picture as 8- or 16-bit grey TIFF, one page per channel; values are rounded and clipped to the
 * range. With `channelNames` it is an OME-TIFF (name it .ome.tif). Throws `shape`, or `value` for NaN.
 */
export async function writeTiff(
  raster: Raster,
  bits: 8 | 16,
  options: TiffWriteOptions = {},
): Promise<Uint8Array> {
  const { width, height, channels, data, spacing } = raster;
  const names = options.channelNames ?? [];
  if (
    data.length !== width * height * channels ||
    channels < 1 ||
    (names.length > 0 && names.length !== channels)
  ) {
    const given = `${data.length} values and ${names.length} channel names`;
    throw new RoentgenError('shape', `TIFF: ${width} x ${height} x ${channels} channels with ${given}`);
  }
  const description = names.length > 0 ? omeXml(raster, bits, names) : '';
  const layout: Layout = { width, height, bits, density: density(spacing), description };
  const pages: PageBytes[] = [];
  for (let c = 0; c < channels; c++) {
    const plane = data.subarray(c * width * height, (c + 1) * width * height);
    pages.push(await page(plane, layout, options.compress !== false, c === 0));
  }
  return assemble(pages);
}
