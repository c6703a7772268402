import { RoentgenError } from '@roentgen/kernels';
import type { Job } from './worker.ts';

/** Milliseconds of computing after which the worker listens again. */
const OFTEN = 50;

/**
 * Lets the worker hear its messages, and throws `aborted` where one of them was a stop: to code that computes without a
 * break no message comes in.
 */
export async function breathe({ signal }: Pick<Job, 'signal'>): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  if (signal.aborted) throw new RoentgenError('aborted', 'stopped by the user');
}

/** As `breathe`, for loops of small steps: it costs nothing until they have taken 50 ms together. */
export function breather(job: Pick<Job, 'signal'>): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < OFTEN) return;
    await breathe(job);
    last = performance.now();
  };
}
