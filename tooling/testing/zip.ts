/* ZIP archives as archivers write them, for tests. */
import { crc32 } from 'node:zlib';

const text = (words: string) => new TextEncoder().encode(words);

/** Numbers of so many bytes each, little-endian. */
function fields(...values: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of values) {
    if (bytes === 2) view.setUint16(at, value, true);
    else if (bytes === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

/** Parts behind each other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** A file to be put into an archive; `packed` are its bytes after deflate where it is not stored. */
export interface ZipMember {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly packed?: Uint8Array;
  /** CRC-32 of `bytes`, unless it is told otherwise. */
  readonly crc?: number;
}

/** How an archive is written. */
export interface ZipStyle {
  /** Sizes and places in ZIP64 fields and records, needed or not. */
  readonly zip64?: boolean;
  /** As a pipe is packed: sizes behind each file and in the directory only. */
  readonly streamed?: boolean;
}

const method = ({ packed }: ZipMember) => (packed === undefined ? 0 : 8);
const crcOf = ({ bytes, crc = crc32(bytes) }: ZipMember) => crc;
const lengthOf = ({ bytes, packed }: ZipMember) => (packed ?? bytes).length;
/** Flags: a data descriptor follows; the name is UTF-8. */
const flags = ({ streamed }: ZipStyle) => 0x800 | (streamed ? 8 : 0);

/** A file with its local header. */
export function localFile(member: ZipMember, style: ZipStyle = {}): Uint8Array {
  const [packed, size] = style.streamed ? [0, 0] : [lengthOf(member), member.bytes.length];
  const extra = style.zip64 ? fields([2, 1], [2, 16], [8, size], [8, packed]) : new Uint8Array(0);
  const told = (value: number): [4, number] => [4, style.zip64 ? 0xffffffff : value];
  const name = text(member.name);
  const head = fields(
    ...([
      [4, 0x04034b50],
      [2, 45],
      [2, flags(style)],
      [2, method(member)],
      [4, 0],
      [4, crcOf(member)],
    ] as const),
    ...([told(packed), told(size), [2, name.length], [2, extra.length]] as const),
  );
  const width = style.zip64 ? 8 : 4;
  const descriptor = fields(
    [4, 0x08074b50],
    [4, crcOf(member)],
    [width, lengthOf(member)],
    [width, member.bytes.length],
  );
  const end = style.streamed ? [descriptor] : [];
  return joined([head, name, extra, member.packed ?? member.bytes, ...end]);
}

/** A file's entry in the directory; `at` is where its local header starts. */
export function directoryEntry(member: ZipMember, at: number, style: ZipStyle = {}): Uint8Array {
  const [packed, size] = [lengthOf(member), member.bytes.length];
  // Some other field first, which a reader has to step over.
  const other = fields([2, 0x5455], [2, 1], [2, 0]).subarray(0, 5);
  const extra = style.zip64
    ? joined([other, fields([2, 1], [2, 24], [8, size], [8, packed], [8, at])])
    : new Uint8Array(0);
  const told = (value: number): [4, number] => [4, style.zip64 ? 0xffffffff : value];
  const name = text(member.name);
  const head = fields(
    ...([
      [4, 0x02014b50],
      [2, 45],
      [2, 45],
      [2, flags(style)],
      [2, method(member)],
      [4, 0],
      [4, crcOf(member)],
    ] as const),
    ...([
      told(packed),
      told(size),
      [2, name.length],
      [2, extra.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
    ] as const),
    told(at),
  );
  return joined([head, name, extra]);
}

/** The records behind a directory of `count` entries that starts at `at`. */
export function endRecords(
  count: number,
  size: number,
  at: number,
  { zip64 = false }: ZipStyle = {},
): Uint8Array {
  const large = joined([
    fields(
      [4, 0x06064b50],
      [8, 44],
      [2, 45],
      [2, 45],
      [4, 0],
      [4, 0],
      [8, count],
      [8, count],
      [8, size],
      [8, at],
    ),
    fields([4, 0x07064b50], [4, 0], [8, at + size], [4, 1]),
  ]);
  const [few, small, near] = zip64 ? [0xffff, 0xffffffff, 0xffffffff] : [count, size, at];
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, few], [2, few], [4, small], [4, near], [2, 0]);
  return zip64 ? joined([large, end]) : end;
}

/** A whole archive. */
export function archiveOf(members: readonly ZipMember[], style: ZipStyle = {}): Uint8Array {
  const files: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let at = 0;
  for (const member of members) {
    const file = localFile(member, style);
    files.push(file);
    entries.push(directoryEntry(member, at, style));
    at += file.length;
  }
  const directory = joined(entries);
  return joined([...files, directory, endRecords(members.length, directory.length, at, style)]);
}
