/**
 * Says what a page downloads for the library in the current folder, its dependencies included, minified and
 * gzipped; fails when that is more than the budget in kB given as argument.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { conditions } from './resolve.mjs';

const budget = Number(process.argv[2]);
const { name, exports } = JSON.parse(readFileSync('package.json', 'utf8'));

const result = await build({
  configFile: false,
  logLevel: 'warn',
  resolve: { conditions },
  build: {
    lib: { entry: exports['.'].source, formats: ['es'] },
    target: 'es2023',
    minify: true,
    write: false,
  },
});
const outputs = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (
  Array.isArray(result) ? result : [result]
);
const bytes = outputs
  .flatMap(({ output }) => output)
  .map((file) => gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length)
  .reduce((sum, size) => sum + size, 0);
const kilobytes = bytes / 1000;
console.log(`${name} in a page: ${kilobytes.toFixed(1)} kB gzipped (budget ${budget} kB)`);
if (kilobytes > budget) process.exitCode = 1;
