import { type HostArray, RoentgenError, type Scalar } from '@roentgen/kernels';

/** Throws 'value' for the first 64-bit integer that the words of a GPU buffer cannot hold. */
export function checkFits(values: HostArray, held: Scalar, name: string): void {
  if (!(values instanceof Float64Array) || held === 'f32' || held === 'f16') return;
  const [low, high] = held === 'i32' ? [-(2 ** 31), 2 ** 31 - 1] : [0, 2 ** 32 - 1];
  const at = values.findIndex((value) => !(value >= low && value <= high && Number.isInteger(value)));
  if (at < 0) return;
  throw new RoentgenError(
    'value',
    `'${name}' holds ${values[at]} at index ${at}; 64-bit integers are held in 32 bits on the GPU`,
    { hint: `keep its values whole, and within ${low}..${high}` },
  );
}
