import type { DType, HostArray, Scalar } from '@roentgen/kernels';

/**
 * A tensor on the host: densely packed values, channels-first. float16 values travel as Float32Array, int64 and
 * uint64 as Float64Array (or BigInt64Array and BigUint64Array on the way in).
 */
export interface HostTensor {
  readonly data: HostArray | BigInt64Array | BigUint64Array;
  readonly shape: readonly number[];
  /** Left out: the type that the model declares. */
  readonly dtype?: DType;
}

/**
 * A tensor in a buffer of the session's device, densely packed from its start: float32 as f32, integers and truth values as
 * 32-bit words, float16 as f16 where the device has `shader-f16` and f32 elsewhere. It can be copied from (COPY_SRC), and its size is a
 * multiple of 4 bytes.
 */
export interface GpuTensor {
  readonly buffer: GPUBuffer;
  readonly shape: readonly number[];
  readonly dtype?: DType;
}

/** An output on the host. */
export interface Tensor {
  readonly data: HostArray;
  readonly shape: readonly number[];
  readonly dtype: DType;
}

/** An output left on the GPU; its buffer belongs to the session and holds this result until the next run. */
export interface GpuResult {
  readonly buffer: GPUBuffer;
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly elements: Scalar;
}
