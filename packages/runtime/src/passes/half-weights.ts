import type { HostArray } from '@roentgen/kernels';
import { GraphEdit, isOf } from '../graph/edit.ts';
import type { Graph, Node, Pass, ValueId } from '../graph/graph.ts';

/** The greatest finite number of half precision. */
const most = 65504;

function fits(values: HostArray): boolean {
  // A plain loop: these are whole networks.
  for (let i = 0; i < values.length; i++) if (!(Math.abs(values[i]) <= most)) return false;
  return true;
}

/** The operand of a node that its kernels unpack as they load it. */
function weightsOf(node: Node): ValueId | null | undefined {
  return isOf(node, 'conv') ? node.inputs[1] : null;
}

/**
 * Gives the weights of convolutions in half precision, for adapters without `shader-f16`; all else stays in single. Kernels hold them as
 * pairs that core WGSL unpacks where weights are much of what they move, and else in f32. Left as they are: weights that are computed, that
 * other operations read too, or that are more than a half can hold.
 */
export const halfWeights: Pass = {
  name: 'half-weights',
  run(graph: Graph): Graph {
    const edit = new GraphEdit(graph);
    const uses = new Map<ValueId, number>();
    for (const node of graph.nodes) {
      const id = weightsOf(node);
      if (id !== null && id !== undefined) uses.set(id, (uses.get(id) ?? 0) + 1);
    }
    for (const [id, count] of uses) {
      const [values, { type }] = [graph.constants.get(id), edit.value(id)];
      if (values && type.dtype === 'float32' && edit.reads(id) === count && fits(values))
        edit.retype(id, { ...type, dtype: 'float16' });
    }
    return edit.build();
  },
};
