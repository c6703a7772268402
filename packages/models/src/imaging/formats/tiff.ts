import { RoentgenError } from '@roentgen/kernels';
import { fromArrayBuffer, type GeoTIFF, type GeoTIFFImage } from 'geotiff';
import type { Raster } from '../types.ts';
import { checkedCount, damaged, unsupported } from './bytes.ts';
import { readTiffMetadata, type TiffMetadata } from './tiff-metadata.ts';
import { inspect, number, numbers, type Page } from './tiff-page.ts';

/** A TIFF file: all channels of its first picture, and what the file says of them. */
export interface TiffFile {
  readonly raster: Raster;
  readonly metadata: TiffMetadata;
  /**
   * How the samples came to be values: 'palette-grey' and 'palette-colour' went through a colour map; 'rgb' are the colours
   * of one picture (and perhaps alpha); 'samples' are channels that the file does not call colours.
   */
  readonly interpretation: 'samples' | 'rgb' | 'palette-grey' | 'palette-colour';
}

export function attempt<T>(what: string, work: () => Promise<T>): Promise<T> {
  return work().catch((cause) => {
    if (cause instanceof RoentgenError) throw cause;
    throw damaged(
      `TIFF: ${what}: ${cause instanceof Error ? cause.message : cause}`,
      'copy the file again',
      cause,
    );
  });
}

/** Thumbnails and pyramid levels have other sizes than the first page; pages of one stack agree. */
export async function pagesOf(file: GeoTIFF, length: number): Promise<readonly Page[]> {
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
export function mirrored(data: Float32Array, bits: number): Float32Array {
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
export async function throughPalette(
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

export async function metadataOf(image: GeoTIFFImage): Promise<TiffMetadata> {
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

/** PhotometricInterpretation 2 is RGB, 6 is YCbCr, which is decoded to RGB. */
export function isColour(pages: readonly Page[]): boolean {
  const [{ photometric, samples }] = pages;
  return pages.length === 1 && samples >= 3 && (photometric === 2 || photometric === 6);
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
  return { raster, metadata, interpretation: isColour(pages) ? 'rgb' : 'samples' };
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
