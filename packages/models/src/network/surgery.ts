import { RoentgenError } from '@roentgen/kernels';
import { type OnnxGraph, type OnnxModel, type OnnxNode, type OnnxTensor, quote } from '@roentgen/runtime';

/* Rewrites of an ONNX model as data. Each returns a new model; none touches the one given. */

/** The model with parts of its graph replaced. */
export function withGraph(model: OnnxModel, parts: Partial<OnnxGraph>): OnnxModel {
  return { ...model, graph: { ...model.graph, ...parts } };
}

/** The node that makes a value. Throws `model` where none does. */
export function makerOf({ graph }: OnnxModel, value: string): OnnxNode {
  const node = graph.nodes.find(({ outputs }) => outputs.includes(value));
  if (!node) throw new RoentgenError('model', `no node makes ${quote(value)}`);
  return node;
}

/** The nodes that read a value. */
export function readersOf({ graph }: OnnxModel, value: string): readonly OnnxNode[] {
  return graph.nodes.filter(({ inputs }) => inputs.includes(value));
}

/** Makes an inner value an output as well, so that a run returns it. Its shape follows from the nodes. */
export function withOutput(model: OnnxModel, value: string): OnnxModel {
  if (model.graph.outputs.some(({ name }) => name === value)) return model;
  makerOf(model, value);
  const output = { name: value, type: { kind: 'tensor', dtype: 'float32', shape: null } } as const;
  return withGraph(model, { outputs: [...model.graph.outputs, output] });
}

/**
 * Forgets sizes that the exporter fixed: the batch and the spatial axes of every input of pictures (four axes) or volumes
 * (five) become open, and what the file declares about other values goes, since it follows from them. Right for networks
 * whose nodes do not depend on those sizes; where one does (a Reshape to constant sizes), the import names it.
 */
export function withOpenSizes(model: OnnxModel): OnnxModel {
  const { initializers } = model.graph;
  const inputs = model.graph.inputs.map((input) => {
    const { type } = input;
    if (initializers.has(input.name) || type.kind !== 'tensor' || type.shape === null) return input;
    const { length } = type.shape;
    if (length !== 4 && length !== 5) return input;
    return { ...input, type: { ...type, shape: ['n', type.shape[1], ...['d', 'h', 'w'].slice(5 - length)] } };
  });
  const outputs = model.graph.outputs.map((output) =>
    output.type.kind === 'tensor' ? { ...output, type: { ...output.type, shape: null } } : output,
  );
  return withGraph(model, { inputs, outputs, valueInfo: new Map() });
}

/** A one-dimensional int64 constant. */
export function int64Constant(name: string, values: readonly number[]): OnnxTensor {
  return { name, dtype: 'int64', dims: [values.length], data: BigInt64Array.from(values, BigInt) };
}

/** A standard operator with integer-list attributes, of the model's own opset. */
export function newNode(
  model: OnnxModel,
  op: string,
  inputs: readonly string[],
  output: string,
  attributes: Readonly<Record<string, readonly number[]>> = {},
): OnnxNode {
  const entries = Object.entries(attributes).map(([name, value]) => [name, { kind: 'ints', value }] as const);
  return {
    name: output,
    op,
    domain: '',
    opset: model.opsets.get('') ?? 1,
    overload: '',
    inputs,
    outputs: [output],
    attributes: new Map(entries),
    index: model.graph.nodes.length,
  };
}

/** A name that nothing in the graph bears yet. */
export function freshName({ graph }: OnnxModel, wanted: string): string {
  const taken = new Set([
    ...graph.initializers.keys(),
    ...graph.inputs.map(({ name }) => name),
    ...graph.nodes.flatMap(({ outputs }) => outputs),
  ]);
  let name = wanted;
  for (let i = 2; taken.has(name); i++) name = `${wanted}.${i}`;
  return name;
}

/** An int-list attribute as numbers. */
export function intsOf(node: OnnxNode, name: string): readonly number[] | undefined {
  const attribute = node.attributes.get(name);
  return attribute?.kind === 'ints' ? attribute.value.map(Number) : undefined;
}

/** An int attribute as a number, or its default. */
export function intOf(node: OnnxNode, name: string, otherwise: number): number {
  const attribute = node.attributes.get(name);
  return attribute?.kind === 'int' ? Number(attribute.value) : otherwise;
}
