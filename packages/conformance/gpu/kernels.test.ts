import {
  type Case,
  type Cost,
  type DeviceCaps,
  families,
  type KernelDefinition,
  type KernelFamily,
} from '@roentgen/kernels';
import type { Device } from '@roentgen/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare, drawInputs, runKernel } from '../src/index.ts';
import { openTestDevice } from './device.ts';

// Every case of every family on every kernel that takes it, against the float64 reference. What is made for hardware and refuses a
// software adapter runs on it as well, as if it were hardware: slow, but as right or wrong as there.
let device: Device;
let release: () => void;
beforeAll(async () => ({ device, release } = await openTestDevice()));
afterAll(() => release?.());

for (const family of Object.values(families) as KernelFamily<unknown>[]) {
  describe(`${family.name}/`, () => {
    for (const testCase of family.cases) {
      const expected = once(() => family.reference(testCase.problem, drawInputs(testCase)));
      for (const kernel of family.kernels) {
        it(`${testCase.name} ${kernel.name}`, async ({ skip }) => {
          const seen = [device.caps, { ...device.caps, software: false }];
          const caps = seen.find((each) => kernel.rejects(testCase.problem, each) === null);
          if (!caps) return skip(kernel.rejects(testCase.problem, device.caps)!);
          if (isLarge(kernel.cost(testCase.problem, caps), testCase)) return skip(large);
          if (caps !== device.caps && testCase.bench) return skip(timed);
          const differences = await differencesOf(family, kernel, testCase, caps, expected());
          expect(differences).toEqual([]);
        });
      }
    }
  });
}

const large = 'large: `bench --suite kernels` checks it before it is timed, and its model has golden outputs';

const timed = 'a shape to be timed on hardware: here it would take minutes to compile them all';

/** Shapes of the models whose reference alone takes seconds; every path through a kernel has a small case. */
function isLarge({ flops }: Cost, { bench }: Case<unknown>): boolean {
  return bench === true && flops > 7e8;
}

/** The reference of a case, worked out for its first kernel. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

async function differencesOf(
  family: KernelFamily<unknown>,
  kernel: KernelDefinition<unknown>,
  testCase: Case<unknown>,
  caps: DeviceCaps,
  expected: readonly Float64Array[],
): Promise<string[]> {
  const { problem } = testCase;
  const inputs = drawInputs(testCase);
  const actual = await runKernel(device, kernel.instantiate(problem, caps), problem, inputs);
  const tolerance = family.tolerance(problem);
  return problem.outputs.flatMap(
    (tensor, i) => compare(actual[i], expected[i], tensor.shape, tolerance).report || [],
  );
}
