import { computeOf, type DType, isFloat, type Scalar, storageOf } from '../core/dtype.ts';
import type { DeviceCaps } from '../core/kernel.ts';

/** The type in which a GPU buffer holds `dtype` on this device. */
export function elementOf(dtype: DType, caps: DeviceCaps): Scalar {
  return storageOf(dtype, caps.features.has('f16'));
}

/** What a shader that names these types has to enable. */
export function extensionsOf(...scalars: readonly Scalar[]): readonly string[] {
  return scalars.includes('f16') ? ['f16'] : [];
}

/** The 32 bits in which a shader receives `value` for `bitcast<computeOf(dtype)>`: exact for every type, infinities too. */
export function bitsOf(dtype: DType, value: number): number {
  const bits = new DataView(new ArrayBuffer(4));
  const compute = computeOf(dtype);
  if (compute === 'f32') bits.setFloat32(0, value);
  else if (compute === 'i32') bits.setInt32(0, value);
  else bits.setUint32(0, value);
  return bits.getUint32(0);
}

/** Tolerance of kernels that only move values: none. */
export const exact = { relative: 0, absolute: 0 } as const;

/**
 * Tolerance of a sum of `terms` products, each below `scale` in size: float32's unit round-off times the square root
 * of the length (errors of either sign) with room to spare, and the output's own rounding.
 */
export function ofSum(
  dtype: DType,
  terms: number,
  scale = 1,
): { readonly relative: number; readonly absolute: number } {
  const own = dtype === 'float16' ? 2 ** -10 : 2 ** -21;
  const inputs = dtype === 'float16' ? 2 ** -11 : 2 ** -23;
  return isFloat(dtype)
    ? { relative: own, absolute: own * 2 ** -10 + 4 * inputs * scale * Math.sqrt(Math.max(1, terms)) }
    : { relative: 0, absolute: 0 };
}
