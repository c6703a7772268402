import { expect, it } from 'vitest';
import { whyInstall } from './install.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'packages/a': { version: '0.1.0' },
    'node_modules/a': { link: true },
    'node_modules/vite': { version: '8.0.0' },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
  },
};
const installed = (vite: string) => ({
  packages: { 'node_modules/a': { link: true }, 'node_modules/vite': { version: vite } },
});

it('installs when there is nothing', () => {
  expect(whyInstall(wanted, null)).toBe('nothing is installed yet');
});

it('does not install again what is there, other systems’ packages left out', () => {
  expect(whyInstall(wanted, installed('8.0.0'))).toBeNull();
});

it('installs when the lockfile has moved on', () => {
  expect(whyInstall(wanted, installed('7.9.9'))).toBe('node_modules/vite is 7.9.9, the lockfile says 8.0.0');
  expect(whyInstall(wanted, { packages: {} })).toBe('node_modules/a is missing');
});
