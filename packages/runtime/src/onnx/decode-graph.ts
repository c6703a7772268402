import { readTensor } from './decode-tensor.ts';
import { readValueInfo } from './decode-type.ts';
import type { ProtoAttribute, ProtoAttributeValue, ProtoGraph, ProtoNode } from './proto.ts';
import type { WireReader } from './wire.ts';

/** Reads a GraphProto: of a model, or of an attribute of a control-flow node. */
export function readGraph(reader: WireReader): ProtoGraph {
  const graph: ProtoGraph = {
    name: '',
    nodes: [],
    initializers: [],
    sparse: [],
    inputs: [],
    outputs: [],
    valueInfo: [],
  };
  while (reader.next()) readGraphField(graph, reader);
  return graph;
}

function readGraphField(graph: ProtoGraph, reader: WireReader): unknown {
  switch (reader.field) {
    case 1:
      return graph.nodes.push(readNode(reader.message('a node')));
    case 2:
      graph.name = reader.string();
      return;
    case 5:
      return graph.initializers.push(readTensor(reader.message('an initializer')));
    case 11:
      return graph.inputs.push(readValueInfo(reader.message('an input')));
    case 12:
      return graph.outputs.push(readValueInfo(reader.message('an output')));
    case 13:
      return graph.valueInfo.push(readValueInfo(reader.message('a value')));
    case 15:
      return graph.sparse.push(readSparseName(reader.message('a sparse tensor')));
    default:
      return reader.skip();
  }
}

/** A SparseTensorProto goes by the name of its values. */
function readSparseName(reader: WireReader): string {
  let name = '';
  while (reader.next()) {
    if (reader.field === 1) name = readTensor(reader.message('sparse values')).name;
    else reader.skip();
  }
  return name;
}

/** Reads a NodeProto. */
export function readNode(reader: WireReader): ProtoNode {
  const node: ProtoNode = {
    inputs: [],
    outputs: [],
    name: '',
    op: '',
    domain: '',
    overload: '',
    attributes: [],
  };
  while (reader.next()) readNodeField(node, reader);
  return node;
}

function readNodeField(node: ProtoNode, reader: WireReader): unknown {
  switch (reader.field) {
    case 1:
      return node.inputs.push(reader.string());
    case 2:
      return node.outputs.push(reader.string());
    case 3:
      node.name = reader.string();
      return;
    case 4:
      node.op = reader.string();
      return;
    case 5:
      return node.attributes.push(readAttribute(reader.message('an attribute')));
    case 7:
      node.domain = reader.string();
      return;
    case 8:
      node.overload = reader.string();
      return;
    default:
      return reader.skip();
  }
}

/** Reads an AttributeProto with everything that is written in it, whatever its type says. */
export function readAttribute(reader: WireReader): ProtoAttribute {
  const attribute: ProtoAttribute = { name: '', type: 0, reference: '', values: [] };
  while (reader.next()) {
    if (reader.field === 1) attribute.name = reader.string();
    else if (reader.field === 20) attribute.type = reader.smallInt();
    else if (reader.field === 21) attribute.reference = reader.string();
    else readAttributeValue(attribute.values, reader);
  }
  return attribute;
}

function readAttributeValue(values: ProtoAttributeValue[], reader: WireReader): unknown {
  switch (reader.field) {
    case 2:
      return put(values, { kind: 'float', value: reader.float() });
    case 3:
      return put(values, { kind: 'int', value: reader.int() });
    case 4:
      return put(values, { kind: 'string', value: reader.string() });
    case 5:
      return put(values, { kind: 'tensor', value: readTensor(reader.message('a tensor')) });
    case 6:
      return put(values, { kind: 'graph', value: readGraph(reader.message('a subgraph')) });
    case 7:
      return reader.floats(list(values, 'floats'));
    case 8:
      return reader.ints(list(values, 'ints'));
    case 9:
      return list(values, 'strings').push(reader.string());
    case 10:
      return list(values, 'tensors').push(readTensor(reader.message('a tensor')));
    case 11:
      return list(values, 'graphs').push(readGraph(reader.message('a subgraph')));
    default:
      return readOtherValue(values, reader);
  }
}

const OTHER_VALUES = new Map([
  [14, 'type'],
  [15, 'types'],
  [22, 'sparse tensor'],
  [23, 'sparse tensors'],
] as const);

function readOtherValue(values: ProtoAttributeValue[], reader: WireReader): void {
  const kind = OTHER_VALUES.get(reader.field as 14);
  if (kind !== undefined) put(values, { kind });
  reader.skip();
}

/** Sets a value; written twice, the last one counts, as everywhere in Protocol Buffers. */
function put(values: ProtoAttributeValue[], value: ProtoAttributeValue): void {
  const at = values.findIndex((it) => it.kind === value.kind);
  if (at < 0) values.push(value);
  else values[at] = value;
}

type ListKind = 'floats' | 'ints' | 'strings' | 'tensors' | 'graphs';
type ListOf<K extends ListKind> = Extract<ProtoAttributeValue, { readonly kind: K }>['value'];

/** The list of this kind among the values, added where it is not there yet. */
function list<K extends ListKind>(values: ProtoAttributeValue[], kind: K): ListOf<K> {
  const found = values.find((it) => it.kind === kind) as { value: ListOf<K> } | undefined;
  if (found !== undefined) return found.value;
  const value = [] as unknown as ListOf<K>;
  values.push({ kind, value } as ProtoAttributeValue);
  return value;
}
