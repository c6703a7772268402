import { buildModel, initializerLabel } from './build.ts';
import { refuseImpostors } from './container.ts';
import { decodeModel } from './decode.ts';
import { readTensor } from './decode-tensor.ts';
import { type ExternalFiles, type ExternalTensor, fetchExternal, isExternal } from './external.ts';
import { inlineFunctions } from './inline.ts';
import type { OnnxModel, OnnxTensor } from './model.ts';
import type { ProtoAttribute, ProtoGraph, ProtoModel, ProtoNode } from './proto.ts';
import { buildTensor } from './tensor.ts';
import { nodeLabel, quote } from './text.ts';
import { validateGraph } from './validate.ts';
import { WireReader } from './wire.ts';

export interface ReadOptions {
  /** What messages call the file; 'the model' where nothing is given. */
  readonly name?: string;
  /** Reads files of weights beside the model. Without it, a model that has them is refused. */
  readonly external?: ExternalFiles;
}

/**
 * Reads an ONNX model: checked, its local functions inlined, its nodes in an order that runs. Tensors are views of
 * `bytes` where alignment allows: keep those bytes as they are. Throws `RoentgenError`: 'format' for bytes that are
 * no ONNX model or damaged, 'model' for one that breaks the standard, 'unsupported' for what we lack (operators are
 * not looked at), 'file' for weights that cannot be had.
 */
export async function readModel(bytes: Uint8Array, options: ReadOptions = {}): Promise<OnnxModel> {
  const name = options.name ?? 'the model';
  refuseImpostors(bytes, name);
  const proto = decodeModel(bytes, name);
  const external = await fetchExternal(externalTensors(proto), options.external);
  const model = buildModel(proto, name, external);
  return { ...model, graph: validateGraph(inlineFunctions(model.graph, model.functions)) };
}

/** Reads a file that is one TensorProto, as the inputs and outputs of ONNX's backend tests are. */
export function decodeTensor(bytes: Uint8Array, name = 'the tensor file'): OnnxTensor {
  return buildTensor(readTensor(new WireReader(bytes, name)), name);
}

function externalTensors(model: ProtoModel): ExternalTensor[] {
  const found: ExternalTensor[] = [];
  if (model.graph !== null) collectFromGraph(model.graph, found);
  for (const made of model.functions) {
    collectFromAttributes(made.defaults, `function ${quote(made.name)}`, found);
    collectFromNodes(made.nodes, found);
  }
  return found.filter(({ proto, what }) => isExternal(proto, what));
}

function collectFromGraph(graph: ProtoGraph, found: ExternalTensor[]): void {
  for (const proto of graph.initializers) found.push({ proto, what: initializerLabel(proto) });
  collectFromNodes(graph.nodes, found);
}

function collectFromNodes(nodes: readonly ProtoNode[], found: ExternalTensor[]): void {
  nodes.forEach((node, index) => {
    collectFromAttributes(node.attributes, `node ${nodeLabel({ ...node, index })}`, found);
  });
}

function collectFromAttributes(
  attributes: readonly ProtoAttribute[],
  owner: string,
  found: ExternalTensor[],
): void {
  for (const attribute of attributes) {
    const what = `attribute ${quote(attribute.name)} of ${owner}`;
    for (const value of attribute.values) {
      if (value.kind === 'tensor') found.push({ proto: value.value, what });
      else if (value.kind === 'tensors') found.push(...value.value.map((proto) => ({ proto, what })));
      else if (value.kind === 'graph') collectFromGraph(value.value, found);
      else if (value.kind === 'graphs') for (const graph of value.value) collectFromGraph(graph, found);
    }
  }
}
