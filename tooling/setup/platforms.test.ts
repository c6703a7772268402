import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { missingEntries, platformOf } from './platforms.mjs';

it('reads the platform from a name', () => {
  expect(platformOf('@biomejs/cli-linux-x64-musl')).toEqual({ os: ['linux'], cpu: ['x64'], libc: ['musl'] });
  expect(platformOf('@turbo/windows-64')).toEqual({ os: ['win32'], cpu: ['x64'] });
  expect(platformOf('@oxc-parser/binding-darwin-arm64')).toEqual({ os: ['darwin'], cpu: ['arm64'] });
  expect(platformOf('@oxc-parser/binding-win32-ia32-msvc')).toEqual({ os: ['win32'], cpu: ['ia32'] });
});

it('finds what a lockfile lacks', () => {
  const entries = {
    'node_modules/tool': {
      version: '2.0.0',
      dev: true,
      optionalDependencies: { '@tool/linux-x64': '2.0.0', '@tool/darwin-arm64': '2.0.0' },
    },
    'node_modules/@tool/linux-x64': { version: '2.0.0' },
  };
  expect(missingEntries(entries)).toEqual({
    'node_modules/@tool/darwin-arm64': {
      version: '2.0.0',
      os: ['darwin'],
      cpu: ['arm64'],
      dev: true,
      optional: true,
    },
  });
});

it('has a lockfile that works on every system', () => {
  const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
  expect(Object.keys(missingEntries(lock.packages))).toEqual([]);
});
