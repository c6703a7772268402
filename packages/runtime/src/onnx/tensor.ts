import { type HostArray, RoentgenError } from '@roentgen/kernels';
import { bytesOf, dtypeOf, isReadable, type OnnxDType, type TensorArrays, viewOf } from './dtypes.ts';
import { fromBfloat16, fromHalf } from './float16.ts';
import type { OnnxTensor } from './model.ts';
import type { ProtoTensor, TypedField } from './proto.ts';
import { quote } from './text.ts';
import { unpack } from './typed-data.ts';
import type { Int } from './wire.ts';

/** Which typed field holds the numbers of a type that is not in raw_data (onnx.proto, TensorProto). */
const FIELD_OF: { readonly [D in OnnxDType]: TypedField } = {
  float32: 'float_data',
  float64: 'double_data',
  int64: 'int64_data',
  uint32: 'uint64_data',
  uint64: 'uint64_data',
  float16: 'int32_data',
  bfloat16: 'int32_data',
  int8: 'int32_data',
  int16: 'int32_data',
  int32: 'int32_data',
  uint8: 'int32_data',
  uint16: 'int32_data',
  bool: 'int32_data',
};

/**
 * A tensor with its data: a view of the file where alignment allows, a copy elsewhere. `what` names it in messages;
 * `external` is its part of another file, where its data is there. Nothing is allocated from a size that the file
 * merely claims. Throws 'model' where dims, type and data contradict each other, 'unsupported' for types and forms
 * that we do not read.
 */
export function buildTensor(proto: ProtoTensor, what: string, external?: Uint8Array): OnnxTensor {
  const dtype = readableType(proto, what);
  if (proto.segmented) {
    throw new RoentgenError('unsupported', `${what} is one segment of a larger tensor.`, {
      hint: 'Save the model again with each tensor in one piece.',
    });
  }
  const dims = checkDims(proto.dims, what);
  const count = elementCount(dims, what);
  const data =
    external === undefined ? ownData(proto, dtype, count, what) : raw(external, dtype, count, what);
  if (dtype === 'bool') checkBool(data as Uint8Array, what);
  return { name: proto.name, dtype, dims, data } as OnnxTensor;
}

function readableType(proto: ProtoTensor, what: string): OnnxDType {
  const dtype = dtypeOf(proto.dataType);
  if (dtype === undefined) {
    throw new RoentgenError('model', `${what} has data type ${proto.dataType}, which ONNX does not define.`, {
      hint: 'Export the model again; run onnx.checker on it to see what else is wrong.',
    });
  }
  if (!isReadable(dtype)) {
    throw new RoentgenError(
      'unsupported',
      `${what} has elements of type ${dtype}, which this runtime does not compute with.`,
      {
        hint: 'Convert it to float32, float16, an integer type or bool.',
      },
    );
  }
  return dtype;
}

/** Dims as numbers. */
function checkDims(dims: readonly Int[], what: string): number[] {
  const bad = dims.find((dim) => typeof dim === 'bigint' || dim < 0);
  if (bad !== undefined) {
    throw new RoentgenError('model', `${what} has a dimension of ${bad}.`, {
      hint: 'Sizes lie between 0 and 2^53: the exporter or the file is at fault.',
    });
  }
  return dims as number[];
}

/** Elements of a shape, exactly; throws 'model' where the product passes 2^53. */
function elementCount(dims: readonly number[], what: string): number {
  if (dims.includes(0)) return 0;
  const count = dims.reduce((product, dim) => product * dim, 1);
  if (Number.isSafeInteger(count)) return count;
  throw new RoentgenError(
    'model',
    `${what} has the dimensions [${dims.join(', ')}], more elements than 2^53.`,
    {
      hint: 'No machine holds that: the exporter or the file is at fault.',
    },
  );
}

/** Bytes that the data of an external tensor takes; throws as `buildTensor` does. */
export function rawBytes(proto: ProtoTensor, what: string): number {
  return elementCount(checkDims(proto.dims, what), what) * bytesOf(readableType(proto, what));
}

function ownData(proto: ProtoTensor, dtype: OnnxDType, count: number, what: string): TensorArrays[OnnxDType] {
  const hasRaw = proto.raw !== null && proto.raw.length > 0;
  const [field, ...more] = proto.typed.keys();
  if (more.length > 0 || (hasRaw && field !== undefined)) {
    const fields = [...(hasRaw ? ['raw_data'] : []), ...proto.typed.keys()];
    throw wrongData(what, `has its data more than once: in ${fields.join(' and ')}`);
  }
  if (field === undefined) {
    if (!hasRaw && count > 0) throw wrongData(what, `has ${count} elements and no data`);
    return raw(proto.raw ?? new Uint8Array(0), dtype, count, what);
  }
  if (field !== FIELD_OF[dtype]) {
    throw wrongData(
      what,
      `is ${dtype} with its data in ${field}; it belongs in ${FIELD_OF[dtype]} or raw_data`,
    );
  }
  return unpack(dtype, proto.typed.get(field) ?? [], count, what);
}

function raw(bytes: Uint8Array, dtype: OnnxDType, count: number, what: string): TensorArrays[OnnxDType] {
  const needed = count * bytesOf(dtype);
  if (bytes.length !== needed) {
    throw wrongData(what, `takes ${needed} bytes (${count} x ${dtype}) but has ${bytes.length}`);
  }
  return viewOf(dtype, bytes);
}

function checkBool(data: Uint8Array, what: string): void {
  const odd = data.find((value) => value > 1);
  if (odd !== undefined) throw wrongData(what, `is bool with the value ${odd}; only 0 and 1 mean something`);
}

function wrongData(what: string, fact: string): RoentgenError {
  return new RoentgenError('model', `${what} ${fact}.`, {
    hint: 'The exporter or the file is at fault: export or fetch the model again.',
  });
}

/**
 * A tensor's elements as doubles, whatever its type. Integers beyond 2^53 throw 'value' or, with `saturate`, become
 * ±(2^53 - 1): for bounds such as Slice's, where 2^63 - 1 stands for "to the end".
 */
export function toNumbers(tensor: OnnxTensor, beyond: 'refuse' | 'saturate' = 'refuse'): Float64Array {
  switch (tensor.dtype) {
    case 'float16':
      return Float64Array.from(tensor.data, fromHalf);
    case 'bfloat16':
      return Float64Array.from(fromBfloat16(tensor.data));
    case 'int64':
    case 'uint64':
      return Float64Array.from(tensor.data as BigInt64Array, (value, at) =>
        safeNumber(value, beyond, () => `element ${at} of tensor ${quote(tensor.name)}`),
      );
    default:
      return Float64Array.from(tensor.data);
  }
}

/**
 * A tensor's elements as the rest of the runtime holds them: a view of the file for types up to 32 bits and
 * float64, Float32Array for float16 and bfloat16, Float64Array for 64-bit integers (see `toNumbers` for `beyond`).
 */
export function hostData(tensor: OnnxTensor, beyond: 'refuse' | 'saturate' = 'refuse'): HostArray {
  switch (tensor.dtype) {
    case 'float16':
      return Float32Array.from(tensor.data, fromHalf);
    case 'bfloat16':
      return fromBfloat16(tensor.data);
    case 'int64':
    case 'uint64':
      return toNumbers(tensor, beyond);
    default:
      return tensor.data;
  }
}

/** One integer as a number; see `toNumbers`. `what` is asked for only where it is needed. */
export function safeNumber(value: Int, beyond: 'refuse' | 'saturate', what: () => string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  if (beyond === 'saturate') return number < 0 ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
  throw new RoentgenError(
    'value',
    `${what()} is ${value}, beyond the integers that JavaScript holds exactly.`,
    {
      hint: 'Only integers between -(2^53 - 1) and 2^53 - 1 can be used here.',
    },
  );
}
