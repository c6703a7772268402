import type { KernelInstance } from '@roentgen/kernels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDevice, type Plan, prepare, Session } from '../src/index.ts';
import { openTestGpu, type TestGpu } from './device.ts';
import { affine, resolver } from './models.ts';

let test: TestGpu;
beforeAll(async () => {
  test = await openTestGpu();
});
afterAll(() => test?.release());

const line = { data: Float32Array.of(1, 2, 3), shape: [3] };
const image = { data: new Float32Array(32 * 32).fill(0.5), shape: [1, 1, 32, 32] };

describe('a device that is lost', () => {
  it('rejects the run in progress; the next works on a new device, with the same result', async () => {
    using session = await Session.create(resolver(), { gpu: test.gpu });
    const { y: expected } = await session.run({ x: image });
    const first = session.device;
    const running = session.run({ x: image });
    first.gpu.destroy();
    await expect(running).rejects.toMatchObject({ code: 'device', message: expect.stringContaining('lost') });
    const { y } = await session.run({ x: image });
    expect(y.data).toEqual(expected.data);
    expect(session.device).not.toBe(first);
  });

  it('while compiling, too; and what waited runs on the new one', async () => {
    using session = await Session.create(affine(), { gpu: test.gpu });
    const compiling = session.run({ x: line });
    const waiting = session.run({ x: line });
    await new Promise((resolve) => setTimeout(resolve));
    session.device.gpu.destroy();
    const [first, second] = await Promise.allSettled([compiling, waiting]);
    // On a fast machine the first was over by then.
    if (first.status === 'rejected') expect(first.reason).toMatchObject({ code: 'device' });
    if (second.status === 'rejected') expect(second.reason).toMatchObject({ code: 'device' });
    expect([...(await session.run({ x: line })).y.data]).toEqual([3, 5, 7]);
  });

  it('again and again', async () => {
    using session = await Session.create(affine(), { gpu: test.gpu, shapes: { x: [3] } });
    for (let i = 0; i < 3; i++) {
      session.device.gpu.destroy();
      await session.device.gpu.lost;
      expect([...(await session.run({ x: line })).y.data]).toEqual([3, 5, 7]);
    }
  });

  it('that was handed in cannot be replaced, and the error says what can be done', async () => {
    const device = await openDevice(test.gpu);
    using session = await Session.create(affine(), { device });
    device.gpu.destroy();
    await device.gpu.lost;
    const run = session.run({ x: line });
    await expect(run).rejects.toMatchObject({
      code: 'device',
      hint: expect.stringContaining('another device'),
    });
  });

  it('closes with its session only if the session opened it', async () => {
    const own = await Session.create(affine(), { gpu: test.gpu });
    const { gpu } = own.device;
    own.dispose();
    expect((await gpu.lost).reason).toBe('destroyed');
    const shared = await Session.create(affine(), { device: test.device });
    shared.dispose();
    using another = await Session.create(affine(), { device: test.device });
    expect([...(await another.run({ x: line })).y.data]).toEqual([3, 5, 7]);
  });

  it('without WebGPU is an error that says so', async () => {
    await expect(Session.create(affine())).rejects.toMatchObject({
      code: 'device',
      hint: expect.any(String),
    });
  });
});

function broken(text: string, file: string): KernelInstance {
  const source = { text, file };
  return { name: `broken ${file}`, source, bindings: [], params: { index: 0, values: [] }, grid: [1, 1, 1] };
}

function planOf(...kernels: readonly KernelInstance[]): Plan {
  const type = { dtype: 'float32', shape: [1] } as const;
  const origin = { node: 'n', op: 'Broken' };
  const cost = { flops: 0, bytes: 0, slowdown: 1 };
  const steps = kernels.map((kernel) => ({
    kernel,
    operands: [],
    tables: [],
    origin,
    result: 'y',
    type,
    cost,
  }));
  return { buffers: [256], constantBytes: 0, uploads: [], inputs: [], outputs: [], steps };
}

describe('a shader that does not compile', () => {
  it('is named with its file, line and what is wrong; nothing is left', async () => {
    const before = test.device.pipelines;
    const first = broken('@compute @workgroup_size(1)\nfn main() { let x = nowhere; }', 'map/map.wgsl');
    const second = broken('fn main( {', 'conv/direct.wgsl');
    await expect(test.device.compile(first)).rejects.toMatchObject({
      code: 'device',
      message: expect.stringMatching(/map\/map\.wgsl:2:\d+ .*nowhere/),
    });
    // Both fail, one is told, and neither goes unhandled.
    await expect(prepare(planOf(first, second), test.device)).rejects.toMatchObject({ code: 'device' });
    expect(test.alive.size).toBe(0);
    expect(test.errors).toEqual([]);
    // A failure is not kept: the next to ask compiles again.
    await expect.poll(() => test.device.pipelines).toBe(before);
  });

  it('and a binding that the shader lacks is refused with the file', async () => {
    const text = '@compute @workgroup_size(1) fn main() { }';
    const lone = { ...broken(text, 'pad/pad.wgsl'), grid: [1, 1, 1] as const };
    using executable = await prepare(planOf(lone), test.device);
    expect(executable.plan.steps).toHaveLength(1);
    const wide = broken('@compute @workgroup_size(100000) fn main() { }', 'pool/pool.wgsl');
    await expect(test.device.compile(wide)).rejects.toThrow('pool/pool.wgsl');
    expect(test.errors).toEqual([]);
  });
});
