import { checkPresent, damaged, viewOf } from '../bytes.ts';
import type { DicomData } from './parse.ts';

const OFFSETS = 'x7fe00001';
const LENGTHS = 'x7fe00002';
const UNDEFINED = 0xffffffff;

/** Where a frame's fragment starts, counted from the item after the basic offset table, and its bytes without padding. */
export interface FrameExtent {
  readonly offset: number;
  readonly length: number;
}

/** Where the two elements of an extended offset table (7FE0,0001 and 7FE0,0002) name their VR, which is OV. */
function extendedTables(bytes: Uint8Array): readonly number[] {
  const view = viewOf(bytes);
  const places: number[] = [];
  let at = bytes.indexOf(0xe0);
  while (at >= 0 && at + 12 <= bytes.length) {
    const tag = view.getUint32(at, true);
    const vr = view.getUint32(at + 4);
    let next = at + 1;
    // 'OV' and two zero bytes.
    if ((tag === 0x00017fe0 || tag === 0x00027fe0) && vr === 0x4f560000) places.push(at + 4);
    if (tag === 0x00107fe0 && (vr === 0x4f420000 || vr === 0x4f570000)) {
      // Pixels, an icon's perhaps: nothing is looked for inside them, or after those that are encapsulated.
      const length = view.getUint32(at + 8, true);
      if (length === UNDEFINED) break;
      next = at + 12 + length;
    }
    at = bytes.indexOf(0xe0, next);
  }
  return places;
}

/**
 * Parses while the extended offset table is said to be of VR OB: dicom-parser does not know OV, takes its length to
 * have two bytes, and loses its way. The bytes are as before afterwards.
 */
export function withKnownVrs<T>(bytes: Uint8Array, parse: () => T): T {
  const places = extendedTables(bytes);
  const name = (letters: string) => {
    for (const at of places) bytes.set([letters.charCodeAt(0), letters.charCodeAt(1)], at);
  };
  name('OB');
  try {
    return parse();
  } finally {
    name('OV');
  }
}

/** 64-bit numbers, of which 53 bits are enough for any file. */
function longs(data: DicomData, tag: string, frames: number): readonly number[] | null {
  const element = data.element(tag);
  if (element === undefined) return null;
  if (element.length < 8 * frames)
    throw damaged(`DICOM: an extended offset table of ${element.length / 8} entries for ${frames} frames`);
  checkPresent('DICOM extended offset table', element.dataOffset + 8 * frames, data.bytes.length);
  const view = viewOf(data.bytes);
  return Array.from({ length: frames }, (_, i) =>
    Number(view.getBigUint64(element.dataOffset + 8 * i, true)),
  );
}

/** The extended offset table (PS3.3 C.7.6.3.1.8), or null where there is none. Throws `format`. */
export function extendedOffsets(data: DicomData, frames: number): readonly FrameExtent[] | null {
  const offsets = longs(data, OFFSETS, frames);
  const lengths = longs(data, LENGTHS, frames);
  if (offsets === null || lengths === null) return null;
  return offsets.map((offset, i) => ({ offset, length: lengths[i] }));
}
