/** Running other programs, with their output in sight. Works before anything is installed. */
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The root of the workspace. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a program in the root with its output passed on.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] added to this process's own
 * @returns {Promise<number>} its exit status; 1 when it cannot be started or was killed
 */
export function run(program, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`);
      done(1);
    });
    child.on('exit', (status) => done(status ?? 1));
  });
}

/**
 * Runs a program of an installed package by its own Node file, which works on every system and needs no shell.
 *
 * @param {string} file below node_modules
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
export function runInstalled(file, args, env = {}) {
  return run(process.execPath, [`${root}node_modules/${file}`, ...args], env);
}

/**
 * Runs npm, which is a script of the shell on Windows.
 * @param {readonly string[]} args
 */
export function npm(args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args]);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

/**
 * What a program prints, or null when it fails, is missing or takes longer than the limit.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {number} [limit] in milliseconds
 * @returns {string | null}
 */
export function outputOf(program, args, limit = 60_000) {
  const { status, stdout } = spawnSync(program, args, { cwd: root, encoding: 'utf8', timeout: limit });
  return status === 0 ? stdout : null;
}

/**
 * A line that says what happens next.
 * @param {string} text
 */
export function say(text) {
  console.log(`\n── ${text}`);
}
