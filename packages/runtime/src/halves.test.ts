import { recordedDevices, sizeOf } from '@roentgen/kernels';
import { expect, it } from 'vitest';
import { Sketch } from './graph/testing/sketch.ts';
import { allPasses, optimize } from './passes/optimize.ts';
import { makePlan } from './plan/plan.ts';

const { nvidia, swiftshader } = recordedDevices;
/** Chrome on NVIDIA under Linux. */
const without = { ...nvidia, features: new Set([...nvidia.features].filter((name) => name !== 'f16')) };

it.each([
  ['swiftshader', swiftshader],
  ['nvidia without shader-f16', without],
])('on %s a plan uploads half of them, and computes in f32', (_, caps) => {
  const s = new Sketch();
  const graph = s.build(s.conv(s.conv(s.input('x', [1, 64, 8, 8]), 64, 3), 32));
  const [single, half] = (['f32', 'f16'] as const).map((dtype) =>
    makePlan(optimize(graph, allPasses(caps, dtype, ['winograd'])), caps),
  );
  const bytes = ({ uploads }: typeof single) =>
    uploads.filter(({ packing }) => packing).map(({ slot }) => slot.size);
  // 64 x 64 x 9 and 32 x 64 weights.
  expect(bytes(half)).toEqual([64 * 64 * 9 * 2, 32 * 64 * 2]);
  expect(bytes(single)).toEqual(bytes(half).map((size) => 2 * size));
  expect(half.uploads.filter(({ held }) => held === 'f16')).toHaveLength(2);
  for (const { kernel } of half.steps) {
    expect(kernel.source.text).toContain('unpack2x16float');
    expect(kernel.source.text).not.toContain('f16>');
  }
  expect(sizeOf(half.outputs[0].type.shape) * 4).toBe(half.outputs[0].slot.size);
});
