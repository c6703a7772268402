import { dense, eachElement, type HostArray, hostArray, isFloat, sizeOf } from '@roentgen/kernels';
import type { Graph, Node, ValueId } from './graph.ts';
import { familyOf, rootOf, tensorOf } from './problem.ts';

/*
 * Runs a graph on the host by the families' references. Slow, and with no GPU in sight: what it shows is that the
 * importer (or a pass) says the same as the ONNX standard, whatever the shaders do.
 */

/** Buffers by root value; views find theirs through `place`. */
type Memory = Map<ValueId, HostArray>;

function bufferOf(graph: Graph, memory: Memory, root: ValueId): HostArray {
  const known = memory.get(root) ?? graph.constants.get(root);
  if (known) return known;
  const { type } = graph.values.get(root)!;
  const made = hostArray(type.dtype, sizeOf(type.shape));
  // What is read before it is written shows.
  if (isFloat(type.dtype)) made.fill(Number.NaN);
  memory.set(root, made);
  return made;
}

function read(graph: Graph, memory: Memory, id: ValueId): HostArray {
  const tensor = tensorOf(graph.values.get(id)!);
  const buffer = bufferOf(graph, memory, rootOf(graph.values, id));
  const values = hostArray(tensor.dtype, sizeOf(tensor.shape));
  eachElement(tensor, (at, index) => {
    values[index] = buffer[at];
  });
  return values;
}

function write(graph: Graph, memory: Memory, id: ValueId, values: Float64Array): void {
  const buffer = bufferOf(graph, memory, rootOf(graph.values, id));
  eachElement(tensorOf(graph.values.get(id)!), (at, index) => {
    buffer[at] = values[index];
  });
}

function step(graph: Graph, memory: Memory, node: Node): void {
  const plain = (id: ValueId) => dense(graph.values.get(id)!.type);
  const problem = {
    attributes: node.attributes,
    inputs: node.inputs.map((id) => (id === null ? null : plain(id))),
    outputs: node.outputs.map(plain),
  };
  const values = node.inputs.map((id) => (id === null ? null : read(graph, memory, id)));
  const results = familyOf(node).reference(problem, values);
  for (const [i, id] of node.outputs.entries()) write(graph, memory, id, results[i]);
}

/** The graph's outputs for these inputs, by name. */
export function runOnHost(graph: Graph, feeds: ReadonlyMap<string, HostArray>): Map<string, HostArray> {
  const memory: Memory = new Map();
  for (const id of graph.inputs) memory.set(id, feeds.get(graph.values.get(id)!.name)!);
  for (const node of graph.nodes) step(graph, memory, node);
  return new Map(graph.outputs.map(({ name, value }) => [name, read(graph, memory, value)]));
}
