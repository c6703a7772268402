import { families, type MatrixUnit, recordedDevices, withoutMatrixUnits } from '@roentgen/kernels';
import type { Device } from '@roentgen/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare, drawInputs, runKernel } from '../src/index.ts';
import { openTestDevice } from './device.ts';

// Kernels for matrix units, on adapters that have none. What they compute is shown with plain WGSL in place of the matrix operations: where each
// element comes from and goes to. That the operations themselves are written as Dawn wants them is shown by its compiler, through the adapter
// that computes nothing. How they round and how fast they are only a GPU can show.
const kernels = families.conv.kernels.filter(({ name }) => name.startsWith('conv/matrix'));
const cases = families.conv.cases.filter(({ bench }) => !bench);
// As NVIDIA has them, and one of three different extents.
const units: readonly MatrixUnit[] = [
  { M: 16, N: 16, K: 16 },
  { M: 16, N: 8, K: 16 },
  { M: 8, N: 16, K: 4 },
];

/** What the other units are tried on: each shader takes a software adapter seconds to compile. */
function isSmall(name: string, kernel: string): boolean {
  return name === 'tiles-f16-flat-groups' && kernel.endsWith('32x32');
}

describe('with plain WGSL for matrix operations', () => {
  let device: Device;
  let release: () => void;
  beforeAll(async () => ({ device, release } = await openTestDevice()));
  afterAll(() => release?.());

  for (const unit of units) {
    for (const { name, problem, ...rest } of cases) {
      for (const kernel of kernels) {
        const hopper = { ...recordedDevices.nvidia, matrices: [unit] };
        if (kernel.rejects(problem, hopper) !== null || (unit !== units[0] && !isSmall(name, kernel.name)))
          continue;
        it(`${name} ${kernel.name} of ${unit.M} x ${unit.N} x ${unit.K}`, async ({ skip }) => {
          if (!device.caps.features.has('f16')) return skip('no shader-f16');
          const inputs = drawInputs({ name, problem, ...rest });
          const instance = kernel.instantiate(problem, hopper);
          const plain = { ...instance, source: withoutMatrixUnits(instance.source) };
          const [actual] = await runKernel(device, plain, problem, inputs);
          const [expected] = families.conv.reference(problem, inputs);
          const { report } = compare(
            actual,
            expected,
            problem.outputs[0].shape,
            families.conv.tolerance(problem),
          );
          expect(report || []).toEqual([]);
        });
      }
    }
  }
});

it('compiles', async ({ skip }) => {
  const { create } = await import('webgpu');
  const gpu = create(['enable-dawn-features=allow_unsafe_apis', 'backend=null']);
  const adapter = await gpu.requestAdapter();
  const requiredFeatures = [
    'shader-f16',
    'subgroups',
    'chromium-experimental-subgroup-matrix',
  ] as GPUFeatureName[];
  if (!adapter || requiredFeatures.some((name) => !adapter.features.has(name)))
    return skip('this Dawn has no adapter that knows subgroup matrices');
  const device = await adapter.requestDevice({ requiredFeatures });
  for (const unit of units) {
    for (const { problem } of cases) {
      for (const kernel of kernels) {
        const hopper = { ...recordedDevices.nvidia, matrices: [unit] };
        if (kernel.rejects(problem, hopper) !== null) continue;
        const { text } = kernel.instantiate(problem, hopper).source;
        device.pushErrorScope('validation');
        const module = device.createShaderModule({ code: text });
        const { messages } = await module.getCompilationInfo();
        expect(messages.map(({ message }) => message)).toEqual([]);
        expect(await device.popErrorScope()).toBeNull();
      }
    }
  }
  device.destroy();
});
