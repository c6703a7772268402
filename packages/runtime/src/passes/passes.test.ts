import { recordedDevices } from '@roentgen/kernels';
import { describe, expect, it } from 'vitest';
import type { ValueId } from '../graph/graph.ts';
import { randomGraph } from '../graph/testing/random-graph.ts';
import { Sketch } from '../graph/testing/sketch.ts';
import { allPasses, passNames } from './optimize.ts';
import { familiesOf, same } from './testing/same.ts';

const { nvidia, lavapipe } = recordedDevices;

describe('batch normalisation', () => {
  it('folds into the convolution before it, with the activation behind it', () => {
    const s = new Sketch();
    const graph = s.build(s.apply('relu', s.norm(s.conv(s.input('x', [2, 3, 4, 5]), 6, 3))));
    const [conv, ...others] = same(s, graph).nodes;
    expect(others).toEqual([]);
    expect(conv).toMatchObject({ family: 'conv', attributes: { activation: [{ fn: 'relu' }] } });
  });

  it('stays where something else reads the convolution', () => {
    const s = new Sketch();
    const conv = s.conv(s.input('x', [1, 3, 4, 4]), 2);
    expect(familiesOf(same(s, s.build(s.norm(conv), conv)))).toBe('conv map');
  });

  it('folds over one channel, and not where it widens the tensor', () => {
    const s = new Sketch();
    const conv = s.conv(s.input('x', [1, 2, 3, 3]), 4);
    const wide = [1, 1, 4, 1, 1];
    const widened = s.map('scaleShift', conv, s.weights(wide), s.weights(wide));
    expect(s.shape(widened)).toEqual([1, 1, 4, 3, 3]);
    expect(familiesOf(same(s, s.build(s.norm(s.conv(s.input('z', [1, 1, 2, 2]), 1)), widened)))).toBe(
      'conv map conv',
    );
  });

  it('before a 1 x 1 convolution moves into its loader; one that others read stays for them', () => {
    const s = new Sketch();
    const alone = s.conv(s.apply('relu', s.norm(s.input('x', [2, 3, 4, 4]))), 5);
    const graph = same(s, s.build(alone));
    expect(familiesOf(graph)).toBe('conv');
    expect(graph.nodes[0].inputs).toHaveLength(6);

    const t = new Sketch();
    const shared = t.apply('relu', t.norm(t.input('x', [2, 3, 4, 4])));
    expect(familiesOf(same(t, t.build(t.conv(shared, 5), t.conv(shared, 2, 3))))).toBe('map conv conv');
  });

  it('before a padded convolution stays: zeros are not shifted', () => {
    const s = new Sketch();
    expect(familiesOf(same(s, s.build(s.conv(s.norm(s.input('x', [1, 2, 4, 4])), 2, 3))))).toBe('map conv');
  });
});

describe('residual sums', () => {
  it.each([false, true])('join the convolution, whichever side it is (swapped: %s)', (swapped) => {
    const s = new Sketch();
    const x = s.input('x', [1, 4, 5, 5]);
    const conv = s.apply('relu', s.conv(x, 4, 3));
    const sum = s.apply('relu', swapped ? s.map('add', x, conv) : s.map('add', conv, x));
    const graph = same(s, s.build(sum));
    expect(familiesOf(graph)).toBe('conv');
    expect(graph.nodes[0].attributes).toMatchObject({
      activation: [{ fn: 'relu' }],
      after: [{ fn: 'relu' }],
    });
  });

  it('of two convolutions are taken by the later one', () => {
    const s = new Sketch();
    const x = s.input('x', [1, 3, 4, 4]);
    const first = s.conv(x, 2);
    expect(familiesOf(same(s, s.build(s.map('add', s.conv(x, 2, 3), first))))).toBe('conv conv');
  });

  it('stay where a side is broadcast, or is the convolution itself', () => {
    const s = new Sketch();
    const x = s.input('x', [1, 3, 4, 4]);
    const narrow = s.input('row', [1, 2, 1, 4]);
    const conv = s.conv(x, 2);
    const twice = s.conv(x, 2);
    const graph = s.build(s.map('add', conv, narrow), s.map('add', twice, twice));
    expect(familiesOf(same(s, graph))).toBe('conv conv map map');
  });
});

describe('the attention gate', () => {
  const swaps = [false, true].flatMap((sum) => [false, true].map((product) => ({ sum, product })));
  it.each(swaps)('becomes one dispatch, operands in any order (%o)', (swapped) => {
    const s = new Sketch();
    const graph = s.build(s.gate(s.input('up', [2, 6, 4, 5]), s.input('skip', [2, 3, 4, 5]), 4, swapped));
    expect(familiesOf(same(s, graph))).toBe('attentionGate');
  });

  it('of a tensor by itself is found too', () => {
    const s = new Sketch();
    const x = s.input('x', [1, 3, 4, 4]);
    expect(familiesOf(same(s, s.build(s.gate(x, x, 2))))).toBe('attentionGate');
  });

  it('with a gate of other extents, or a bias that is computed, is left as it is', () => {
    const s = new Sketch();
    const pooled = s.build(s.gate(s.input('up', [1, 6, 1, 1]), s.input('skip', [1, 3, 4, 5]), 4));
    expect(familiesOf(same(s, pooled))).not.toContain('attentionGate');

    const t = new Sketch();
    const x = t.input('x', [1, 3, 4, 4]);
    const [w, bias] = [t.weights([2, 3, 1, 1]), t.input('bias', [2])];
    const plain = { strides: [1, 1], dilations: [1, 1], pads: [0, 0, 0, 0], groups: 1 };
    const none = { pre: [], activation: [], after: [] };
    const [side] = t.builder.add('conv', { ...plain, ...none }, [x, w, bias], t.origin('Conv'));
    const sum = t.apply('relu', t.map('add', side, t.conv(x, 2)));
    const graph = t.build(t.map('mul', x, t.apply('sigmoid', t.conv(sum, 1))));
    expect(familiesOf(same(t, graph))).not.toContain('attentionGate');
  });
});

describe('Concat', () => {
  it.each([1, 2])('chains of a DenseNet block leave no copy but that of the input (batch %i)', (batch) => {
    const s = new Sketch();
    let x: ValueId = s.conv(s.input('x', [batch, 2, 4, 4]), 4, 3);
    for (let layer = 0; layer < 3; layer++) {
      const narrow = s.conv(s.apply('relu', s.norm(x)), 6);
      x = s.concat([x, s.conv(s.apply('relu', s.norm(narrow)), 2, 3)]);
    }
    const graph = same(s, s.build(s.conv(x, 3)));
    expect(familiesOf(graph)).not.toContain('copy');
    expect(familiesOf(same(s, s.build(s.conv(x, 3)), allPasses(lavapipe)))).not.toContain('copy');
  });

  it.each([1, 2])('of all layers anew in every layer becomes a chain, too (batch %i)', (batch) => {
    const s = new Sketch();
    const layers = [s.conv(s.input('x', [batch, 2, 4, 4]), 4, 3)];
    for (let layer = 0; layer < 4; layer++) {
      const all = layers.length === 1 ? layers[0] : s.concat(layers);
      layers.push(s.conv(s.conv(s.apply('relu', s.norm(all)), 6), 2, 3));
    }
    const graph = same(s, s.build(s.conv(s.concat(layers), 3)));
    expect(familiesOf(graph)).toBe(Array(10).fill('conv').join(' '));
  });

  it('shares a beginning, and nothing that only looks like one', () => {
    const s = new Sketch();
    const [a, b, c] = ['a', 'b', 'c'].map((name) => s.apply('relu', s.input(name, [2, 3, 4])));
    const joins = [
      s.concat([a, b]),
      s.concat([b, a]),
      s.concat([a, b, c]),
      s.concat([a, b], 2),
      s.concat([a, b]),
      s.concat([a, b, c], 2),
      s.concat([a, c, b]),
    ];
    const graph = same(s, s.build(...joins.map((id) => s.apply('neg', id))));
    // 17 pieces; three joins begin as another (14 are left); a, b, c and two whole joins are written in place.
    expect(familiesOf(graph).match(/copy/g)).toHaveLength(9);
  });

  it('of inputs, constants and the same value twice copies each', () => {
    const s = new Sketch();
    const x = s.input('x', [2, 3, 2]);
    const made = s.apply('relu', x);
    const graph = same(s, s.build(s.apply('sigmoid', s.concat([x, s.weights([2, 1, 2]), made, made]))));
    expect(familiesOf(graph).match(/copy/g)).toHaveLength(4);
  });

  it.each([1, 2])('lets a gate read beside what it writes (batch %i)', (batch) => {
    const s = new Sketch();
    const up = s.conv(s.input('below', [batch, 4, 4, 4]), 2);
    const gated = s.gate(up, s.input('skip', [batch, 3, 4, 4]), 2);
    const build = () => s.build(s.conv(s.concat([gated, up]), 2, 3));
    const graph = same(s, build());
    expect(familiesOf(graph)).toBe('conv attentionGate conv');
    expect(familiesOf(same(s, build(), halved, 2e-2))).toBe('map map conv attentionGate conv map');
  });

  it('leaves a copy of what another maker of a part reads', () => {
    const s = new Sketch();
    const made = s.conv(s.input('below', [1, 4, 4, 4]), 2);
    const skip = s.conv(s.input('skip', [1, 4, 4, 4]), 2);
    const other = s.map('mul', made, skip);
    expect(familiesOf(same(s, s.build(s.conv(s.concat([other, made]), 2, 3))))).toBe(
      'conv conv map copy conv',
    );
    // The gate may read the upscaled tensor beside its result, but not the one that it weighs.
    const both = s.concat([s.gate(made, skip, 2), skip]);
    expect(familiesOf(same(s, s.build(s.conv(both, 2, 3))))).toBe('conv conv attentionGate copy conv');
  });

  it('along other axes, and of tensors that are also seen in another shape', () => {
    const s = new Sketch();
    const x = s.apply('relu', s.input('x', [6, 1, 4]));
    const turned = s.apply('sigmoid', s.reshape(x, [1, 6, 4]));
    const other = s.apply('neg', s.input('z', [6, 2, 4]));
    same(s, s.build(turned, s.apply('abs', s.concat([other, x], 1))));
    same(s, s.build(s.apply('abs', s.concat([x, x, x], 0)), s.apply('abs', s.concat([x, x], 2))));
  });
});

describe('outputs', () => {
  it('that are inputs, constants, parts or given twice are copied; another shape of a result is not', () => {
    const s = new Sketch();
    const x = s.input('x', [2, 6]);
    const y = s.apply('relu', x);
    const flat = s.reshape(y, [12]);
    const graph = same(s, s.build(flat, x, s.weights([3]), y, s.reshape(x, [3, 4])));
    expect(familiesOf(graph)).toBe('map copy copy copy copy');
    expect(graph.outputs[0].value).toBe(flat);
  });

  it('keep an intermediate result that a Concat takes, too', () => {
    const s = new Sketch();
    const y = s.apply('relu', s.input('x', [1, 2, 3]));
    same(s, s.build(s.concat([y, y]), y));
  });

  it('alone live: what nothing depends on goes, and its constants with it', () => {
    const s = new Sketch();
    const x = s.input('x', [1, 2, 3, 3]);
    s.conv(s.conv(x, 3), 4);
    const graph = same(s, s.build(s.apply('relu', x)));
    expect(familiesOf(graph)).toBe('map');
    expect(graph.constants.size).toBe(0);
  });
});

/** All passes, with everything between inputs and outputs in half precision, as a session of dtype f16 runs them. */
const halved = allPasses(nvidia, 'f16');

describe('half precision', () => {
  it('is held everywhere but in inputs, outputs and integers', () => {
    const s = new Sketch();
    const x = s.input('x', [2, 6]);
    const viewed = s.map('add', s.reshape(x, [3, 4]), s.weights([4]));
    const indices = s.builder.integers('indices', [1, 0]);
    const [picked] = s.builder.add(
      'gather',
      { kind: 'axis', axis: 0, batchDims: 0 },
      [viewed, indices],
      s.origin('Gather'),
    );
    const graph = same(s, s.build(picked, x), halved, 2e-3);
    const ends = new Set([...graph.inputs, ...graph.outputs.map(({ value }) => value)]);
    for (const id of graph.nodes.flatMap((node) => node.outputs))
      expect(graph.values.get(id)!.type.dtype).toBe(ends.has(id) ? 'float32' : 'float16');
    for (const id of ends) expect(graph.values.get(id)!.type.dtype).toBe('float32');
    expect(graph.values.get(indices)!.type.dtype).toBe('int64');
  });
});

describe('random graphs', () => {
  it.each(Array.from({ length: 80 }, (_, seed) => seed))('seed %i', (seed) => {
    const s = new Sketch(seed);
    const graph = randomGraph(s);
    same(s, graph);
    same(s, graph, allPasses(lavapipe));
    same(s, graph, halved, 2e-2);
  });
});

describe('any pass left out', () => {
  it('is none of those that a graph cannot do without', () => {
    const all = new Set(allPasses(nvidia).map(({ name }) => name));
    for (const name of ['fit-bindings', 'finish-outputs']) all.delete(name);
    expect([...all].sort()).toEqual([...passNames].sort());
    expect(() => allPasses(nvidia, 'f32', ['residual' as never])).toThrow("no pass 'residual'");
  });

  it.each(passNames)('%s: random graphs give the same', (name) => {
    expect(allPasses(nvidia, 'f16', [name]).map((pass) => pass.name)).not.toContain(name);
    for (let seed = 100; seed < 112; seed++) {
      const s = new Sketch(seed);
      same(s, randomGraph(s), allPasses(nvidia, 'f32', [name]));
    }
  });
});
