import { describe, expect, it } from 'vitest';
import { bytesOf, storageOf } from '../core/dtype.ts';
import type { DeviceCaps } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { recordedDevices } from '../recorded.ts';
import { convFamily } from './conv.ts';
import { operand } from './geometry.ts';
import { halvesCases } from './halves-cases.ts';

const { nvidia, swiftshader } = recordedDevices;
const without = (caps: DeviceCaps): DeviceCaps => ({
  ...caps,
  features: new Set([...caps.features].filter((name) => name !== 'f16')),
});

describe('the traffic that kernels count, of weights in half precision', () => {
  const devices = { nvidia, 'nvidia without f16': without(nvidia), swiftshader };
  const places = Object.entries(devices).flatMap(([device, caps]) =>
    halvesCases.map(({ name, problem }) => ({ device, caps, name, problem })),
  );

  it.each(places)('is what they bind: $name on $device', ({ caps, problem }) => {
    const { inputs, outputs } = problem;
    const others = [...inputs.with(operand.w, null), ...outputs];
    // Of these cases all operands but the weights are float32.
    const beside = others.reduce((sum, x) => sum + (x ? 4 * sizeOf(x.shape) : 0), 0);
    const weights = inputs[operand.w]!;
    for (const kernel of convFamily.kernels) {
      if (kernel.rejects(problem, caps) !== null) continue;
      const packing = kernel.instantiate(problem, caps).packings?.find((each) => each.operand === operand.w);
      const held = packing?.held ?? storageOf(weights.dtype, caps.features.has('f16'));
      const counted = kernel.cost(problem, caps).bytes - beside;
      expect(counted / sizeOf(weights.shape), kernel.name).toBe(bytesOf(held));
    }
  });
});
