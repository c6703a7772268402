import { RoentgenError } from '@roentgen/kernels';
import { buildAttributes } from './build-attribute.ts';
import { buildValueInfo } from './build-value.ts';
import { dtypeOf, isReadable } from './dtypes.ts';
import type { OnnxFunction, OnnxGraph, OnnxModel, OnnxNode, OnnxTensor } from './model.ts';
import type { ProtoFunction, ProtoGraph, ProtoModel, ProtoNode, ProtoTensor } from './proto.ts';
import { buildTensor } from './tensor.ts';
import { nodeLabel, quote, quoteAll } from './text.ts';
import { buildOpsets, checkIrVersion, modelOpsets, plainDomain } from './versions.ts';

/** What is known when a graph is built: versions by domain, and the bytes of tensors that lie in other files. */
interface Setting {
  readonly opsets: ReadonlyMap<string, number>;
  readonly external: ReadonlyMap<ProtoTensor, Uint8Array>;
}

/**
 * From the messages of a file to a model, with every check that one message allows: versions, duplicates of
 * attributes and initializers, tensors against their dims. Throws 'model' or 'unsupported'.
 */
export function buildModel(
  proto: ProtoModel,
  name: string,
  external: ReadonlyMap<ProtoTensor, Uint8Array>,
): OnnxModel {
  checkIrVersion(proto.irVersion, name);
  const opsets = modelOpsets(proto, name);
  if (proto.graph === null) {
    throw new RoentgenError('model', `${name} has no graph.`, {
      hint: 'It may hold training information only, or be cut short: export the network itself.',
    });
  }
  return {
    irVersion: proto.irVersion,
    opsets,
    producerName: proto.producerName,
    producerVersion: proto.producerVersion,
    metadata: new Map(proto.metadata),
    graph: buildGraph(proto.graph, { opsets, external }, true),
    functions: proto.functions.map((it) => buildFunction(it, { opsets, external })),
  };
}

/** `main` is the graph that runs; the inputs of a subgraph need no types. */
function buildGraph(proto: ProtoGraph, setting: Setting, main: boolean): OnnxGraph {
  if (proto.sparse.length > 0) {
    throw new RoentgenError('unsupported', `initializers ${quoteAll(proto.sparse)} are sparse tensors.`, {
      hint: 'Save the model with dense initializers.',
    });
  }
  return {
    name: proto.name,
    nodes: proto.nodes.map((node, index) => buildNode(node, index, setting)),
    initializers: buildInitializers(proto.initializers, setting),
    inputs: proto.inputs.map((it) => buildValueInfo(it, main ? 'input' : 'value')),
    outputs: proto.outputs.map((it) => buildValueInfo(it, main ? 'output' : 'value')),
    valueInfo: new Map(proto.valueInfo.map((it) => [it.name, buildValueInfo(it, 'value')])),
  };
}

function buildInitializers(
  protos: readonly ProtoTensor[],
  setting: Setting,
): ReadonlyMap<string, OnnxTensor> {
  refuseForeignTypes(protos);
  const tensors = new Map<string, OnnxTensor>();
  for (const proto of protos) {
    const what = initializerLabel(proto);
    if (proto.name === '') throw nameError(`an initializer of dims [${proto.dims.join(', ')}] has no name`);
    if (tensors.has(proto.name)) throw nameError(`${what} is there twice`);
    tensors.set(proto.name, buildTensor(proto, what, setting.external.get(proto)));
  }
  return tensors;
}

/** All of them at once: whoever converts a model wants the whole list. */
function refuseForeignTypes(protos: readonly ProtoTensor[]): void {
  const foreign = protos.flatMap((proto) => {
    const dtype = dtypeOf(proto.dataType);
    return dtype === undefined || isReadable(dtype) ? [] : [{ name: proto.name, dtype }];
  });
  if (foreign.length === 0) return;
  const types = [...new Set(foreign.map(({ dtype }) => dtype))].join(', ');
  throw new RoentgenError(
    'unsupported',
    `initializers ${quoteAll(foreign.map(({ name }) => name))} have elements of type ${types}, which this runtime does not compute with.`,
    { hint: 'Convert them to float32, float16, an integer type of 8 bits or more, or bool.' },
  );
}

/** How messages call an initializer. */
export function initializerLabel(proto: ProtoTensor): string {
  return `initializer ${quote(proto.name)}`;
}

function buildNode(proto: ProtoNode, index: number, setting: Setting): OnnxNode {
  const domain = plainDomain(proto.domain);
  const attributes = buildAttributes(proto.attributes, `node ${nodeLabel({ ...proto, index })}`, {
    tensor: (tensor, what) => buildTensor(tensor, what, setting.external.get(tensor)),
    graph: (graph) => buildGraph(graph, setting, false),
  });
  const { name, op, overload, inputs, outputs } = proto;
  const opset = setting.opsets.get(domain) ?? 0;
  return { name, op, domain, opset, overload, inputs, outputs, attributes, index };
}

function buildFunction(proto: ProtoFunction, setting: Setting): OnnxFunction {
  const what = `function ${quote(proto.name)}`;
  const own = proto.opsets.length > 0 ? buildOpsets(proto.opsets, what) : setting.opsets;
  const inner = { opsets: own, external: setting.external };
  const defaults = buildAttributes(proto.defaults, what, {
    tensor: (tensor, label) => buildTensor(tensor, label, setting.external.get(tensor)),
    graph: (graph) => buildGraph(graph, inner, false),
  });
  return {
    name: proto.name,
    domain: plainDomain(proto.domain),
    overload: proto.overload,
    inputs: proto.inputs,
    outputs: proto.outputs,
    parameters: proto.parameters,
    defaults,
    nodes: proto.nodes.map((node, index) => buildNode(node, index, inner)),
  };
}

function nameError(fact: string): RoentgenError {
  return new RoentgenError('model', `${fact}.`, {
    hint: 'The exporter or the file is at fault: export the model again.',
  });
}
