import { defineConfig } from 'vite';

// Cross-origin isolation gives the page a clock of 5 µs instead of 0.1 ms, and shared memory to its workers.
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  // The page works from any folder of any server.
  base: './',
  resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
  worker: { format: 'es' },
  server: { headers },
  preview: { headers },
  build: { outDir: 'dist/site', target: 'es2023', sourcemap: true, chunkSizeWarningLimit: 1000 },
});
