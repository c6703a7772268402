import { readFile } from 'node:fs/promises';
import { type Device, Session } from '@roentgen/runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goldenDifferences, goldenNetworks, goldenShare } from '../src/golden.ts';
import { openTestDevice } from './device.ts';
import { describeShared, sharedPath } from './shared.ts';

// The networks of the three papers against PyTorch's own results; vitest runs this file on lavapipe and on SwiftShader.
let device: Device;
let release: () => void;
beforeAll(async () => ({ device, release } = await openTestDevice()));
afterAll(() => release?.());

describeShared('golden tensors', 'models/golden', () => {
  for (const [name, outputs] of Object.entries(goldenNetworks)) {
    for (const dtype of ['f32', 'f16'] as const) {
      it(`${name} in ${dtype}`, async () => {
        using session = await Session.create(await readFile(sharedPath(`models/${name}.onnx`)), {
          device,
          dtype,
        });
        const array = (which: string) => readFile(sharedPath(`models/golden/${name}/${which}.npy`));
        expect(await goldenDifferences(session, outputs, goldenShare[dtype], array)).toEqual([]);
      });
    }
  }
});
