import { RoentgenError } from '@roentgen/kernels';
import { type DecodedPng, decode, encode } from 'fast-png';
import type { Raster } from '../types.ts';
import { ascii, checkedCount, checkPresent, damaged, planar, unsupported, viewOf } from './bytes.ts';
import { inflate } from './deflate.ts';

interface Chunk {
  readonly name: string;
  /** Length, name, data and checksum. */
  readonly whole: Uint8Array;
  readonly data: Uint8Array;
}

function chunksOf(bytes: Uint8Array): readonly Chunk[] {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    checkPresent(`PNG chunk ${ascii(bytes, at + 4, 4)}`, at + 12 + length, bytes.length);
    const whole = bytes.subarray(at, at + 12 + length);
    chunks.push({ name: ascii(bytes, at + 4, 4), whole, data: whole.subarray(8, 8 + length) });
    if (chunks.at(-1)?.name === 'IEND') return chunks;
    at += whole.length;
  }
  throw damaged('PNG: no IEND chunk', 'the file is truncated: copy it again');
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** First column and row, and steps, of the seven passes of Adam7 (PNG specification, 8.2). */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Bytes of the unpacked pixels: each row of each pass has a filter byte and is padded to whole bytes. */
function rawSize(header: Uint8Array): number {
  const [width, height] = [viewOf(header).getUint32(0), viewOf(header).getUint32(4)];
  const samples = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[header[9]] ?? 4;
  checkedCount('PNG', [width, height, samples]);
  const passes = header[12] === 0 ? ([[0, 0, 1, 1]] as const) : ADAM7;
  return passes.reduce((sum, [x0, y0, dx, dy]) => {
    const [columns, rows] = [Math.ceil((width - x0) / dx), Math.ceil((height - y0) / dy)];
    if (columns < 1 || rows < 1) return sum;
    return sum + rows * (1 + Math.ceil((columns * samples * header[8]) / 8));
  }, 0);
}

/**
 * Leaves only what shapes the pixels, so that no ancillary chunk (a compressed colour profile, say) can unpack
 * to gigabytes, and checks that the pixels themselves unpack to what the header calls for: fast-png would take
 * both too much and too little.
 */
async function essential(bytes: Uint8Array): Promise<Uint8Array> {
  const chunks = chunksOf(bytes);
  const header = chunks[0];
  if (header?.name !== 'IHDR' || header.data.length !== 13) throw damaged('PNG: no IHDR chunk');
  if (header.data[12] !== 0 && header.data[8] < 8) {
    throw unsupported(`PNG: interlaced with ${header.data[8]} bits`, 'save the picture without interlacing');
  }
  const size = rawSize(header.data);
  const pixels = joined(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data));
  const raw = await inflate(pixels, 'deflate', size, 'PNG pixels');
  checkPresent('PNG pixels', size, raw.length);
  const kept = chunks.filter(({ name }) => ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'pHYs'].includes(name));
  return joined([bytes.subarray(0, 8), ...kept.map(({ whole }) => whole)]);
}

/** Spreads samples of fewer than 8 bits, which fast-png leaves packed, one per element. */
function unpacked({ data, depth, width, height, channels }: DecodedPng): ArrayLike<number> {
  if (depth >= 8) return data;
  const perRow = Math.ceil((width * channels * depth) / 8);
  const out = new Uint8Array(width * height * channels);
  const mask = (1 << depth) - 1;
  for (let i = 0; i < out.length; i++) {
    const bit = (i % (width * channels)) * depth;
    const byte = data[Math.floor(i / (width * channels)) * perRow + (bit >> 3)];
    out[i] = (byte >> (8 - depth - (bit & 7))) & mask;
  }
  return out;
}

/** Palette indices to their colours; one channel where all the colours in the palette are grey. */
function throughPalette(indices: ArrayLike<number>, palette: readonly (readonly number[])[], pixels: number) {
  const channels = palette.every(([r, g, b]) => r === g && g === b) ? 1 : 3;
  const data = new Float32Array(pixels * channels);
  for (let i = 0; i < pixels; i++) {
    const colour = palette[indices[i]];
    if (colour === undefined)
      throw damaged(`PNG: index ${indices[i]} is beyond the palette of ${palette.length}`);
    for (let c = 0; c < channels; c++) data[c * pixels + i] = colour[c];
  }
  return { channels, data };
}

function spacingOf({ resolution }: DecodedPng): Pick<Raster, 'spacing'> {
  // Unit 1 is the metre; densities below 10 000 per metre are print settings of scanners, not pixel sizes.
  if (resolution === undefined || resolution.unit !== 1 || Math.min(resolution.x, resolution.y) < 1e4)
    return {};
  return { spacing: { row: 1e6 / resolution.y, column: 1e6 / resolution.x, unit: 'um' } };
}

function toRaster(png: DecodedPng): Raster {
  const { width, height, depth, palette } = png;
  const pixels = width * height;
  const samples = unpacked(png);
  if (palette !== undefined) {
    return {
      width,
      height,
      ...throughPalette(samples, palette, pixels),
      bits: 8,
      range: [0, 255],
      ...spacingOf(png),
    };
  }
  const channels = png.channels;
  const data = planar(samples, pixels, channels);
  return { width, height, channels, data, bits: depth, range: [0, 2 ** depth - 1], ...spacingOf(png) };
}

/**
 * Decodes a PNG: 1 to 16 bits; grey (1 channel), grey and alpha (2), RGB (3), RGB and alpha (4). Values are the
 * samples as stored, without gamma. A palette gives its colours as RGB, or one channel where all are grey; its
 * transparency is left out. Throws `format` or `memory`.
 */
export async function readPng(bytes: Uint8Array): Promise<Raster> {
  const lean = await essential(bytes);
  let png: DecodedPng;
  try {
    png = decode(lean, { checkCrc: true });
  } catch (cause) {
    throw damaged(`PNG: ${cause instanceof Error ? cause.message : cause}`, 'copy the file again', cause);
  }
  return toRaster(png);
}

/**
 * Encodes a picture of 1 to 4 channels as 8- or 16-bit PNG. `data` is channel-major, as in `Raster`; values are
 * rounded and clipped to 0 .. 2^bits - 1. Throws `shape`, or `value` for NaN.
 */
export function writePng(
  picture: Pick<Raster, 'width' | 'height' | 'channels' | 'data'>,
  bits: 8 | 16,
): Uint8Array {
  const { width, height, channels, data } = picture;
  const pixels = width * height;
  if (data.length !== pixels * channels || channels < 1 || channels > 4) {
    throw new RoentgenError(
      'shape',
      `PNG: ${width} x ${height} x ${channels} channels with ${data.length} values`,
    );
  }
  const top = 2 ** bits - 1;
  const out = bits === 8 ? new Uint8Array(data.length) : new Uint16Array(data.length);
  for (let i = 0; i < pixels; i++) {
    for (let c = 0; c < channels; c++) {
      const value = data[c * pixels + i];
      if (Number.isNaN(value)) throw new RoentgenError('value', `PNG: pixel ${i} is NaN`);
      out[i * channels + c] = Math.min(top, Math.max(0, Math.round(value)));
    }
  }
  return encode({ width, height, channels, depth: bits, data: out });
}
