/** `npm run weights -- IN.onnx OUT.onnx [--int8 | --f16] [--open]`: see weights.ts, which this runs from its source. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const conditions = ['source', 'node', 'import', 'module', 'default'];
const { module } = await runnerImport(fileURLToPath(new URL('weights.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'warn',
  resolve: { conditions },
  ssr: { resolve: { conditions } },
});
process.exitCode = await module.main(process.argv.slice(2));
