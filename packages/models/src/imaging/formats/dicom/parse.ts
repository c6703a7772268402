import { RoentgenError } from '@roentgen/kernels';
import dicomParser, { type DataSet, type Element } from 'dicom-parser';
import { Inflate } from 'fflate';
import { ascii, damaged, humanBytes, MAX_VALUES, viewOf } from '../bytes.ts';
import { withKnownVrs } from './extended-offsets.ts';
import {
  EXPLICIT_BIG,
  EXPLICIT_LITTLE,
  IMPLICIT_LITTLE,
  type TransferSyntax,
  transferSyntax,
} from './transfer-syntax.ts';

/** A parsed file: typed access to elements, by dicom-parser's tag names (x and eight hexadecimal digits). */
export interface DicomData {
  readonly syntax: TransferSyntax;
  readonly littleEndian: boolean;
  /** The whole file, inflated where it was deflated; element offsets refer to it. */
  readonly bytes: Uint8Array;
  /** Text of one value without its padding; null where the element is absent or empty. */
  text(tag: string, index?: number): string | null;
  /** All values of a decimal or integer string (VR DS, IS). */
  decimals(tag: string): readonly number[];
  /** A value of VR US; null where absent. */
  uint16(tag: string, index?: number): number | null;
  /** A value of VR UL; null where absent. */
  uint32(tag: string, index?: number): number | null;
  /** A value of VR FD; null where absent. */
  float64(tag: string): number | null;
  element(tag: string): Element | undefined;
  /** The data set of an item of a sequence, the first unless told otherwise. */
  item(tag: string, index?: number): DicomData | null;
}

/** Inflates as it goes, so that a bomb stops at the limit. */
function inflateFrom(bytes: Uint8Array, position: number): Uint8Array {
  const parts: Uint8Array[] = [bytes.subarray(0, position)];
  let total = position;
  const stream = new Inflate((part) => {
    total += part.length;
    if (total > MAX_VALUES * 4) {
      throw new RoentgenError('memory', `DICOM: deflated data go beyond ${humanBytes(MAX_VALUES * 4)}`);
    }
    parts.push(part);
  });
  // fflate only calls back between pushes, so the input goes in small pieces.
  for (let at = position; at < bytes.length; at += 65536) {
    stream.push(bytes.subarray(at, at + 65536), at + 65536 >= bytes.length);
  }
  const out = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** A file meta group without the 128 bytes and the word that should come before it. */
function withPreamble(bytes: Uint8Array): Uint8Array {
  const hasMeta = bytes.length > 8 && viewOf(bytes).getUint16(0, true) === 2;
  if (ascii(bytes, 128, 4) === 'DICM' || !hasMeta) return bytes;
  const out = new Uint8Array(132 + bytes.length);
  out.set([0x44, 0x49, 0x43, 0x4d], 128);
  out.set(bytes, 132);
  return out;
}

/** The syntax of a bare data set: explicit where the first element has two capitals for a VR. */
function guessSyntax(bytes: Uint8Array): string {
  if (!/^[A-Z]{2}$/.test(ascii(bytes, 4, 2))) return IMPLICIT_LITTLE;
  return viewOf(bytes).getUint16(0, true) === 8 ? EXPLICIT_LITTLE : EXPLICIT_BIG;
}

/** dicom-parser throws strings, and for some damage objects or RangeErrors; its words go on to the reader. */
function asError(thrown: unknown): RoentgenError {
  if (thrown instanceof RoentgenError) return thrown;
  const inner =
    typeof thrown === 'object' && thrown !== null && 'exception' in thrown ? thrown.exception : thrown;
  const words = inner instanceof Error ? inner.message : String(inner);
  const fact = words.replace(/^dicomParser\.\w+:\s*/, '').slice(0, 200);
  return damaged(
    `DICOM: the file cannot be parsed: ${fact}`,
    'it is damaged or cut short: copy it again',
    thrown,
  );
}

/** Runs something of dicom-parser's, turning whatever it throws into a typed error. */
function parsing<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw asError(thrown);
  }
}

function wrap(set: DataSet, syntax: TransferSyntax): DicomData {
  const text = (tag: string, index?: number): string | null => {
    const value = parsing(() => set.string(tag, index));
    return value === undefined || value === '' ? null : value.replace(/\0+$/, '').trim();
  };
  return {
    syntax,
    littleEndian: syntax.uid !== EXPLICIT_BIG,
    bytes: set.byteArray,
    text,
    decimals: (tag) => {
      const all = parsing(() => set.string(tag)) ?? '';
      return all.trim() === '' ? [] : all.split('\\').map((part) => Number.parseFloat(part));
    },
    uint16: (tag, index) => parsing(() => set.uint16(tag, index)) ?? null,
    uint32: (tag, index) => parsing(() => set.uint32(tag, index)) ?? null,
    float64: (tag) => parsing(() => set.double(tag)) ?? null,
    element: (tag) => set.elements[tag],
    item: (tag, index = 0) => {
      const inner = set.elements[tag]?.items?.[index]?.dataSet;
      return inner === undefined ? null : wrap(inner, syntax);
    },
  };
}

/** Where a header ends: the pixels. Their element is known then, and not their bytes. */
export const PIXELS = 'x7fe00010';

/** How far to parse. */
export interface ParseOptions {
  /** Stops where the pixels begin, so that a file's beginning will do. */
  readonly headerOnly?: boolean;
}

/**
 * Parses the elements of a DICOM file, with or without preamble and file meta group, in any transfer syntax that
 * can be parsed (deflated too). Pixels are not touched. Throws `format` or `memory`.
 */
export function parseDicom(bytes: Uint8Array, options: ParseOptions = {}): DicomData {
  const whole = withPreamble(bytes);
  const bare = ascii(whole, 128, 4) !== 'DICM';
  const guess = bare ? guessSyntax(whole) : undefined;
  const set = parsing(() =>
    withKnownVrs(whole, () =>
      dicomParser.parseDicom(whole, {
        inflater: inflateFrom as (bytes: Uint8Array, position: number) => void,
        ...(guess === undefined ? {} : { TransferSyntaxUID: guess }),
        ...(options.headerOnly === true ? { untilTag: PIXELS } : {}),
      }),
    ),
  );
  const uid = guess ?? parsing(() => set.string('x00020010'));
  if (uid === undefined) throw damaged('DICOM: the file meta group names no transfer syntax');
  if (Object.keys(set.elements).length === 0) throw damaged('DICOM: the file has no elements');
  return wrap(set, transferSyntax(uid.trim()));
}
