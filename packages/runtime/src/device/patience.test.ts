import { expect, test } from 'vitest';
import { napping, Patience } from './patience.ts';

/** Runs that take as long as given: what is slept is the least that can be seen. */
function after(patience: Patience, ...lengths: readonly number[]): Patience {
  for (const length of lengths) {
    const { rest } = patience;
    patience.learn(Math.max(length, rest), Math.max(0, length - rest));
  }
  return patience;
}

test('rests for less than a run took, once one has been seen that compiled nothing', () => {
  const patience = new Patience(true);
  expect(after(patience, 900).rest).toBe(0);
  expect(after(patience, 100).rest).toBeCloseTo(85);
  expect(after(patience, 200).rest).toBeCloseTo(170);
});

test('runs that grow shorter are found out in a few', () => {
  const patience = after(new Patience(true), 0, 1000);
  expect(after(patience, 20, 20, 20, 20, 20, 20, 20).rest).toBeLessThan(20);
});

test('short runs, and places where waiting costs nothing, are not slept through', () => {
  expect(after(new Patience(true), 3, 3, 3).rest).toBe(0);
  expect(after(new Patience(false), 500, 500, 500).rest).toBe(0);
});

test('naps end with the work, as it ended, and the event loop turns meanwhile', async () => {
  let turns = 0;
  const counting = setInterval(() => turns++, 1);
  const work = new Promise<string>((resolve) => {
    const watching = setInterval(() => {
      if (turns < 3) return;
      clearInterval(watching);
      resolve('done');
    }, 1);
  });
  await expect(napping(work)).resolves.toBe('done');
  clearInterval(counting);
  expect(turns).toBeGreaterThanOrEqual(3);
  await expect(napping(Promise.reject(new Error('lost')))).rejects.toThrow('lost');
});
