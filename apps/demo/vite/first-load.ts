import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Bytes of each file that a visit fetches before anything is chosen, gzipped: the page, its styles, the worker's entry. */
export function firstLoadOf(site: string): ReadonlyMap<string, number> {
  const html = readFileSync(`${site}index.html`, 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css|svg))"/g)].map(([, file]) => file);
  const worker = readdirSync(`${site}assets`).filter((file) => /^worker-.*\.js$/.test(file));
  const files = ['index.html', ...linked, ...worker.map((file) => `assets/${file}`)];
  const size = (file: string) => gzipSync(readFileSync(site + file), { level: 9 }).length;
  return new Map(files.map((file) => [file, size(file)]));
}

/** Says what a first visit costs. */
export function firstLoad(site: string): Plugin {
  return {
    name: 'roentgen-first-load',
    apply: 'build',
    writeBundle() {
      const files = [...firstLoadOf(site)];
      const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
      const list = files.map(([file, bytes]) => `  ${kilobytes(bytes).padStart(6)} kB  ${file}`).join('\n');
      const total = files.reduce((sum, [, bytes]) => sum + bytes, 0);
      console.log(`First load ${kilobytes(total)} kB gzipped (aim 120):\n${list}`);
    },
  };
}
