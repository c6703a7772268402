import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { versionsOf } from './versions.ts';

it('tells Node and the packages that are there, also those that export no package.json', () => {
  const lock = JSON.parse(readFileSync(new URL('../../../../package-lock.json', import.meta.url), 'utf8'));
  expect(versionsOf(['webgpu', 'no-such-package'])).toEqual({
    node: process.version.slice(1),
    webgpu: lock.packages['node_modules/webgpu'].version,
  });
});
