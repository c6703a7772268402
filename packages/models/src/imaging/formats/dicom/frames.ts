import type { Element } from 'dicom-parser';
import { checkPresent, damaged, unsupported } from '../bytes.ts';
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

/** Which fragments each frame is made of (PS3.5 A.4): the offset table says, or the counts leave one way only. */
function fragmentRanges(element: Element, frames: number): readonly (readonly [number, number])[] {
  const fragments = element.fragments ?? [];
  if (frames === 1) return [[0, fragments.length]];
  if (fragments.length === frames) return fragments.map((_, i) => [i, i + 1]);
  const table = element.basicOffsetTable ?? [];
  const starts = table.map((offset) => fragments.findIndex((fragment) => fragment.offset === offset));
  if (table.length !== frames || starts.includes(-1)) {
    throw damaged(
      `DICOM: ${fragments.length} fragments for ${frames} frames, and no offset table that tells them apart`,
    );
  }
  return starts.map((start, i) => [start, starts[i + 1] ?? fragments.length]);
}

/** The compressed bytes of each frame. Throws `format` where fragments are missing or cut short. */
export function encapsulatedFrames(data: DicomData, header: DicomHeader): readonly Uint8Array[] {
  const element = pixelElement(data);
  const fragments = element.fragments ?? [];
  if (fragments.length === 0)
    throw damaged(`DICOM: ${header.transferSyntax.name} without encapsulated pixel data`);
  const parts = fragments.map(({ position, length }) => {
    checkPresent('DICOM pixel fragment', position + length, data.bytes.length);
    return data.bytes.subarray(position, position + length);
  });
  return fragmentRanges(element, header.frames).map(([from, to]) => joined(parts.slice(from, to)));
}
