import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TuningStore } from './store.ts';

/** The folder for what can be made again, by the customs of each system. */
function cacheFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  if (platform === 'win32') return env.LOCALAPPDATA || join(home, 'AppData', 'Local');
  if (platform === 'darwin') return join(home, 'Library', 'Caches');
  return env.XDG_CACHE_HOME || join(home, '.cache');
}

/** The file that tunings are kept in unless the caller names one: `roentgen/tuning.json` in the user's cache folder. */
export function tuningFile(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  return join(cacheFolder(env, platform, home), 'roentgen', 'tuning.json');
}

/** A file that keeps tunings. It is written beside itself and renamed, so that no reader ever finds half of it. */
export function fileStore(path: string = tuningFile()): TuningStore {
  return {
    name: path,
    async load() {
      try {
        return await readFile(path, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async save(text) {
      await mkdir(dirname(path), { recursive: true });
      const next = `${path}.${randomUUID()}`;
      try {
        await writeFile(next, text, { flag: 'wx' });
        await rename(next, path);
      } catch (error) {
        await rm(next, { force: true });
        throw error;
      }
    },
  };
}
