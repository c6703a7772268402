/**
 * `npm start`: installs, builds and serves the demo, and opens Chrome where there is a display.
 * `--no-open` leaves Chrome alone; `--port N`, or the variable PORT, asks for a port (the next free one is taken).
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findChrome } from './setup/chrome.mjs';
import { openArguments } from './setup/chrome-flags.mjs';
import { build, install, requireNode } from './setup/install.mjs';
import { obtain } from './setup/obtain.mjs';
import { planChrome } from './setup/plan.mjs';
import { root, say } from './setup/run.mjs';

const options = readOptions();
requireNode();
await install();
if (!(await build(['--filter=@roentgen/demo']))) {
  console.error('The build failed: see above.');
  process.exit(1);
}
const { preview } = await import('vite');
const server = await preview({
  root: join(root, 'apps/demo'),
  preview: { port: options.port },
  logLevel: 'warn',
});
const address = server.resolvedUrls?.local[0] ?? `http://localhost:${options.port}/`;
say(`The demo is at ${address} (Ctrl-C stops it)`);
const close = options.open && hasDisplay() ? await open(address) : () => {};

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    close();
    await server.close();
    process.exit(0);
  });
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      open: { type: 'boolean', default: true },
      port: { type: 'string', default: process.env.PORT ?? '4173' },
    },
    allowNegative: true,
  });
  const port = Number(values.port);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return { open: values.open, port };
  console.error(`'${values.port}' is no port: give a number from 0 to 65535.`);
  return process.exit(2);
}

function hasDisplay() {
  if (process.env.CI) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Opens Chrome with a profile of its own, since flags reach only a Chrome that is not running yet.
 * @param {string} address
 * @returns {Promise<() => void>} closes it again
 */
async function open(address) {
  const chrome = await obtain('Chrome', planChrome, findChrome);
  if (chrome === null) return () => {};
  const profile = mkdtempSync(join(tmpdir(), 'roentgen-chrome-'));
  const child = spawn(chrome, [...openArguments(), `--user-data-dir=${profile}`, address], {
    stdio: 'ignore',
  });
  child.on('error', (error) =>
    console.error(`Chrome did not start: ${error.message}. Open ${address} yourself.`),
  );
  return () => {
    child.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
}
