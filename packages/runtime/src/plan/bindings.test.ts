import { type DeviceCaps, recordedDevices } from '@roentgen/kernels';
import { describe, expect, it } from 'vitest';
import type { Graph } from '../graph/graph.ts';
import { Sketch } from '../graph/testing/sketch.ts';
import { allPasses, optimize } from '../passes/optimize.ts';
import { makePlan } from './plan.ts';

const { lavapipe } = recordedDevices;

function binding(bytes: number): DeviceCaps {
  return { ...lavapipe, limits: { ...lavapipe.limits, bindingBytes: bytes } };
}

describe('plans', () => {
  const wide = () => {
    const s = new Sketch();
    return s.build(s.conv(s.conv(s.input('x', [1, 8, 16, 16]), 12, 3), 4));
  };

  it('bind parts of buffers that are larger than can be bound', () => {
    const caps = binding(4096);
    const { steps, buffers } = makePlan(optimize(wide(), allPasses(caps)), caps);
    expect(Math.max(...buffers)).toBe(12 * 1024);
    const slots = steps.flatMap(({ operands }) => operands.filter((slot) => slot !== null));
    for (const { size, offset } of slots) {
      expect(size).toBeLessThanOrEqual(4096);
      expect(offset % 256).toBe(0);
    }
    // Channels 0..4, 4..8 and 8..12 of the first result, each from two halves of the input, then one sum over three parts.
    expect(steps).toHaveLength(9);
  });

  it('say which tensor is too large for a binding that cannot be cut, or for any buffer', () => {
    const s = new Sketch();
    const [sorted] = s.builder.add(
      'softmax',
      { kind: 'softmax', axis: 0 },
      [s.input('x', [1000])],
      s.origin('Softmax'),
    );
    const caps = binding(1024);
    const plan = (graph: Graph, of: DeviceCaps) => () => makePlan(optimize(graph, allPasses(of)), of);
    expect(plan(s.build(sorted), caps)).toThrow("'x' [1000] takes 0 MiB; this adapter binds");
    const small = { ...lavapipe, limits: { ...lavapipe.limits, bindingBytes: 4096, bufferBytes: 8192 } };
    expect(plan(wide(), small)).toThrow('a buffer of this adapter holds');
    expect(plan(wide(), small)).toThrow(expect.objectContaining({ code: 'memory' }));
  });
});
