import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { builtFrom, expectFresh } from '../../vite/built-from.ts';

/* A site with one package that it is built with, and one that it is not. */

let folder: string;
let root: string;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
/** What Vite does, as far as this plugin is concerned. */
const build = () => {
  const { buildStart, closeBundle } = builtFrom(root) as unknown as Record<
    'buildStart' | 'closeBundle',
    () => void
  >;
  buildStart();
  write('apps/demo/dist/site/index.html', '<html>');
  closeBundle();
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roentgen-built-'));
  root = join(folder, 'apps/demo/');
  write('apps/demo/package.json', '{ "dependencies": { "@roentgen/runtime": "*", "preact": "*" } }');
  write('apps/demo/index.html', '<main>');
  write('apps/demo/vite.config.ts', 'export {};');
  write('apps/demo/src/main.tsx', '1');
  write('packages/runtime/src/passes/fold.ts', '2');
  write('packages/cli/src/index.ts', '3');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('asks for a build where there is none', () => {
  expect(() => expectFresh(root)).toThrow('The demo is not built: run `npm run build` first.');
});

it('is content with a build of the same sources, whatever their times say', () => {
  build();
  const later = new Date(Date.now() + 3_600_000);
  for (const path of ['apps/demo/src/main.tsx', 'packages/runtime/src/passes/fold.ts'])
    utimesSync(join(folder, path), later, later);
  expect(() => expectFresh(root)).not.toThrow();
});

it('is content where only tests or what the site does not use have changed', () => {
  build();
  write('apps/demo/src/page/link.test.ts', 'new');
  write('apps/demo/src/testing/files.ts', 'new');
  write('apps/demo/chrome/site.ts', 'new');
  write('packages/cli/src/index.ts', 'changed');
  write('packages/runtime/src/notes.md', 'new');
  expect(() => expectFresh(root)).not.toThrow();
});

it.each([
  ['apps/demo/src/main.tsx', /: src\/main\.tsx has changed\. Run `npm run build` first\.$/],
  ['apps/demo/index.html', /index\.html has changed/],
  ['apps/demo/src/styles/new.css', /src\/styles\/new\.css is new/],
  ['packages/runtime/src/passes/fold.ts', /packages\/runtime\/src\/passes\/fold\.ts has changed/],
])('refuses a build that is older than %s', (path, message) => {
  build();
  write(path, 'changed');
  // Older than the build by its time: what a checkout of another branch may leave.
  utimesSync(join(folder, path), new Date(0), new Date(0));
  expect(() => expectFresh(root)).toThrow(message);
  build();
  expect(() => expectFresh(root)).not.toThrow();
});

it('tells of what is gone, and how much more there is', () => {
  build();
  renameSync(join(folder, 'apps/demo/src/main.tsx'), join(folder, 'apps/demo/src/other.tsx'));
  expect(() => expectFresh(root)).toThrow('src/other.tsx is new, src/main.tsx is gone. Run');
  for (const name of ['a', 'b', 'c']) write(`apps/demo/src/${name}.ts`, '');
  expect(() => expectFresh(root)).toThrow(
    /src\/a\.ts is new, src\/b\.ts is new, src\/c\.ts is new and 2 more\. Run/,
  );
});
