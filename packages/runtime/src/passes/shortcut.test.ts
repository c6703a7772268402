import { recordedDevices } from '@roentgen/kernels';
import { describe, expect, it } from 'vitest';
import type { Graph, ValueId } from '../graph/graph.ts';
import { Sketch } from '../graph/testing/sketch.ts';
import { allPasses } from './optimize.ts';
import { familiesOf, same } from './testing/same.ts';

const { nvidia, lavapipe } = recordedDevices;
const relu = [{ fn: 'relu', args: [] }];

/** A residual block as in RAU-Net: two 3 x 3 convolutions, and a 1 x 1 convolution around both. */
function block(s: Sketch, x: ValueId, channels: number): ValueId {
  const around = s.conv(x, channels);
  const first = s.apply('relu', s.conv(x, channels, 3));
  return s.map('add', s.apply('relu', s.conv(first, channels, 3)), around);
}

const passes = (caps = nvidia, without: readonly ('fuse-shortcut' | 'fuse-maxima')[] = []) =>
  allPasses(caps, 'f32', ['winograd', ...without]);

describe('the shortcut of a residual block', () => {
  it.each([1, 2])('is computed beside its first convolution (batch %i)', (batch) => {
    const s = new Sketch();
    const graph = same(s, s.build(block(s, s.input('x', [batch, 32, 16, 16]), 64)), passes());
    expect(familiesOf(graph)).toBe('conv conv');
    const [both, last] = graph.nodes;
    expect(both).toMatchObject({ attributes: { shortcut: 64, activation: relu } });
    expect(last).toMatchObject({ attributes: { activation: relu } });
    const at = [last.inputs[0], last.inputs[3]].map((id) => graph.values.get(id!)!.place);
    expect(at.map((place) => place?.root)).toEqual([both.outputs[0], both.outputs[0]]);
    expect(at.map((place) => place?.offset)).toEqual([0, 64 * 16 * 16]);
  });

  it('is so without biases, or with one', () => {
    const s = new Sketch();
    const x = s.input('x', [1, 32, 8, 8]);
    const outputs = [
      [false, false],
      [true, false],
      [false, true],
    ].flatMap(([wide, narrow]) => {
      const y = s.apply('relu', x);
      return [s.apply('sigmoid', s.conv(y, 32, 3, wide)), s.conv(y, 64, 1, narrow)].map((value) =>
        s.conv(value, 4, 3),
      );
    });
    const graph = same(s, s.build(...outputs), passes());
    expect(graph.nodes.filter(({ attributes }) => 'shortcut' in attributes)).toHaveLength(3);
  });

  it('stays on a software adapter, and where the pass is left out', () => {
    const s = new Sketch();
    const graph = s.build(block(s, s.input('x', [1, 32, 16, 16]), 64));
    for (const each of [passes(lavapipe), passes(nvidia, ['fuse-shortcut'])])
      expect(familiesOf(same(s, graph, each))).toBe('conv conv conv');
  });

  it.each([
    ['it has an activation', (s: Sketch, x: ValueId) => s.apply('relu', s.conv(x, 64))],
    ['it reads something else', (s: Sketch, x: ValueId) => s.conv(s.apply('sigmoid', x), 64)],
    ['it is wider itself', (s: Sketch, x: ValueId) => s.conv(x, 64, 3)],
  ])('stays where %s', (_, make) => {
    const s = new Sketch();
    const x = s.apply('tanh', s.input('x', [1, 32, 16, 16]));
    const first = s.apply('relu', s.conv(x, 64, 3));
    const sum = s.map('add', s.conv(first, 64, 3), make(s, x));
    const graph: Graph = same(s, s.build(sum), passes());
    expect(graph.nodes.some(({ attributes }) => 'shortcut' in attributes)).toBe(false);
  });

  it('stays where its result is an output of the model', () => {
    const s = new Sketch();
    const x = s.input('x', [1, 32, 16, 16]);
    const graph = same(s, s.build(s.conv(x, 64), s.apply('relu', s.conv(x, 64, 3))), passes());
    expect(familiesOf(graph)).toBe('conv conv');
  });
});

describe('maxima of 2 x 2', () => {
  const down = (s: Sketch, x: ValueId) => {
    const y = s.apply('relu', s.conv(x, 32, 3));
    return s.build(s.conv(s.pool('max', y), 32, 3), s.conv(y, 32, 3));
  };

  it.each([1, 2])(
    'are stored by the convolution before them, which is wanted whole, too (batch %i)',
    (batch) => {
      const s = new Sketch();
      const graph = same(s, down(s, s.input('x', [batch, 32, 32, 32])), passes());
      expect(familiesOf(graph)).toBe('conv conv conv');
      expect(graph.nodes[0]).toMatchObject({ attributes: { pooled: 'beside' } });
      expect(graph.nodes[0].outputs).toHaveLength(2);
    },
  );

  it('are all that is stored of what nobody else reads', () => {
    const s = new Sketch();
    const y = s.apply('relu', s.conv(s.input('x', [2, 32, 32, 32]), 32, 3));
    const graph = s.build(s.conv(s.pool('max', s.conv(s.pool('max', y), 16, 3)), 8));
    const fused = same(s, graph, passes());
    expect(familiesOf(fused)).toBe('conv conv conv');
    for (const node of fused.nodes.slice(0, 2)) {
      expect(node).toMatchObject({ attributes: { pooled: 'instead' } });
      expect(node.outputs).toHaveLength(1);
    }
    const shapes = fused.nodes.flatMap(({ outputs }) =>
      outputs.map((id) => fused.values.get(id)!.type.shape),
    );
    expect(shapes).toEqual([
      [2, 32, 16, 16],
      [2, 16, 8, 8],
      [2, 8, 8, 8],
    ]);
  });

  it.each([
    ['is an output of the model', (y: ValueId) => y],
    ['is read by another', (y: ValueId, s: Sketch) => s.apply('sigmoid', y)],
    ['is pooled twice', (y: ValueId, s: Sketch) => s.pool('average', y)],
  ])('are stored beside what %s', (_, other) => {
    const s = new Sketch();
    const y = s.conv(s.input('x', [1, 32, 32, 32]), 32, 3);
    const graph = same(s, s.build(s.conv(s.pool('max', y), 8), other(y, s)), passes());
    expect(graph.nodes[0]).toMatchObject({ attributes: { pooled: 'beside' } });
  });

  it('are so at the end of a residual block', () => {
    const s = new Sketch();
    const sum = block(s, s.input('x', [1, 32, 16, 16]), 64);
    const graph = same(s, s.build(s.conv(s.pool('max', sum), 4, 3), s.conv(sum, 4, 3)), passes());
    expect(familiesOf(graph)).toBe('conv conv conv conv');
  });

  it('are taken by themselves on a software adapter, and where the pass is left out', () => {
    const s = new Sketch();
    const graph = down(s, s.input('x', [1, 32, 32, 32]));
    for (const each of [passes(lavapipe), passes(nvidia, ['fuse-maxima'])])
      expect(familiesOf(same(s, graph, each))).toBe('conv pool conv conv');
  });

  it.each([
    ['it is a mean', [1, 32, 32, 32], 'average', {}],
    ['windows overlap', [1, 32, 32, 32], 'max', { kernel: [3, 3], pads: [1, 1, 1, 1] }],
    ['sides are odd', [1, 32, 31, 32], 'max', {}],
    ['there are three axes', [1, 32, 8, 8, 8], 'max', {}],
  ] as const)('stay where %s', (_, shape, kind, more) => {
    const s = new Sketch();
    const y = s.conv(s.input('x', shape), 32, 3);
    const graph = same(s, s.build(s.conv(s.pool(kind, y, more), 8, 3), s.conv(y, 8, 3)), passes());
    expect(familiesOf(graph)).toContain('pool');
  });
});
