/** Carries out a plan for what a machine lacks. */
import { writeFileSync } from 'node:fs';
import { facts } from './machine.mjs';
import { run, runInstalled, say } from './run.mjs';

/** @typedef {import('./plan.mjs').Plan} Plan */
/** @typedef {import('./plan.mjs').Apt} Apt */

/**
 * Makes the attempts of a plan in turn until `there` finds what was missing.
 *
 * @template T
 * @param {string} what for people: 'Chrome'
 * @param {(facts: import('./plan.mjs').Facts) => Plan} planFor
 * @param {() => T | null} there
 * @returns {Promise<T | null>}
 */
export async function obtain(what, planFor, there) {
  const first = there();
  if (first !== null) return first;
  say(`${what} is missing`);
  const before = facts();
  // A fresh container has no package lists, and the plan depends on what they offer.
  if (before.apt && before.root) await run('apt-get', ['update', '-qq']);
  const { attempts, advice } = planFor(facts());
  for (const attempt of attempts) {
    const status =
      attempt.kind === 'apt'
        ? await installPackages(attempt)
        : await installPuppeteerChrome(attempt.libraries);
    const found = status === 0 ? there() : null;
    if (found !== null) return found;
  }
  console.error(`${what} could not be installed from here. This command does it:\n\n    ${advice}\n`);
  return null;
}

/** @param {Apt} attempt */
async function installPackages({ packages, release, source }) {
  if (source !== null) {
    writeFileSync('/etc/apt/sources.list.d/roentgen-backports.sources', source);
    await run('apt-get', ['update', '-qq']);
  }
  const from = release === null ? [] : ['-t', release];
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...from, ...packages];
  say(`apt-get ${args.join(' ')}`);
  return run('apt-get', args, { DEBIAN_FRONTEND: 'noninteractive' });
}

/** @param {boolean} libraries whether to install the system libraries that Chrome needs, which takes root */
function installPuppeteerChrome(libraries) {
  say('puppeteer browsers install chrome');
  const args = ['browsers', 'install', 'chrome', ...(libraries ? ['--install-deps'] : [])];
  return runInstalled('puppeteer/lib/esm/puppeteer/node/cli.js', args);
}
