import { denseStrides, sizeOf } from '@roentgen/kernels';
import { GraphEdit, sameShape } from '../graph/edit.ts';
import type { Graph, Pass, ValueId } from '../graph/graph.ts';
import { rootOf } from '../graph/problem.ts';

/** Whether a value is its whole buffer, densely packed: a view that only has another shape is. */
function isWhole(edit: GraphEdit, id: ValueId): boolean {
  const { type, place } = edit.value(id);
  if (!place) return true;
  const dense = sameShape(place.strides, denseStrides(type.shape));
  return dense && place.offset === 0 && sizeOf(type.shape) === sizeOf(edit.typeOf(place.root).shape);
}

/** Gives every output a buffer of its own: one that is an input, a constant, a part of another value, or given twice is copied. */
export const finishOutputs: Pass = {
  name: 'finish-outputs',
  run(graph: Graph): Graph {
    const edit = new GraphEdit(graph);
    const taken = new Set<ValueId>([...graph.inputs, ...graph.constants.keys()]);
    const outputs = graph.outputs.map(({ name, value }) => {
      const { shape } = edit.typeOf(value);
      const root = rootOf(graph.values, value);
      const own = isWhole(edit, value) && !taken.has(root);
      taken.add(root);
      if (own) return { name, value };
      const copied = edit.own(value, name);
      const attributes = { shape, strides: denseStrides(shape), offset: 0 };
      const origin = { node: name, op: 'output' };
      edit.append({ family: 'copy', attributes, inputs: [value], outputs: [copied], origin });
      return { name, value: copied };
    });
    return edit.build(outputs);
  },
};
