import {
  type DeviceCaps,
  dense,
  families,
  type KernelFamily,
  type Problem,
  type Tensor,
} from '@roentgen/kernels';
import type { Graph, Node, Value, ValueId } from './graph.ts';

/** A value as its kernels see it: its type, and where it lies in the buffer of its root. */
export function tensorOf({ type, place }: Value): Tensor {
  return place ? { ...type, offset: place.offset, strides: place.strides } : dense(type);
}

/** The value whose buffer holds this one. */
export function rootOf(values: ReadonlyMap<ValueId, Value>, id: ValueId): ValueId {
  return values.get(id)?.place?.root ?? id;
}

/** Places of the inputs that lie in a buffer which the node writes. */
export function sharedInputs(values: ReadonlyMap<ValueId, Value>, node: Node): readonly number[] {
  const written = node.outputs.map((id) => rootOf(values, id));
  return node.inputs.flatMap((id, i) => (id !== null && written.includes(rootOf(values, id)) ? [i] : []));
}

/** The problem that a node poses to the kernels of its family. */
export function problemOf(graph: Pick<Graph, 'values' | 'constants'>, node: Node): Problem<unknown> {
  const tensor = (id: ValueId) => tensorOf(graph.values.get(id)!);
  const shared = sharedInputs(graph.values, node);
  return {
    ...(shared.length > 0 ? { shared } : {}),
    attributes: node.attributes,
    inputs: node.inputs.map((id) => (id === null ? null : tensor(id))),
    outputs: node.outputs.map(tensor),
    constant: node.inputs.map((id) => id !== null && graph.constants.has(id)),
  };
}

export function familyOf(node: Node): KernelFamily<unknown> {
  return families[node.family] as KernelFamily<unknown>;
}

/** Whether some kernel takes the node as it stands, with what it reads and writes where they lie. */
export function isRunnable(
  graph: Pick<Graph, 'values' | 'constants'>,
  node: Node,
  caps: DeviceCaps,
): boolean {
  const problem = problemOf(graph, node);
  const { kernels, shares = [] } = familyOf(node);
  if (problem.shared?.some((input) => !shares.includes(input))) return false;
  return kernels.some((kernel) => kernel.rejects(problem, caps) === null);
}
