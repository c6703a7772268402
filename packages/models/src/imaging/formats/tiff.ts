import { RoentgenError } from '@roentgen/kernels';
import { fromArrayBuffer, type GeoTIFF, type GeoTIFFImage } from 'geotiff';
import type { Raster } from '../types.ts';
import { checkedCount, checkPresent, damaged, unsupported } from './bytes.ts';
import { readTiffMetadata, type TiffMetadata } from './tiff-metadata.ts';

/** A TIFF file: all channels of its first picture, and what the file says of them. */
export interface TiffFile {
  readonly raster: Raster;
  readonly metadata: TiffMetadata;
  /** How the samples came to be values: 'palette-grey' and 'palette-colour' went through a colour map. */
  readonly interpretation: 'samples' | 'palette-grey' | 'palette-colour';
}

/** Compression tags that geotiff decodes without a lossy or exotic codec; the names of some that are refused. */
const READ = new Set([1, 5, 7, 8, 32946, 32773, 50000]);
const COMPRESSIONS: Readonly<Record<number, string>> = {
  2: 'CCITT modified Huffman',
  3: 'CCITT group 3 fax',
  4: 'CCITT group 4 fax',
  6: 'old-style JPEG',
  34712: 'JPEG 2000',
  33003: 'JPEG 2000 (Aperio)',
  33005: 'JPEG 2000 (Aperio)',
  34887: 'LERC',
  34925: 'LZMA',
  34892: 'lossy JPEG (DNG)',
  50001: 'WebP',
  50002: 'JPEG XL',
};

interface Page {
  readonly image: GeoTIFFImage;
  readonly width: number;
  readonly height: number;
  readonly samples: number;
  readonly bits: number;
  /** TIFF's SampleFormat: 1 unsigned, 2 signed, 3 float. */
  readonly format: number;
  readonly photometric: number;
}

function attempt<T>(what: string, work: () => Promise<T>): Promise<T> {
  return work().catch((cause) => {
    if (cause instanceof RoentgenError) throw cause;
    throw damaged(
      `TIFF: ${what}: ${cause instanceof Error ? cause.message : cause}`,
      'copy the file again',
      cause,
    );
  });
}

async function numbers(image: GeoTIFFImage, tag: string): Promise<readonly number[]> {
  const value: unknown = await image.fileDirectory.loadValue(tag as 'StripOffsets');
  if (value === undefined || value === null) return [];
  return Array.from(
    typeof value === 'object' ? (value as ArrayLike<number | bigint>) : [value as number],
    Number,
  );
}

async function number(image: GeoTIFFImage, tag: string, otherwise: number): Promise<number> {
  return (await numbers(image, tag))[0] ?? otherwise;
}

/** Every strip or tile must lie in the file and must not be larger than incompressible data would be. */
async function checkBlocks(
  image: GeoTIFFImage,
  bits: number,
  samples: number,
  length: number,
): Promise<void> {
  const kind = image.isTiled ? 'Tile' : 'Strip';
  const offsets = await numbers(image, `${kind}Offsets`);
  const counts = await numbers(image, `${kind}ByteCounts`);
  if (offsets.length === 0 || offsets.length !== counts.length)
    throw damaged(`TIFF: ${kind}Offsets are missing`);
  offsets.forEach((offset, i) => {
    checkPresent(`TIFF ${kind.toLowerCase()} ${i}`, offset + counts[i], length);
  });
  const width = image.isTiled ? image.getTileWidth() : image.getWidth();
  const rows = Math.min(image.getTileHeight(), image.isTiled ? Number.POSITIVE_INFINITY : image.getHeight());
  const raw = (checkedCount(`TIFF ${kind.toLowerCase()}`, [width, rows, samples]) * bits) / 8;
  const largest = counts.reduce((most, count) => Math.max(most, count), 0);
  if (largest > 2 * raw + 65536) {
    throw damaged(`TIFF: a ${kind.toLowerCase()} of ${raw} bytes is stored in ${largest}`);
  }
}

function checkSamples(bits: number, format: number): void {
  const kinds: Record<number, readonly number[]> = {
    1: [1, 2, 4, 8, 16, 32],
    2: [8, 16, 32],
    3: [16, 32, 64],
  };
  if (kinds[format]?.includes(bits)) return;
  const name = { 1: 'unsigned', 2: 'signed', 3: 'float', 5: 'complex integer', 6: 'complex float' }[format];
  throw unsupported(`TIFF: samples of ${bits} bits, ${name ?? `format ${format}`}`, 'save as 8- or 16-bit');
}

async function inspect(image: GeoTIFFImage, length: number): Promise<Page> {
  const [width, height, samples] = [image.getWidth(), image.getHeight(), image.getSamplesPerPixel()];
  checkedCount('TIFF', [width, height, samples]);
  const compression = await number(image, 'Compression', 1);
  if (!READ.has(compression)) {
    const name = COMPRESSIONS[compression] ?? 'an unknown method';
    throw unsupported(
      `TIFF: compressed with ${name} (${compression})`,
      'save uncompressed, or with LZW or deflate',
    );
  }
  const depths = await numbers(image, 'BitsPerSample');
  const bits = depths[0] ?? 1;
  if (depths.some((depth) => depth !== bits))
    throw unsupported(`TIFF: samples of ${depths} bits`, 'save as 8-bit');
  const format = await number(image, 'SampleFormat', 1);
  checkSamples(bits, format);
  await checkBlocks(image, bits, samples, length);
  const photometric = await number(image, 'PhotometricInterpretation', 1);
  return { image, width, height, samples, bits, format, photometric };
}

/** Thumbnails and pyramid levels have other sizes than the first page; pages of one stack agree. */
async function pagesOf(file: GeoTIFF, length: number): Promise<readonly Page[]> {
  const count = await file.getImageCount();
  const first = await inspect(await file.getImage(0), length);
  const pages = [first];
  for (let i = 1; i < count; i++) {
    const image = await file.getImage(i);
    const reduced = ((await number(image, 'NewSubfileType', 0)) & 1) === 1;
    if (reduced || image.getWidth() !== first.width || image.getHeight() !== first.height) continue;
    pages.push(await inspect(image, length));
  }
  const odd = pages.find(({ bits, format }) => bits !== first.bits || format !== first.format);
  if (odd !== undefined)
    throw unsupported('TIFF: pages of different sample types', 'save each page by itself');
  checkedCount('TIFF', [first.width, first.height, pages.reduce((sum, page) => sum + page.samples, 0)]);
  return pages;
}

function rangeOf({ bits, format }: Page, data: Float32Array): readonly [number, number] {
  if (format === 1) return [0, 2 ** bits - 1];
  if (format === 2) return [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1];
  // Floats have no full scale of their own, so it is that of the picture.
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of data) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return [low, high];
}

/** 0 in a WhiteIsZero picture is white: values are mirrored so that larger is brighter, as everywhere else. */
function mirrored(data: Float32Array, bits: number): Float32Array {
  return data.map((value) => 2 ** bits - 1 - value);
}

async function planesOf(pages: readonly Page[]): Promise<Float32Array> {
  const { width, height, photometric, bits, format } = pages[0];
  const pixels = width * height;
  const out = new Float32Array(pixels * pages.reduce((sum, page) => sum + page.samples, 0));
  let at = 0;
  for (const { image } of pages) {
    for (const plane of await attempt('pixels', () => image.readRasters({ interleave: false }))) {
      out.set(plane, at);
      at += pixels;
    }
  }
  return photometric === 0 && format === 1 ? mirrored(out, bits) : out;
}

/**
 * A colour map has 16-bit entries: all reds, then greens, then blues. Writers scale 8-bit colours to it by 256
 * or by 257; taking the high byte undoes both. Where every entry is grey, the result is one channel of grey
 * values (for the usual ramp of greys this is the index itself); otherwise it is RGB.
 */
async function throughPalette(
  page: Page,
  indices: Float32Array,
): Promise<Pick<TiffFile, 'raster' | 'interpretation'>> {
  const map = (await numbers(page.image, 'ColorMap')).map((value) => value >> 8);
  const entries = 2 ** page.bits;
  if (map.length !== 3 * entries)
    throw damaged(`TIFF: a colour map of ${map.length} entries for ${page.bits} bits`);
  const isGrey = map
    .slice(0, entries)
    .every((red, i) => red === map[entries + i] && red === map[2 * entries + i]);
  const channels = isGrey ? 1 : 3;
  const data = new Float32Array(indices.length * channels);
  for (let c = 0; c < channels; c++) {
    for (let i = 0; i < indices.length; i++) data[c * indices.length + i] = map[c * entries + indices[i]];
  }
  const { width, height } = page;
  return {
    raster: { width, height, channels, data, bits: 8, range: [0, 255] },
    interpretation: isGrey ? 'palette-grey' : 'palette-colour',
  };
}

async function metadataOf(image: GeoTIFFImage): Promise<TiffMetadata> {
  const text: unknown = await image.fileDirectory.loadValue('ImageDescription');
  const ratio = async (tag: string) => {
    const [over, under] = await numbers(image, tag);
    return over === undefined ? 0 : over / (under ?? 1);
  };
  const unit = await number(image, 'ResolutionUnit', 2);
  const density = { x: await ratio('XResolution'), y: await ratio('YResolution'), unit };
  return readTiffMetadata(typeof text === 'string' ? text.replace(/\0+$/, '') : '', density);
}

function checkAxes({ axes, dialect }: TiffMetadata): void {
  if (axes === undefined || (axes.slices === 1 && axes.frames === 1)) return;
  const shape = `${axes.channels} channels, ${axes.slices} slices, ${axes.frames} frames`;
  throw unsupported(`TIFF: a hyperstack (${dialect}: ${shape})`, 'save one slice and one frame');
}

async function assemble(pages: readonly Page[], metadata: TiffMetadata): Promise<TiffFile> {
  const [first] = pages;
  const planes = await planesOf(pages);
  const { width, height, bits } = first;
  const isPalette = first.photometric === 3;
  if (isPalette && pages.length > 1)
    throw unsupported('TIFF: several palette pages', 'save each page by itself');
  const size = metadata.pixelSize;
  const spacing = size === undefined ? {} : { spacing: { ...size, unit: 'um' as const } };
  if (isPalette) {
    const mapped = await throughPalette(first, planes);
    return { ...mapped, raster: { ...mapped.raster, ...spacing }, metadata };
  }
  const channels = planes.length / (width * height);
  const raster = { width, height, channels, data: planes, bits, range: rangeOf(first, planes), ...spacing };
  return { raster, metadata, interpretation: 'samples' };
}

/**
 * Reads a TIFF or BigTIFF: unsigned (1 to 32 bits), signed and float samples; strips or tiles; uncompressed,
 * LZW, deflate, PackBits, Zstandard or JPEG. Pages of the first page's size become further channels, after
 * the samples of each page. Values are as stored; 0-is-white is mirrored, palettes are looked up. Throws `format`,
 * `memory` and, by name, `unsupported` (other compression, odd sample types, z-stacks and time series).
 */
export async function readTiff(bytes: Uint8Array): Promise<TiffFile> {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  return attempt('file', async () => {
    const file = await fromArrayBuffer(buffer);
    const metadata = await metadataOf(await file.getImage(0));
    checkAxes(metadata);
    return assemble(await pagesOf(file, bytes.length), metadata);
  });
}
