/** `npm run tune:defaults`: see tuning.ts, which this runs from its source, and the packages that it imports from theirs. */
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const conditions = ['source', 'node', 'import', 'module', 'default'];
const server = await createServer({
  configFile: false,
  logLevel: 'warn',
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  // Node 20 does not know `using`.
  oxc: { target: 'node20' },
  resolve: { conditions },
  ssr: { resolve: { conditions }, noExternal: [/^@roentgen\//] },
});
try {
  const { main } = await server.ssrLoadModule(fileURLToPath(new URL('tuning.ts', import.meta.url)));
  process.exitCode = await main(process.argv.slice(2));
} finally {
  await server.close();
}
