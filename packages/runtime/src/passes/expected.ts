import {
  bytesOf,
  type DeviceCaps,
  estimate,
  type KernelFamily,
  type Problem,
  sizeOf,
} from '@roentgen/kernels';
import type { Graph, Node } from '../graph/graph.ts';
import { familyOf, problemOf } from '../graph/problem.ts';

/** Microseconds that the best kernel for a problem should take; infinite where none takes it, or a tensor does not bind. */
export function expected<A>(family: KernelFamily<A>, problem: Problem<A>, caps: DeviceCaps): number {
  const tensors = [...problem.inputs, ...problem.outputs];
  const bindable = tensors.every(
    (each) => !each || sizeOf(each.shape) * bytesOf('f32') <= caps.limits.bindingBytes,
  );
  if (!bindable) return Number.POSITIVE_INFINITY;
  const times = family.kernels
    .filter((kernel) => kernel.rejects(problem, caps) === null)
    .map((kernel) => estimate(kernel.cost(problem, caps), caps));
  return Math.min(...times);
}

/** Microseconds that a node of a graph should take. */
export function expectedOf(graph: Pick<Graph, 'values' | 'constants'>, node: Node, caps: DeviceCaps): number {
  return expected(familyOf(node), problemOf(graph, node), caps);
}
