/** The view that holds a tensor's elements; float16 and bfloat16 are bits, bool is 0 or 1 in a byte. */
export interface TensorArrays {
  readonly float32: Float32Array;
  readonly float64: Float64Array;
  readonly float16: Uint16Array;
  readonly bfloat16: Uint16Array;
  readonly int8: Int8Array;
  readonly int16: Int16Array;
  readonly int32: Int32Array;
  readonly int64: BigInt64Array;
  readonly uint8: Uint8Array;
  readonly uint16: Uint16Array;
  readonly uint32: Uint32Array;
  readonly uint64: BigUint64Array;
  readonly bool: Uint8Array;
}

/** Element types whose data can be read. */
export type OnnxDType = keyof TensorArrays;

/** Element types that the standard has and that are only known by name here. */
export type ForeignDType =
  | 'string'
  | 'complex64'
  | 'complex128'
  | 'float8e4m3fn'
  | 'float8e4m3fnuz'
  | 'float8e5m2'
  | 'float8e5m2fnuz'
  | 'uint4'
  | 'int4'
  | 'float4e2m1'
  | 'float8e8m0'
  | 'uint2'
  | 'int2';

/** By `TensorProto.DataType`, whose zero means undefined (onnx.proto, IR version 14). */
const BY_CODE: readonly (OnnxDType | ForeignDType | undefined)[] = [
  undefined,
  'float32',
  'uint8',
  'int8',
  'uint16',
  'int16',
  'int32',
  'int64',
  'string',
  'bool',
  'float16',
  'float64',
  'uint32',
  'uint64',
  'complex64',
  'complex128',
  'bfloat16',
  'float8e4m3fn',
  'float8e4m3fnuz',
  'float8e5m2',
  'float8e5m2fnuz',
  'uint4',
  'int4',
  'float4e2m1',
  'float8e8m0',
  'uint2',
  'int2',
];

interface DTypeFacts {
  readonly bytes: number;
  view(buffer: ArrayBufferLike, offset: number, length: number): TensorArrays[OnnxDType];
}

// A typed array reads in the machine's byte order, and ONNX data is little-endian. So is every machine with WebGPU.
const FACTS: { readonly [D in OnnxDType]: DTypeFacts } = {
  float32: { bytes: 4, view: (b, o, n) => new Float32Array(b, o, n) },
  float64: { bytes: 8, view: (b, o, n) => new Float64Array(b, o, n) },
  float16: { bytes: 2, view: (b, o, n) => new Uint16Array(b, o, n) },
  bfloat16: { bytes: 2, view: (b, o, n) => new Uint16Array(b, o, n) },
  int8: { bytes: 1, view: (b, o, n) => new Int8Array(b, o, n) },
  int16: { bytes: 2, view: (b, o, n) => new Int16Array(b, o, n) },
  int32: { bytes: 4, view: (b, o, n) => new Int32Array(b, o, n) },
  int64: { bytes: 8, view: (b, o, n) => new BigInt64Array(b, o, n) },
  uint8: { bytes: 1, view: (b, o, n) => new Uint8Array(b, o, n) },
  uint16: { bytes: 2, view: (b, o, n) => new Uint16Array(b, o, n) },
  uint32: { bytes: 4, view: (b, o, n) => new Uint32Array(b, o, n) },
  uint64: { bytes: 8, view: (b, o, n) => new BigUint64Array(b, o, n) },
  bool: { bytes: 1, view: (b, o, n) => new Uint8Array(b, o, n) },
};

/** The element type that a number stands for in a model, as in Cast's `to`; undefined where there is none. */
export function dtypeOf(code: number): OnnxDType | ForeignDType | undefined {
  return BY_CODE[code];
}

/** The number that stands for an element type in a model. */
export function codeOf(dtype: OnnxDType | ForeignDType): number {
  return BY_CODE.indexOf(dtype);
}

/** Whether the data of tensors of this type can be read. */
export function isReadable(dtype: OnnxDType | ForeignDType): dtype is OnnxDType {
  return Object.hasOwn(FACTS, dtype);
}

/** Bytes that one element takes in raw data. */
export function bytesOf(dtype: OnnxDType): number {
  return FACTS[dtype].bytes;
}

/** Elements in `bytes`, without a copy where their place in the file is a multiple of the element's size. */
export function viewOf<D extends OnnxDType>(dtype: D, bytes: Uint8Array): TensorArrays[D] {
  const { bytes: size, view } = FACTS[dtype];
  const placed = bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes);
  return view(placed.buffer, placed.byteOffset, bytes.length / size) as TensorArrays[D];
}
