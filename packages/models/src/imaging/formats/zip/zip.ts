import { checkPresent, damaged, unsupported, viewOf } from '../bytes.ts';
import { crc32 } from '../crc32.ts';
import { firstBytes, inflateStream } from '../deflate.ts';
import { type ByteSource, type DirectoryEntry, readDirectory } from './directory.ts';

/** A file in an archive. */
export interface ZipEntry {
  /** With its folders, parted by slashes. */
  readonly name: string;
  /** Unpacked, in bytes. */
  readonly size: number;
  /** The file's bytes, checked by their CRC-32, or the first `limit` of them. Throws `format`, or `unsupported` for a packing not known here. */
  load(limit?: number): Promise<Uint8Array>;
  /** Where its bytes lie in the archive as they are (from, to before); null where they are packed. Throws as `load`. */
  range(): Promise<readonly [number, number] | null>;
  /** The file's bytes, unpacked piece by piece as they are asked for, and checked by their CRC-32 at the end. It, or the stream, fails with what `load` throws. */
  stream(): Promise<ReadableStream<Uint8Array>>;
}

const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
/** Bytes of the archive that are held at a time. */
const PIECE = 2 ** 18;

function checkPacking({ name, flags, method, packed, size }: DirectoryEntry): void {
  if ((flags & 1) !== 0)
    throw unsupported(`${name}: encrypted in its archive`, 'unpack it with its password');
  if (method !== 0 && method !== 8)
    throw unsupported(
      `${name}: packed by method ${method}`,
      'unpack the archive, or pack it with plain deflate',
    );
  if (method === 0 && packed !== size)
    throw damaged(`${name}: stored as it is, in ${packed} bytes of ${size}`, 'copy the archive again');
}

/** Where an entry's bytes begin: behind its local header, whose sizes may be missing, in an archive that was streamed. */
async function startOf(source: ByteSource, entry: DirectoryEntry): Promise<number> {
  checkPacking(entry);
  const local = viewOf(await source.read(entry.at, entry.at + LOCAL_BYTES));
  checkPresent(entry.name, LOCAL_BYTES, local.byteLength);
  if (local.getUint32(0, true) !== LOCAL)
    throw damaged(`${entry.name}: not where the archive's directory says`, 'copy the archive again');
  const from = entry.at + LOCAL_BYTES + local.getUint16(26, true) + local.getUint16(28, true);
  checkPresent(entry.name, from + entry.packed, source.size);
  return from;
}

/** The archive's bytes from `from` to before `to`, piece by piece. */
function piecesOf(source: ByteSource, from: number, to: number): ReadableStream<Uint8Array> {
  let at = from;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const end = Math.min(to, at + PIECE);
      if (at < end) controller.enqueue(await source.read(at, end));
      at = end;
      if (at === to) controller.close();
    },
  });
}

/** Passes bytes on, and fails at their end where they are not those that were packed. */
function checksummed({ name, crc }: DirectoryEntry): TransformStream<Uint8Array, Uint8Array> {
  let found = 0;
  return new TransformStream({
    transform(piece, controller) {
      found = crc32(piece, found);
      controller.enqueue(piece);
    },
    flush() {
      if (found !== crc) throw damaged(`${name}: its checksum is wrong`, 'copy the archive again');
    },
  });
}

async function streamOf(source: ByteSource, entry: DirectoryEntry): Promise<ReadableStream<Uint8Array>> {
  const from = await startOf(source, entry);
  const pieces = piecesOf(source, from, from + entry.packed);
  const bytes = entry.method === 0 ? pieces : inflateStream(pieces, 'deflate-raw', entry.size, entry.name);
  return bytes.pipeThrough(checksummed(entry));
}

async function loadEntry(source: ByteSource, entry: DirectoryEntry, limit: number): Promise<Uint8Array> {
  const wanted = Math.min(limit, entry.size);
  const bytes = await firstBytes(await streamOf(source, entry), wanted);
  checkPresent(entry.name, wanted, bytes.length);
  return bytes;
}

async function rangeOf(source: ByteSource, entry: DirectoryEntry): Promise<readonly [number, number] | null> {
  const from = await startOf(source, entry);
  return entry.method === 0 ? [from, from + entry.size] : null;
}

/**
 * Lists the files of a ZIP archive (APPNOTE 6.3, ZIP64 too) from the directory at its end; folders and macOS's resource
 * forks are left out. Nothing is unpacked until an entry is asked for, and then no more than a piece of the archive is
 * held at a time. Throws `format` for damage, `unsupported` for archives in several parts, and `memory` for more than a
 * million files.
 */
export async function readZip(source: ByteSource): Promise<readonly ZipEntry[]> {
  const entries = await readDirectory(source);
  return entries
    .filter(({ name }) => !name.endsWith('/') && !/(^|\/)(__MACOSX\/|\.DS_Store$)/.test(name))
    .map((entry) => ({
      name: entry.name,
      size: entry.size,
      load: (limit = Number.POSITIVE_INFINITY) => loadEntry(source, entry, limit),
      range: () => rangeOf(source, entry),
      stream: () => streamOf(source, entry),
    }));
}
