import type { GeoTIFFImage } from 'geotiff';
import { checkedCount, checkPresent, damaged, MAX_DEFLATE_RATIO, unsupported } from './bytes.ts';

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

/** One page: its facts, checked, before any pixel is read. */
export interface Page {
  readonly image: GeoTIFFImage;
  readonly width: number;
  readonly height: number;
  readonly samples: number;
  readonly bits: number;
  /** TIFF's SampleFormat: 1 unsigned, 2 signed, 3 float. */
  readonly format: number;
  readonly photometric: number;
}

/** All values of a numeric tag; none where it is absent. */
export async function numbers(image: GeoTIFFImage, tag: string): Promise<readonly number[]> {
  const value: unknown = await image.fileDirectory.loadValue(tag as 'StripOffsets');
  if (value === undefined || value === null) return [];
  return Array.from(
    typeof value === 'object' ? (value as ArrayLike<number | bigint>) : [value as number],
    Number,
  );
}

/** The first value of a numeric tag. */
export async function number(image: GeoTIFFImage, tag: string, otherwise: number): Promise<number> {
  return (await numbers(image, tag))[0] ?? otherwise;
}

interface Samples {
  readonly samples: number;
  readonly bits: number;
  readonly compression: number;
}

/** How many bytes one stored byte can become, by compression; what is not listed has no useful bound. */
const EXPANSION: Readonly<Record<number, number>> = {
  1: 1,
  5: 4096,
  8: MAX_DEFLATE_RATIO,
  32946: MAX_DEFLATE_RATIO,
  32773: 64,
};

/** The strips or tiles must be as many as the picture calls for, and hold enough bytes to become all of it. */
function checkCoverage(image: GeoTIFFImage, layout: Samples, counts: readonly number[]): void {
  const [width, height] = [image.getWidth(), image.getHeight()];
  const across = image.isTiled ? Math.ceil(width / image.getTileWidth()) : 1;
  const down = Math.ceil(height / Math.min(height, image.getTileHeight()));
  const need = across * down * (image.planarConfiguration === 2 ? layout.samples : 1);
  if (counts.length < need)
    throw damaged(`TIFF: ${counts.length} strips or tiles, the picture needs ${need}`);
  const raw = Math.floor((width * height * layout.samples * layout.bits) / 8);
  const stored = counts.reduce((sum, count) => sum + count, 0);
  checkPresent('TIFF pixels', Math.ceil(raw / (EXPANSION[layout.compression] ?? 1e5)), stored);
}

/** Every strip or tile must lie in the file and must not be larger than incompressible data would be. */
async function checkBlocks(image: GeoTIFFImage, layout: Samples, length: number): Promise<void> {
  const kind = image.isTiled ? 'Tile' : 'Strip';
  const offsets = await numbers(image, `${kind}Offsets`);
  const counts = await numbers(image, `${kind}ByteCounts`);
  if (offsets.length === 0 || offsets.length !== counts.length)
    throw damaged(`TIFF: ${kind}Offsets are missing`);
  offsets.forEach((offset, i) => {
    checkPresent(`TIFF ${kind.toLowerCase()} ${i}`, offset + counts[i], length);
  });
  checkCoverage(image, layout, counts);
  const width = image.isTiled ? image.getTileWidth() : image.getWidth();
  const rows = image.isTiled ? image.getTileHeight() : Math.min(image.getTileHeight(), image.getHeight());
  const raw = (checkedCount(`TIFF ${kind.toLowerCase()}`, [width, rows, layout.samples]) * layout.bits) / 8;
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

/** Reads and checks the facts of a page. Throws `format`, `memory` and, by name, `unsupported`. */
export async function inspect(image: GeoTIFFImage, length: number): Promise<Page> {
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
  await checkBlocks(image, { samples, bits, compression }, length);
  const photometric = await number(image, 'PhotometricInterpretation', 1);
  return { image, width, height, samples, bits, format, photometric };
}
