import type { RankReport } from '@roentgen/runtime';
import { expect, it } from 'vitest';
import { revised } from './tuning.ts';

const report = (key: string, expected: string, kernels: string[], refused: string[] = []): RankReport => ({
  key,
  expected,
  kernels,
  refused,
  microseconds: {},
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
  ]);
  expect([...after]).toEqual([
    ['b', { kernels: ['two', 'one'], refused: [] }],
    ['c', { kernels: ['two', 'one'], refused: [] }],
    ['d', { kernels: ['one'], refused: ['two'] }],
  ]);
});
