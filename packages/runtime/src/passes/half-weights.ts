import { choose, type DeviceCaps, type HostArray, type Problem } from '@roentgen/kernels';
import { GraphEdit, isOf } from '../graph/edit.ts';
import type { Graph, Node, Pass, ValueId } from '../graph/graph.ts';
import { familyOf, isRunnable, problemOf } from '../graph/problem.ts';

/** The greatest finite number of half precision. */
const most = 65504;

function fits(values: HostArray): boolean {
  // A plain loop: these are whole networks.
  for (let i = 0; i < values.length; i++) if (!(Math.abs(values[i]) <= most)) return false;
  return true;
}

/** The place of the weights among the operands of a convolution. */
const weights = 1;

/** The problem of a convolution with its weights in half precision. */
function halved(graph: Graph, node: Node<'conv'>): Problem<unknown> {
  const problem = problemOf(graph, node);
  const inputs = problem.inputs.map((x, i) => (x && i === weights ? { ...x, dtype: 'float16' as const } : x));
  return { ...problem, inputs };
}

/** Whether the kernel that such weights would get reads them as halves; to others they are nothing but less exact. */
function gains(graph: Graph, node: Node<'conv'>, caps: DeviceCaps): boolean {
  // What no kernel takes as it stands is cut later; its weights are left as they are.
  if (!isRunnable(graph, node, caps)) return false;
  const problem = halved(graph, node);
  const { packings = [] } = choose(familyOf(node), problem, caps).instantiate(problem, caps);
  return packings.some(({ operand, held }) => operand === weights && held === 'f16');
}

/** The convolutions that read a value as weights, for all that are read so. */
function readersOfWeights({ nodes }: Graph): Map<ValueId, Node<'conv'>[]> {
  const readers = new Map<ValueId, Node<'conv'>[]>();
  for (const node of nodes) {
    const id = isOf(node, 'conv') ? node.inputs[weights] : null;
    if (isOf(node, 'conv') && typeof id === 'number') readers.set(id, [...(readers.get(id) ?? []), node]);
  }
  return readers;
}

/**
 * Gives the weights of convolutions in half precision, for adapters without `shader-f16`, where a kernel holds them as pairs that core
 * WGSL unpacks: where they are much of what it moves. All else stays in single, bit for bit: weights that are computed, that other
 * operations read too, or that are more than a half can hold, and those that gain nothing by it.
 */
export function halfWeights(caps: DeviceCaps): Pass {
  return {
    name: 'half-weights',
    run(graph: Graph): Graph {
      const edit = new GraphEdit(graph);
      for (const [id, readers] of readersOfWeights(graph)) {
        const [values, { type }] = [graph.constants.get(id), edit.value(id)];
        const alone = values && type.dtype === 'float32' && edit.reads(id) === readers.length;
        if (alone && readers.every((node) => gains(graph, node, caps)) && fits(values))
          edit.retype(id, { ...type, dtype: 'float16' });
      }
      return edit.build();
    },
  };
}
