import type { Param } from '@roentgen/kernels';

/** The bytes of a uniform struct of 4-byte scalars, padded to 16 bytes as WGSL's uniform address space wants. */
export function encodeParams(values: readonly Param[]): ArrayBuffer {
  const bytes = new ArrayBuffer(Math.max(16, Math.ceil(values.length / 4) * 16));
  const view = new DataView(bytes);
  values.forEach(([, type, value], i) => {
    if (type === 'f32') view.setFloat32(i * 4, value, true);
    else if (type === 'i32') view.setInt32(i * 4, value, true);
    else view.setUint32(i * 4, value, true);
  });
  return bytes;
}
