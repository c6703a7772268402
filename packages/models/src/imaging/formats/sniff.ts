import { RoentgenError } from '@roentgen/kernels';
import { ascii, viewOf } from './bytes.ts';
import { inflate } from './deflate.ts';

/** What the bytes are, whatever the file is called. */
export type FileKind =
  | 'dicom'
  | 'nifti'
  | 'nifti-gzip'
  | 'tiff'
  | 'png'
  | 'jpeg'
  | 'npy'
  | 'onnx'
  | 'zip'
  | 'unknown';

/** The verdict of `sniff`. */
export interface Sniffed {
  readonly kind: FileKind;
  /** One line for people: the variant, or for `unknown` what was seen and what can be read. */
  readonly description: string;
}

type Rule = (bytes: Uint8Array) => Sniffed | null;

const found = (kind: FileKind, description: string): Sniffed => ({ kind, description });
const starts = (bytes: Uint8Array, ...signature: number[]): boolean =>
  bytes.length >= signature.length && signature.every((byte, i) => bytes[i] === byte);

const signatures: Rule = (bytes) => {
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return found('png', 'PNG');
  if (starts(bytes, 0xff, 0xd8, 0xff)) return found('jpeg', 'JPEG');
  if (starts(bytes, 0x93) && ascii(bytes, 1, 5) === 'NUMPY') return found('npy', 'NumPy array');
  if (starts(bytes, 0x50, 0x4b, 3, 4) || starts(bytes, 0x50, 0x4b, 5, 6)) return found('zip', 'ZIP archive');
  return null;
};

const tiff: Rule = (bytes) => {
  const names: Record<string, string> = {
    'II*\0': 'TIFF, little-endian',
    'MM\0*': 'TIFF, big-endian',
    'II+\0': 'BigTIFF, little-endian',
    'MM\0+': 'BigTIFF, big-endian',
  };
  const name = names[ascii(bytes, 0, 4)];
  return name === undefined ? null : found('tiff', name);
};

/** NIfTI-1 and -2 state their header's length first, in either byte order, and a magic word later. */
const nifti: Rule = (bytes) => {
  if (bytes.length < 348) return null;
  const size = [true, false].map((little) => viewOf(bytes).getInt32(0, little));
  const pair = (magic: string) => (magic.startsWith('ni') ? ', header of a .hdr/.img pair' : '');
  const one = ascii(bytes, 344, 3);
  if (size.includes(348) && /^n[+i]1$/.test(one)) return found('nifti', `NIfTI-1${pair(one)}`);
  const two = ascii(bytes, 4, 3);
  if (size.includes(540) && /^n[+i]2$/.test(two)) return found('nifti', `NIfTI-2${pair(two)}`);
  return null;
};

/**
 * Without a preamble a DICOM data set starts with an element of a low even group: 0002 (file meta) or 0008
 * (identification), its length plausible in implicit or with a known VR in explicit form.
 */
const bareDicom: Rule = (bytes) => {
  if (bytes.length < 12) return null;
  const data = viewOf(bytes);
  const group = [2, 8].includes(data.getUint16(0, true)) ? data.getUint16(0, true) : data.getUint16(0, false);
  const explicit = /^(UL|UI|CS|LO|SH|DA|TM|OB|UN|ST|LT|IS|DS|US)$/.test(ascii(bytes, 4, 2));
  const implicit =
    data.getUint32(4, true) < Math.min(bytes.length, 1 << 16) && data.getUint16(0, true) === group;
  const low = (group === 2 || group === 8) && data.getUint16(2, true) <= 0x2000;
  return low && (explicit || implicit) ? found('dicom', 'DICOM without preamble') : null;
};

const dicom: Rule = (bytes) =>
  bytes.length > 132 && ascii(bytes, 128, 4) === 'DICM' ? found('dicom', 'DICOM') : bareDicom(bytes);

/** A serialised ModelProto opens with ir_version (field 1, varint, a small number) and then another field. */
const onnx: Rule = (bytes) => {
  const opens = bytes.length > 8 && bytes[0] === 0x08 && bytes[1] >= 1 && bytes[1] < 32;
  const next = [0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42].includes(bytes[2]);
  return opens && next ? found('onnx', 'probably an ONNX model') : null;
};

/** Formats that are known and not read here, so that the report can name them. */
const foreign: readonly (readonly [test: (bytes: Uint8Array) => boolean, name: string])[] = [
  [(b) => starts(b, 0x1f, 0x8b), 'gzip, but not of a NIfTI volume: unpack it first'],
  [(b) => starts(b, 0x42, 0x5a, 0x68), 'a bzip2 archive: unpack it first'],
  [(b) => starts(b, 0x89, 0x48, 0x44, 0x46), 'HDF5: export NIfTI or TIFF from it'],
  [(b) => starts(b, 0, 0, 0, 12, 0x6a, 0x50), 'a JPEG 2000 file: convert it to TIFF or PNG'],
  [(b) => starts(b, 0xff, 0x4f, 0xff, 0x51), 'a bare JPEG 2000 stream: convert it to TIFF or PNG'],
  [(b) => ascii(b, 0, 4) === 'NRRD', 'NRRD: convert it to NIfTI'],
  [(b) => ascii(b, 0, 10) === 'ObjectType', 'MetaImage (.mhd): convert it to NIfTI'],
  [(b) => ascii(b, 0, 4) === '%PDF', 'a PDF document'],
  [(b) => ascii(b, 0, 3) === 'GIF', 'GIF: convert it to PNG'],
  [(b) => ascii(b, 0, 2) === 'BM', 'BMP: convert it to PNG'],
  [(b) => ascii(b, 8, 4) === 'WEBP', 'WebP: convert it to PNG'],
  [(b) => /^version https:\/\/git-lfs/.test(ascii(b, 0, 30)), 'a Git LFS pointer: fetch the real file'],
  [(b) => /^\s*(<!DOCTYPE|<html|<\?xml|\{|\[)/i.test(ascii(b, 0, 64)), 'a text document (HTML, XML or JSON)'],
  [(b) => b.length > 0 && b.subarray(0, 4096).every((byte) => byte === 0), 'nothing but zero bytes'],
];

function unknown(bytes: Uint8Array): Sniffed {
  const name = foreign.find(([test]) => test(bytes))?.[1];
  const head = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const seen = bytes.length === 0 ? 'an empty file' : (name ?? `not a known format (starts with ${head})`);
  return found('unknown', seen);
}

const rules: readonly Rule[] = [signatures, tiff, nifti, dicom, onnx];

/** The first bytes inside a gzip stream, or none where it cannot be unpacked at all. */
async function peekInside(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await inflate(bytes, 'gzip', { bytes: 1024, beyond: 'stop' }, 'file');
  } catch {
    return new Uint8Array(0);
  }
}

/** Bytes from a file's beginning that `sniff` wants; it looks at no more of them. */
export const SNIFF_BYTES = 65536;

/**
 * Recognises a file by its content alone, of which the first `SNIFF_BYTES` will do. Never throws: what is not known is
 * reported as `unknown`.
 */
export async function sniff(bytes: Uint8Array): Promise<Sniffed> {
  if (starts(bytes, 0x1f, 0x8b)) {
    const inner = nifti(await peekInside(bytes));
    return inner === null ? unknown(bytes) : found('nifti-gzip', `${inner.description}, gzip`);
  }
  for (const rule of rules) {
    const verdict = rule(bytes);
    if (verdict !== null) return verdict;
  }
  return unknown(bytes);
}

/** The error for a file that is of no use to the caller: what it is, and what would do. */
export function unreadable(name: string, sniffed: Sniffed, wanted: string): RoentgenError {
  return new RoentgenError('unsupported', `${name} is ${sniffed.description}`, {
    hint: `expected ${wanted}`,
  });
}
