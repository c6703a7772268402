/** Holds every import of the workspace to the rules. Pure: texts in, findings out. */
import { posix } from 'node:path';
import { importsOf } from './parse.mjs';
import { forPages, packages, strangers } from './rules.mjs';

/**
 * @typedef {object} Finding
 * @property {string} file
 * @property {number} line
 * @property {string} rule what is broken, as a sentence
 */
/** @typedef {import('./parse.mjs').Import} Import */
/** @typedef {{ file: string, name: string, within: string, test: boolean, imports: Import[] }} Module */

const ENDINGS = /\.(ts|tsx|mjs|json|css|wgsl|wasm|svg|png)(\?\w+)?$/;

/**
 * @param {ReadonlyMap<string, string>} files text by path from the root: `packages/runtime/src/index.ts`
 * @returns {Finding[]}
 */
export function check(files) {
  const modules = [...files].flatMap(([file, text]) => describe(file, text));
  return [...modules.flatMap(direction), ...reachable(modules)];
}

/**
 * @param {string} file
 * @param {string} text
 * @returns {Module[]}
 */
function describe(file, text) {
  const place = /^(?:packages|apps)\/([^/]+)\/(.+)$/.exec(file);
  if (place === null) return [];
  const [, name = '', within = ''] = place;
  const test = /\.test\.tsx?$/.test(file) || !within.startsWith('src/');
  return [{ file, name, within, test, imports: importsOf(file, text) }];
}

/**
 * @param {Module} module
 * @returns {Finding[]}
 */
function direction(module) {
  return module.imports.flatMap((entry) => {
    const rule = entry.specifier.startsWith('.') ? besides(module, entry) : across(module, entry);
    return rule === null ? [] : [{ file: module.file, line: entry.line, rule }];
  });
}

/**
 * A relative import.
 * @param {Module} module
 * @param {Import} entry
 * @returns {string | null}
 */
function besides({ name, within }, { specifier }) {
  const target = posix.join(posix.dirname(within), specifier);
  if (target.startsWith('..')) return `'${specifier}' leaves the package: import '@roentgen/<name>' instead`;
  if (!ENDINGS.test(specifier)) return `'${specifier}' has no file ending: write it out`;
  if (name !== 'runtime') return null;
  const [from = '', to = ''] = [within, target].map((path) => path.split('/')[1]);
  if (!within.startsWith('src/') || !strangers[from]?.includes(to)) return null;
  return `runtime/src/${from} must not know runtime/src/${to}`;
}

/**
 * An import from another package.
 * @param {Module} module
 * @param {Import} entry
 * @returns {string | null}
 */
function across({ name, test }, { specifier, type }) {
  const place = /^@roentgen\/([^/]+)(?:\/(.+))?$/.exec(specifier);
  if (place === null) return null;
  const [, target = '', part] = place;
  if (target === 'tooling' && test) return null;
  if (target !== name && !packages[name]?.includes(target)) {
    const known = packages[name]?.map((other) => `@roentgen/${other}`).join(', ') || 'no other package';
    return `${name} must not import @roentgen/${target}: it may know ${known}`;
  }
  if (part === 'node' && !test && !type && forPages.includes(name)) {
    return `${name} must run in a page: '${specifier}' is for Node`;
  }
  return null;
}

/**
 * What the public face of a package reaches must run in a page, so it must not need Node.
 * @param {Module[]} modules
 * @returns {Finding[]}
 */
function reachable(modules) {
  const byFile = new Map(modules.map((module) => [module.file, module]));
  const faces = modules.filter(
    ({ name, within, test }) =>
      forPages.includes(name) && !test && (name === 'demo' || within === 'src/index.ts'),
  );
  const seen = new Set(faces);
  for (const module of seen) {
    for (const { specifier, type } of module.imports) {
      if (type || !specifier.startsWith('.')) continue;
      const next = byFile.get(posix.join(posix.dirname(module.file), specifier));
      if (next !== undefined) seen.add(next);
    }
  }
  return [...seen].flatMap(({ file, name, imports }) =>
    imports
      .filter(({ specifier, type }) => !type && (specifier.startsWith('node:') || specifier === 'webgpu'))
      .map(({ specifier, line }) => ({
        file,
        line,
        rule: `a page that uses ${name} would need '${specifier}', which is Node's`,
      })),
  );
}
