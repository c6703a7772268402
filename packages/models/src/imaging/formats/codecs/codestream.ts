import { checkPresent, damaged, viewOf } from '../bytes.ts';

/** What a compressed frame says of itself before it is decoded. */
export interface CodestreamInfo {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly bits: number;
  /** The second byte of the frame marker: 0xc0 baseline, 0xc1 extended, 0xc2 progressive, 0xc3 lossless, 0xf7 JPEG-LS. */
  readonly frame: number;
}

const isFrame = (marker: number): boolean =>
  marker === 0xf7 || (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker));

/** Finds `FF D9` from `from` on. Entropy-coded data never hold it (ITU-T T.81 B.1.1.5), so it is the end. */
function hasEnd(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at >= from; at--) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  }
  return false;
}

/**
 * Walks the markers of a JPEG or JPEG-LS stream (ITU-T T.81 annex B) to the frame header, and checks that the
 * stream has an end: libjpeg fills in what is missing without saying so. Throws `format`.
 */
export function jpegInfo(bytes: Uint8Array): CodestreamInfo {
  const view = viewOf(bytes);
  let info: CodestreamInfo | null = null;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1];
    if (marker === 0xff) {
      at++; // a fill byte
      continue;
    }
    if (isFrame(marker)) {
      checkPresent('JPEG frame header', at + 10, bytes.length);
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      info = { width, height, channels: bytes[at + 9], bits: bytes[at + 4], frame: marker };
    }
    if (marker === 0xda) break;
    at += 2 + view.getUint16(at + 2);
  }
  if (info === null) throw damaged('JPEG: no frame header', 'the file is damaged');
  if (!hasEnd(bytes, at))
    throw damaged('JPEG: the stream has no end', 'the file is truncated: copy it again');
  return info;
}

/**
 * Reads the size of a JPEG 2000 codestream (ISO/IEC 15444-1 A.5.1) and checks that all its tile-parts are
 * there: OpenJPEG decodes a truncated stream to a partial picture without an error. Throws `format`.
 */
export function j2kInfo(bytes: Uint8Array): CodestreamInfo {
  checkPresent('JPEG 2000 header', 45, bytes.length);
  const view = viewOf(bytes);
  if (view.getUint32(0) !== 0xff4fff51) throw damaged('JPEG 2000: the codestream has no SIZ marker');
  const along = (axis: 0 | 4): number => view.getUint32(8 + axis) - view.getUint32(16 + axis);
  const bits = (view.getUint8(42) & 127) + 1;
  let at = 4 + view.getUint16(4);
  while (at + 4 <= bytes.length && view.getUint16(at) !== 0xff90) at += 2 + view.getUint16(at + 2);
  checkTileParts(view, at);
  return { width: along(0), height: along(4), channels: view.getUint16(40), bits, frame: 0x51 };
}

/** Each tile-part states its length (Psot); 0 means the rest of the stream. */
function checkTileParts(view: DataView, first: number): void {
  let at = first;
  checkPresent('JPEG 2000 tile', at + 12, view.byteLength);
  while (at + 12 <= view.byteLength && view.getUint16(at) === 0xff90) {
    const length = view.getUint32(at + 6);
    if (length === 0) return;
    if (length < 14) throw damaged(`JPEG 2000: a tile-part claims ${length} bytes`);
    checkPresent('JPEG 2000 tile-part', at + length, view.byteLength);
    at += length;
  }
}
