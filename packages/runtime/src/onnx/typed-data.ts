import { RoentgenError } from '@roentgen/kernels';
import { bytesOf, type OnnxDType, type TensorArrays, viewOf } from './dtypes.ts';
import { WireReader } from './wire.ts';

/*
 * Tensor data outside raw_data: numbers in fields by type, small ones widened to 32 or 64 bits and written as
 * varints. The pieces are the field's packed or single values, still encoded.
 */

/** Lowest and highest value of the types that a wider field holds. */
const RANGES: { readonly [D in OnnxDType]?: readonly [number, number] } = {
  int8: [-128, 127],
  int16: [-32768, 32767],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint8: [0, 255],
  uint16: [0, 65535],
  float16: [0, 65535],
  bfloat16: [0, 65535],
  bool: [0, 1],
  uint32: [0, 2 ** 32 - 1],
};

/**
 * The elements in `pieces`, which must be `count`. A single piece of floats is viewed where it lies. Throws
 * 'model' for another number of elements and for values outside the type.
 */
export function unpack(
  dtype: OnnxDType,
  pieces: readonly Uint8Array[],
  count: number,
  what: string,
): TensorArrays[OnnxDType] {
  if (dtype === 'float32' || dtype === 'float64') return unpackFloats(dtype, pieces, count, what);
  const found = pieces.reduce((sum, piece) => sum + countVarints(piece), 0);
  checkCount(found, count, what);
  if (dtype === 'int64' || dtype === 'uint64') return unpackLong(dtype, pieces, count, what);
  return unpackSmall(dtype, pieces, count, what);
}

function unpackFloats(
  dtype: 'float32' | 'float64',
  pieces: readonly Uint8Array[],
  count: number,
  what: string,
): Float32Array | Float64Array {
  const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  checkCount(bytes / bytesOf(dtype), count, what);
  if (pieces.length === 1) return viewOf(dtype, pieces[0]);
  const joined = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return viewOf(dtype, joined);
}

/** Every varint ends with the one byte that lacks the top bit. */
function countVarints(piece: Uint8Array): number {
  let count = 0;
  for (const byte of piece) if (byte < 0x80) count++;
  return count;
}

function unpackLong(
  dtype: 'int64' | 'uint64',
  pieces: readonly Uint8Array[],
  count: number,
  what: string,
): BigInt64Array | BigUint64Array {
  const words = new Uint32Array(count * 2);
  let at = 0;
  const store = (low: number, high: number) => {
    words[at++] = low;
    words[at++] = high;
  };
  for (const piece of pieces)
    for (const reader = new WireReader(piece, what); reader.more(); ) reader.words(store);
  return viewOf(dtype, new Uint8Array(words.buffer));
}

function unpackSmall(
  dtype: Exclude<OnnxDType, 'int64' | 'uint64' | 'float32' | 'float64'>,
  pieces: readonly Uint8Array[],
  count: number,
  what: string,
): TensorArrays[OnnxDType] {
  const data = viewOf(dtype, new Uint8Array(count * bytesOf(dtype)));
  const [least, most] = RANGES[dtype] as readonly [number, number];
  let at = 0;
  const store = (low: number, high: number) => {
    const value = (high | 0) * 2 ** 32 + low;
    if (value < least || value > most) throw outside(dtype, value, at, what);
    data[at++] = value;
  };
  for (const piece of pieces)
    for (const reader = new WireReader(piece, what); reader.more(); ) reader.words(store);
  return data;
}

function outside(dtype: OnnxDType, value: number, at: number, what: string): RoentgenError {
  return new RoentgenError('model', `${what} is ${dtype}, but element ${at} is ${value}.`, {
    hint: 'The exporter or the file is at fault: export or fetch the model again.',
  });
}

function checkCount(found: number, count: number, what: string): void {
  if (found === count) return;
  throw new RoentgenError(
    'model',
    `${what} has ${found} elements of data where its dimensions make ${count}.`,
    {
      hint: 'The exporter or the file is at fault: export or fetch the model again.',
    },
  );
}
