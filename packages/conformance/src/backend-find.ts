import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { RoentgenError, type Tolerance } from '@roentgen/kernels';

/** A backend test on disk. */
export interface FoundTest {
  /** The name of its folder. */
  readonly name: string;
  /** Its folder as seen from where the search began, with `/` between the parts; '.' for that folder itself. */
  readonly path: string;
  readonly folder: string;
}

/**
 * Every folder at or below `root` that holds model.onnx and a test_data_set_*, in the order of their paths. Throws
 * 'file' where `root` cannot be read.
 */
export async function findBackendTests(root: string): Promise<FoundTest[]> {
  const found: FoundTest[] = [];
  await search(root, root, found);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function search(root: string, folder: string, found: FoundTest[]): Promise<void> {
  const entries = await list(folder);
  const isTest =
    entries.some(({ name }) => name === 'model.onnx') &&
    entries.some(({ name }) => name.startsWith('test_data_set_'));
  if (isTest) {
    const relative = path.relative(root, folder).split(path.sep).join('/');
    found.push({ name: path.basename(path.resolve(folder)), path: relative || '.', folder });
    return;
  }
  for (const entry of entries)
    if (entry.isDirectory()) await search(root, path.join(folder, entry.name), found);
}

async function list(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    throw new RoentgenError('file', `the folder '${folder}' cannot be read`, {
      cause,
      hint: 'check the path',
    });
  }
}

/** Which tests a list of names and paths asks for, and which of its lines match none. Empty lines and `#` comments are skipped. */
export function selectTests(
  tests: readonly FoundTest[],
  list: string,
): { readonly chosen: readonly FoundTest[]; readonly unknown: readonly string[] } {
  const lines = list.split(/\r?\n/).map((line) => line.replace(/#.*/, '').trim());
  const wanted = [...new Set(lines.filter((line) => line !== ''))];
  const matches = (line: string) => (test: FoundTest) => {
    const plain = line.replace(/\/+$/, '').replace(/^\.\//, '');
    return test.name === plain || test.path === plain || path.resolve(test.folder) === path.resolve(plain);
  };
  const chosen = new Set(wanted.flatMap((line) => tests.filter(matches(line))));
  const unknown = wanted.filter((line) => !tests.some(matches(line)));
  return { chosen: tests.filter((test) => chosen.has(test)), unknown };
}

/** Tolerances that a manifest states, by a test's path or name. */
export type Tolerances = ReadonlyMap<string, Tolerance>;

/**
 * Reads the tolerances of every manifest*.json in a folder: `{tests: [{name, path?, tolerance?: {rtol, atol}}]}`. A folder without one
 * gives an empty map; a manifest that is no JSON throws 'format'.
 */
export async function readTolerances(root: string): Promise<Tolerances> {
  const found = new Map<string, Tolerance>();
  for (const { name } of await list(root)) {
    if (!/^manifest.*\.json$/.test(name)) continue;
    for (const entry of entriesOf(await readFile(path.join(root, name), 'utf8'), name)) {
      const tolerance = toleranceOf(entry.tolerance);
      if (tolerance === undefined) continue;
      for (const key of [entry.path, entry.name]) if (typeof key === 'string') found.set(key, tolerance);
    }
  }
  return found;
}

interface ManifestEntry {
  readonly name?: unknown;
  readonly path?: unknown;
  readonly tolerance?: unknown;
}

function entriesOf(text: string, name: string): readonly ManifestEntry[] {
  try {
    const { tests } = JSON.parse(text) as { tests?: unknown };
    return Array.isArray(tests) ? tests.filter((entry) => typeof entry === 'object' && entry !== null) : [];
  } catch (cause) {
    throw new RoentgenError('format', `'${name}' is no JSON`, { cause, hint: 'mend it or move it away' });
  }
}

function toleranceOf(value: unknown): Tolerance | undefined {
  const { rtol, atol } = (value ?? {}) as { rtol?: unknown; atol?: unknown };
  return typeof rtol === 'number' && typeof atol === 'number'
    ? { relative: rtol, absolute: atol }
    : undefined;
}
