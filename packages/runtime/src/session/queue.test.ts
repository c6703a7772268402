import { RoentgenError } from '@roentgen/kernels';
import { describe, expect, it } from 'vitest';
import { WorkQueue } from './queue.ts';

/** Work that is over when told. */
function held<T>(value: T) {
  let finish = (): void => undefined;
  const done = new Promise<T>((resolve) => {
    finish = () => resolve(value);
  });
  return { work: () => done, finish };
}

const lost = new RoentgenError('device', 'lost');
const gone = new RoentgenError('usage', 'gone');

describe('WorkQueue', () => {
  it('does one thing at a time, in order, also after one that fails', async () => {
    const queue = new WorkQueue();
    const order: number[] = [];
    const step = (i: number) => async () => {
      order.push(i);
      await new Promise((resolve) => setTimeout(resolve, 5 - i));
      order.push(-i);
      if (i === 2) throw lost;
      return i;
    };
    const all = await Promise.allSettled([1, 2, 3].map((i) => queue.add(step(i))));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(order).toEqual([1, -1, 2, -2, 3, -3]);
  });

  it('rejects at once what is aborted, and lets the next wait until it is over', async () => {
    const queue = new WorkQueue();
    const controller = new AbortController();
    const { work, finish } = held(1);
    const first = queue.add(work, controller.signal);
    let begun = false;
    const second = queue.add(async () => {
      begun = true;
    });
    await Promise.resolve();
    controller.abort('enough');
    await expect(first).rejects.toMatchObject({ code: 'aborted', cause: 'enough' });
    expect(begun).toBe(false);
    finish();
    await second;
    expect(begun).toBe(true);
  });

  it('never begins what was aborted while it waited', async () => {
    const queue = new WorkQueue();
    const { work, finish } = held(1);
    const first = queue.add(work);
    let begun = false;
    const controller = new AbortController();
    const second = queue.add(async () => {
      begun = true;
    }, controller.signal);
    controller.abort();
    await expect(second).rejects.toMatchObject({ code: 'aborted' });
    finish();
    await first;
    await queue.add(async () => undefined);
    expect(begun).toBe(false);
  });

  it('interrupts what is in progress only', async () => {
    const queue = new WorkQueue();
    queue.interrupt(lost);
    const [a, b] = [held('a'), held('b')];
    const first = queue.add(a.work);
    const second = queue.add(b.work);
    await new Promise((resolve) => setTimeout(resolve));
    queue.interrupt(lost);
    await expect(first).rejects.toBe(lost);
    a.finish();
    b.finish();
    expect(await second).toBe('b');
  });

  it('when closed rejects all, and what is added later', async () => {
    const queue = new WorkQueue();
    const first = queue.add(held(1).work);
    const second = queue.add(held(2).work);
    queue.close(lost, gone);
    await expect(first).rejects.toBe(lost);
    await expect(second).rejects.toBe(lost);
    const idle = new WorkQueue();
    idle.close(lost, gone);
    await expect(idle.add(async () => 1)).rejects.toBe(gone);
  });
});
