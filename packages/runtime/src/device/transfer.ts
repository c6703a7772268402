import { type DType, type HostArray, hostArray, type Scalar } from '@roentgen/kernels';
import { checkFits } from '../plan/fits.ts';

/** Bits of the nearest IEEE half-precision number, ties to even. */
export function toHalf(value: number): number {
  scratch.float[0] = value;
  const bits = scratch.bits[0];
  const sign = (bits >>> 16) & 0x8000;
  const exponent = (bits >>> 23) & 0xff;
  const fraction = bits & 0x7fffff;
  if (exponent === 0xff) return sign | 0x7c00 | (fraction ? 0x200 : 0);
  const shifted = exponent - 112;
  if (shifted >= 31) return sign | 0x7c00;
  if (shifted > 0) return sign | rounded((shifted << 23) | fraction, 13);
  if (shifted < -10) return sign;
  return sign | rounded(fraction | 0x800000, 14 - shifted);
}

/** The value of half-precision bits. */
export function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 31;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const float = new Float32Array(1);
const scratch = { float, bits: new Uint32Array(float.buffer) };

function rounded(value: number, shift: number): number {
  const kept = value >>> shift;
  const rest = value & ((1 << shift) - 1);
  const half = 1 << (shift - 1);
  return rest > half || (rest === half && kept & 1) ? kept + 1 : kept;
}

/** Host values as the words of a GPU buffer; a 64-bit integer that does not fit in 32 bits is an error, not a wrap. */
export function toDevice(
  values: HostArray,
  held: Scalar,
  name: string,
): Float32Array | Int32Array | Uint32Array | Uint16Array {
  if (held === 'f32') return values instanceof Float32Array ? values : Float32Array.from(values);
  if (held === 'f16') return halves(values);
  checkFits(values, held, name);
  if (held === 'i32') return values instanceof Int32Array ? values : Int32Array.from(values);
  return values instanceof Uint32Array ? values : Uint32Array.from(values);
}

// A plain loop: `from` with a function takes ten times as long, and these are whole networks.
function halves(values: HostArray): Uint16Array {
  const bits = new Uint16Array(values.length);
  for (let i = 0; i < bits.length; i++) bits[i] = toHalf(values[i]);
  return bits;
}

/** The words of a GPU buffer as host values of a type, in an array of their own. */
export function fromDevice(bytes: ArrayBuffer, held: Scalar, dtype: DType, length: number): HostArray {
  const array = hostArray(dtype, length);
  if (held === 'f16') {
    const bits = new Uint16Array(bytes, 0, length);
    for (let i = 0; i < length; i++) array[i] = fromHalf(bits[i]);
  } else if (held === 'f32') array.set(new Float32Array(bytes, 0, length));
  else array.set(held === 'i32' ? new Int32Array(bytes, 0, length) : new Uint32Array(bytes, 0, length));
  return array;
}

/** Writes words to a buffer; two-byte elements are padded to whole words. */
export function writeWords(queue: GPUQueue, buffer: GPUBuffer, offset: number, words: ArrayBufferView): void {
  if (words.byteLength % 4 === 0) {
    queue.writeBuffer(buffer, offset, words.buffer as ArrayBuffer, words.byteOffset, words.byteLength);
    return;
  }
  const padded = new Uint8Array(Math.ceil(words.byteLength / 4) * 4);
  padded.set(new Uint8Array(words.buffer, words.byteOffset, words.byteLength));
  queue.writeBuffer(buffer, offset, padded);
}
