import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { isolation, policy } from './src/service-worker/policy.ts';
import { builtFrom } from './vite/built-from.ts';
import { firstLoad } from './vite/first-load.ts';
import { serviceWorker } from './vite/service-worker.ts';

const folder = fileURLToPath(new URL('../../packages/models/weights/', import.meta.url));

interface Manifest {
  readonly files: readonly {
    readonly file: string;
    readonly measured: readonly { metric: string; on: string; float32: number; shipped: number }[];
  }[];
}

/** What was measured of each file as it ships. */
function measured(): ReadonlyMap<string, readonly string[]> {
  if (!existsSync(`${folder}manifest.json`)) return new Map();
  const { files } = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as Manifest;
  const line = ({ metric, on, float32, shipped }: Manifest['files'][0]['measured'][0]) =>
    `${metric} ${shipped} (before it was made small ${float32}): ${on}`;
  return new Map(files.map((entry) => [entry.file, entry.measured.map(line)]));
}

/** `virtual:weights`: address, length, hash and figures of each weights file, its name hashed by the build. */
function weights(): Plugin {
  const id = '\0virtual:weights';
  return {
    name: 'roentgen-weights',
    resolveId: (name) => (name === 'virtual:weights' ? id : null),
    load(name) {
      if (name !== id) return null;
      const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.onnx')) : [];
      const figures = measured();
      const imports = files.map((file, i) => `import u${i} from ${JSON.stringify(`${folder}${file}?url`)};`);
      const entries = files.map((file, i) => {
        const bytes = readFileSync(folder + file);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const facts = JSON.stringify({ bytes: bytes.length, sha256, measured: figures.get(file) ?? [] });
        return `${JSON.stringify(file)}: { url: u${i}, ...${facts} },`;
      });
      return `${imports.join('\n')}\nexport const weights = {\n${entries.join('\n')}\n};`;
    },
  };
}

/** `virtual:commit`: the commit that the site is built from. */
function checkout(): Plugin {
  const id = '\0virtual:commit';
  const read = () => {
    try {
      return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' }).trim();
    } catch {
      return null; // no git, or no checkout: a report without a commit is still a report
    }
  };
  return {
    name: 'roentgen-commit',
    resolveId: (name) => (name === 'virtual:commit' ? id : null),
    load: (name) => (name === id ? `export const commit = ${JSON.stringify(read())};` : null),
  };
}

/** The policy as part of the built page; while developing Vite needs inline styles and a socket. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'roentgen-csp',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  // The page works from any folder of any server.
  base: './',
  resolve: {
    conditions: ['source', 'module', 'browser', 'import', 'default'],
    // niivue's reader of CBOR asks at its start whether it may make functions from text, which the policy refuses aloud.
    alias: [{ find: /^cbor-x$/, replacement: 'cbor-x/index-no-eval' }],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [
    weights(),
    checkout(),
    contentSecurityPolicy(),
    firstLoad(`${root}dist/site/`),
    serviceWorker(root),
    builtFrom(root),
  ],
  worker: { format: 'es', plugins: () => [checkout()] },
  server: { headers: isolation },
  preview: { headers: { ...isolation, 'Content-Security-Policy': policy } },
  build: {
    outDir: 'dist/site',
    target: 'es2023',
    // Older browsers get `light-dark()` as what they know.
    cssTarget: ['chrome113', 'safari17', 'firefox115'],
    sourcemap: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
  },
});
