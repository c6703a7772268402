import { denseStrides } from '@roentgen/kernels';
import { GraphEdit } from '../graph/edit.ts';
import type { Graph, Pass, ValueId } from '../graph/graph.ts';

/** Gives every output a buffer of its own: one that is an input, a constant, a view, or given twice is copied. */
export const finishOutputs: Pass = {
  name: 'finish-outputs',
  run(graph: Graph): Graph {
    const edit = new GraphEdit(graph);
    const taken = new Set<ValueId>(graph.inputs);
    const outputs = graph.outputs.map(({ name, value }) => {
      const { type, place } = edit.value(value);
      const own = !place && !taken.has(value) && edit.data(value) === undefined;
      taken.add(value);
      if (own) return { name, value };
      const copied = edit.own(value, name);
      const attributes = { shape: type.shape, strides: denseStrides(type.shape), offset: 0 };
      edit.append({
        family: 'copy',
        attributes,
        inputs: [value],
        outputs: [copied],
        origin: { node: name, op: 'output' },
      });
      return { name, value: copied };
    });
    return edit.build(outputs);
  },
};
