import { RoentgenError } from '@roentgen/kernels';
import { checkPresent, damaged, humanBytes, unsupported, viewOf } from '../bytes.ts';

/** Bytes that are read piece by piece, as a browser's `Blob` is. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `from` to before `to`. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** What an archive's directory says of a file in it. */
export interface DirectoryEntry {
  readonly name: string;
  readonly flags: number;
  /** 0 stored, 8 deflate. */
  readonly method: number;
  /** CRC-32 of the file, unpacked. */
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header starts. */
  readonly at: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const END_64_BYTES = 56;
const LOCATOR_BYTES = 20;
const ENTRY_BYTES = 46;
/** What a field of 32 bits holds where its value stands in a ZIP64 record. */
const ELSEWHERE_32 = 0xffffffff;

/** Files of an archive that are listed at most, and the bytes that its directory may take. */
const MAX_ENTRIES = 1_000_000;
const MAX_DIRECTORY = 2 ** 28;

/** A number of 64 bits, which has to be one that JavaScript counts with. */
function long(view: DataView, at: number): number {
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw damaged(`ZIP: an impossible size or place (${value})`);
  return value;
}

/** Where the directory lies. */
interface Directory {
  readonly count: number;
  readonly size: number;
  readonly at: number;
  /** Where the records behind it begin: at the directory's end. */
  readonly end: number;
}

/** The end record is followed by a comment of at most 65,535 bytes, so it is looked for from the back. */
async function endRecord(source: ByteSource): Promise<{ readonly record: DataView; readonly at: number }> {
  const from = Math.max(0, source.size - END_BYTES - 0xffff);
  const tail = viewOf(await source.read(from, source.size));
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    const comment = tail.getUint32(at, true) === END ? tail.getUint16(at + 20, true) : -1;
    if (comment === tail.byteLength - at - END_BYTES)
      return { record: new DataView(tail.buffer, tail.byteOffset + at, END_BYTES), at: from + at };
  }
  throw damaged('ZIP: no directory at the end', 'the archive is cut short: copy it again');
}

function checkParts(parts: number): void {
  if (parts > 0)
    throw unsupported('ZIP: one of several parts of an archive', 'join the parts, or unpack them');
}

/** The ZIP64 record that the locator before the end record points to; null where there is no locator. */
async function record64(source: ByteSource, end: number): Promise<Directory | null> {
  if (end < LOCATOR_BYTES) return null;
  const locator = viewOf(await source.read(end - LOCATOR_BYTES, end));
  if (locator.byteLength < LOCATOR_BYTES || locator.getUint32(0, true) !== LOCATOR_64) return null;
  checkParts(locator.getUint32(16, true) - 1);
  // Bytes before the archive, as self-extracting ones have, move the record: it stands before its locator then.
  for (const at of [long(locator, 8), end - LOCATOR_BYTES - END_64_BYTES]) {
    const record = viewOf(await source.read(at, at + END_64_BYTES));
    if (record.byteLength < END_64_BYTES || record.getUint32(0, true) !== END_64) continue;
    return { count: long(record, 32), size: long(record, 40), at: long(record, 48), end: at };
  }
  throw damaged('ZIP: its ZIP64 record is not where it should be', 'the archive is cut short: copy it again');
}

async function directoryOf(source: ByteSource): Promise<Directory> {
  const { record, at: end } = await endRecord(source);
  const count = record.getUint16(10, true);
  const size = record.getUint32(12, true);
  const at = record.getUint32(16, true);
  const large = await record64(source, end);
  if (large !== null) return large;
  if (size === ELSEWHERE_32 || at === ELSEWHERE_32)
    throw damaged('ZIP: its ZIP64 record is missing', 'the archive is damaged: copy it again');
  checkParts(record.getUint16(4, true));
  return { count, size, at, end };
}

/** Refuses what is cut short, and what is too much to list. */
function checkDirectory({ count, size, at, end }: Directory, source: ByteSource): void {
  if (at + size > end)
    throw new RoentgenError('format', `ZIP: the directory should end at byte ${at + size} of ${end}`, {
      hint: `the archive has ${humanBytes(source.size)}: it is cut short, copy it again`,
    });
  if (count <= MAX_ENTRIES && size <= MAX_DIRECTORY) return;
  const limits = `${MAX_ENTRIES.toLocaleString('en')} and ${humanBytes(MAX_DIRECTORY)} are taken`;
  throw new RoentgenError(
    'memory',
    `ZIP: ${count.toLocaleString('en')} files in a directory of ${humanBytes(size)}; up to ${limits}`,
    { hint: 'unpack it, and open what you need' },
  );
}

/** Names are UTF-8 where a flag says so, else code page 437, of which the ASCII half is read as it is. */
function nameOf(bytes: Uint8Array, flags: number): string {
  return new TextDecoder((flags & 0x800) !== 0 ? 'utf-8' : 'latin1').decode(bytes);
}

/** The values of the extra field for ZIP64 (id 1): those that the entry's own fields do not hold, in order. */
function valuesElsewhere(extra: DataView, name: string): (own: number) => number {
  let [at, end] = [0, 0];
  for (let field = 0; field + 4 <= extra.byteLength; field += 4 + extra.getUint16(field + 2, true)) {
    if (extra.getUint16(field, true) !== 1) continue;
    [at, end] = [field + 4, Math.min(extra.byteLength, field + 4 + extra.getUint16(field + 2, true))];
    break;
  }
  return (own) => {
    if (own !== ELSEWHERE_32) return own;
    if (at + 8 > end)
      throw damaged(`${name}: the archive's directory lacks its ZIP64 sizes`, 'copy it again');
    at += 8;
    return long(extra, at - 8);
  };
}

function entryAt(
  directory: Uint8Array,
  at: number,
): { readonly entry: DirectoryEntry; readonly next: number } {
  const view = viewOf(directory);
  checkPresent('ZIP directory', at + ENTRY_BYTES, directory.length);
  if (view.getUint32(at, true) !== ENTRY)
    throw damaged('ZIP: the directory is damaged', 'copy the archive again');
  const [nameLength, extraLength, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
  const flags = view.getUint16(at + 8, true);
  const start = at + ENTRY_BYTES;
  const extra = start + nameLength;
  const next = extra + extraLength + comment;
  checkPresent('ZIP directory', next, directory.length);
  const name = nameOf(directory.subarray(start, extra), flags);
  const value = valuesElsewhere(viewOf(directory.subarray(extra, extra + extraLength)), name);
  const size = value(view.getUint32(at + 24, true));
  const packed = value(view.getUint32(at + 20, true));
  const place = value(view.getUint32(at + 42, true));
  const [method, crc] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
  return { entry: { name, flags, method, crc, packed, size, at: place }, next };
}

/** Whether the directory stands where it says; bytes before the archive move it, and all that it points to. */
async function shiftOf(source: ByteSource, { count, size, at, end }: Directory): Promise<number> {
  if (count === 0 || at + size === end) return 0;
  const head = viewOf(await source.read(at, at + 4));
  return head.byteLength === 4 && head.getUint32(0, true) === ENTRY ? 0 : end - size - at;
}

/** Reads the directory at the end of an archive. Throws `format`, `unsupported` for parts, and `memory`. */
export async function readDirectory(source: ByteSource): Promise<readonly DirectoryEntry[]> {
  const directory = await directoryOf(source);
  checkDirectory(directory, source);
  const shift = await shiftOf(source, directory);
  const from = directory.at + shift;
  const bytes = await source.read(from, from + directory.size);
  const entries: DirectoryEntry[] = [];
  let position = 0;
  for (let i = 0; i < directory.count; i++) {
    const { entry, next } = entryAt(bytes, position);
    entries.push({ ...entry, at: entry.at + shift });
    position = next;
  }
  return entries;
}
