import type { RankReport } from '@roentgen/runtime';
import { expect, it } from 'vitest';
import { revised } from './tuning.ts';

/** Kernels in the order in which they came in, each after the first slower by `step`. */
const report = (
  key: string,
  expected: string,
  kernels: string[],
  refused: string[] = [],
  step = 2,
): RankReport => ({
  key,
  expected,
  kernels,
  refused,
  microseconds: Object.fromEntries(kernels.map((kernel, place) => [kernel, 100 * step ** place])),
  reasons: {},
});

it('ships what differs from the cost model, and no longer what agrees with it', () => {
  const before = new Map([
    ['a', { kernels: ['two', 'one'], refused: [] }],
    ['b', { kernels: ['two', 'one'], refused: [] }],
  ]);
  const after = revised(before, [
    report('a', 'one', ['one', 'two']),
    report('c', 'one', ['two', 'one']),
    report('d', 'one', ['one'], ['two']),
    report('e', 'one', ['one', 'two']),
    report('f', 'one', ['two', 'one'], [], 1.05),
  ]);
  expect([...after]).toEqual([
    ['b', { kernels: ['two', 'one'], refused: [] }],
    ['c', { kernels: ['two', 'one'], refused: [] }],
    ['d', { kernels: ['one'], refused: ['two'] }],
  ]);
});
