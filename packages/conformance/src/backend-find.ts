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

/**
 * Which tests a list of names and paths asks for, and which of its lines match none. A path may begin anywhere above its
 * test (`node/test_abs` also where the search began in `node`), at the working directory or at the root, and may name
 * the test's model.onnx. Empty lines and `#` comments are skipped.
 */
export function selectTests(
  tests: readonly FoundTest[],
  list: string,
): { readonly chosen: readonly FoundTest[]; readonly unknown: readonly string[] } {
  const lines = list.split(/\r?\n/).map((line) => line.replace(/#.*/, '').trim());
  const wanted = [...new Set(lines.filter((line) => line !== ''))];
  const placed = new Map<string, FoundTest[]>();
  for (const test of tests)
    for (const key of keysOf(test)) placed.set(key, [...(placed.get(key) ?? []), test]);
  const matches = (line: string) => {
    const plain = path.normalize(line.replace(/\/(model\.onnx)?$/, ''));
    return placed.get(plain) ?? placed.get(path.resolve(plain)) ?? [];
  };
  const chosen = new Set(wanted.flatMap(matches));
  const unknown = wanted.filter((line) => matches(line).length === 0);
  return { chosen: tests.filter((test) => chosen.has(test)), unknown };
}

/** A test's path from the place where the search began, from the root, and from every folder above it. */
function keysOf(test: FoundTest): Set<string> {
  const whole = path.resolve(test.folder);
  const parts = whole.split(path.sep);
  return new Set([path.normalize(test.path), whole, ...parts.map((_, i) => parts.slice(i).join(path.sep))]);
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
