/** The facts about this machine that a plan needs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseSources } from './apt-sources.mjs';
import { outputOf } from './run.mjs';

/** @returns {import('./plan.mjs').Facts} */
export function facts() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const field = (/** @type {string} */ key) =>
    new RegExp(`^${key}="?([^"\n]*)`, 'm').exec(release)?.[1] ?? '';
  const apt = outputOf('apt-get', ['--version']) !== null;
  return {
    platform: process.platform,
    id: field('ID'),
    codename: field('VERSION_CODENAME'),
    apt,
    root: process.getuid?.() === 0,
    mesa: apt ? candidate('mesa-vulkan-drivers') : null,
    sources: apt ? sources() : [],
  };
}

/**
 * The version that apt would install, epoch left out.
 * @param {string} name
 */
function candidate(name) {
  const policy = outputOf('apt-cache', ['policy', name]) ?? '';
  const version = /Candidate: (?:\d+:)?(\S+)/.exec(policy)?.[1];
  return version === undefined || version === '(none)' ? null : version;
}

function sources() {
  const folder = '/etc/apt/sources.list.d';
  const below = existsSync(folder) ? readdirSync(folder).map((name) => `${folder}/${name}`) : [];
  return ['/etc/apt/sources.list', ...below]
    .filter((path) => /\.(list|sources)$/.test(path) && existsSync(path))
    .flatMap((path) => parseSources(path, readFileSync(path, 'utf8')));
}
