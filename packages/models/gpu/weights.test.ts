import { readFileSync } from 'node:fs';
import { type Device, openDevice, Session } from '@roentgen/runtime';
import { nodeGpu } from '@roentgen/runtime/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readNpy } from '../src/index.ts';
import { readManifest, weightsFolder } from '../tools/manifest.ts';
import { bytesAt, dataAt, describeShared } from './shared.ts';

/** One of PyTorch's tensors, by the network with float32 weights. */
function golden(
  file: string,
  name: string,
): { readonly data: Float32Array; readonly shape: readonly number[] } {
  const folder = file.replace(/\.onnx$/, '');
  const { data, shape } = readNpy(bytesAt(dataAt(`../models/golden/${folder}/${name}.npy`)));
  return { data: Float32Array.from(data as Float32Array), shape };
}

/** Largest difference in parts of the range that is expected. */
function share(found: ArrayLike<number>, expected: Float32Array): number {
  const [low, high] = [Math.min, Math.max].map((pick) => expected.reduce((a, b) => pick(a, b)));
  const largest = expected.reduce((most, value, i) => Math.max(most, Math.abs(value - found[i])), 0);
  return largest / (high - low);
}

describeShared('the shipped weights on a GPU', () => {
  let device: Device;
  let release: () => void;
  beforeAll(async () => {
    const node = await nodeGpu();
    device = await openDevice(node.gpu);
    release = () => {
      device[Symbol.dispose]();
      node.release();
    };
  });
  afterAll(() => release?.());

  for (const { file, difference } of readManifest()) {
    it(`${file} is as far from float32 as its card says`, async () => {
      const bytes = new Uint8Array(readFileSync(new URL(file, weightsFolder)));
      using session = await Session.create(bytes, { device });
      const results = await session.run({ input: golden(file, 'input') });
      expect(Object.keys(results).sort()).toEqual(Object.keys(difference).sort());
      for (const [name, stated] of Object.entries(difference)) {
        const { data } = golden(file, name);
        const found = share(results[name].data as Float32Array, data);
        // Our kernels add up in another order than the runtime that the figure was measured with.
        expect(found, name).toBeLessThan(stated + 1e-4);
      }
    });
  }
});
