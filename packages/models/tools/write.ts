import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { RoentgenError } from '@roentgen/kernels';
import {
  codeOf,
  type OnnxAttribute,
  type OnnxGraph,
  type OnnxModel,
  type OnnxNode,
  type OnnxTensor,
  type OnnxType,
  type OnnxValueInfo,
  quote,
} from '@roentgen/runtime';

/*
 * From a model as data to the bytes of an ONNX file: the messages and field numbers of onnx.proto. The same model
 * always gives the same bytes.
 */

type Write = (writer: BinaryWriter) => void;

/**
 * Writes a model that `readModel` read (so that its functions are inlined), with its weights in the file itself. What
 * a run does not need is left out: documentation, metadata and what the file declared about inner values. Throws
 * 'unsupported' for nodes of mixed opsets and for attributes that `readModel` knows only by kind.
 */
export function writeModel(model: OnnxModel): Uint8Array {
  const odd = model.graph.nodes.find(({ domain, opset }) => opset !== (model.opsets.get(domain) ?? opset));
  if (odd)
    throw new RoentgenError(
      'unsupported',
      `${odd.op} ${quote(odd.name)} is of opset ${odd.opset}, the model is not`,
      {
        node: odd.name,
        hint: 'a function of another opset was inlined: convert the model to one opset first',
      },
    );
  const writer = new BinaryWriter();
  integer(writer, 1, model.irVersion);
  text(writer, 2, model.producerName);
  text(writer, 3, model.producerVersion);
  message(writer, 7, (it) => writeGraph(it, model.graph));
  for (const [domain, version] of model.opsets)
    message(writer, 8, (it) => {
      text(it, 1, domain);
      integer(it, 2, version);
    });
  return writer.finish();
}

function message(writer: BinaryWriter, field: number, write: Write): void {
  writer.tag(field, WireType.LengthDelimited).fork();
  write(writer);
  writer.join();
}

function text(writer: BinaryWriter, field: number, value: string): void {
  if (value !== '') writer.tag(field, WireType.LengthDelimited).string(value);
}

/** Where an empty text means something: its place in a list counts. */
function texts(writer: BinaryWriter, field: number, values: readonly string[]): void {
  for (const value of values) writer.tag(field, WireType.LengthDelimited).string(value);
}

function integer(writer: BinaryWriter, field: number, value: number | bigint): void {
  writer.tag(field, WireType.Varint).int64(value);
}

function writeGraph(writer: BinaryWriter, graph: OnnxGraph): void {
  for (const node of graph.nodes) message(writer, 1, (it) => writeNode(it, node));
  text(writer, 2, graph.name || 'graph');
  for (const tensor of graph.initializers.values()) message(writer, 5, (it) => writeTensor(it, tensor));
  for (const value of graph.inputs) message(writer, 11, (it) => writeValue(it, value));
  for (const value of graph.outputs) message(writer, 12, (it) => writeValue(it, value));
}

function writeNode(writer: BinaryWriter, node: OnnxNode): void {
  texts(writer, 1, node.inputs);
  texts(writer, 2, node.outputs);
  text(writer, 3, node.name);
  text(writer, 4, node.op);
  for (const [name, value] of node.attributes)
    message(writer, 5, (it) => writeAttribute(it, name, value, node));
  text(writer, 7, node.domain);
}

/** `AttributeProto.AttributeType`. */
const attributeCodes = {
  float: 1,
  int: 2,
  string: 3,
  tensor: 4,
  graph: 5,
  floats: 6,
  ints: 7,
  strings: 8,
  tensors: 9,
  graphs: 10,
} as const;

function writeAttribute(writer: BinaryWriter, name: string, attribute: OnnxAttribute, node: OnnxNode): void {
  if (!(attribute.kind in attributeCodes))
    throw new RoentgenError(
      'unsupported',
      `attribute ${quote(name)} of ${node.op} ${quote(node.name)} is not written`,
      {
        node: node.name,
        hint: `it is a ${attribute.kind}`,
      },
    );
  text(writer, 1, name);
  writeAttributeValue(writer, attribute);
  writer.tag(20, WireType.Varint).int32(attributeCodes[attribute.kind as keyof typeof attributeCodes]);
}

function writeAttributeValue(writer: BinaryWriter, attribute: OnnxAttribute): void {
  switch (attribute.kind) {
    case 'float':
      writer.tag(2, WireType.Bit32).float(attribute.value);
      return;
    case 'int':
      integer(writer, 3, attribute.value);
      return;
    case 'string':
      texts(writer, 4, [attribute.value]);
      return;
    case 'tensor':
      message(writer, 5, (it) => writeTensor(it, attribute.value));
      return;
    case 'graph':
      message(writer, 6, (it) => writeGraph(it, attribute.value));
      return;
    default:
      writeAttributeList(writer, attribute);
  }
}

function writeAttributeList(writer: BinaryWriter, attribute: OnnxAttribute): void {
  switch (attribute.kind) {
    case 'floats':
      for (const value of attribute.value) writer.tag(7, WireType.Bit32).float(value);
      return;
    case 'ints':
      for (const value of attribute.value) integer(writer, 8, value);
      return;
    case 'strings':
      texts(writer, 9, attribute.value);
      return;
    case 'tensors':
      for (const tensor of attribute.value) message(writer, 10, (it) => writeTensor(it, tensor));
      return;
    case 'graphs':
      for (const graph of attribute.value) message(writer, 11, (it) => writeGraph(it, graph));
  }
}

function writeTensor(writer: BinaryWriter, { name, dims, dtype, data }: OnnxTensor): void {
  for (const dim of dims) integer(writer, 1, dim);
  writer.tag(2, WireType.Varint).int32(codeOf(dtype));
  text(writer, 8, name);
  // Typed arrays hold numbers as raw_data does on every machine that has WebGPU: little-endian.
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  writer.tag(9, WireType.LengthDelimited).bytes(bytes);
}

function writeValue(writer: BinaryWriter, { name, type }: OnnxValueInfo): void {
  text(writer, 1, name);
  message(writer, 2, (it) => writeType(it, name, type));
}

function writeType(writer: BinaryWriter, name: string, type: OnnxType): void {
  if (type.kind !== 'tensor' || type.dtype === null)
    throw new RoentgenError(
      'unsupported',
      `the type of ${quote(name)} is not written: it is no plain tensor`,
    );
  const { dtype, shape } = type;
  message(writer, 1, (tensor) => {
    tensor.tag(1, WireType.Varint).int32(codeOf(dtype));
    if (shape === null) return;
    message(tensor, 2, (it) => {
      for (const dim of shape) message(it, 1, (field) => writeDim(field, dim));
    });
  });
}

function writeDim(writer: BinaryWriter, dim: number | string | null): void {
  if (typeof dim === 'number') integer(writer, 1, dim);
  else if (dim !== null) text(writer, 2, dim);
}
