import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

/*
 * What a build was made from, by content: times of files say nothing, since a checkout, a cache and a copy set them as they
 * like. Tests are no part of a build.
 */

const record = 'dist/built-from.json';
const isSource = (path: string) =>
  /\.(tsx?|js|css|html|svg|wgsl)$/.test(path) && !/\.test\.tsx?$|(^|\/)testing\//.test(path);

type Hashes = Readonly<Record<string, string>>;

/** The site's own folders, and the sources of the packages that it is built with. */
function foldersOf(root: string): string[] {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const own = Object.keys(dependencies).filter((name) => name.startsWith('@roentgen/'));
  return [
    'src',
    'public',
    'vite',
    ...own.map((name) => `../../packages/${name.slice('@roentgen/'.length)}/src`),
  ];
}

/** Hashes of all sources by path. `root`: the folder of the demo. */
export function hashesOf(root: string): Hashes {
  const below = (folder: string) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => relative(root, join(parentPath, name)).split(sep).join('/'))
      : [];
  const paths = ['index.html', 'vite.config.ts', ...foldersOf(root).flatMap(below)].filter(isSource).sort();
  const hash = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(root, path)))
      .digest('base64');
  return Object.fromEntries(paths.map((path) => [path, hash(path)]));
}

/** Keeps with a build what it was made from. */
export function builtFrom(root: string): Plugin {
  let hashes: Hashes = {};
  return {
    name: 'roentgen-built-from',
    apply: 'build',
    buildStart() {
      hashes = hashesOf(root);
    },
    closeBundle() {
      mkdirSync(join(root, 'dist'), { recursive: true });
      writeFileSync(join(root, record), JSON.stringify(hashes));
    },
  };
}

/** Files that are not as they were, with what happened to them. */
function changes(before: Hashes, now: Hashes): string[] {
  const altered = Object.keys(now).filter((path) => now[path] !== before[path]);
  const gone = Object.keys(before).filter((path) => now[path] === undefined);
  return [
    ...altered.map((path) => `${path} ${before[path] === undefined ? 'is new' : 'has changed'}`),
    ...gone.map((path) => `${path} is gone`),
  ];
}

/** Throws where there is no build, or one of other sources than those that are there now. */
export function expectFresh(root: string): void {
  const built = join(root, record);
  if (!existsSync(built) || !existsSync(join(root, 'dist/site/index.html')))
    throw new Error('The demo is not built: run `npm run build` first.');
  const found = changes(JSON.parse(readFileSync(built, 'utf8')) as Hashes, hashesOf(root));
  if (found.length === 0) return;
  const more = found.length > 3 ? ` and ${found.length - 3} more` : '';
  throw new Error(
    `The demo was built from other sources than these: ${found.slice(0, 3).join(', ')}${more}. Run \`npm run build\` first.`,
  );
}
