import { describe, expect, it } from 'vitest';
import type { Graph, Node, Value, ValueId } from './graph.ts';
import { Sketch } from './testing/sketch.ts';
import { verify } from './verify.ts';

/** x -> relu -> y, and x, y joined to z: [2, 3], [2, 3], [2, 6]; y0 is the square root of z. */
function sound(): { graph: Graph; x: ValueId; y: ValueId; z: ValueId } {
  const s = new Sketch();
  const x = s.input('x', [2, 3]);
  const y = s.apply('relu', x);
  const z = s.concat([x, y]);
  return { graph: s.build(s.apply('sqrt', z)), x, y, z };
}

function changed(graph: Graph, id: ValueId, change: Partial<Value>): Graph {
  return { ...graph, values: new Map(graph.values).set(id, { ...graph.values.get(id)!, ...change }) };
}

function nodes(graph: Graph, change: (nodes: readonly Node[]) => readonly Node[]): Graph {
  return { ...graph, nodes: change(graph.nodes) };
}

const says = (graph: Graph) => expect(() => verify(graph, 'a pass'));

describe('verify', () => {
  it('takes what the builder makes', () => {
    expect(() => verify(sound().graph, 'import')).not.toThrow();
  });

  it('finds what is read before it is written, even if only a part is missing', () => {
    const { graph } = sound();
    says(nodes(graph, (all) => all.slice(1))).toThrow("copy of Concat 'Concat1' reads 'relu0:0' before");
    says(nodes(graph, (all) => all.filter((_, i) => i !== 2))).toThrow("reads 'Concat1:0' before");
    says(nodes(graph, (all) => all.slice(0, -1))).toThrow("output 'y0' reads 'sqrt2:0' before");
    says(nodes(graph, (all) => all.toReversed())).toThrow('before it is written');
  });

  it('finds what is written twice, also by views that overlap', () => {
    const { graph } = sound();
    says(nodes(graph, (all) => [...all, all[0]])).toThrow("writes 'relu0:0' a second time");
    const [part] = graph.nodes[1].outputs;
    const { place } = graph.values.get(part)!;
    const shifted = changed(graph, part, { place: { ...place!, offset: 1 } });
    says(shifted).toThrow('a second time');
  });

  it('finds writes to inputs and to the buffer that is read', () => {
    const { graph, x, y, z } = sound();
    const first = (outputs: readonly ValueId[]) =>
      nodes(graph, ([head, ...rest]) => [{ ...head, outputs } as Node, ...rest]);
    says(first([x])).toThrow('writes the buffer that it reads');
    says(nodes(graph, (all) => [...all, { ...all[0], inputs: [y], outputs: [x] } as Node])).toThrow(
      'writes a constant or an input',
    );
    const inside = changed(graph, y, { place: { root: z, offset: 3, strides: [6, 1] } });
    says(inside).toThrow('writes the buffer that it reads');
  });

  it('lets a gate read beside what it writes, but not where it writes, and nothing else in that buffer', () => {
    const s = new Sketch();
    const [up, skip] = ['up', 'skip'].map((name) => s.apply('relu', s.input(name, [1, 2, 3, 3])));
    const weights = [[1, 2], [1, 2], [1], [1], [1]].map((shape) => s.weights(shape));
    const operands = [up, skip, ...weights];
    const [gated] = s.builder.add('attentionGate', { kind: 'additive' }, operands, s.origin('Gate'));
    const z = s.concat([up, gated]);
    const plain = nodes(s.build(s.apply('sqrt', z)), (all) => all.filter(({ family }) => family !== 'copy'));
    const placed = (id: ValueId, offset: number, graph: Graph) =>
      changed(graph, id, { place: { root: z, offset, strides: [36, 9, 3, 1] } });
    expect(() => verify(placed(gated, 18, placed(up, 0, plain)), 'a pass')).not.toThrow();
    says(placed(gated, 9, placed(up, 0, plain))).toThrow('a second time');
    says(placed(gated, 18, placed(skip, 0, plain))).toThrow('writes the buffer that it reads');
  });

  it('finds views that leave their buffer, or read it as another type', () => {
    const { graph, y, z } = sound();
    says(changed(graph, y, { place: { root: z, offset: 4, strides: [6, 1] } })).toThrow('leaves its buffer');
    says(changed(graph, y, { place: { root: z, offset: 0, strides: [9, 1] } })).toThrow('leaves its buffer');
    const half = { dtype: 'float16', shape: [2, 6] } as const;
    says(changed(graph, z, { type: half })).toThrow('is float32 in a buffer of float16');
  });

  it('finds results of another type than the operation makes, and values that are not there', () => {
    const { graph, y } = sound();
    says(changed(graph, y, { type: { dtype: 'float32', shape: [3, 2] } })).toThrow(
      "map of relu 'relu0' makes float32 [2,3], and 'relu0:0' is float32 [3,2]",
    );
    const lost = new Map(graph.values);
    lost.delete(y);
    says({ ...graph, values: lost }).toThrow('which is not there');
  });
});
