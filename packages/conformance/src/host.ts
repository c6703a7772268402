import {
  dense,
  eachElement,
  families,
  type HostArray,
  hostArray,
  type KernelFamily,
  sizeOf,
  type Tensor,
} from '@roentgen/kernels';
import type { Graph, Node, ValueId } from '@roentgen/runtime';

/*
 * Runs a graph on the host by the families' references. Slow, and with no GPU in sight: what it shows is that the
 * importer (or a pass) says the same as the ONNX standard, whatever the shaders do.
 */

/** Buffers by root value; views find theirs through `place`. */
type Memory = Map<ValueId, HostArray>;

function tensorOf(graph: Graph, id: ValueId): { root: ValueId; tensor: Tensor } {
  const { type, place } = graph.values.get(id)!;
  if (!place) return { root: id, tensor: dense(type) };
  return { root: place.root, tensor: { ...type, offset: place.offset, strides: place.strides } };
}

function bufferOf(graph: Graph, memory: Memory, root: ValueId): HostArray {
  const known = memory.get(root) ?? graph.constants.get(root);
  if (known) return known;
  const { type } = graph.values.get(root)!;
  const made = hostArray(type.dtype, sizeOf(type.shape));
  memory.set(root, made);
  return made;
}

function read(graph: Graph, memory: Memory, id: ValueId): HostArray {
  const { root, tensor } = tensorOf(graph, id);
  const buffer = bufferOf(graph, memory, root);
  const values = hostArray(tensor.dtype, sizeOf(tensor.shape));
  eachElement(tensor, (at, index) => {
    values[index] = buffer[at];
  });
  return values;
}

function write(graph: Graph, memory: Memory, id: ValueId, values: Float64Array): void {
  const { root, tensor } = tensorOf(graph, id);
  const buffer = bufferOf(graph, memory, root);
  eachElement(tensor, (at, index) => {
    buffer[at] = values[index];
  });
}

function step(graph: Graph, memory: Memory, node: Node): void {
  const family = families[node.family] as unknown as KernelFamily<unknown>;
  const typeOf = (id: ValueId) => dense(graph.values.get(id)!.type);
  const problem = {
    attributes: node.attributes,
    inputs: node.inputs.map((id) => (id === null ? null : typeOf(id))),
    outputs: node.outputs.map(typeOf),
  };
  const values = node.inputs.map((id) => (id === null ? null : read(graph, memory, id)));
  const results = family.reference(problem, values);
  for (const [i, id] of node.outputs.entries()) write(graph, memory, id, results[i]);
}

/** The graph's outputs for these inputs, by name. */
export function runOnHost(graph: Graph, feeds: ReadonlyMap<string, HostArray>): Map<string, HostArray> {
  const memory: Memory = new Map();
  for (const id of graph.inputs) memory.set(id, feeds.get(graph.values.get(id)!.name)!);
  for (const node of graph.nodes) step(graph, memory, node);
  return new Map(graph.outputs.map(({ name, value }) => [name, read(graph, memory, value)]));
}
