import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What git keeps track of; undefined, said aloud, where there is no git or no checkout. */
function tracked(): readonly string[] | undefined {
  try {
    const list = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    return list.split('\0').filter((path) => path !== '');
  } catch (error) {
    console.warn(`SKIPPED: the size of the repository: git does not list it (${String(error)})`);
    return undefined;
  }
}

const paths = tracked();

interface Sized {
  readonly path: string;
  readonly bytes: number;
  readonly gzipped: number;
}

function sizeOf(path: string): Sized {
  const at = join(root, path);
  // What was deleted and not yet committed is still in the list; a link is not followed.
  if (!lstatSync(at, { throwIfNoEntry: false })?.isFile()) return { path, bytes: 0, gzipped: 0 };
  const content = readFileSync(at);
  return { path, bytes: content.length, gzipped: gzipSync(content).length };
}

const isWeights = (path: string): boolean => path.startsWith('packages/models/weights/');
const sum = (sizes: readonly Sized[], of: 'bytes' | 'gzipped'): number =>
  sizes.reduce((total, size) => total + size[of], 0);

// A clone and an archive both travel compressed; each file by itself is a little more than either. Megabytes of 10^6 bytes.
test.skipIf(paths === undefined)(
  'what is tracked travels in 20 MB; all but the weights is 5 MB of text',
  () => {
    const sizes = paths!.map(sizeOf);
    const largest = sizes.toSorted((a, b) => b.bytes - a.bytes).slice(0, 20);
    const listed = `the largest: ${largest.map(({ path, bytes }) => `${path} ${bytes}`).join(', ')}`;
    expect(sum(sizes, 'gzipped'), listed).toBeLessThan(20e6);
    const text = sizes.filter(({ path }) => !isWeights(path));
    expect(sum(text, 'bytes'), listed).toBeLessThan(5e6);
  },
);
