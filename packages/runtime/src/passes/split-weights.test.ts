import { recordedDevices } from '@roentgen/kernels';
import { describe, expect, it } from 'vitest';
import { runOnHost } from '../graph/interpret.ts';
import { Sketch } from '../graph/testing/sketch.ts';
import { verify } from '../graph/verify.ts';
import { splitWeights } from './split-weights.ts';

const { lavapipe } = recordedDevices;

/** A device that binds so little that weights of `bytes` and more have to be split. */
function binding(bytes: number) {
  return { ...lavapipe, limits: { ...lavapipe.limits, bindingBytes: bytes } };
}

function dense(s: Sketch, transB: boolean, bias: readonly number[] | null) {
  const x = s.input('x', [3, 5]);
  const attributes = { transA: false, transB, alpha: 1, beta: 1, activation: [{ fn: 'relu', args: [] }] };
  const inputs = [x, s.weights(transB ? [7, 5] : [5, 7]), bias && s.weights(bias)];
  return s.build(s.builder.add('matmul', attributes, inputs, s.origin('Gemm'))[0]);
}

describe('weights above the binding limit', () => {
  it.each([
    [true, [7]],
    [false, [3, 7]],
    [false, [3, 1]],
    [true, null],
  ] as const)('are split by columns (transposed: %s, bias: %s)', (transB, bias) => {
    const s = new Sketch();
    const graph = dense(s, transB, bias);
    const split = splitWeights(binding(60)).run(graph); // 140 bytes of weights: three parts, of 3, 3 and 1 columns
    verify(split, 'split-weights');
    expect(split.nodes.map(({ family }) => family)).toEqual(['matmul', 'matmul', 'matmul']);
    for (const { inputs } of split.nodes)
      expect(split.constants.get(inputs[1]!)!.length * 4).toBeLessThanOrEqual(60);
    const feeds = s.feeds(graph);
    expect(runOnHost(split, feeds)).toEqual(runOnHost(graph, feeds));
  });

  it('that fit are left alone', () => {
    const graph = dense(new Sketch(), true, [7]);
    expect(splitWeights(binding(140)).run(graph).nodes).toEqual(graph.nodes);
  });
});
