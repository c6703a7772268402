import { RoentgenError } from '@roentgen/kernels';
import { checkPresent, damaged, humanBytes, unsupported, viewOf } from './bytes.ts';
import { inflate } from './deflate.ts';

/** Bytes that are read piece by piece, as a browser's `Blob` is. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `from` to before `to`. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** A file in an archive. */
export interface ZipEntry {
  /** With its folders, parted by slashes. */
  readonly name: string;
  /** Unpacked, in bytes. */
  readonly size: number;
  /** The file's bytes, or the first `limit` of them. Throws `format`, or `unsupported` for a packing not known here. */
  load(limit?: number): Promise<Uint8Array>;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;

/** The end record is followed by a comment of at most 65,535 bytes, so it is looked for from the back. */
async function endRecord(source: ByteSource): Promise<DataView> {
  const from = Math.max(0, source.size - END_BYTES - 0xffff);
  const tail = viewOf(await source.read(from, source.size));
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    const comment = tail.getUint32(at, true) === END ? tail.getUint16(at + 20, true) : -1;
    if (comment === tail.byteLength - at - END_BYTES)
      return new DataView(tail.buffer, tail.byteOffset + at, END_BYTES);
  }
  throw damaged('ZIP: no directory at the end', 'the archive is cut short: copy it again');
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header starts. */
  readonly at: number;
}

/** Names are UTF-8 where a flag says so, else code page 437, of which the ASCII half is read as it is. */
function nameOf(bytes: Uint8Array, flags: number): string {
  return new TextDecoder((flags & 0x800) !== 0 ? 'utf-8' : 'latin1').decode(bytes);
}

function entryAt(directory: Uint8Array, at: number): { readonly entry: Entry; readonly next: number } {
  const view = viewOf(directory);
  checkPresent('ZIP directory', at + ENTRY_BYTES, directory.length);
  if (view.getUint32(at, true) !== ENTRY)
    throw damaged('ZIP: the directory is damaged', 'copy the archive again');
  const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
  const flags = view.getUint16(at + 8, true);
  const start = at + ENTRY_BYTES;
  const entry: Entry = {
    name: nameOf(directory.subarray(start, start + nameLength), flags),
    flags,
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
  };
  return { entry, next: start + nameLength + extra + comment };
}

function checkPacking({ name, flags, method }: Entry): void {
  if ((flags & 1) !== 0)
    throw unsupported(`${name}: encrypted in its archive`, 'unpack it with its password');
  if (method !== 0 && method !== 8)
    throw unsupported(
      `${name}: packed by method ${method}`,
      'unpack the archive, or pack it with plain deflate',
    );
}

async function loadEntry(source: ByteSource, entry: Entry, limit: number): Promise<Uint8Array> {
  checkPacking(entry);
  const local = viewOf(await source.read(entry.at, entry.at + LOCAL_BYTES));
  checkPresent('ZIP', LOCAL_BYTES, local.byteLength);
  if (local.getUint32(0, true) !== LOCAL)
    throw damaged(`${entry.name}: not where the archive's directory says`, 'copy the archive again');
  const from = entry.at + LOCAL_BYTES + local.getUint16(26, true) + local.getUint16(28, true);
  const wanted = Math.min(limit, entry.size);
  if (entry.method === 0) {
    const bytes = await source.read(from, from + wanted);
    checkPresent(entry.name, wanted, bytes.length);
    return bytes;
  }
  const packed = await source.read(from, from + entry.packed);
  checkPresent(entry.name, entry.packed, packed.length);
  const bytes = await inflate(packed, 'deflate-raw', { bytes: wanted, beyond: 'stop' }, entry.name);
  checkPresent(entry.name, wanted, bytes.length);
  return bytes;
}

/**
 * Lists the files of a ZIP archive (APPNOTE 6.3, without ZIP64 and archives in several parts) from the directory at its
 * end; folders and macOS's resource forks are left out. Nothing is unpacked until an entry is loaded. Throws `format`
 * for damage and `unsupported` for archives beyond 4 GiB or 65,535 files.
 */
export async function readZip(source: ByteSource): Promise<readonly ZipEntry[]> {
  const end = await endRecord(source);
  const [count, size, at] = [end.getUint16(10, true), end.getUint32(12, true), end.getUint32(16, true)];
  if (count === 0xffff || size === 0xffffffff || at === 0xffffffff)
    throw unsupported('ZIP: a ZIP64 archive (beyond 4 GiB or 65,535 files)', 'unpack it first');
  if (at + size > source.size)
    throw new RoentgenError(
      'format',
      `ZIP: the directory should end at byte ${at + size} of ${source.size}`,
      {
        hint: `the archive has ${humanBytes(source.size)}: it is cut short, copy it again`,
      },
    );
  const directory = await source.read(at, at + size);
  const entries: Entry[] = [];
  let position = 0;
  for (let i = 0; i < count; i++) {
    const { entry, next } = entryAt(directory, position);
    entries.push(entry);
    position = next;
  }
  return entries
    .filter(({ name }) => !name.endsWith('/') && !/(^|\/)(__MACOSX\/|\.DS_Store$)/.test(name))
    .map((entry) => ({
      name: entry.name,
      size: entry.size,
      load: (limit = Number.POSITIVE_INFINITY) => loadEntry(source, entry, limit),
    }));
}
