/**
 * Builds the package in the current folder as an ES module library: one file in dist/ for each entry of
 * `exports`, dependencies left as imports, WGSL text inlined.
 */
import { readFileSync, rmSync } from 'node:fs';
import { basename, isAbsolute } from 'node:path';
import { build } from 'vite';
import { conditions } from './resolve.mjs';

/** @typedef {{ source: string, default: string }} Export */

/** @type {{ exports: Record<string, Export> }} */
const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const entry = Object.fromEntries(
  Object.values(exports).map((target) => [basename(target.default, '.js'), target.source]),
);

// Types lie in dist/ too, and are tsc's business.
for (const name of ['assets', ...Object.keys(entry).flatMap((key) => [`${key}.js`, `${key}.js.map`])]) {
  rmSync(`dist/${name}`, { recursive: true, force: true });
}

await build({
  configFile: false,
  logLevel: 'warn',
  resolve: { conditions },
  build: {
    lib: { entry, formats: ['es'] },
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2023',
    minify: false,
    sourcemap: true,
    rollupOptions: {
      // The compiler's own helpers (of `using`, say) are written into the file: nobody would have them installed.
      external: (id) => !/^[.\0]|^@oxc-project\/runtime|\?/.test(id) && !isAbsolute(id),
      output: { chunkFileNames: 'assets/[name]-[hash].js' },
    },
  },
});
