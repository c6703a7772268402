/** What a module imports, read from its text. */
import { parseSync } from 'vite';

/**
 * @typedef {object} Import
 * @property {string} specifier as written
 * @property {number} line from 1
 * @property {boolean} type whether only types come in, so that nothing of it is left when the program runs
 */

/**
 * Every static import, re-export and dynamic import of a literal path, and every module that a worker is started from.
 *
 * @param {string} file its name; the ending tells the language
 * @param {string} text
 * @returns {Import[]}
 */
export function importsOf(file, text) {
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const line = (/** @type {number} */ offset) => text.slice(0, offset).split('\n').length;
  const named = module.staticImports.map(({ start, moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    line: line(start),
    type: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
  const forwarded = module.staticExports.flatMap(({ start, entries }) => {
    const from = entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest;
    if (from === undefined || from === null) return [];
    return [{ specifier: from.value, line: line(start), type: entries.every((entry) => entry.isType) }];
  });
  const dynamic = module.dynamicImports.flatMap(({ start, moduleRequest }) => {
    const literal = /^(['"`])([^'"`$]+)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    return literal?.[2] === undefined ? [] : [{ specifier: literal[2], line: line(start), type: false }];
  });
  const workers = [...text.matchAll(/new URL\(\s*'(\.[^']+\.tsx?)',\s*import\.meta\.url/g)].map((match) => ({
    specifier: match[1] ?? '',
    line: line(match.index),
    type: false,
  }));
  return [...named, ...forwarded, ...dynamic, ...workers];
}
