import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generator } from '../src/graph/testing/sketch.ts';
import { type HostTensor, Session } from '../src/index.ts';
import { openTestGpu, type TestGpu } from './device.ts';
import { classifier } from './models.ts';

const makers = [
  'createBuffer',
  'createBindGroup',
  'createBindGroupLayout',
  'createPipelineLayout',
  'createShaderModule',
  'createComputePipelineAsync',
  'createQuerySet',
  'createCommandEncoder',
] as const;

let test: TestGpu;
const made = new Map<string, number>();
beforeAll(async () => {
  test = await openTestGpu();
  for (const name of makers) {
    const make = test.device.gpu[name].bind(test.device.gpu) as (...all: unknown[]) => unknown;
    Object.assign(test.device.gpu, {
      [name]: (...all: unknown[]) => {
        made.set(name, (made.get(name) ?? 0) + 1);
        return make(...all);
      },
    });
  }
});
afterAll(() => test?.release());

function image(seed: number): HostTensor {
  const random = generator(seed);
  return { data: Float32Array.from({ length: 3 * 16 * 16 }, () => random() - 0.5), shape: [1, 3, 16, 16] };
}

/** What some work makes on the device. */
async function counted(work: () => Promise<unknown>): Promise<Record<string, number>> {
  made.clear();
  await work();
  return Object.fromEntries(made);
}

describe('a warm run', () => {
  it('makes nothing but the commands of the next', async () => {
    using session = await Session.create(classifier(), { device: test.device });
    await session.run({ x: image(0) });
    for (let i = 1; i <= 3; i++)
      expect(await counted(() => session.run({ x: image(i) }))).toEqual({ createCommandEncoder: 1 });
    await session.runOnGpu({ x: image(0) });
    expect(await counted(() => session.runOnGpu({ x: image(1) }))).toEqual({ createCommandEncoder: 1 });
  });

  it('gives what a cold one gives, however runs that are read back and runs that are not take turns', async () => {
    using session = await Session.create(classifier(), { device: test.device });
    const expected = [];
    for (let i = 0; i < 3; i++) {
      using cold = await Session.create(classifier(), { device: test.device });
      expected.push((await cold.run({ x: image(i) })).y);
    }
    for (const i of [0, 1, 2, 2, 0, 1]) {
      await session.runOnGpu({ x: image((i + 1) % 3) });
      expect((await session.run({ x: image(i) })).y).toEqual(expected[i]);
    }
  });

  it('after one that failed is right', async () => {
    using session = await Session.create(classifier(), { device: test.device });
    const { y } = await session.run({ x: image(1) });
    const buffer = test.device.gpu.createBuffer({ size: 4 * 3 * 16 * 16, usage: 0x4 });
    buffer.destroy();
    const failed = session.run({ x: { buffer, shape: [1, 3, 16, 16] } });
    await expect(failed).rejects.toMatchObject({ code: 'device' });
    expect((await session.run({ x: image(1) })).y).toEqual(y);
    expect(test.errors).toEqual([]);
  });
});
