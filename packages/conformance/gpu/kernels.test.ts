import { type Case, type Cost, families, type KernelFamily } from '@roentgen/kernels';
import type { Device } from '@roentgen/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare, drawInputs, runKernel } from '../src/index.ts';
import { openTestDevice } from './device.ts';

// Every case of every family on every kernel that takes it, against the float64 reference.
let device: Device;
let release: () => void;
beforeAll(async () => ({ device, release } = await openTestDevice()));
afterAll(() => release?.());

for (const family of Object.values(families) as KernelFamily<unknown>[]) {
  describe(`${family.name}/`, () => {
    for (const testCase of family.cases) {
      for (const kernel of family.kernels) {
        it(`${testCase.name} ${kernel.name}`, async ({ skip }) => {
          const refusal = kernel.rejects(testCase.problem, device.caps);
          if (refusal !== null) return skip(refusal);
          if (isLarge(kernel.cost(testCase.problem, device.caps), testCase)) return skip(large);
          const differences = await differencesOf(family, kernel.name, testCase);
          expect(differences).toEqual([]);
        });
      }
    }
  });
}

const large = 'large: `bench --suite kernels` checks it before it is timed, and its model has golden outputs';

/** Shapes of the models whose reference alone takes seconds; every path through a kernel has a small case. */
function isLarge({ flops }: Cost, { bench }: Case<unknown>): boolean {
  return bench === true && flops > 7e8;
}

async function differencesOf(
  family: KernelFamily<unknown>,
  name: string,
  testCase: Case<unknown>,
): Promise<string[]> {
  const { problem } = testCase;
  const kernel = family.kernels.find((each) => each.name === name)!;
  const inputs = drawInputs(testCase);
  const expected = family.reference(problem, inputs);
  const actual = await runKernel(device, kernel.instantiate(problem, device.caps), problem, inputs);
  const tolerance = family.tolerance(problem);
  return problem.outputs.flatMap(
    (tensor, i) => compare(actual[i], expected[i], tensor.shape, tolerance).report || [],
  );
}
