import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build, type Plugin } from 'vite';

const name = 'service-worker.js';

/** All of the code: not weights, which are stored when used; not maps, which only a debugger reads. */
const isCode = (file: string) => !/\.(onnx|map)$/.test(file) && file !== name;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => relative(folder, join(folder, path)).split(sep).join('/'))
    .filter(isCode)
    .sort();
}

/** Files of the built site with their hashes, and a version that changes when any of them does. */
function siteOf(folder: string) {
  const digest = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('base64');
  const files = Object.fromEntries(
    filesBelow(folder).map((file) => [file, `sha256-${digest(readFileSync(join(folder, file)))}`]),
  );
  return { version: digest(JSON.stringify(files)).replace(/\W/g, '').slice(0, 12), files };
}

/** Builds the service worker last, since it knows every file of the site by its hash. */
export function serviceWorker(root: string): Plugin {
  let outDir = '';
  return {
    name: 'roentgen-service-worker',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      const site = siteOf(outDir);
      await build({
        configFile: false,
        root,
        publicDir: false,
        logLevel: 'warn',
        define: { SITE: JSON.stringify(site) },
        build: {
          outDir,
          emptyOutDir: false,
          target: 'es2023',
          lib: {
            entry: join(root, 'src/service-worker/service-worker.ts'),
            formats: ['es'],
            fileName: () => name,
          },
        },
      });
      const bytes = Object.keys(site.files).reduce((sum, file) => sum + statSync(join(outDir, file)).size, 0);
      const count = Object.keys(site.files).length;
      console.log(
        `Kept for offline use: ${count} files, ${(bytes / 1e6).toFixed(1)} MB, version ${site.version}`,
      );
    },
  };
}
