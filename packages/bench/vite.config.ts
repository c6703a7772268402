import { defineConfig } from 'vite';

/** The page on which Chrome benchmarks: see src/chrome/host.ts. */
export default defineConfig({
  root: 'src/chrome/page',
  base: './',
  logLevel: 'warn',
  resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
  build: { outDir: '../../../dist/page', emptyOutDir: true, target: 'es2023' },
});
