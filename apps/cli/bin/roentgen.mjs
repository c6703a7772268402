#!/usr/bin/env node
/** Starts the command line; builds it first where that has not happened, so that it works in a fresh clone. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = new URL('../dist/roentgen.js', import.meta.url);

if (!existsSync(program)) {
  process.stderr.write('roentgen: not built yet; building once.\n');
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const turbo = fileURLToPath(new URL('../../../node_modules/turbo/bin/turbo', import.meta.url));
  // What a build prints belongs with the messages: stdout carries answers only.
  const { status } = spawnSync(process.execPath, [turbo, 'run', 'build', '--filter=@roentgen/cli'], {
    cwd: root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (status !== 0) {
    process.stderr.write('roentgen: the build failed; `npm run build` shows it alone.\n');
    process.exit(1);
  }
}

await import(program.href);
