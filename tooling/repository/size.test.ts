import { execFileSync } from 'node:child_process';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

// Megabytes of 2^20 bytes, as file managers and `du -h` count them.
test.skipIf(paths === undefined)(
  'what is tracked is below 20 MB, so that it travels to a bare GPU machine',
  () => {
    const sizes = paths!.map((path) => ({
      path,
      bytes: lstatSync(join(root, path), { throwIfNoEntry: false })?.size ?? 0,
    }));
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    const largest = sizes.toSorted((a, b) => b.bytes - a.bytes).slice(0, 20);
    expect(
      total,
      `the largest: ${largest.map(({ path, bytes }) => `${path} ${bytes}`).join(', ')}`,
    ).toBeLessThan(20 * 2 ** 20);
  },
);
