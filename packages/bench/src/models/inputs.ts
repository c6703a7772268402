import { type DType, type HostArray, hostArray, sizeOf } from '@roentgen/kernels';

/** Values for timing: uniform in 0..1 for reals, zeros for the rest, the same on every machine. */
export function benchInput(dtype: DType, shape: readonly number[]): HostArray {
  const data = hostArray(dtype, sizeOf(shape));
  if (!dtype.startsWith('float')) return data;
  // Lehmer's generator modulo 2^31 - 1 with the multiplier of Park and Miller (CACM 31, 1988).
  let state = 20_260_101;
  for (let i = 0; i < data.length; i++) {
    state = (state * 48_271) % 2_147_483_647;
    data[i] = state / 2_147_483_647;
  }
  return data;
}

/** The shapes at which our networks are quoted, by the name of their file. */
const QUOTED: Readonly<Record<string, readonly number[]>> = {
  densenet121: [1, 3, 224, 224],
  'sr-hw-x2': [1, 1, 256, 256],
  'rau-net': [1, 3, 256, 256],
  meshnet: [1, 1, 64, 64, 64],
};

/** The shape to time a network at; undefined for a network that is none of ours. */
export function quotedShape(file: string): readonly number[] | undefined {
  return QUOTED[file.replace(/\.onnx$/, '')];
}
