/** Element types as ONNX names them; what a tensor means, not how a GPU holds it. */
export type DType =
  | 'float32'
  | 'float16'
  | 'float64'
  | 'int64'
  | 'int32'
  | 'int16'
  | 'int8'
  | 'uint64'
  | 'uint32'
  | 'uint16'
  | 'uint8'
  | 'bool';

/** Element types of WGSL storage buffers. */
export type Scalar = 'f32' | 'f16' | 'i32' | 'u32';

/** Arrays of numbers on the host. float16 values are held in Float32Array, 64-bit integers in Float64Array (safe integers only). */
export type HostArray =
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array;

const floats: ReadonlySet<DType> = new Set(['float32', 'float16', 'float64']);

/** Whether values of this type are real numbers (as opposed to integers and truth values). */
export function isFloat(dtype: DType): boolean {
  return floats.has(dtype);
}

/**
 * How a GPU buffer holds a type: every integer and truth value takes a 32-bit word (int64 only within the range
 * of i32, which uploads check), float16 is held in f32 where the adapter lacks `shader-f16`.
 */
export function storageOf(dtype: DType, f16: boolean): Scalar {
  if (dtype === 'float16') return f16 ? 'f16' : 'f32';
  if (isFloat(dtype)) return 'f32';
  return dtype === 'uint32' || dtype === 'uint64' ? 'u32' : 'i32';
}

/** The type a kernel computes in: sums and functions of f16 are taken in f32. */
export function computeOf(dtype: DType): 'f32' | 'i32' | 'u32' {
  const held = storageOf(dtype, false);
  return held === 'f16' ? 'f32' : held;
}

/** Bytes of one element in a GPU buffer. */
export function bytesOf(scalar: Scalar): number {
  return scalar === 'f16' ? 2 : 4;
}

const hostArrays = {
  float32: Float32Array,
  float16: Float32Array,
  float64: Float64Array,
  int64: Float64Array,
  uint64: Float64Array,
  int32: Int32Array,
  uint32: Uint32Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int8: Int8Array,
  uint8: Uint8Array,
  bool: Uint8Array,
} as const;

/** An array of `length` zeros that holds values of `dtype` on the host. */
export function hostArray(dtype: DType, length: number): HostArray {
  return new hostArrays[dtype](length);
}
