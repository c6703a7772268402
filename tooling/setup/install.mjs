/** Installs the packages of the lockfile when they are not there already, and builds. */
import { existsSync, readFileSync } from 'node:fs';
import { npm, root, runInstalled, say } from './run.mjs';

/** @typedef {{ version?: string, link?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }} Locked */
/** @typedef {{ packages?: Record<string, Locked> }} Lockfile */

/**
 * Why the installed packages do not answer the lockfile, or null when they do. npm leaves a lockfile of what it
 * has installed in node_modules, which is the one to compare with.
 *
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile | null} installed node_modules/.package-lock.json
 * @returns {string | null}
 */
export function whyInstall(wanted, installed) {
  if (installed === null) return 'nothing is installed yet';
  const there = installed.packages ?? {};
  const locked = Object.entries(wanted.packages ?? {}).filter(([path]) => path.includes('node_modules/'));
  for (const [path, { version, link, optional, devOptional }] of locked) {
    const found = there[path];
    // An optional package of another system is rightly absent.
    if (found === undefined && (optional || devOptional)) continue;
    if (found === undefined) return `${path} is missing`;
    if (!link && found.version !== version)
      return `${path} is ${found.version}, the lockfile says ${version}`;
  }
  return null;
}

/**
 * @param {string} path from the root
 * @returns {Lockfile | null}
 */
function lockfile(path) {
  return existsSync(root + path) ? JSON.parse(readFileSync(root + path, 'utf8')) : null;
}

/** Leaves the process with a reason, when Node is too old for what follows. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node ${process.versions.node} is too old: Roentgen needs 20.19 or newer.`);
  process.exit(1);
}

/** Installs what the lockfile asks for, if it is not there; leaves the process when that fails. */
export async function install() {
  const reason = whyInstall(lockfile('package-lock.json') ?? {}, lockfile('node_modules/.package-lock.json'));
  if (reason === null) return;
  say(`npm ci (${reason})`);
  if ((await npm(['ci'])) === 0) return;
  console.error(
    'npm ci failed: see above. It needs a package registry; `npm config get registry` shows which.',
  );
  process.exit(1);
}

/**
 * Builds what changed since the last build.
 * @param {readonly string[]} [only] turbo's filters
 * @returns {Promise<boolean>} whether it worked
 */
export async function build(only = []) {
  say('building');
  const args = ['run', 'build', '--ui=stream', '--output-logs=new-only', '--log-order=grouped', ...only];
  return (await runInstalled('turbo/bin/turbo', args, { TURBO_TELEMETRY_DISABLED: '1' })) === 0;
}
