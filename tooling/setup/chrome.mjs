/** Finding a Chrome that runs. */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { outputOf } from './run.mjs';

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const IN_CACHE = [
  'chrome',
  'chrome.exe',
  'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

/**
 * The Chrome to use: the one that PUPPETEER_EXECUTABLE_PATH or CHROME_PATH names, one that puppeteer has
 * installed (the newest first), one on the path. Null when none of them starts.
 *
 * @returns {string | null}
 */
export function findChrome() {
  const { env } = process;
  const named = [env.PUPPETEER_EXECUTABLE_PATH, env.CHROME_PATH].filter((path) => path !== undefined);
  return [...named, ...fromPuppeteer(), ...onPath()].find(starts) ?? null;
}

/** @returns {string[]} */
function fromPuppeteer() {
  const cache = join(process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer'), 'chrome');
  if (!existsSync(cache)) return [];
  const versions = readdirSync(cache).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return versions
    .flatMap((version) => readdirSync(join(cache, version)).map((folder) => join(cache, version, folder)))
    .flatMap((folder) => IN_CACHE.map((name) => join(folder, name)));
}

/** @returns {string[]} */
function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const windows = [process.env.PROGRAMFILES, process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe'));
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), MAC, ...windows];
}

/**
 * Whether there is such a program and it starts: a Chrome whose system libraries are missing does not. On
 * Windows Chrome answers no such question, so there it is enough that it exists.
 *
 * @param {string} path
 */
function starts(path) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  return process.platform === 'win32' || outputOf(path, ['--version'], 30_000) !== null;
}
