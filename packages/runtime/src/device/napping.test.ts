import { expect, test } from 'vitest';
import { napping } from './napping.ts';

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
