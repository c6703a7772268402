/**
 * Builds the program in the current folder as one file for Node, everything in it but what has to stay where it
 * is. Arguments: the entry, the file to write.
 */
import { basename, dirname } from 'node:path';
import { build } from 'vite';
import { conditions } from './resolve.mjs';

// Dawn is a binary, and the image codecs look for their WebAssembly beside themselves.
const EXTERNAL = [
  'webgpu',
  // Only `bench --chrome` needs it, and loads it when it does.
  'puppeteer',
  'vite',
  ...['charls', 'libjpeg-turbo-8bit', 'openjpeg', 'openjph'].map((name) => `@cornerstonejs/codec-${name}`),
];

const [entry = '', file = ''] = process.argv.slice(2);

await build({
  configFile: false,
  logLevel: 'warn',
  resolve: { conditions: ['node', ...conditions] },
  ssr: {
    noExternal: true,
    external: EXTERNAL,
    target: 'node',
    resolve: { conditions: ['node', ...conditions] },
  },
  build: {
    ssr: entry,
    outDir: dirname(file),
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rollupOptions: { output: { entryFileNames: basename(file), codeSplitting: false } },
  },
});
