import type { DType, HostArray } from '@roentgen/kernels';
import type { Outputs } from '../contest/outputs.ts';

/** A tensor that ONNX Runtime gives, in Node and in a page. */
export interface OrtTensor {
  readonly data: ArrayLike<number>;
  readonly dims: readonly number[];
}

/** Its answer as all contenders give theirs. */
export function asOutputs(results: Readonly<Record<string, OrtTensor>>): Outputs {
  return Object.fromEntries(
    Object.entries(results).map(([name, { data, dims }]) => [name, { data, shape: dims }]),
  );
}

/** Values in the array that it wants: 64-bit integers travel in another; float16 models are fed zeros by bits. */
export function forOnnxRuntime(data: HostArray, dtype: DType): unknown {
  if (dtype === 'int64') return BigInt64Array.from(data, BigInt);
  if (dtype === 'uint64') return BigUint64Array.from(data, BigInt);
  return dtype === 'float16' ? new Uint16Array(data.length) : data;
}
