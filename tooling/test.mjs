/**
 * `npm test`: from a fresh clone to every test run. Installs, builds, sees to Chrome and a Vulkan driver, then
 * runs the static checks, the tests that need nothing, those on a GPU in Node, the golden ones once more on
 * SwiftShader, and those in Chrome. `npm test -- FILTER` hands the filter to vitest and leaves the checks out.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adapter, systemAdapter } from './setup/adapters.mjs';
import { findChrome } from './setup/chrome.mjs';
import { build, install, requireNode } from './setup/install.mjs';
import { facts } from './setup/machine.mjs';
import { obtain } from './setup/obtain.mjs';
import { planChrome, planDriver } from './setup/plan.mjs';
import { root, run, runInstalled, say } from './setup/run.mjs';
import { closingLine, sum, tallyOf } from './setup/tally.mjs';

/** @typedef {import('./setup/tally.mjs').Tally} Tally */

const filter = process.argv.slice(2);
const reports = join(root, 'test-results');

requireNode();
process.env.XDG_RUNTIME_DIR ??= tmpdir(); // Mesa asks for one
await install();
/** @type {Tally[]} */
const tallies = [];
if (await build()) tallies.push(...(await everything()));
else tallies.push(broken('the build failed'));
const total = sum(tallies);
if (filter.length > 0 && total.passed + total.failed + total.skipped === 0) {
  console.error(`No test matches ${filter.join(' ')}`);
  total.failed = 1;
}
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** @returns {Promise<Tally[]>} */
async function everything() {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const chrome = await obtain('Chrome', planChrome, findChrome);
  const driver = await obtain('A Vulkan driver', planDriver, systemAdapter);
  const results = filter.length > 0 ? [] : await checks();
  results.push(await vitest('pure'));
  results.push(...(await onGpu(driver)));
  if (chrome !== null) results.push(await vitest('chrome', { PUPPETEER_EXECUTABLE_PATH: chrome }));
  else results.push(missing('no Chrome: the tests in Chrome are left out'));
  return results;
}

/**
 * @param {import('./setup/adapters.mjs').Adapter | null} driver
 * @returns {Promise<Tally[]>}
 */
async function onGpu(driver) {
  const swiftshader = adapter('swiftshader');
  const main = driver ?? swiftshader;
  const results = driver === null ? [missing('no Vulkan driver of the system')] : [];
  if (main === null)
    return [...results, missing('no adapter at all: the tests on a GPU in Node are left out')];
  say(`adapter: ${main.vendor} ${main.architecture} ${main.description}`);
  results.push(await vitest('gpu'));
  if (swiftshader === null) results.push(missing('no SwiftShader: the golden tests do not run on it'));
  else if (driver !== null) results.push(await vitest('swiftshader'));
  return results;
}

/** What `npm run check` looks at, without the tests. @returns {Promise<Tally[]>} */
async function checks() {
  const list = /** @type {const} */ ([
    ['format and lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '.'],
    ['types', 'node_modules/typescript/bin/tsc', '-b'],
    ['import directions', 'tooling/imports.mjs'],
    ['what nobody uses', 'node_modules/knip/bin/knip.js'],
  ]);
  const results = [];
  for (const [title, file, ...args] of list) {
    say(title);
    if ((await run(process.execPath, [join(root, file), ...args])) !== 0)
      results.push(broken(`${title}: see above`));
  }
  return results;
}

/**
 * @param {string} project
 * @param {Record<string, string>} [env]
 * @returns {Promise<Tally>}
 */
async function vitest(project, env = {}) {
  say(`tests: ${project}`);
  const file = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const args = ['run', '--project', project, '--passWithNoTests', ...reporters, ...filter];
  const status = await runInstalled('vitest/vitest.mjs', args, env);
  // A run in which no file matches leaves no report.
  if (status === 0 && !existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  return tallyOf(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null, status);
}

/**
 * Something that could not be had here: said aloud, and a failure in CI where it could have been installed.
 * @param {string} text
 * @returns {Tally}
 */
function missing(text) {
  const { apt, root: may } = facts();
  if (process.env.CI === 'true' && apt && may) return broken(text);
  console.warn(`\n!!!!! SKIPPED: ${text} !!!!!\n`);
  return { passed: 0, failed: 0, skipped: 0 };
}

/** @param {string} text @returns {Tally} */
function broken(text) {
  console.error(`\nFAILED: ${text}\n`);
  return { passed: 0, failed: 1, skipped: 0 };
}
