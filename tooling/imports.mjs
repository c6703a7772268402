/** Fails, with file and line, when an import points the wrong way. The rules: imports/rules.mjs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from './imports/check.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The sources below a folder, without what is built or installed there.
 * @param {string} folder
 * @returns {string[]}
 */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['dist', 'node_modules'].includes(entry.name) ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

const files = new Map(
  ['packages', 'apps']
    .flatMap((folder) => sources(join(root, folder)))
    .map((path) => [relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
);
const findings = check(files);
for (const { file, line, rule } of findings) console.error(`${file}:${line}  ${rule}`);
console.log(`imports: ${files.size} files, ${findings.length} broken rules`);
if (findings.length > 0) process.exitCode = 1;
