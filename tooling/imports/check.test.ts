import { describe, expect, it } from 'vitest';
import { check } from './check.mjs';

const broken = (files: Record<string, string>) =>
  check(new Map(Object.entries(files))).map(({ file, line, rule }) => `${file}:${line} ${rule}`);

describe('between packages', () => {
  it('lets imports point downwards', () => {
    expect(broken({ 'packages/models/src/a.ts': `import { x } from '@roentgen/runtime';` })).toEqual([]);
  });

  it('catches one that points upwards, types included, with its line', () => {
    const text = `// first\nimport type { Session } from '@roentgen/runtime';`;
    expect(broken({ 'packages/kernels/src/a.ts': text })).toEqual([
      'packages/kernels/src/a.ts:2 kernels must not import @roentgen/runtime: it may know no other package',
    ]);
  });

  it('catches re-exports and dynamic imports', () => {
    const text = `export * from '@roentgen/conformance';\nconst m = await import('@roentgen/models');`;
    expect(broken({ 'packages/runtime/src/a.ts': text })).toHaveLength(2);
  });

  it('catches a relative path into another package', () => {
    expect(broken({ 'packages/models/src/a.ts': `import { x } from '../../runtime/src/index.ts';` })).toEqual(
      [expect.stringContaining('leaves the package')],
    );
  });

  it('lets only tests use the tooling', () => {
    const text = `import { launchChrome } from '@roentgen/tooling/chrome';`;
    expect(broken({ 'apps/demo/chrome/a.test.ts': text })).toEqual([]);
    expect(broken({ 'apps/demo/src/a.ts': text })).toHaveLength(1);
  });
});

describe('inside runtime', () => {
  it('keeps the session from what it is made of, and ops from the device', () => {
    expect(
      broken({ 'packages/runtime/src/plan/a.ts': `import { s } from '../session/session.ts';` }),
    ).toEqual(['packages/runtime/src/plan/a.ts:1 runtime/src/plan must not know runtime/src/session']);
    expect(
      broken({ 'packages/runtime/src/device/a.ts': `import type { Op } from '../ops/op.ts';` }),
    ).toHaveLength(1);
  });

  it('lets the session know everyone', () => {
    expect(broken({ 'packages/runtime/src/session/a.ts': `import { Op } from '../ops/op.ts';` })).toEqual([]);
  });
});

describe('what a page reaches', () => {
  it('must not need Node, however far away', () => {
    const files = {
      'packages/runtime/src/index.ts': `export { a } from './a.ts';`,
      'packages/runtime/src/a.ts': `export { b } from './b.ts';`,
      'packages/runtime/src/b.ts': `import { join } from 'node:path';\nexport const b = join('a');`,
      'packages/runtime/src/apart.ts': `import 'node:fs';`,
    };
    expect(broken(files)).toEqual([
      "packages/runtime/src/b.ts:1 a page that uses runtime would need 'node:path', which is Node's",
    ]);
  });

  it('follows the demo into its workers', () => {
    const files = {
      'apps/demo/src/main.ts': `new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });`,
      'apps/demo/src/worker.ts': `import { nodeGpu } from '@roentgen/runtime/node';`,
    };
    expect(broken(files)).toEqual([expect.stringContaining('apps/demo/src/worker.ts:1')]);
  });
});

it('asks for file endings', () => {
  expect(broken({ 'packages/models/src/a.ts': `import { x } from './b';` })).toEqual([
    expect.stringContaining('no file ending'),
  ]);
});
