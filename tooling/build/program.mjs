/**
 * Builds the program in the current folder as one file for Node, everything in it but Dawn, whose binary has
 * to stay where it is. Arguments: the entry, the file to write.
 */
import { basename, dirname } from 'node:path';
import { build } from 'vite';
import { conditions } from './resolve.mjs';

const [entry = '', file = ''] = process.argv.slice(2);

await build({
  configFile: false,
  logLevel: 'warn',
  resolve: { conditions: ['node', ...conditions] },
  ssr: {
    noExternal: true,
    external: ['webgpu'],
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
