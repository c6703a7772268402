import { recordedDevices, type Vocabulary } from '@roentgen/kernels';
import { describe, expect, it } from 'vitest';
import type { Graph, ValueId } from '../graph/graph.ts';
import { Sketch } from '../graph/testing/sketch.ts';
import { allPasses } from './optimize.ts';
import { familiesOf, same } from './testing/same.ts';

const { lavapipe } = recordedDevices;
const three = 'winograd conv winograd';

function rewritten(s: Sketch, graph: Graph, caps = lavapipe): Graph {
  return same(s, graph, allPasses(caps));
}

/** Repeats every element twice along both axes, as PyTorch exports it. */
function repeated(s: Sketch, x: ValueId, nearest: 'floor' | 'ceil' = 'floor'): ValueId {
  const [, , height, width] = s.shape(x);
  const roi = [0, 1] as const;
  const attributes: Vocabulary['resize'] = {
    mode: 'nearest',
    coordinates: 'asymmetric',
    nearest,
    cubicA: -0.75,
    excludeOutside: false,
    antialias: false,
    extrapolation: 0,
    axes: [
      { axis: 2, size: 2 * height, scale: 2, roi },
      { axis: 3, size: 2 * width, scale: 2, roi },
    ],
  };
  return s.builder.add('resize', attributes, [x], s.origin('Resize'))[0];
}

describe('Winograd', () => {
  it('takes a 3 x 3 convolution of many channels, with what stands behind it', () => {
    const s = new Sketch();
    const x = s.input('x', [1, 128, 15, 18]);
    const first = s.apply('relu', s.conv(x, 128, 3));
    const sum = s.apply('relu', s.map('add', s.apply('relu', s.conv(first, 128, 3)), first));
    const { nodes } = rewritten(s, s.build(sum));
    expect(familiesOf({ ...s.build(sum), nodes })).toBe(`${three} ${three}`);
    expect(nodes[5].attributes).toMatchObject({
      kind: 'output',
      activation: [{ fn: 'relu' }],
      after: [{ fn: 'relu' }],
    });
  });

  it('leaves all as it was where it saves less of a run than a start is worth', () => {
    const s = new Sketch();
    const x = s.input('x', [1, 128, 15, 18]);
    const graph = s.build(s.conv(s.conv(x, 128, 3), 128, 3));
    const under = (payback: number) => familiesOf(same(s, graph, allPasses(lavapipe, 'f32', [], payback)));
    expect(under(100)).toBe(`${three} ${three}`);
    expect(under(1e6)).toBe('conv conv');
  });

  it('leaves few channels, other kernels and weights that are not known', () => {
    const s = new Sketch();
    const few = s.conv(s.input('few', [1, 4, 16, 16]), 4, 3);
    const wide = s.conv(s.input('wide', [1, 64, 16, 16]), 64, 5);
    const line = s.conv(s.input('line', [1, 64, 64]), 64, 3);
    expect(familiesOf(rewritten(s, s.build(few, wide, line)))).toBe('conv conv conv');
    const fed = new Sketch();
    const attributes = {
      strides: [1, 1],
      dilations: [1, 1],
      pads: [1, 1, 1, 1],
      groups: 1,
      pre: [],
      activation: [],
      after: [],
    };
    const inputs = [fed.input('x', [1, 64, 16, 16]), fed.input('w', [64, 64, 3, 3])];
    const [y] = fed.builder.add('conv', attributes, inputs, fed.origin('Conv'));
    expect(familiesOf(rewritten(fed, fed.build(y)))).toBe('conv');
  });

  it('leaves half precision', () => {
    const s = new Sketch();
    const graph = s.build(s.conv(s.input('x', [1, 128, 16, 16]), 128, 3));
    expect(allPasses(lavapipe, 'f16').map(({ name }) => name)).not.toContain('winograd');
    expect(familiesOf(rewritten(s, graph))).toBe(three);
  });

  it('leaves what would not bind', () => {
    const s = new Sketch();
    const graph = s.build(s.conv(s.input('x', [1, 128, 16, 16]), 128, 3));
    // x and y are 131 KB, the weights as they come 590, and transformed 1049 at least.
    const caps = { ...lavapipe, limits: { ...lavapipe.limits, bindingBytes: 1_000_000 } };
    expect(familiesOf(rewritten(s, graph, caps))).toBe('conv');
  });

  it('reads an image before it is repeated, where no one else wants it after', () => {
    const s = new Sketch();
    const x = s.input('x', [2, 128, 7, 9]);
    const { nodes } = rewritten(s, s.build(s.apply('relu', s.conv(repeated(s, x), 64, 3))));
    expect(nodes.map(({ family }) => family).join(' ')).toBe(three);
    expect(nodes[0]).toMatchObject({ attributes: { algorithm: 'nearest2' }, inputs: [x, null, null] });
  });

  it('leaves a resize that others read, or that begins with another element', () => {
    const s = new Sketch();
    const large = repeated(s, s.input('x', [1, 128, 8, 8]));
    const { nodes } = rewritten(s, s.build(s.conv(large, 128, 3), large));
    expect(nodes.map(({ family }) => family).join(' ')).toBe(`resize ${three}`);
    const other = new Sketch();
    const later = repeated(other, other.input('x', [1, 64, 8, 8]), 'ceil');
    const [, second] = rewritten(other, other.build(other.conv(later, 64, 3))).nodes;
    expect(second.attributes).not.toMatchObject({ algorithm: 'nearest2' });
  });
});
