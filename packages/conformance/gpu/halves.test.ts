import { readFile } from 'node:fs/promises';
import { type Case, families, type KernelDefinition, type KernelFamily } from '@roentgen/kernels';
import { compare, type Device, drawInputs, runKernel, Session } from '@roentgen/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goldenDifferences, goldenNetworks, goldenShare } from '../src/golden.ts';
import { openTestDevice } from './device.ts';
import { describeShared, sharedPath } from './shared.ts';

// Weights that are held as pairs of halves where there is no shader-f16: withheld on lavapipe, never there on SwiftShader. References are
// computed from the very halves, so that nothing but the usual sums may differ.
let device: Device;
let release: () => void;
beforeAll(async () => ({ device, release } = await openTestDevice(['shader-f16'])));
afterAll(() => release?.());

type Known = KernelFamily<unknown>;

/** Cases whose second operand, the weights, is in half precision. */
function halved({ cases }: Known): readonly Case<unknown>[] {
  return cases.filter(({ problem: { inputs } }) => inputs[1]?.dtype === 'float16');
}

const isLavapipe = () => device.caps.vendor === 'mesa';

async function differencesOf(family: Known, kernel: KernelDefinition<unknown>, testCase: Case<unknown>) {
  const { problem } = testCase;
  // What is for hardware takes lavapipe long to compile; kernels.test.ts runs the same shaders there.
  const seen = [device.caps, ...(isLavapipe() ? [] : [{ ...device.caps, software: false }])];
  const caps = seen.find((each) => kernel.rejects(problem, each) === null);
  if (!caps) return null;
  const inputs = drawInputs(testCase);
  const instance = kernel.instantiate(problem, caps);
  const actual = await runKernel(device, instance, problem, inputs);
  const expected = family.reference(problem, inputs);
  const outputs = problem.outputs.map((y) => ({ ...y, dtype: 'float32' as const }));
  const tolerance = family.tolerance({ ...problem, outputs });
  const reports = outputs.flatMap(
    ({ shape }, i) => compare(actual[i], expected[i], shape, tolerance).report || [],
  );
  return { reports, unpacks: instance.source.text.includes('unpack2x16float') };
}

/** Kernels that read weights as they come, for which nothing is packed. */
const unpacked = ['conv/direct', 'conv/whole'];

describe('weights in pairs of halves', () => {
  it('are what the device has no type for', () => expect(device.caps.features.has('f16')).toBe(false));

  const family = families.conv as Known;
  for (const testCase of halved(family))
    for (const kernel of family.kernels)
      it(`${testCase.name} ${kernel.name}`, async ({ skip }) => {
        const found = await differencesOf(family, kernel, testCase);
        if (!found) return skip('not for this kernel');
        expect(found.reports).toEqual([]);
        const paired = /^halves-(?!dynamic|large-map)/.test(testCase.name) && !unpacked.includes(kernel.name);
        if (testCase.name.startsWith('halves-')) expect(found.unpacks).toBe(paired);
      });
});

describeShared('golden tensors, weights in pairs of halves', 'models/golden', () => {
  for (const [name, outputs] of Object.entries(goldenNetworks))
    it(name, async ({ skip }) => {
      if (!isLavapipe()) return skip('golden.test.ts does it where shader-f16 is missing');
      const model = await readFile(sharedPath(`models/${name}.onnx`));
      using session = await Session.create(model, { device, dtype: 'f16' });
      const array = (which: string) => readFile(sharedPath(`models/golden/${name}/${which}.npy`));
      expect(await goldenDifferences(session, outputs, goldenShare.f16, array)).toEqual([]);
    });
});
