import { readFile } from 'node:fs/promises';
import { Device, openDevice } from '@roentgen/runtime';
import { type NodeGpu, nodeGpu } from '@roentgen/runtime/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  cropVolume,
  headPhantom,
  loadSuperResolver,
  type RestoreProgress,
  type SuperResolver,
  sessionHost,
  type Volume,
} from '../src/index.ts';

// A volume of 512 x 512 x 120 in small: tensors beyond what the device binds and pictures beyond what goes into one run are
// cut, and what comes out is what the uncut volume gives. The shipped networks on a made-up head, so that nothing need lie beside the checkout.

let node: NodeGpu;
let device: Device;
let head: Volume;

beforeAll(async () => {
  node = await nodeGpu();
  device = await openDevice(node.gpu);
  head = cropVolume(headPhantom({ size: 0.3 }), 44, 36, 12);
});
afterAll(() => {
  device?.[Symbol.dispose]();
  node?.release();
});

/** The device as one that binds no more than so many bytes. */
function binding(bytes: number): Device {
  const limits = new Proxy(device.gpu.limits, {
    get: (real, name: keyof GPUSupportedLimits) =>
      name === 'maxStorageBufferBindingSize' ? bytes : real[name],
  });
  const smaller = new Proxy(device.gpu, {
    get(real, name: keyof GPUDevice) {
      if (name === 'limits') return limits;
      const value = real[name];
      return typeof value === 'function' ? value.bind(real) : value;
    },
  });
  return new Device(smaller, device.info);
}

function resolverOn(on: Device): Promise<SuperResolver> {
  const weights = new URL('../weights/', import.meta.url);
  return loadSuperResolver(sessionHost({ device: on, weights, read: async (file) => readFile(file) }), 2);
}

it('is the same whole, with its tensors cut, and in tiles', { timeout: 60_000 }, async () => {
  using ample = await resolverOn(device);
  const whole = await ample.upscale(head, { precision: 'float' });
  expect([whole.width, whole.height, whole.depth]).toEqual([88, 72, 24]);
  // 32 channels of a 44 x 36 picture are 203 kB; one channel of a batch of 12 is 76 kB.
  using narrow = await resolverOn(binding(2 ** 17));
  for (const maxPixels of [2 ** 19, 4 * 32 * 32]) {
    const seen: RestoreProgress[] = [];
    const onProgress = (progress: RestoreProgress) => seen.push(progress);
    const cut = await narrow.upscale(head, { precision: 'float', maxPixels, onProgress });
    const worst = cut.data.reduce((most, value, i) => Math.max(most, Math.abs(value - whole.data[i])), 0);
    // 2e-5 of the range of 255 for each of the two networks, as other kernels add in another order.
    expect(worst).toBeLessThan(4e-5 * 255);
    expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).sort((a, b) => a - b));
    expect(seen.at(-1)).toEqual({ stage: 'depth', done: 12 + 88 + 72, total: 12 + 88 + 72 });
  }
});

it.each(['plane', 'depth'] as const)('stops in the %s pass', async (stage) => {
  using resolver = await resolverOn(device);
  const stop = new AbortController();
  const onProgress = (progress: RestoreProgress) => {
    if (progress.stage === stage) stop.abort();
  };
  const work = resolver.upscale(head, { maxPixels: 4 * 44 * 36, signal: stop.signal, onProgress });
  await expect(work).rejects.toMatchObject({ code: 'aborted' });
});
