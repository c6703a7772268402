import { expect, it } from 'vitest';
import { reportLibrary, reportSystem, systemNames } from './downloads.mjs';

it('the library stays within its limit', async () => {
  const { line, over } = await reportLibrary();
  expect(over, line).toBe(false);
  // Far less than the kernels' text alone would mean that the build lost them.
  expect(Number(/(\d+) kB/.exec(line)?.[1])).toBeGreaterThan(60);
}, 60_000);

it.each(systemNames)(
  '%s stays within its limits',
  async (name) => {
    const { line, over } = await reportSystem(name);
    expect(over, line).toBe(false);
  },
  60_000,
);
