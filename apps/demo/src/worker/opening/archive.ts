import { RoentgenError } from '@roentgen/kernels';
import { readZip, type ZipEntry } from '@roentgen/models';
import type { GivenFile, Skipped } from '../../protocol.ts';
import { each } from './pool.ts';
import { checkSize, gibibytes, readPart } from './read.ts';
import { skippedBy } from './skip.ts';

/** What lies in an archive. */
export interface Unpacked {
  readonly files: readonly GivenFile[];
  readonly skipped: readonly Skipped[];
}

const baseName = (path: string) => path.split('/').at(-1) ?? path;

/** Bytes that are unpacked of one archive at most; the browser keeps them outside the page's memory, on disk if need be. */
const MOST = 2 ** 32;

/** A file of an archive: a part of the archive where it lies in it as it is, else what it unpacks to. */
async function fileOf(archive: File, entry: ZipEntry, count: (entry: ZipEntry) => void): Promise<File> {
  const name = baseName(entry.name);
  const range = await entry.range();
  if (range !== null) return new File([archive.slice(...range)], name);
  checkSize(name, entry.size);
  count(entry);
  return new File([await blobOf(await entry.stream())], name);
}

/** A stream as a Blob, which the browser keeps. Throws what the stream fails with, not the browser's words for it. */
async function blobOf(stream: ReadableStream<Uint8Array>): Promise<Blob> {
  let failure: unknown;
  const reader = stream.getReader();
  const watched = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const piece = await reader.read();
        if (piece.done) controller.close();
        else controller.enqueue(piece.value);
      } catch (error) {
        failure = error;
        throw error;
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  try {
    return await new Response(watched as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
  } catch (error) {
    throw failure ?? error;
  }
}

/** Keeps count of what is unpacked. Throws `memory`, with the number and the limit, for a file that goes beyond it. */
function counter(): (entry: ZipEntry) => void {
  let total = 0;
  return ({ name, size }) => {
    if (total + size > MOST)
      throw new RoentgenError(
        'memory',
        `${name} would make it ${gibibytes(total + size)} unpacked; up to ${gibibytes(MOST)} are taken of one archive`,
        { hint: 'unpack it, and open what you need' },
      );
    total += size;
  };
}

/**
 * The files of a ZIP archive, kept by the browser and not in the page's memory. An entry that cannot be unpacked stops no
 * other. Throws what `readZip` throws.
 */
export async function unpack({ file, path }: GivenFile, signal: AbortSignal): Promise<Unpacked> {
  const entries = await readZip({ size: file.size, read: (from, to) => readPart(file, from, to) });
  const count = counter();
  const skipped: Skipped[] = [];
  const files = await each(
    entries,
    async (entry): Promise<GivenFile[]> => {
      const inside = `${path}/${entry.name}`;
      try {
        return [{ file: await fileOf(file, entry, count), path: inside }];
      } catch (error) {
        const named = { file: new File([], entry.name), path: inside };
        skipped.push({ ...skippedBy(named, error), bytes: entry.size });
        return [];
      }
    },
    signal,
  );
  return { files: files.flat(), skipped };
}
