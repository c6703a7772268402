import { RoentgenError } from '@roentgen/kernels';
import { readZip } from '@roentgen/models';
import type { GivenFile, Skipped } from '../../protocol.ts';
import { each } from './pool.ts';
import { LARGEST, readPart } from './read.ts';
import { skippedBy } from './skip.ts';

/** What lies in an archive. */
export interface Unpacked {
  readonly files: readonly GivenFile[];
  readonly skipped: readonly Skipped[];
}

const baseName = (path: string) => path.split('/').at(-1) ?? path;

/** Unpacks a ZIP archive to files that are kept by the browser. An entry that cannot be unpacked stops no other. */
export async function unpack({ file, path }: GivenFile, signal: AbortSignal): Promise<Unpacked> {
  const entries = await readZip({ size: file.size, read: (from, to) => readPart(file, from, to) });
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > LARGEST)
    throw new RoentgenError(
      'memory',
      `unpacks to ${(total / 2 ** 30).toFixed(1)} GiB; up to 2.0 GiB are taken`,
      {
        hint: 'unpack it, and open what you need',
      },
    );
  const skipped: Skipped[] = [];
  const files = await each(
    entries,
    async (entry): Promise<GivenFile[]> => {
      const inside = `${path}/${entry.name}`;
      try {
        const bytes = (await entry.load()) as Uint8Array<ArrayBuffer>;
        return [{ file: new File([bytes], baseName(entry.name)), path: inside }];
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
