import { RoentgenError } from '@roentgen/kernels';

/** What the last run left in this worker. Throws where there was none: what the page shows came from a worker that has ended since. */
export function expectHeld<T>(last: T | undefined): T {
  if (last !== undefined) return last;
  throw new RoentgenError(
    'usage',
    'The worker that computed this has ended since, and with it what it held.',
    {
      hint: 'run it again, then save or change it',
    },
  );
}
