import { Decoder } from 'jpeg-lossless-decoder-js';
import { checkPresent, damaged, unsupported, viewOf } from '../bytes.ts';
import type { CodecName, Codecs } from '../codecs/codecs.ts';
import { type CodestreamInfo, j2kInfo, jpegInfo } from '../codecs/codestream.ts';
import { encapsulatedFrames, frameBytes, nativePixels } from './frames.ts';
import type { DicomHeader } from './header.ts';
import type { DicomData } from './parse.ts';
import { decodeRle } from './rle.ts';
import { type PixelEncoding, undecodable } from './transfer-syntax.ts';

/** Samples as stored, sign-extended from BitsStored; frame by frame, channel-major within a frame. */
export type StoredSamples = Int32Array | Uint32Array;

/** A frame's samples before bits are sorted out. */
interface RawFrame {
  readonly bytes: Uint8Array;
  readonly bytesPerSample: number;
  readonly littleEndian: boolean;
  /** Whole planes rather than pixel by pixel. */
  readonly planes: boolean;
  /** Lowest bit of the value within its sample: codecs always align at 0. */
  readonly shift: number;
  /** YBR already turned into RGB by the codec. */
  readonly isRgb: boolean;
}

type Packed = Exclude<PixelEncoding, 'native' | 'rle'>;

function checkInfo(info: CodestreamInfo, header: DicomHeader, what: string): void {
  const says = `${info.width} x ${info.height} x ${info.channels}`;
  const { columns, rows, samples, transferSyntax } = header;
  if (info.width !== columns || info.height !== rows || info.channels !== samples) {
    throw damaged(`DICOM: the header says ${columns} x ${rows} x ${samples}, the ${what} frame ${says}`);
  }
  if (what === 'jpeg' && info.bits > 8) {
    const why = `${info.bits}-bit lossy JPEG has no decoder here`;
    throw unsupported(
      `DICOM: ${transferSyntax.name} (${transferSyntax.uid}): ${why}`,
      'convert it with dcmdjpeg',
    );
  }
}

/** The package decodes a whole frame in JavaScript; it gives 16-bit samples above 8 bits. */
function decodeLossless(encoded: Uint8Array): Uint8Array {
  try {
    const buffer = encoded.slice().buffer;
    const samples = new Decoder().decode(buffer, 0, encoded.length);
    return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
  } catch (cause) {
    throw damaged('JPEG lossless: the decoder rejects the data', 'the file is damaged: copy it again', cause);
  }
}

async function decodePacked(encoded: Uint8Array, encoding: Packed, codecs: Codecs, header: DicomHeader) {
  const isWavelet = encoding === 'jpeg-2000' || encoding === 'htj2k';
  const info = isWavelet ? j2kInfo(encoded) : jpegInfo(encoded);
  checkInfo(info, header, encoding);
  const bytesPerSample = info.bits > 16 ? 4 : info.bits > 8 ? 2 : 1;
  if (encoding === 'jpeg-lossless') return { bytes: decodeLossless(encoded), bytesPerSample };
  const frame = await codecs.decode(encoding satisfies CodecName, encoded);
  checkInfo({ ...frame, frame: 0 }, header, encoding);
  return { bytes: frame.bytes, bytesPerSample };
}

async function packedFrame(encoded: Uint8Array, encoding: Packed, codecs: Codecs, header: DicomHeader) {
  const { bytes, bytesPerSample } = await decodePacked(encoded, encoding, codecs, header);
  const need = header.rows * header.columns * header.samples * bytesPerSample;
  checkPresent(`DICOM: a decoded ${encoding} frame`, need, bytes.length);
  const isRgb = encoding === 'jpeg' || /_(RCT|ICT)$/.test(header.photometric);
  return { bytes, bytesPerSample, littleEndian: true, planes: false, shift: 0, isRgb };
}

function nativeFrames(data: DicomData, header: DicomHeader): (frame: number) => RawFrame {
  const { photometric, bitsAllocated, highBit, bitsStored, planes } = header;
  if (photometric === 'YBR_FULL_422') {
    throw unsupported('DICOM: uncompressed YBR_FULL_422', 'convert the image to RGB or MONOCHROME2');
  }
  const pixels = nativePixels(data, header);
  const size = frameBytes(header);
  const shift = highBit + 1 - bitsStored;
  return (i) => ({
    bytes:
      bitsAllocated === 1 ? bits(pixels, i * size * 8, size * 8) : pixels.subarray(i * size, (i + 1) * size),
    bytesPerSample: Math.max(1, bitsAllocated / 8),
    littleEndian: data.littleEndian,
    planes,
    shift,
    isRgb: false,
  });
}

/** One bit per sample, the first in the lowest bit of the first byte (PS3.5 8.1.1); a byte each afterwards. */
function bits(pixels: Uint8Array, from: number, count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, i) => (pixels[(from + i) >> 3] >> ((from + i) & 7)) & 1);
}

function rleFrame(encoded: Uint8Array, header: DicomHeader): RawFrame {
  const { rows, columns, samples, bitsAllocated, highBit, bitsStored } = header;
  if (bitsAllocated === 1) throw unsupported('DICOM: RLE with one bit per sample', 'convert it to 8 bits');
  const bytesPerSample = bitsAllocated / 8;
  const bytes = decodeRle(encoded, rows * columns, samples, bytesPerSample);
  const shift = highBit + 1 - bitsStored;
  return { bytes, bytesPerSample, littleEndian: true, planes: true, shift, isRgb: false };
}

type RawFrames = (frame: number) => RawFrame | Promise<RawFrame>;

function rawFrames(data: DicomData, header: DicomHeader, codecs: Codecs): RawFrames {
  const { encoding } = data.syntax;
  if (encoding === null) throw undecodable(data.syntax);
  if (encoding === 'native') return nativeFrames(data, header);
  const encoded = encapsulatedFrames(data, header);
  return (frame) =>
    encoding === 'rle'
      ? rleFrame(encoded(frame), header)
      : packedFrame(encoded(frame), encoding, codecs, header);
}

/** Keeps BitsStored bits and extends the sign; the rest of a sample may hold overlays or rubbish. */
function unpack(
  frame: RawFrame,
  { bitsStored, signed, samples }: DicomHeader,
  out: StoredSamples,
  at: number,
): void {
  const view = viewOf(frame.bytes);
  const { bytesPerSample: size, littleEndian, planes, shift } = frame;
  const read = (i: number): number => {
    if (size === 1) return view.getUint8(i);
    return size === 2 ? view.getUint16(2 * i, littleEndian) : view.getUint32(4 * i, littleEndian);
  };
  const count = Math.floor(frame.bytes.length / size);
  const pixels = count / samples;
  const drop = 32 - bitsStored;
  for (let i = 0; i < count; i++) {
    const top = (read(i) >>> shift) << drop;
    const target = planes ? i : (i % samples) * pixels + Math.floor(i / samples);
    out[at + target] = signed ? top >> drop : top >>> drop;
  }
}

/** YCbCr of full range to RGB (PS3.3 C.7.6.3.1.2), rounded and clipped to the stored bits. */
function toRgb(samples: StoredSamples, at: number, pixels: number, top: number): void {
  const half = (top + 1) / 2;
  const clip = (value: number) => Math.min(top, Math.max(0, Math.round(value)));
  for (let i = at; i < at + pixels; i++) {
    const [y, b, r] = [samples[i], samples[i + pixels] - half, samples[i + 2 * pixels] - half];
    samples[i] = clip(y + 1.402 * r);
    samples[i + pixels] = clip(y - 0.344136 * b - 0.714136 * r);
    samples[i + 2 * pixels] = clip(y + 1.772 * b);
  }
}

const samplesOf = ({ bitsStored, signed }: DicomHeader, length: number): StoredSamples =>
  bitsStored === 32 && !signed ? new Uint32Array(length) : new Int32Array(length);

/** Writes one frame's stored values to `out` from `at` on. */
function storeFrame(frame: RawFrame, header: DicomHeader, out: StoredSamples, at: number): void {
  const pixels = header.rows * header.columns;
  const bytes = frame.bytes.subarray(0, pixels * header.samples * frame.bytesPerSample);
  unpack({ ...frame, bytes }, header, out, at);
  const isYbr = header.samples === 3 && header.photometric.startsWith('YBR') && !frame.isRgb;
  if (isYbr) toRgb(out, at, pixels, 2 ** header.bitsStored - 1);
}

/**
 * Opens the pixels of a file, whose frames are decoded to stored values one at a time, by their numbers from 0. YBR comes
 * out as RGB. Throws `format` where pixels are missing or do not fit the header, and `unsupported`, by name and UID,
 * where there is no codec.
 */
export function openPixels(
  data: DicomData,
  header: DicomHeader,
  codecs: Codecs,
): (frame: number) => Promise<StoredSamples> {
  const frames = rawFrames(data, header, codecs);
  return async (frame) => {
    const out = samplesOf(header, header.rows * header.columns * header.samples);
    storeFrame(await frames(frame), header, out, 0);
    return out;
  };
}

/** Decodes all frames, one after another. Throws as `openPixels` does. */
export async function decodePixels(
  data: DicomData,
  header: DicomHeader,
  codecs: Codecs,
): Promise<StoredSamples> {
  const frames = rawFrames(data, header, codecs);
  const size = header.rows * header.columns * header.samples;
  const out = samplesOf(header, size * header.frames);
  for (let i = 0; i < header.frames; i++) storeFrame(await frames(i), header, out, i * size);
  return out;
}
