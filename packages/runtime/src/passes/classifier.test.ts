import { recordedDevices } from '@roentgen/kernels';
import { describe, expect, it } from 'vitest';
import type { ValueId } from '../graph/graph.ts';
import { Sketch } from '../graph/testing/sketch.ts';
import { allPasses } from './optimize.ts';
import { familiesOf, same } from './testing/same.ts';

const relu = [{ fn: 'relu', args: [] }];

interface Product {
  readonly transB?: boolean;
  readonly bias?: readonly number[];
  readonly alpha?: number;
}

/** Gemm of [N, C] and weights for `outputs` classes. */
function gemm(
  s: Sketch,
  a: ValueId,
  outputs: number,
  { transB = true, bias, alpha = 1 }: Product = {},
): ValueId {
  const [, inputs] = s.shape(a);
  const b = s.weights(transB ? [outputs, inputs] : [inputs, outputs]);
  const attributes = { transA: false, transB, alpha, beta: 1, activation: [] };
  const c = bias ? s.weights(bias) : null;
  return s.builder.add('matmul', attributes, [a, b, c], s.origin('Gemm'))[0];
}

function head(s: Sketch, x: ValueId, product?: Product): ValueId {
  const [items, channels] = s.shape(x);
  return gemm(s, s.reshape(s.mean(x), [items, channels]), 13, product);
}

describe('the mean of all of space and a product', () => {
  it.each([1, 3])('are one, with what normalises the map (batch %i)', (batch) => {
    const s = new Sketch();
    const x = s.apply('relu', s.norm(s.input('x', [batch, 40, 7, 7])));
    const graph = same(s, s.build(head(s, x, { bias: [13] })));
    expect(familiesOf(graph)).toBe('conv');
    expect(graph.nodes[0]).toMatchObject({ attributes: { window: [7, 7], pre: relu } });
    expect(graph.values.get(graph.outputs[0].value)!.type.shape).toEqual([batch, 13]);
  });

  it.each([
    ['weights with rows for inputs', { transB: false, bias: [1, 13] }],
    ['no bias', {}],
  ])('are one with %s, and take the function behind', (_, product) => {
    const s = new Sketch();
    const y = head(s, s.input('x', [2, 12, 5, 9]), product);
    const graph = same(s, s.build(s.apply('relu', y)));
    expect(familiesOf(graph)).toBe('conv');
    expect(graph.nodes[0]).toMatchObject({ attributes: { activation: relu } });
  });

  it('are one over a line and over a volume, and on software adapters', () => {
    const s = new Sketch();
    const graph = s.build(head(s, s.input('x', [1, 12, 30])), head(s, s.input('v', [1, 12, 3, 4, 5])));
    for (const caps of Object.values(recordedDevices))
      expect(familiesOf(same(s, graph, allPasses(caps)))).toBe('conv conv');
  });

  it.each([
    ['the pass is left out', (s: Sketch, x: ValueId) => [head(s, x)], ['fuse-classifier']],
    [
      'something else reads the mean',
      (s: Sketch, x: ValueId) => {
        const mean = s.reshape(s.mean(x), [1, 12]);
        return [gemm(s, mean, 13), s.apply('sigmoid', mean)];
      },
      [],
    ],
    [
      'its bias is one for each item, of as many items as classes',
      (s: Sketch) => [head(s, s.input('y', [13, 12, 6, 4]), { bias: [13, 1] })],
      [],
    ],
    ['the product is scaled', (s: Sketch, x: ValueId) => [head(s, x, { alpha: 0.5 })], []],
    [
      'the mean is of windows',
      (s: Sketch, x: ValueId) => [gemm(s, s.reshape(s.pool('average', x), [1, 72]), 13)],
      [],
    ],
    [
      'there are a thousand classes',
      (s: Sketch, x: ValueId) => [gemm(s, s.reshape(s.mean(x), [1, 12]), 1000)],
      [],
    ],
  ] as const)('stay two where %s', (_, make, without) => {
    const s = new Sketch();
    const graph = s.build(...make(s, s.input('x', [1, 12, 6, 4])));
    const passes = allPasses(recordedDevices.nvidia, 'f32', without);
    expect(familiesOf(same(s, graph, passes))).toContain('matmul');
  });
});
