import { type DType, isFloat, storageOf } from '../core/dtype.ts';
import type { Num } from './literal.ts';
import { roundToHalf } from './special.ts';

/**
 * Conversions between element types, as ONNX Cast where it is defined: real numbers lose their fraction; a result that
 * int8, uint8, int16 or uint16 cannot hold wraps (ONNX leaves it undefined), and one that a 32-bit word cannot hold
 * saturates for real numbers and wraps for integers. Anything but 0 is true. float16 rounds to nearest even.
 */
export function convertWgsl(text: string, from: Num, to: DType, f16: boolean): string {
  const held = storageOf(to, f16);
  if (to === 'bool') return `select(0i, 1i, (${text}) != ${from}(0))`;
  if (to === 'float16' && held === 'f32') return `quantizeToF16(f32(${text}))`;
  const word = held === from ? text : `${held}(${text})`;
  if (to === 'uint8') return `(${word}) & 255`;
  if (to === 'uint16') return `(${word}) & 65535`;
  if (to === 'int8') return `((${word}) << 24u) >> 24u`;
  if (to === 'int16') return `((${word}) << 16u) >> 16u`;
  return word;
}

const wraps: Partial<Record<DType, (value: number) => number>> = {
  int8: (value) => (value << 24) >> 24,
  int16: (value) => (value << 16) >> 16,
  int32: (value) => value | 0,
  uint8: (value) => value & 255,
  uint16: (value) => value & 65535,
  uint32: (value) => value >>> 0,
};

/** The same on the host. 64-bit integers are numbers, exact up to 2^53. */
export function convertJs(from: 'real' | 'integer', to: DType): (value: number) => number {
  if (to === 'bool') return (value) => (value !== 0 ? 1 : 0);
  if (to === 'float16') return roundToHalf;
  if (isFloat(to)) return (value) => value;
  const wrap = wraps[to] ?? ((value: number) => value);
  if (from === 'integer') return wrap;
  const [low, high] =
    to === 'uint32' ? [0, 2 ** 32 - 1] : to === 'uint64' ? [0, Infinity] : [-(2 ** 31), 2 ** 31 - 1];
  if (to === 'int64') return Math.trunc;
  return (value) => wrap(Math.min(high, Math.max(low, Math.trunc(value))));
}

/** The one type that a function of these operands computes in: f32 as soon as one value is real. */
export function commonType(fn: string, operands: readonly (DType | null)[]): Num {
  const values = operands.filter((dtype, i) => dtype !== null && (fn !== 'where' || i > 0)) as DType[];
  if (values.some(isFloat)) return 'f32';
  return values.every((dtype) => storageOf(dtype, false) === 'u32') ? 'u32' : 'i32';
}
