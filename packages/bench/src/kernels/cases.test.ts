import { families, type KernelFamily, recordedDevices } from '@roentgen/kernels';
import { expect, test } from 'vitest';
import { benchCases, type Choice } from './cases.ts';

const { lavapipe } = recordedDevices;
const all = Object.values(families) as KernelFamily<unknown>[];
const kernelsOf = (choice: Omit<Choice, 'dtype'>) =>
  Object.fromEntries(
    benchCases(all, lavapipe, { dtype: 'f32', ...choice }).map(({ name, kernels }) => [
      name,
      kernels.map((kernel) => kernel.name),
    ]),
  );

test('what is expected to be far behind the chosen kernel is left out, unless it is named', () => {
  // A workgroup with its barriers for each of 65,536 lines of three: 20 us each on lavapipe, 1.3 s for 2 ms.
  const filter = 'softmax/labels';
  expect(kernelsOf({ filter })).toEqual({ 'softmax/labels-256': ['softmax/strided', 'softmax/workgroup'] });
  expect(kernelsOf({ filter, within: 4 })).toEqual({ 'softmax/labels-256': ['softmax/strided'] });
  const named = kernelsOf({ filter: 'softmax/workgroup', within: 4 });
  expect(named['softmax/labels-256']).toEqual(['softmax/workgroup']);
});

test('every case keeps the kernel that is chosen', () => {
  const cases = benchCases(all, lavapipe, { dtype: 'f32', within: 1 });
  expect(cases.length).toBeGreaterThan(50);
  for (const { chosen, kernels } of cases) expect(kernels.map(({ name }) => name)).toContain(chosen);
});
