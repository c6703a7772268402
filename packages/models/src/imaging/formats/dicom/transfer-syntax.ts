import { unsupported } from '../bytes.ts';

/** How the pixels of a transfer syntax are packed. */
export type PixelEncoding = 'native' | 'rle' | 'jpeg' | 'jpeg-lossless' | 'jpeg-ls' | 'jpeg-2000' | 'htj2k';

/** A transfer syntax (PS3.5 section 10, PS3.6 annex A). */
export interface TransferSyntax {
  readonly uid: string;
  readonly name: string;
  /** null: known by name, not decoded. */
  readonly encoding: PixelEncoding | null;
}

export const IMPLICIT_LITTLE = '1.2.840.10008.1.2';
export const EXPLICIT_LITTLE = '1.2.840.10008.1.2.1';
export const DEFLATED = '1.2.840.10008.1.2.1.99';
export const EXPLICIT_BIG = '1.2.840.10008.1.2.2';

const SYNTAXES: Readonly<Record<string, readonly [name: string, encoding: PixelEncoding | null]>> = {
  '': ['Implicit VR Little Endian', 'native'],
  '.1': ['Explicit VR Little Endian', 'native'],
  '.1.98': ['Encapsulated Uncompressed Explicit VR Little Endian', null],
  '.1.99': ['Deflated Explicit VR Little Endian', 'native'],
  '.2': ['Explicit VR Big Endian', 'native'],
  '.4.50': ['JPEG Baseline (Process 1)', 'jpeg'],
  '.4.51': ['JPEG Extended (Process 2 & 4)', 'jpeg'],
  '.4.57': ['JPEG Lossless, Non-Hierarchical (Process 14)', 'jpeg-lossless'],
  '.4.70': ['JPEG Lossless, First-Order Prediction', 'jpeg-lossless'],
  '.4.80': ['JPEG-LS Lossless', 'jpeg-ls'],
  '.4.81': ['JPEG-LS Near-Lossless', 'jpeg-ls'],
  '.4.90': ['JPEG 2000 Lossless Only', 'jpeg-2000'],
  '.4.91': ['JPEG 2000', 'jpeg-2000'],
  '.4.92': ['JPEG 2000 Part 2 Multi-component Lossless', null],
  '.4.93': ['JPEG 2000 Part 2 Multi-component', null],
  '.4.94': ['JPIP Referenced', null],
  '.4.95': ['JPIP Referenced Deflate', null],
  '.4.100': ['MPEG2 Main Profile', null],
  '.4.101': ['MPEG2 High Profile', null],
  '.4.102': ['MPEG-4 AVC/H.264 High Profile', null],
  '.4.103': ['MPEG-4 AVC/H.264 BD-compatible', null],
  '.4.106': ['HEVC/H.265 Main Profile', null],
  '.4.107': ['HEVC/H.265 Main 10 Profile', null],
  '.4.110': ['JPEG XL Lossless', null],
  '.4.111': ['JPEG XL JPEG Recompression', null],
  '.4.112': ['JPEG XL', null],
  '.4.201': ['High-Throughput JPEG 2000 Lossless Only', 'htj2k'],
  '.4.202': ['High-Throughput JPEG 2000 with RPCL, Lossless Only', 'htj2k'],
  '.4.203': ['High-Throughput JPEG 2000', 'htj2k'],
  '.5': ['RLE Lossless', 'rle'],
};

/** Looks a UID up; an unknown one is named by itself. */
export function transferSyntax(uid: string): TransferSyntax {
  const known = uid.startsWith(IMPLICIT_LITTLE) ? SYNTAXES[uid.slice(IMPLICIT_LITTLE.length)] : undefined;
  return { uid, name: known?.[0] ?? 'unknown transfer syntax', encoding: known?.[1] ?? null };
}

/** The error for pixels that no codec here reads. */
export function undecodable({ uid, name }: TransferSyntax, why = 'no decoder for it'): Error {
  return unsupported(
    `DICOM: ${name} (${uid}): ${why}`,
    'convert the file to Explicit VR Little Endian, e.g. with dcmdjpeg or gdcmconv --raw',
  );
}
