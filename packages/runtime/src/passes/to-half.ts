import type { TensorType } from '@roentgen/kernels';
import { GraphEdit } from '../graph/edit.ts';
import type { Graph, Node, Pass, ValueId } from '../graph/graph.ts';

function half(type: TensorType): TensorType {
  return type.dtype === 'float32' ? { ...type, dtype: 'float16' } : type;
}

function cast(from: ValueId, into: ValueId, to: 'float16' | 'float32', name: string): Node {
  const origin = { node: name, op: 'half precision' };
  return {
    family: 'map',
    attributes: { fn: 'identity', then: [], to },
    inputs: [from],
    outputs: [into],
    origin,
  };
}

/** Replaces an input of every node by another value. */
function renamed(node: Node, from: ReadonlyMap<ValueId, ValueId>): Node {
  const inputs = node.inputs.map((id) => (id === null ? null : (from.get(id) ?? id)));
  const attributes =
    node.family === 'map' && node.attributes.to === 'float32'
      ? { ...node.attributes, to: 'float16' }
      : node.attributes;
  return { ...node, inputs, attributes } as Node;
}

/**
 * Holds weights and everything between input and output in half precision; sums are still taken in single. Inputs and
 * outputs keep their type, so the caller sees no difference but the rounding.
 */
export const toHalf: Pass = {
  name: 'to-half',
  run(graph: Graph): Graph {
    const edit = new GraphEdit(graph);
    const singles = [...graph.values.values()].filter(({ type }) => type.dtype === 'float32');
    const kept = new Map(graph.inputs.map((id) => [id, edit.typeOf(id)]));
    const inputs = graph.inputs.filter((id) => edit.typeOf(id).dtype === 'float32');
    const copies = new Map(inputs.map((id) => [id, edit.own(id, `${edit.value(id).name} (f16)`)]));
    for (const { id, type } of singles) if (!kept.has(id)) edit.retype(id, half(type));
    for (const [, copy] of copies) edit.retype(copy, half(edit.typeOf(copy)));
    // What looked into an input's buffer looks into that of its copy.
    for (const { id, place } of singles) {
      const root = place && copies.get(place.root);
      if (root !== undefined) edit.place(id, { ...place!, root });
    }
    for (const node of graph.nodes) edit.replace(node, renamed(node, copies));
    const casts = [...copies].map(([id, copy]) => cast(id, copy, 'float16', edit.value(id).name));
    if (casts.length > 0 && graph.nodes.length > 0) edit.insertBefore(edit.nodes[0], ...casts);
    const outputs = graph.outputs.map(({ name, value }) => {
      if (graph.values.get(value)!.type.dtype !== 'float32' || kept.has(value)) return { name, value };
      const single = edit.own(value, name);
      edit.retype(single, graph.values.get(value)!.type);
      edit.append(cast(value, single, 'float32', name));
      return { name, value: single };
    });
    return edit.build(outputs);
  },
};
