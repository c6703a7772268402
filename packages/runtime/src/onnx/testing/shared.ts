import { existsSync, readFileSync } from 'node:fs';
import { describe } from 'vitest';

/** The material that lies beside a checkout and is not part of it. */
const shared = new URL('../../../../../../shared/', import.meta.url);

/** A `describe` for tests over shared material; where it is absent, says so and skips. */
export function describeShared(folder: string, title: string, body: (folder: URL) => void): void {
  const at = new URL(`${folder}/`, shared);
  if (existsSync(at)) {
    describe(title, () => body(at));
    return;
  }
  console.warn(`SKIPPED: ${title}: ../shared/${folder} is not beside this checkout`);
  describe.skip(title, () => {});
}

export function bytesAt(file: URL): Uint8Array {
  return new Uint8Array(readFileSync(file));
}
