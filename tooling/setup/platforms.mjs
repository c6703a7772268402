/**
 * Completes package-lock.json with the optional packages of other systems. npm leaves out those that its
 * registry does not have, and some registries carry one system's only; `npm ci` then refuses the lockfile
 * everywhere. Run after a change of dependencies: `node tooling/setup/platforms.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { root } from './run.mjs';

/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 */
/** @typedef {Record<string, Entry>} Entries */

const SYSTEMS = /** @type {const} */ ([
  ['android', 'android'],
  ['darwin', 'darwin'],
  ['freebsd', 'freebsd'],
  ['linux', 'linux'],
  ['openharmony', 'openharmony'],
  ['win', 'win32'],
]);
const PROCESSORS = /** @type {const} */ ([
  ['wasm32', 'wasm32'],
  ['arm64', 'arm64'],
  ['arm', 'arm'],
  ['ia32', 'ia32'],
  ['ppc64', 'ppc64'],
  ['riscv64', 'riscv64'],
  ['s390x', 's390x'],
  ['64', 'x64'],
]);

/**
 * What such a package says it runs on, which its name repeats: `binding-linux-arm64-musl`.
 * @param {string} name
 * @returns {Pick<Entry, 'os' | 'cpu' | 'libc'>}
 */
export function platformOf(name) {
  const os = SYSTEMS.find(([part]) => name.includes(`-${part}`) || name.includes(`/${part}`))?.[1];
  const cpu = PROCESSORS.find(([part]) => name.includes(part))?.[1];
  const libc = /-(musl|gnu)/.exec(name)?.[1];
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined || os !== 'linux' ? {} : { libc: [libc === 'gnu' ? 'glibc' : 'musl'] }),
    ...(os === undefined ? {} : { os: [os] }),
  };
}

/**
 * The entries that the optional dependencies of a lockfile lack.
 * @param {Entries} entries
 * @returns {Entries}
 */
export function missingEntries(entries) {
  /** @type {Entries} */
  const found = {};
  for (const [path, { dev, optionalDependencies = {} }] of Object.entries(entries)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (entries[`node_modules/${name}`] || entries[`${path}/node_modules/${name}`]) continue;
      found[`node_modules/${name}`] = {
        version,
        ...platformOf(name),
        ...(dev ? { dev } : {}),
        optional: true,
      };
    }
  }
  return found;
}

/**
 * @param {Entries} entries
 * @returns {Entries} in npm's order
 */
function sorted(entries) {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => a.localeCompare(b, 'en')));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = `${root}package-lock.json`;
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingEntries(lock.packages);
  lock.packages = sorted({ ...lock.packages, ...missing });
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: ${Object.keys(missing).length} packages of other systems added`);
}
