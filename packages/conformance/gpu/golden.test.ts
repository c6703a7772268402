import { readFileSync } from 'node:fs';
import { readNpy } from '@roentgen/models';
import { type Device, Session } from '@roentgen/runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compare } from '../src/index.ts';
import { openTestDevice } from './device.ts';
import { describeShared, sharedPath } from './shared.ts';

// The networks of the three papers against PyTorch's own results: |difference| <= 1e-3 of the output's range in f32, 2e-2 in f16.
const networks = {
  'sr-hw-x2': ['output', 'intermediate'],
  'sr-hw-x4': ['output', 'intermediate'],
  'sr-d-x2': ['output', 'intermediate'],
  'sr-d-x4': ['output', 'intermediate'],
  densenet121: ['scores'],
  meshnet: ['logits'],
  'rau-net': ['logits'],
};

function array(path: string) {
  return readNpy(new Uint8Array(readFileSync(sharedPath(`models/golden/${path}.npy`))));
}

function rangeOf(values: ArrayLike<number>): number {
  let [low, high] = [values[0], values[0]];
  for (let i = 1; i < values.length; i++) [low, high] = [Math.min(low, values[i]), Math.max(high, values[i])];
  return high - low;
}

let device: Device;
let release: () => void;
beforeAll(async () => ({ device, release } = await openTestDevice()));
afterAll(() => release?.());

describeShared('golden tensors', 'models/golden', () => {
  for (const [name, outputs] of Object.entries(networks)) {
    for (const [dtype, share] of [['f32', 1e-3], ['f16', 2e-2]] as const) {
      it(`${name} in ${dtype}`, async ({ skip }) => {
        if (dtype === 'f16' && !device.caps.features.has('f16')) return skip('no shader-f16');
        const bytes = new Uint8Array(readFileSync(sharedPath(`models/${name}.onnx`)));
        using session = await Session.create(bytes, { device, dtype });
        const input = array(`${name}/input`);
        const results = await session.run({ input: { data: input.data as Float32Array, shape: input.shape } });
        for (const output of outputs) {
          const expected = array(`${name}/${output}`);
          const values = expected.data as Float32Array;
          expect(results[output].shape).toEqual(expected.shape);
          const tolerance = { relative: 0, absolute: share * rangeOf(values) };
          expect(compare(results[output].data, values, expected.shape, tolerance).report).toBe('');
        }
      });
    }
  }
});
