import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { codeOf, type ForeignDType, type OnnxDType } from '../dtypes.ts';

/*
 * Writes small ONNX models, for tests. The bytes come from a writer that knows nothing of our reader.
 */

export interface TensorSpec {
  readonly name?: string;
  readonly dtype?: OnnxDType | ForeignDType | number;
  readonly dims: readonly (number | bigint)[];
  /** Little-endian bytes, or numbers that are written as float32 (int64 for that type). */
  readonly raw?: Uint8Array | readonly number[];
  readonly floats?: readonly number[];
  readonly int32s?: readonly number[];
  readonly int64s?: readonly (number | bigint)[];
  readonly external?: Readonly<Record<string, string>>;
  /** Writes each element of a typed field by itself. */
  readonly unpacked?: boolean;
}

/** Numbers are ints where whole: write `{ float: 1 }` for a float of a whole value. */
export type AttributeSpec =
  | number
  | bigint
  | string
  | readonly (number | bigint)[]
  | { readonly float: number }
  | { readonly floats: readonly number[] }
  | { readonly strings: readonly string[] }
  | { readonly tensor: TensorSpec }
  | { readonly graph: GraphSpec }
  | { readonly reference: string; readonly type: number }
  /** Any fields after the name, as written by hand. */
  | { readonly write: (writer: BinaryWriter) => void };

export interface NodeSpec {
  readonly op: string;
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
  readonly name?: string;
  readonly domain?: string;
  readonly attributes?: Readonly<Record<string, AttributeSpec>> | readonly [string, AttributeSpec][];
}

export interface ValueSpec {
  readonly name: string;
  readonly dtype?: OnnxDType | ForeignDType | number;
  /** Null: the rank is open. A null dimension says nothing. */
  readonly shape?: readonly (number | bigint | string | null)[] | null;
  readonly kind?: 'tensor' | 'sequence' | 'none';
}

export interface GraphSpec {
  readonly name?: string;
  readonly nodes?: readonly NodeSpec[];
  readonly inputs?: readonly ValueSpec[];
  readonly outputs?: readonly ValueSpec[];
  readonly initializers?: readonly TensorSpec[];
}

export interface FunctionSpec {
  readonly name: string;
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly parameters?: readonly string[];
  readonly defaults?: Readonly<Record<string, AttributeSpec>>;
  readonly nodes: readonly NodeSpec[];
  readonly opsets?: Readonly<Record<string, number>>;
}

export interface ModelSpec extends GraphSpec {
  readonly irVersion?: number;
  readonly opsets?: Readonly<Record<string, number>> | readonly [string, number][];
  readonly functions?: readonly FunctionSpec[];
  readonly metadata?: Readonly<Record<string, string>>;
}

type Write = (writer: BinaryWriter) => void;

/** A model's bytes; opset 18, IR version 10 and float32 unless said otherwise. */
export function encodeModel(model: ModelSpec): Uint8Array {
  const writer = new BinaryWriter();
  writer.tag(1, WireType.Varint).int64(model.irVersion ?? 10);
  writer.tag(2, WireType.LengthDelimited).string('encode.ts');
  message(writer, 7, (it) => writeGraph(it, model));
  for (const opset of entries(model.opsets ?? { '': 18 })) message(writer, 8, (it) => writeOpset(it, opset));
  for (const entry of entries(model.metadata ?? {})) message(writer, 14, (it) => writeEntry(it, entry));
  for (const made of model.functions ?? []) message(writer, 25, (it) => writeFunction(it, made));
  return writer.finish();
}

/** The bytes of a file that is one TensorProto. */
export function encodeTensor(tensor: TensorSpec): Uint8Array {
  const writer = new BinaryWriter();
  writeTensor(writer, tensor);
  return writer.finish();
}

function message(writer: BinaryWriter, field: number, write: Write): void {
  writer.tag(field, WireType.LengthDelimited).fork();
  write(writer);
  writer.join();
}

function text(writer: BinaryWriter, field: number, value: string | undefined): void {
  if (value !== undefined) writer.tag(field, WireType.LengthDelimited).string(value);
}

function entries<T>(from: Readonly<Record<string, T>> | readonly [string, T][]): readonly [string, T][] {
  return Array.isArray(from) ? from : Object.entries(from);
}

function writeOpset(writer: BinaryWriter, [domain, version]: [string, number]): void {
  text(writer, 1, domain);
  writer.tag(2, WireType.Varint).int64(version);
}

function writeEntry(writer: BinaryWriter, [key, value]: [string, string]): void {
  text(writer, 1, key);
  text(writer, 2, value);
}

function writeGraph(writer: BinaryWriter, graph: GraphSpec): void {
  for (const node of graph.nodes ?? []) message(writer, 1, (it) => writeNode(it, node));
  text(writer, 2, graph.name ?? 'g');
  for (const tensor of graph.initializers ?? []) message(writer, 5, (it) => writeTensor(it, tensor));
  for (const value of graph.inputs ?? []) message(writer, 11, (it) => writeValue(it, value));
  for (const value of graph.outputs ?? []) message(writer, 12, (it) => writeValue(it, value));
}

function writeNode(writer: BinaryWriter, node: NodeSpec): void {
  for (const name of node.inputs ?? []) text(writer, 1, name);
  for (const name of node.outputs ?? []) text(writer, 2, name);
  text(writer, 3, node.name);
  text(writer, 4, node.op);
  for (const entry of entries(node.attributes ?? {})) message(writer, 5, (it) => writeAttribute(it, entry));
  text(writer, 7, node.domain);
}

function writeFunction(writer: BinaryWriter, made: FunctionSpec): void {
  text(writer, 1, made.name);
  for (const name of made.inputs) text(writer, 4, name);
  for (const name of made.outputs) text(writer, 5, name);
  for (const name of made.parameters ?? []) text(writer, 6, name);
  for (const node of made.nodes) message(writer, 7, (it) => writeNode(it, node));
  for (const opset of entries(made.opsets ?? {})) message(writer, 9, (it) => writeOpset(it, opset));
  text(writer, 10, made.domain);
  for (const entry of entries(made.defaults ?? {})) message(writer, 11, (it) => writeAttribute(it, entry));
}

function writeAttribute(writer: BinaryWriter, [name, value]: [string, AttributeSpec]): void {
  text(writer, 1, name);
  if (typeof value === 'number' || typeof value === 'bigint') {
    writer.tag(3, WireType.Varint).int64(value);
    attributeType(writer, 2);
  } else if (typeof value === 'string') {
    text(writer, 4, value);
    attributeType(writer, 3);
  } else if (isList(value)) {
    for (const it of value) writer.tag(8, WireType.Varint).int64(it);
    attributeType(writer, 7);
  } else writeOther(writer, value);
}

function isList(value: AttributeSpec): value is readonly (number | bigint)[] {
  return Array.isArray(value);
}

function attributeType(writer: BinaryWriter, type: number): void {
  writer.tag(20, WireType.Varint).int32(type);
}

function writeOther(writer: BinaryWriter, value: Extract<AttributeSpec, object>): void {
  if ('float' in value) {
    writer.tag(2, WireType.Bit32).float(value.float);
    attributeType(writer, 1);
  } else if ('floats' in value) {
    for (const it of value.floats) writer.tag(7, WireType.Bit32).float(it);
    attributeType(writer, 6);
  } else if ('strings' in value) {
    for (const it of value.strings) text(writer, 9, it);
    attributeType(writer, 8);
  } else if ('tensor' in value) {
    message(writer, 5, (it) => writeTensor(it, value.tensor));
    attributeType(writer, 4);
  } else if ('graph' in value) {
    message(writer, 6, (it) => writeGraph(it, value.graph));
    attributeType(writer, 5);
  } else if ('reference' in value) {
    text(writer, 21, value.reference);
    attributeType(writer, value.type);
  } else if ('write' in value) value.write(writer);
}

function writeTensor(writer: BinaryWriter, tensor: TensorSpec): void {
  for (const dim of tensor.dims) writer.tag(1, WireType.Varint).int64(dim);
  writer.tag(2, WireType.Varint).int32(typeCode(tensor.dtype));
  const packed = !tensor.unpacked;
  repeated(writer, 4, WireType.Bit32, packed, tensor.floats, (it) => writer.float(it));
  repeated(writer, 5, WireType.Varint, packed, tensor.int32s, (it) => writer.int32(it));
  repeated(writer, 7, WireType.Varint, packed, tensor.int64s, (it) => writer.int64(it));
  text(writer, 8, tensor.name);
  if (tensor.raw !== undefined) writer.tag(9, WireType.LengthDelimited).bytes(rawBytes(tensor));
  for (const entry of entries(tensor.external ?? {})) message(writer, 13, (it) => writeEntry(it, entry));
  if (tensor.external !== undefined) writer.tag(14, WireType.Varint).int32(1);
}

function typeCode(dtype: OnnxDType | ForeignDType | number | undefined): number {
  return typeof dtype === 'number' ? dtype : codeOf(dtype ?? 'float32');
}

function rawBytes({ raw, dtype }: TensorSpec): Uint8Array {
  if (raw instanceof Uint8Array) return raw;
  const numbers = raw ?? [];
  const array = dtype === 'int64' ? BigInt64Array.from(numbers, BigInt) : Float32Array.from(numbers);
  return new Uint8Array(array.buffer);
}

function repeated<T>(
  writer: BinaryWriter,
  field: number,
  wire: WireType,
  packed: boolean,
  values: readonly T[] | undefined,
  write: (value: T) => void,
): void {
  if (values === undefined) return;
  if (packed) {
    writer.tag(field, WireType.LengthDelimited).fork();
    for (const value of values) write(value);
    writer.join();
    return;
  }
  for (const value of values) {
    writer.tag(field, wire);
    write(value);
  }
}

function writeValue(writer: BinaryWriter, value: ValueSpec): void {
  text(writer, 1, value.name);
  if (value.kind === 'none') return;
  message(writer, 2, (type) => {
    if (value.kind === 'sequence') message(type, 4, () => {});
    else message(type, 1, (tensor) => writeTensorType(tensor, value));
  });
}

function writeTensorType(writer: BinaryWriter, value: ValueSpec): void {
  writer.tag(1, WireType.Varint).int32(typeCode(value.dtype));
  const { shape } = value;
  if (shape === null || shape === undefined) return;
  message(writer, 2, (it) => {
    for (const dim of shape) message(it, 1, (field) => writeDim(field, dim));
  });
}

function writeDim(writer: BinaryWriter, dim: number | bigint | string | null): void {
  if (typeof dim === 'string') text(writer, 2, dim);
  else if (dim !== null) writer.tag(1, WireType.Varint).int64(dim);
}
