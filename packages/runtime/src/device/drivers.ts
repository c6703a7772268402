/**
 * Where Vulkan drivers lie on a machine: the manifests ("ICD files") that tell the Vulkan loader which
 * libraries it may load. Only Linux needs this; Dawn uses Metal and Direct3D elsewhere.
 */
import { dirname, join } from 'node:path';

/** What may be known of a machine, handed in so that any machine can be described in a test. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The names in a folder; none when it does not exist. */
  list(folder: string): readonly string[];
  /** Where a link leads in the end; the path itself when it is no link or does not exist. */
  resolve(path: string): string;
}

const CHROMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const CHROME_FOLDERS = [
  '/usr/lib/chromium',
  '/usr/lib/chromium-browser',
  '/usr/lib64/chromium-browser',
  '/opt/google/chrome',
];

/** Folders in which the Vulkan loader looks for manifests, in its own order (Vulkan-Loader, LoaderDriverInterface.md). */
function manifestFolders({ env, home }: Machine): string[] {
  const roots = [
    env.XDG_CONFIG_HOME ?? join(home, '.config'),
    '/etc/xdg',
    '/etc',
    env.XDG_DATA_HOME ?? join(home, '.local/share'),
    ...(env.XDG_DATA_DIRS ?? '/usr/local/share:/usr/share').split(':'),
  ];
  return roots.filter((root) => root !== '').map((root) => join(root, 'vulkan/icd.d'));
}

/** The manifest of Mesa's lavapipe, or null. */
export function lavapipeManifest(machine: Machine): string | null {
  for (const folder of manifestFolders(machine)) {
    const name = machine.list(folder).find((file) => /^lvp_icd.*\.json$/.test(file));
    if (name !== undefined) return join(folder, name);
  }
  return null;
}

/** Folders that hold Chrome's own files: named by variables, on the path, in the usual places, in puppeteer's cache. */
function chromeFolders(machine: Machine): string[] {
  const { env, home } = machine;
  const named = [env.PUPPETEER_EXECUTABLE_PATH, env.CHROME_PATH].filter((path) => path !== undefined);
  const onPath = (env.PATH ?? '').split(':').flatMap((folder) =>
    machine
      .list(folder)
      .filter((name) => CHROMES.includes(name))
      .map((name) => join(folder, name)),
  );
  const executables = [...named, ...onPath].map((path) => dirname(machine.resolve(path)));
  return [
    ...executables,
    ...CHROME_FOLDERS,
    ...puppeteerFolders(machine, env.PUPPETEER_CACHE_DIR ?? join(home, '.cache/puppeteer')),
  ];
}

/** Puppeteer keeps `<cache>/<browser>/<platform>-<version>/<browser>-<platform>/`; the newest version comes first. */
function puppeteerFolders(machine: Machine, cache: string): string[] {
  const below = (folder: string) => machine.list(folder).map((name) => join(folder, name));
  const byVersion = (a: string, b: string) => b.localeCompare(a, 'en', { numeric: true });
  return ['chrome', 'chrome-headless-shell'].flatMap((browser) =>
    below(join(cache, browser)).sort(byVersion).flatMap(below),
  );
}

/** The manifest of the SwiftShader that an installed Chrome carries, or null. */
export function swiftshaderManifest(machine: Machine): string | null {
  const folder = chromeFolders(machine).find((place) =>
    machine.list(place).includes('vk_swiftshader_icd.json'),
  );
  return folder === undefined ? null : join(folder, 'vk_swiftshader_icd.json');
}
