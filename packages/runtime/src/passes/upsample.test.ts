import { recordedDevices, type Vocabulary } from '@roentgen/kernels';
import { describe, expect, it } from 'vitest';
import type { Graph, ValueId } from '../graph/graph.ts';
import { Sketch } from '../graph/testing/sketch.ts';
import { allPasses, type PassName } from './optimize.ts';
import { familiesOf, same } from './testing/same.ts';

const { nvidia, lavapipe } = recordedDevices;

function passed(s: Sketch, graph: Graph, caps = nvidia, ...without: readonly PassName[]): Graph {
  return same(s, graph, allPasses(caps, 'f32', without));
}

/** An image whose every element is repeated twice along both axes. */
function repeated(s: Sketch, x: ValueId, more: Partial<Vocabulary['resize']> = {}): ValueId {
  const [, , height, width] = s.shape(x);
  const attributes: Vocabulary['resize'] = {
    mode: 'nearest',
    coordinates: 'asymmetric',
    nearest: 'floor',
    cubicA: -0.75,
    excludeOutside: false,
    antialias: false,
    extrapolation: 0,
    axes: [
      { axis: 2, size: 2 * height, scale: 2, roi: [0, 1] },
      { axis: 3, size: 2 * width, scale: 2, roi: [0, 1] },
    ],
    ...more,
  };
  return s.builder.add('resize', attributes, [x], s.origin('Resize'))[0];
}

function subpixel(s: Sketch, x: ValueId, order: 'CRD' | 'DCR', block: readonly number[] = [2, 2]): ValueId {
  return s.builder.add('subpixel', { block, order }, [x], s.origin('DepthToSpace'))[0];
}

describe('an image repeated and convolved', () => {
  it.each([1, 2])('is one convolution with a kernel for each parity (batch %i)', (batch) => {
    const s = new Sketch();
    const up = s.conv(repeated(s, s.input('x', [batch, 3, 5, 6])), 4, 3);
    const graph = passed(s, s.build(s.apply('relu', up)));
    expect(familiesOf(graph)).toBe('conv');
    expect(graph.nodes[0]).toMatchObject({
      attributes: {
        pads: [1, 1, 1, 1],
        activation: [{ fn: 'relu' }],
        shuffle: { block: [2, 2], crop: [1, 1] },
      },
    });
    expect(graph.values.get(graph.nodes[0].inputs[1]!)!.type.shape).toEqual([16, 3, 2, 2]);
  });

  it('takes a residual and what follows it along', () => {
    const s = new Sketch();
    const up = s.conv(repeated(s, s.input('x', [1, 3, 4, 4])), 2, 3, false);
    const sum = s.apply('relu', s.map('add', s.apply('relu', up), s.input('skip', [1, 2, 8, 8])));
    expect(familiesOf(passed(s, s.build(sum)))).toBe('conv');
  });

  it('leaves the repeated image where it is read again', () => {
    const s = new Sketch();
    const x = repeated(s, s.input('x', [1, 64, 16, 16]));
    expect(familiesOf(passed(s, s.build(s.conv(x, 64, 3), x)))).toMatch(/^resize .*conv$/);
  });

  it('is left to Winograd on a software adapter, which is faster yet', () => {
    const s = new Sketch();
    const graph = s.build(s.conv(repeated(s, s.input('x', [1, 128, 16, 16])), 32, 3));
    expect(familiesOf(passed(s, graph, lavapipe))).toBe('winograd conv winograd');
    expect(familiesOf(passed(s, graph, lavapipe, 'winograd'))).toBe('conv');
  });

  it.each([
    ['the kernel is 5 x 5', (s: Sketch) => s.conv(repeated(s, s.input('x', [1, 2, 6, 6])), 3, 5)],
    [
      'coordinates round up',
      (s: Sketch) => s.conv(repeated(s, s.input('x', [1, 2, 6, 6]), { nearest: 'ceil' }), 3, 3),
    ],
    [
      'it is three times as large',
      (s: Sketch) => {
        const axes = [2, 3].map((axis) => ({ axis, size: 18, scale: 3, roi: [0, 1] as const }));
        return s.conv(repeated(s, s.input('x', [1, 2, 6, 6]), { axes }), 3, 3);
      },
    ],
  ])('stays where %s', (_, make) => {
    const s = new Sketch();
    expect(familiesOf(passed(s, s.build(make(s))))).toBe('resize conv');
  });

  it('stays where the pass is left out', () => {
    const s = new Sketch();
    const graph = s.build(s.conv(repeated(s, s.input('x', [1, 3, 5, 6])), 4, 3));
    expect(familiesOf(passed(s, graph, nvidia, 'fuse-upsample'))).toBe('resize conv');
  });
});

describe('a sub-pixel image', () => {
  it.each(['CRD', 'DCR'] as const)('in order %s is written by the convolution before it', (order) => {
    const s = new Sketch();
    const conv = s.apply('relu', s.conv(s.input('x', [2, 3, 5, 6]), 12, 3));
    const graph = passed(s, s.build(subpixel(s, conv, order, [3, 2])));
    expect(familiesOf(graph)).toBe('conv');
    expect(graph.nodes[0]).toMatchObject({ attributes: { shuffle: { block: [3, 2], crop: [0, 0] } } });
  });

  it('stays where something lies between, something else reads, or the pass is left out', () => {
    const s = new Sketch();
    const conv = s.conv(s.input('x', [1, 3, 5, 6]), 8, 3);
    const sum = s.map('add', s.conv(s.input('z', [1, 3, 5, 6]), 8, 3), s.input('skip', [1, 8, 5, 6]));
    const graph = s.build(subpixel(s, conv, 'CRD'), conv, subpixel(s, sum, 'CRD'));
    expect(familiesOf(passed(s, graph))).toBe('conv conv subpixel subpixel');
    const one = new Sketch();
    const image = one.build(subpixel(one, one.conv(one.input('x', [1, 3, 5, 6]), 8, 3), 'CRD'));
    expect(familiesOf(passed(one, image, nvidia, 'fuse-subpixel'))).toBe('conv subpixel');
  });
});
