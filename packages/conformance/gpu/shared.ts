import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

/** A path in the folder of models, data and backend tests that lies beside this checkout on the developers' machines and in CI. */
export function sharedPath(path: string): string {
  return fileURLToPath(new URL(`../../../../shared/${path}`, import.meta.url));
}

/** A group of tests that read that folder; skipped, and said so, where it is absent. */
export function describeShared(name: string, path: string, tests: () => void): void {
  const there = existsSync(sharedPath(path));
  if (!there) console.warn(`SKIPPED: ${name}: there is no ../shared/${path} beside this checkout`);
  describe.skipIf(!there)(name, tests);
}
