import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Watch } from './watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a peer that loads for too long is named, with the time that it had', async () => {
  using watch = new Watch({ load: 60_000, run: 10_000 });
  watch.hear({ peer: 'b', stage: 'load' });
  vi.advanceTimersByTime(60_001);
  await expect(watch.overdue).rejects.toMatchObject({
    peer: 'b',
    message: 'slower than 60 s to its first answer',
  });
});

test('each word starts the time anew, and a run has a limit of its own', async () => {
  using watch = new Watch({ load: 60_000, run: 10_000 });
  watch.hear({ peer: 'b', stage: 'load' });
  vi.advanceTimersByTime(59_000);
  watch.hear({ peer: 'b', stage: 'run' });
  vi.advanceTimersByTime(9_000);
  watch.hear({ peer: 'c', stage: 'run' });
  vi.advanceTimersByTime(10_001);
  await expect(watch.overdue).rejects.toMatchObject({ peer: 'c', message: 'slower than 10 s for one run' });
});
