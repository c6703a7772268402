import { RoentgenError } from '@roentgen/kernels';

/** Files whose beginnings are asked for at the same time: enough to keep a disk busy. */
const WIDTH = 8;

/** Does `work` on every item, several at a time, results in order. Throws `aborted` once the signal says so. */
export async function each<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  signal: AbortSignal,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < items.length; i = next++) {
      if (signal.aborted) throw new RoentgenError('aborted', 'looking at the files was stopped');
      results[i] = await work(items[i]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(WIDTH, items.length) }, worker));
  return results;
}
