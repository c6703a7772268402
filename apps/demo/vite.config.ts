import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Nothing leaves the machine: the page may talk to its own server and to nobody else. */
const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self' blob: data:",
  "img-src 'self' blob: data:",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

// Cross-origin isolation gives the page a clock of 5 µs instead of 0.1 ms, and shared memory to its workers.
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

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

/** Says what a visit costs before anything is chosen: the page, its styles and the worker's entry. */
function firstLoad(): Plugin {
  return {
    name: 'roentgen-first-load',
    apply: 'build',
    writeBundle() {
      const site = fileURLToPath(new URL('dist/site/', import.meta.url));
      const html = readFileSync(`${site}index.html`, 'utf8');
      const linked = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(
        ([, file]) => file,
      );
      const worker = readdirSync(`${site}assets`).filter((file) => /^worker-.*\.js$/.test(file));
      const files = ['index.html', ...linked, ...worker.map((file) => `assets/${file}`)];
      const size = (file: string) => gzipSync(readFileSync(site + file), { level: 9 }).length;
      const total = files.reduce((sum, file) => sum + size(file), 0);
      const list = files
        .map((file) => `  ${(size(file) / 1000).toFixed(1).padStart(6)} kB  ${file}`)
        .join('\n');
      console.log(`First load ${(total / 1000).toFixed(1)} kB gzipped (aim 120):\n${list}`);
    },
  };
}

export default defineConfig({
  // The page works from any folder of any server.
  base: './',
  resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [weights(), checkout(), contentSecurityPolicy(), firstLoad()],
  worker: { format: 'es', plugins: () => [checkout()] },
  server: { headers },
  preview: { headers: { ...headers, 'Content-Security-Policy': policy } },
  build: {
    outDir: 'dist/site',
    target: 'es2023',
    sourcemap: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
  },
});
