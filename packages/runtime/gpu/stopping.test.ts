import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { generator } from '../src/graph/testing/sketch.ts';
import { type HostTensor, type LoadProgress, Session } from '../src/index.ts';
import { openTestGpu, type TestGpu } from './device.ts';
import { classifier, resolver } from './models.ts';

let test: TestGpu;
beforeAll(async () => {
  test = await openTestGpu();
});
afterAll(() => test?.release());
// Whatever a test does, it leaves no error unsaid and no buffer behind.
afterEach(() => {
  expect(test.errors.splice(0)).toEqual([]);
  expect([...test.alive].map(({ label }) => label)).toEqual([]);
});

const open = (model: Uint8Array, options = {}) => Session.create(model, { device: test.device, ...options });

function image(seed: number, shape: readonly number[]): HostTensor & { data: Float32Array } {
  const random = generator(seed);
  const count = shape.reduce((product, extent) => product * extent, 1);
  return { data: Float32Array.from({ length: count }, () => random() - 0.5), shape };
}

/** Waits until a run has begun: no work of the GPU ends before JavaScript lets the event loop turn. */
async function begun(): Promise<void> {
  while (![...test.alive].some(({ label }) => label === 'read y')) await Promise.resolve();
}

describe('stopping', () => {
  const aborted = { code: 'aborted' };

  it('before, while waiting and while running; the next run is right', async () => {
    using session = await open(resolver());
    const x = image(1, [1, 1, 32, 32]);
    const { y: expected } = await session.run({ x });
    await expect(session.run({ x }, { signal: AbortSignal.abort() })).rejects.toMatchObject(aborted);
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = session.run({ x }, { signal: running.signal });
    const second = session.run({ x }, { signal: waiting.signal });
    const third = session.run({ x });
    await begun();
    running.abort();
    waiting.abort();
    await expect(first).rejects.toMatchObject(aborted);
    await expect(second).rejects.toMatchObject(aborted);
    expect((await third).y.data).toEqual(expected.data);
  });

  it('while compiling, and while loading', async () => {
    using session = await open(classifier());
    const controller = new AbortController();
    const run = session.run({ x: image(1, [4, 3, 16, 16]) }, { signal: controller.signal });
    await Promise.resolve();
    controller.abort();
    await expect(run).rejects.toMatchObject(aborted);
    const { y } = await session.run({ x: image(1, [4, 3, 16, 16]) });
    expect(y.shape).toEqual([4, 5]);
    const shapes = { x: [1, 1, 8, 8] };
    await expect(open(resolver(), { shapes, signal: AbortSignal.abort() })).rejects.toMatchObject(aborted);
    const late = new AbortController();
    const onProgress = ({ stage }: LoadProgress) => stage === 'upload' && late.abort();
    await expect(open(resolver(), { shapes, onProgress, signal: late.signal })).rejects.toMatchObject(
      aborted,
    );
    // What was being made is given back when it is done.
    await expect.poll(() => test.alive.size, { timeout: 5000 }).toBeGreaterThan(0);
    session.dispose();
    await expect.poll(() => test.alive.size, { timeout: 5000 }).toBe(0);
  });

  it('by disposing: runs in flight and later ones are rejected, twice is once', async () => {
    const session = await open(resolver());
    const x = image(1, [1, 1, 16, 16]);
    await session.run({ x });
    const running = session.run({ x });
    const waiting = session.run({ x: image(1, [1, 1, 9, 9]) });
    await begun();
    session.dispose();
    session.dispose();
    await expect(running).rejects.toMatchObject(aborted);
    await expect(waiting).rejects.toMatchObject(aborted);
    await expect(session.run({ x })).rejects.toMatchObject({ code: 'usage' });
    await expect.poll(() => test.alive.size, { timeout: 5000 }).toBe(0);
  });
});
