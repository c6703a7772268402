import type { Element } from 'dicom-parser';
import { checkPresent, damaged, unsupported } from '../bytes.ts';
import { extendedOffsets } from './extended-offsets.ts';
import type { DicomHeader } from './header.ts';
import { type DicomData, PIXELS } from './parse.ts';

/** The pixel element, or why there is none. */
function pixelElement(data: DicomData): Element {
  const element = data.element(PIXELS);
  if (element !== undefined) return element;
  if (data.element('x7fe00008') ?? data.element('x7fe00009')) {
    throw unsupported('DICOM: float pixel data', 'convert it to 16-bit integers with a rescale slope');
  }
  throw damaged('DICOM: no pixel data', 'the file holds a header only');
}

/** Bytes of one uncompressed frame; one bit per sample is packed across frames, so this may be a fraction. */
export function frameBytes({ rows, columns, samples, bitsAllocated }: DicomHeader): number {
  return (rows * columns * samples * bitsAllocated) / 8;
}

/** Throws `format` unless `have` bytes suffice for all frames of native pixel data; gives the bytes that they take. */
export function checkPixelBytes(header: DicomHeader, have: number): number {
  const { rows, columns, samples, frames, bitsAllocated } = header;
  const sizes = `${columns} x ${rows} x ${samples} samples x ${frames} frames of ${bitsAllocated} bits`;
  const need = Math.ceil(frameBytes(header) * frames);
  checkPresent(`DICOM pixel data (${sizes})`, need, have);
  return need;
}

/** The bytes of all frames of native pixel data, checked against the header's sizes. */
export function nativePixels(data: DicomData, header: DicomHeader): Uint8Array {
  const element = pixelElement(data);
  const { bitsAllocated } = header;
  const have = Math.min(element.length, data.bytes.length - element.dataOffset);
  const need = checkPixelBytes(header, have);
  const pixels = data.bytes.subarray(element.dataOffset, element.dataOffset + need + (need & 1));
  const swapped = !data.littleEndian && bitsAllocated === 8 && element.vr === 'OW';
  return swapped ? swapPairs(pixels) : pixels;
}

/** 8-bit samples in big-endian 16-bit words: the first sample is the low byte, which comes second. */
function swapPairs(bytes: Uint8Array): Uint8Array {
  return bytes.map((_, i) => bytes[i ^ 1] ?? 0);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0];
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** A frame's first fragment and the one after its last, and how many of their bytes are the frame's where that is told. */
interface FragmentRange {
  readonly from: number;
  readonly to: number;
  readonly length?: number;
}

const rangesFrom = (starts: readonly number[], count: number): readonly FragmentRange[] =>
  starts.map((from, i) => ({ from, to: starts[i + 1] ?? count }));

/** SOI of the JPEG family, SOC of JPEG 2000: neither occurs within a compressed frame. */
function opensStream(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && (bytes[1] === 0xd8 || bytes[1] === 0x4f);
}

/**
 * Which fragments each frame is made of (PS3.5 A.4). One fragment for each frame leaves one way only; else a table says
 * it, or the frames' own beginnings do.
 */
function fragmentRanges(
  data: DicomData,
  element: Element,
  parts: readonly Uint8Array[],
  frames: number,
): readonly FragmentRange[] {
  const { fragments = [], basicOffsetTable: table = [] } = element;
  const starting = (offset: number) => fragments.findIndex((fragment) => fragment.offset === offset);
  const extents = extendedOffsets(data, frames);
  if (extents !== null) {
    const ranges = rangesFrom(
      extents.map(({ offset }) => starting(offset)),
      fragments.length,
    );
    if (ranges.every(({ from, to }) => from >= 0 && to > from))
      return ranges.map((range, i) => ({ ...range, length: extents[i].length }));
  }
  if (frames === 1) return [{ from: 0, to: fragments.length }];
  if (fragments.length === frames) return fragments.map((_, i) => ({ from: i, to: i + 1 }));
  const starts = table.map(starting);
  if (table.length === frames && !starts.includes(-1)) return rangesFrom(starts, fragments.length);
  const opening = parts.flatMap((part, i) => (opensStream(part) ? [i] : []));
  if (opening.length === frames && opening[0] === 0) return rangesFrom(opening, fragments.length);
  throw damaged(
    `DICOM: ${fragments.length} fragments for ${frames} frames, and no offset table that tells them apart`,
    'the file is damaged or cut short: copy it again',
  );
}

/** The compressed bytes of each frame, by its number. Throws `format` where fragments are missing or cut short. */
export function encapsulatedFrames(data: DicomData, header: DicomHeader): (frame: number) => Uint8Array {
  const element = pixelElement(data);
  const fragments = element.fragments ?? [];
  if (fragments.length === 0)
    throw damaged(`DICOM: ${header.transferSyntax.name} without encapsulated pixel data`);
  const parts = fragments.map(({ position, length }) => {
    checkPresent('DICOM pixel fragment', position + length, data.bytes.length);
    return data.bytes.subarray(position, position + length);
  });
  const ranges = fragmentRanges(data, element, parts, header.frames);
  return (frame) => {
    const { from, to, length } = ranges[frame];
    return joined(parts.slice(from, to)).subarray(0, length);
  };
}
