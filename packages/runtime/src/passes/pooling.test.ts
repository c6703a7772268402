import { recordedDevices } from '@roentgen/kernels';
import { describe, expect, it } from 'vitest';
import type { Graph, Node, ValueId } from '../graph/graph.ts';
import { Sketch } from '../graph/testing/sketch.ts';
import { allPasses } from './optimize.ts';
import { familiesOf, same } from './testing/same.ts';

// Before `fuse-pool` takes the pool into the convolution.
const pooling = (s: Sketch, graph: Graph) =>
  same(s, graph, allPasses(recordedDevices.nvidia, 'f32', ['fuse-pool']));
const relu = [{ fn: 'relu', args: [] }];
const space = (graph: Graph, node: Node) => graph.values.get(node.outputs[0])!.type.shape.slice(2);

describe('a mean behind a 1 x 1 convolution', () => {
  it.each([1, 3])('goes first, and takes what normalised the input into its loader (batch %i)', (batch) => {
    const s = new Sketch();
    const x = s.apply('relu', s.norm(s.input('x', [batch, 6, 6, 8])));
    const graph = pooling(s, s.build(s.pool('average', s.conv(x, 3))));
    expect(familiesOf(graph)).toBe('pool conv');
    expect(graph.nodes.map((node) => space(graph, node))).toEqual([
      [3, 4],
      [3, 4],
    ]);
    expect(graph.nodes[0]).toMatchObject({ attributes: { pre: relu } });
    expect(graph.nodes[0].inputs).toHaveLength(3);
  });

  it('then folds what normalised the pooled result', () => {
    const s = new Sketch();
    const pooled = s.pool('average', s.conv(s.input('x', [1, 4, 6, 6]), 3));
    const graph = pooling(s, s.build(s.apply('relu', s.norm(pooled))));
    expect(familiesOf(graph)).toBe('pool conv');
    expect(graph.nodes[1]).toMatchObject({ attributes: { activation: relu } });
  });

  it('goes first over odd sizes and three axes, too', () => {
    const s = new Sketch();
    const odd = s.pool('average', s.conv(s.input('x', [1, 4, 5, 7]), 3));
    const deep = s.pool('average', s.conv(s.input('v', [1, 2, 4, 5, 6]), 3));
    const graph = pooling(s, s.build(odd, deep));
    expect(familiesOf(graph)).toBe('pool conv pool conv');
  });

  it.each([
    ['a function lies between', (s: Sketch) => s.pool('average', s.apply('relu', s.conv(input(s), 3)))],
    ['it is a maximum', (s: Sketch) => s.pool('max', s.conv(input(s), 3))],
    ['the convolution is wider', (s: Sketch) => s.pool('average', s.conv(input(s), 3, 3))],
    [
      'padding takes part in the mean, and a bias does not',
      (s: Sketch) => s.pool('average', s.conv(input(s), 3), { pads: [1, 1, 1, 1], countIncludePad: true }),
    ],
    [
      'no positions go away',
      (s: Sketch) => s.pool('average', s.conv(input(s), 3), { strides: [1, 1], kernel: [1, 1] }),
    ],
  ])('stays where %s', (_, make) => {
    const s = new Sketch();
    expect(familiesOf(pooling(s, s.build(make(s))))).toBe('conv pool');
  });

  it('stays where something else reads the convolution', () => {
    const s = new Sketch();
    const conv = s.conv(input(s), 3);
    expect(familiesOf(pooling(s, s.build(s.pool('average', conv), conv)))).toBe('conv pool');
  });

  function input(s: Sketch) {
    return s.input('x', [1, 4, 6, 6]);
  }
});

describe('batch normalisation before a pool', () => {
  it.each(['max', 'average', 'lp'] as const)('moves into the loader of %s, padded or not', (kind) => {
    const s = new Sketch();
    const x = s.apply('relu', s.norm(s.input('x', [2, 3, 6, 6])));
    const padded = { kernel: [3, 3], pads: [1, 1, 1, 1] };
    const graph = same(s, s.build(s.pool(kind, x), s.pool(kind, x, padded)));
    expect(familiesOf(graph)).toBe('pool pool');
  });

  it('moves into the loader of a mean over a small plane, which becomes a pool', () => {
    const s = new Sketch();
    const x = s.apply('relu', s.norm(s.input('x', [2, 5, 7, 7])));
    const graph = same(s, s.build(s.mean(x)));
    expect(familiesOf(graph)).toBe('pool');
    expect(graph.nodes[0]).toMatchObject({ attributes: { kernel: [7, 7], outputShape: [1, 1] } });
  });

  it('stays before the mean of a large plane, a sum, and a mean over channels', () => {
    const s = new Sketch();
    const norm = (name: string, shape: number[]) => s.norm(s.input(name, shape));
    const reduced = (kind: 'mean' | 'sum', axes: number[], name: string) =>
      s.builder.add(
        'reduce',
        { kind, axes, keepDims: true, selectLast: false },
        [norm(name, [1, 3, 4, 4])],
        s.origin('Reduce'),
      )[0];
    const large = s.mean(norm('large', [1, 2, 16, 17]));
    const graph = same(s, s.build(large, reduced('sum', [2, 3], 'a'), reduced('mean', [1, 2, 3], 'b')));
    expect(familiesOf(graph)).toBe('map reduce map reduce map reduce');
  });
});

describe('a mean before a 1 x 1 convolution', () => {
  const { nvidia, lavapipe } = recordedDevices;

  function transition(s: Sketch, batch: number): Graph {
    const x = s.apply('relu', s.norm(s.input('x', [batch, 512, 14, 16])));
    return s.build(s.apply('relu', s.pool('average', s.conv(x, 256))));
  }

  it.each([1, 2])('is taken as it loads, with what normalises the input (batch %i)', (batch) => {
    const s = new Sketch();
    const graph = same(s, transition(s, batch), allPasses(nvidia));
    expect(familiesOf(graph)).toBe('conv');
    expect(graph.nodes[0]).toMatchObject({ attributes: { window: [2, 2], strides: [2, 2], pre: relu } });
    expect(graph.nodes[0].inputs.slice(4)).not.toContain(null);
  });

  it('is taken over odd sizes, whose last row has no window, and over three axes', () => {
    const s = new Sketch();
    const odd = s.conv(s.pool('average', s.input('x', [1, 512, 15, 17])), 256);
    const flat = { kernel: [1, 2, 2], strides: [1, 2, 2] };
    const deep = s.conv(s.pool('average', s.input('v', [1, 512, 2, 11, 14]), flat), 256);
    expect(familiesOf(same(s, s.build(odd, deep), allPasses(nvidia)))).toBe('conv conv');
  });

  it('stays on a software adapter, and where the pass is left out', () => {
    const s = new Sketch();
    const graph = transition(s, 1);
    for (const passes of [allPasses(lavapipe), allPasses(nvidia, 'f32', ['fuse-pool'])])
      expect(familiesOf(same(s, graph, passes))).toBe('pool conv');
  });

  it.each([
    ['it is a maximum', (s: Sketch, x: ValueId) => s.conv(s.pool('max', x), 32)],
    ['the convolution is wider', (s: Sketch, x: ValueId) => s.conv(s.pool('average', x), 32, 3)],
    [
      'windows reach into padding',
      (s: Sketch, x: ValueId) => s.conv(s.pool('average', x, { kernel: [3, 3], pads: [1, 1, 1, 1] }), 32),
    ],
    [
      'the last window is cut short',
      (s: Sketch, x: ValueId) => s.conv(s.pool('average', x, { kernel: [3, 3], outputShape: [4, 4] }), 32),
    ],
  ])('stays where %s', (_, make) => {
    const s = new Sketch();
    expect(familiesOf(same(s, s.build(make(s, s.input('x', [1, 32, 8, 8]))), allPasses(nvidia)))).toBe(
      'pool conv',
    );
  });
});
