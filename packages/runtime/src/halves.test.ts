import { type DeviceCaps, recordedDevices, sizeOf } from '@roentgen/kernels';
import { describe, expect, it } from 'vitest';
import type { Graph } from './graph/graph.ts';
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

describe('weights that gain nothing stay as they are, bit for bit', () => {
  /** What a plan uploads as single and as half, one line a weight: its values, and how they are held. */
  function uploads(graph: Graph, caps: DeviceCaps) {
    return (['f32', 'f16'] as const).map((dtype) =>
      makePlan(optimize(graph, allPasses(caps, dtype, ['winograd'])), caps)
        .uploads.filter(({ values }) => values.length > 64)
        .map(({ values, packing, held }) => ({ values: packing ? packing.pack(values) : values, held })),
    );
  }

  it.each([
    ['nvidia', without],
    ['swiftshader', swiftshader],
  ])('where they are little beside a large map (%s)', (_, caps) => {
    const s = new Sketch();
    const small = s.conv(s.input('x', [1, 32, 64, 64]), 32, 3);
    const large = s.conv(s.input('z', [1, 128, 4, 4]), 64, 3);
    const [single, half] = uploads(s.build(small, large), caps);
    expect(single.map(({ held }) => held)).toEqual(['f32', 'f32']);
    expect(half.map(({ held }) => held)).toEqual(['f32', 'f16']);
    expect(half[0]).toEqual(single[0]);
  });

  it('where the kernel reads them as they come: a classifier', () => {
    const s = new Sketch();
    const x = s.input('x', [1, 256, 4, 4]);
    // 256 x 13 weights beside 4096 elements: enough, if the kernel packed them.
    const means = s.reshape(s.mean(x), [1, 256]);
    const attributes = { transA: false, transB: true, alpha: 1, beta: 1, activation: [] };
    const y = s.builder.add('matmul', attributes, [means, s.weights([13, 256]), null], s.origin('Gemm'))[0];
    const graph = optimize(s.build(y), allPasses(without, 'f16'));
    expect(makePlan(graph, without).steps.map(({ kernel }) => kernel.name)).toEqual(['conv/whole']);
    const [single, half] = uploads(s.build(y), without);
    expect(half).toEqual(single);
  });
});
