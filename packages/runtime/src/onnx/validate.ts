import { RoentgenError } from '@roentgen/kernels';
import type { OnnxDim, OnnxGraph, OnnxNode, OnnxTensor, OnnxValueInfo } from './model.ts';
import { runningOrder } from './order.ts';
import { nodeLabel, nodeName, quote, quoteAll } from './text.ts';

/**
 * Checks a graph as a whole, after its functions are inlined, and returns it with its nodes in an order that runs:
 * every value made once (static single assignment), everything read also made, no cycles, outputs that exist,
 * initializers that agree with inputs of their name. Throws 'model'. Shapes and the meaning of operators are the
 * importer's business.
 */
export function validateGraph(graph: OnnxGraph): OnnxGraph {
  checkDeclarations(graph);
  for (const node of graph.nodes) checkNode(node);
  const producers = findProducers(graph);
  checkReads(graph, producers);
  for (const { name, type } of graph.inputs) {
    const tensor = graph.initializers.get(name);
    if (tensor !== undefined) checkAgreement(name, type, tensor);
  }
  return { ...graph, nodes: runningOrder(graph, producers) };
}

function checkDeclarations(graph: OnnxGraph): void {
  checkNames(graph.inputs, 'input');
  checkNames(graph.outputs, 'output');
  if (graph.outputs.length === 0) throw broken('the graph has no outputs, so it computes nothing');
}

function checkNames(values: readonly OnnxValueInfo[], role: string): void {
  const seen = new Set<string>();
  for (const { name } of values) {
    if (name === '') throw broken(`an ${role} of the graph has no name`);
    if (seen.has(name)) throw broken(`${role} ${quote(name)} is listed twice`);
    seen.add(name);
  }
}

function checkNode(node: OnnxNode): void {
  if (node.op === '') throw broken(`node ${nodeLabel(node)} has no operator`, node);
  if (node.opset === 0) {
    throw broken(
      `node ${nodeLabel(node)} is of the domain ${quote(node.domain || 'ai.onnx')}, whose operator set is not imported`,
      node,
    );
  }
  for (const [name, attribute] of node.attributes) {
    if (attribute.kind === 'reference') {
      throw broken(
        `attribute ${quote(name)} of node ${nodeLabel(node)} refers to ${quote(attribute.value)} of a function, but is outside one`,
        node,
      );
    }
  }
}

/** Who makes each value. Inputs, initializers and outputs of nodes share one set of names. */
function findProducers(graph: OnnxGraph): ReadonlyMap<string, OnnxNode> {
  const producers = new Map<string, OnnxNode>();
  const given = new Map<string, string>();
  for (const name of graph.initializers.keys()) given.set(name, 'an initializer');
  for (const { name } of graph.inputs) given.set(name, 'an input of the graph');
  for (const node of graph.nodes) {
    for (const name of node.outputs) {
      if (name === '') continue;
      const other = producers.get(name);
      const also = other === undefined ? given.get(name) : `made by node ${nodeLabel(other)}`;
      if (also !== undefined)
        throw broken(`${quote(name)} is ${also}, and node ${nodeLabel(node)} makes it too`, node);
      producers.set(name, node);
    }
  }
  return producers;
}

function checkReads(graph: OnnxGraph, producers: ReadonlyMap<string, OnnxNode>): void {
  const inputs = new Set(graph.inputs.map((it) => it.name));
  const exists = (name: string) => producers.has(name) || inputs.has(name) || graph.initializers.has(name);
  const missing = new Set<string>();
  let reader: OnnxNode | undefined;
  for (const node of graph.nodes) {
    for (const name of node.inputs) {
      if (name === '' || exists(name)) continue;
      reader ??= node;
      missing.add(name);
    }
  }
  if (reader !== undefined) {
    throw broken(`nothing makes ${quoteAll([...missing])}, first read by node ${nodeLabel(reader)}`, reader);
  }
  const unmade = graph.outputs.filter(({ name }) => !exists(name)).map(({ name }) => name);
  if (unmade.length > 0) throw broken(`nothing makes the graph’s output ${quoteAll(unmade)}`);
}

function checkAgreement(name: string, type: OnnxValueInfo['type'], tensor: OnnxTensor): void {
  if (type.kind !== 'tensor') return;
  if (type.dtype !== null && type.dtype !== tensor.dtype) {
    throw broken(`input ${quote(name)} is declared ${type.dtype}, but its initializer is ${tensor.dtype}`);
  }
  if (type.shape !== null && !fits(type.shape, tensor.dims)) {
    throw broken(
      `input ${quote(name)} is declared [${type.shape.join(', ')}], but its initializer is [${tensor.dims.join(', ')}]`,
    );
  }
}

function fits(shape: readonly OnnxDim[], dims: readonly number[]): boolean {
  return (
    shape.length === dims.length && shape.every((dim, at) => typeof dim !== 'number' || dim === dims[at])
  );
}

function broken(fact: string, node?: OnnxNode): RoentgenError {
  return new RoentgenError('model', `${fact}.`, {
    ...(node === undefined ? {} : { node: nodeName(node) }),
    hint: 'The exporter or an edit of the file is at fault: export the model again; onnx.checker may say more.',
  });
}
