import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe } from 'vitest';
import type { NamedFile } from '../dicom/series.ts';

const shared = new URL('../../../../../../../shared/data/', import.meta.url);

/** A `describe` for tests over the data beside a checkout; where they are absent, says so and skips. */
export function describeData(folder: string, title: string, body: (folder: URL) => void): void {
  const at = new URL(`${folder}/`, shared);
  if (existsSync(at)) {
    describe(title, () => body(at));
    return;
  }
  console.warn(`SKIPPED: ${title}: ../shared/data/${folder} is not beside this checkout`);
  describe.skip(title, () => {});
}

export function bytesAt(file: URL): Uint8Array {
  return new Uint8Array(readFileSync(file));
}

/** The files in a folder whose names end so. */
export function filesIn(folder: URL, ending: string): readonly NamedFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names.map((name) => ({ name, bytes: bytesAt(new URL(name, folder)) }));
}
