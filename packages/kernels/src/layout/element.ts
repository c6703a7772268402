import { computeOf, type DType, type Scalar, storageOf } from '../core/dtype.ts';
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
