import { expect, test } from 'vitest';
import { disagreement } from './outputs.ts';

const ours = { y: { data: [0, 5, 10], shape: [1, 3] } };
const like = (data: number[], shape = [1, 3]) => ({ y: { data, shape } });

test('an answer agrees within its share of the range', () => {
  expect(disagreement(ours, like([0.01, 5, 9.99]), 1e-3)).toBeUndefined();
  expect(disagreement(ours, like([0, 5.02, 10]), 1e-3)).toMatch(/'y' is not ours: 0\.0200 apart.*over 10/);
});

test('no number, another shape and a missing output disagree', () => {
  expect(disagreement(ours, like([0, Number.NaN, 10]), 1e-3)).toMatch(/not ours: NaN/);
  expect(disagreement(ours, like([0, 5, 10], [3, 1]), 1e-3)).toMatch(/\[3,1\], ours \[1,3\]/);
  expect(disagreement(ours, {}, 1e-3)).toMatch(/no output 'y'/);
});
