import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The version of an installed package, looked up where Node finds it; undefined where it is not, or does not say. */
function versionOf(name: string): string | undefined {
  const { resolve } = createRequire(import.meta.url);
  try {
    // Few packages export their package.json; it lies in the folder of their entry, or above.
    for (let folder = dirname(resolve(name)); folder !== dirname(folder); folder = dirname(folder)) {
      const found = manifestIn(folder);
      if (found?.name === name) return found.version;
    }
  } catch {
    // Absence is an answer.
  }
  return undefined;
}

function manifestIn(folder: string): { name?: string; version?: string } | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch {
    return undefined; // a folder without one
  }
}

/** Versions of Node and of those packages that are installed, by name. */
export function versionsOf(packages: readonly string[]): Readonly<Record<string, string>> {
  const found = packages.flatMap((name) => {
    const version = versionOf(name);
    return version === undefined ? [] : [[name, version] as const];
  });
  return { node: process.versions.node, ...Object.fromEntries(found) };
}
