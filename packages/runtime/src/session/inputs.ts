import {
  type DType,
  type HostArray,
  hostArray,
  isFloat,
  RoentgenError,
  sizeOf,
  type TensorType,
} from '@roentgen/kernels';
import type { ValueInfo } from './options.ts';
import type { GpuTensor, HostTensor } from './tensors.ts';

/** An input as the plan wants it: its type, and values on the host or a buffer on the device. */
export type Fed = { readonly type: TensorType } & (
  | { readonly values: HostArray }
  | { readonly buffer: GPUBuffer }
);

const copySource = 0x4; // GPUBufferUsage.COPY_SRC, a global that Node lacks

function isGpu(tensor: HostTensor | GpuTensor): tensor is GpuTensor {
  return 'buffer' in tensor;
}

/** 64-bit integers as plain numbers; one that a double cannot hold exactly is refused. */
function fromBigInts(data: BigInt64Array | BigUint64Array, name: string): Float64Array {
  const numbers = new Float64Array(data.length);
  for (const [index, value] of data.entries()) {
    numbers[index] = Number(value);
    if (!Number.isSafeInteger(numbers[index]))
      throw new RoentgenError('value', `input '${name}' holds ${value} at index ${index}, beyond 2^53`);
  }
  return numbers;
}

/** Values in the array that holds the type, or an error: floats are not silently cut to integers, nor the other way about. */
function converted(data: HostArray, dtype: DType, name: string): HostArray {
  const wanted = hostArray(dtype, 0);
  if (data.constructor === wanted.constructor) return data;
  const real = data instanceof Float32Array || data instanceof Float64Array;
  if (real !== isFloat(dtype) && !(data instanceof Float64Array)) {
    throw new RoentgenError('usage', `input '${name}' is ${dtype}, and is given a ${data.constructor.name}`, {
      hint: `convert it to a ${wanted.constructor.name} first`,
    });
  }
  const array = hostArray(dtype, data.length);
  array.set(data);
  const changed = isFloat(dtype) ? -1 : data.findIndex((value, index) => value !== array[index]);
  if (changed >= 0)
    throw new RoentgenError(
      'value',
      `input '${name}' holds ${data[changed]} at index ${changed}, which ${dtype} cannot`,
    );
  return array;
}

function numbersOf({ name, dtype }: ValueInfo, { data, shape }: HostTensor): HostArray {
  // Callers without types reach this, too.
  if (!ArrayBuffer.isView(data) || data instanceof DataView)
    throw new RoentgenError('usage', `input '${name}' has no array of numbers in 'data'`, {
      hint: `give a ${hostArray(dtype, 0).constructor.name}`,
    });
  if (data.length !== sizeOf(shape)) {
    throw new RoentgenError(
      'shape',
      `input '${name}' has ${data.length} values for the shape [${shape}], which takes ${sizeOf(shape)}`,
    );
  }
  const big = data instanceof BigInt64Array || data instanceof BigUint64Array;
  return converted(big ? fromBigInts(data, name) : data, dtype, name);
}

function fed(info: ValueInfo, tensor: HostTensor | GpuTensor): Fed {
  const { name, dtype } = info;
  const { shape } = tensor;
  if (!Array.isArray(shape) || !shape.every((extent) => Number.isInteger(extent) && extent >= 0)) {
    throw new RoentgenError('shape', `input '${name}' is given the shape [${shape}]`, {
      hint: 'extents are whole numbers, 0 or more',
    });
  }
  if (tensor.dtype !== undefined && tensor.dtype !== dtype) {
    throw new RoentgenError('usage', `input '${name}' is ${dtype}, and is given as ${tensor.dtype}`);
  }
  const type = { dtype, shape };
  if (!isGpu(tensor)) return { type, values: numbersOf(info, tensor) };
  if ((tensor.buffer.usage & copySource) === 0)
    throw new RoentgenError('usage', `the buffer of input '${name}' cannot be copied from`, {
      hint: 'create it with GPUBufferUsage.COPY_SRC',
    });
  return { type, buffer: tensor.buffer };
}

/** Throws 'usage' for a name that no input has. */
export function checkNames(infos: readonly ValueInfo[], given: Readonly<Record<string, unknown>>): void {
  const unknown = Object.keys(given).find((name) => !infos.some((info) => info.name === name));
  if (unknown !== undefined)
    throw new RoentgenError('usage', `the model has no input '${unknown}'`, {
      hint: `its inputs are ${infos.map(({ name }) => `'${name}'`).join(', ')}`,
    });
}

/** Checks names, types and sizes of what a run is fed. Inputs with a default in the model may be left out. */
export function checkInputs(
  infos: readonly ValueInfo[],
  given: Readonly<Record<string, HostTensor | GpuTensor>>,
): ReadonlyMap<string, Fed> {
  checkNames(infos, given);
  const result = new Map<string, Fed>();
  for (const info of infos) {
    if (Object.hasOwn(given, info.name)) result.set(info.name, fed(info, given[info.name]));
    else if (!info.optional)
      throw new RoentgenError('usage', `input '${info.name}' is missing`, {
        hint: `the model's inputs are ${infos.map(({ name }) => `'${name}'`).join(', ')}`,
      });
  }
  return result;
}
