import type { Device } from '@roentgen/runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBackendTests, readTolerances, runBackendTest } from '../src/backend-tests.ts';
import { openTestDevice } from './device.ts';
import { describeShared, sharedPath } from './shared.ts';

// ONNX's own backend tests, and exports of PyTorch, on the GPU: what `npx roentgen conformance` runs. Every test passes, or is refused
// for one of these reasons; how many are refused is held, so that an operator that breaks cannot hide among them.
const lacking = /is float64|DeformConv|BitCast|MaxUnpool|Indices output|RoiAlign|TensorScatter|TopK/;
const suites = {
  node: 113,
  'pytorch-converted': 0,
  'pytorch-operator': 5,
  simple: 0,
  light: 0,
  exporters: 0,
  micro3d: 0,
};

let device: Device;
let release: () => void;
beforeAll(async () => ({ device, release } = await openTestDevice()));
afterAll(() => release?.());

describeShared('ONNX backend tests', 'onnx-node-tests/node', () => {
  it.each(Object.entries(suites))(
    '%s, %i of them refused',
    async (suite, refused) => {
      const tolerances = await readTolerances(sharedPath('onnx-node-tests'));
      const wrong: string[] = [];
      let skipped = 0;
      const tests = await findBackendTests(sharedPath(`onnx-node-tests/${suite}`));
      for (const { name, folder } of tests) {
        const tolerance = tolerances.get(`${suite}/${name}`) ?? tolerances.get(name);
        const { status, reason } = await runBackendTest(folder, device, tolerance);
        if (status === 'skipped') skipped++;
        if (status === 'failed' || (status === 'skipped' && !lacking.test(reason ?? '')))
          wrong.push(`${name}: ${reason}`);
      }
      expect(tests.length).toBeGreaterThan(0);
      expect(wrong).toEqual([]);
      expect(skipped).toBe(refused);
    },
    900_000,
  );
});
