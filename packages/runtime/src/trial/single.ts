import {
  bytesOf,
  type DeviceCaps,
  eachElement,
  extentOf,
  type HostArray,
  hostArray,
  type KernelInstance,
  type Problem,
  type Scalar,
  sizeOf,
  storageOf,
  type Tensor,
} from '@roentgen/kernels';
import { fromDevice } from '../device/transfer.ts';
import type { Plan, Slot, Upload } from '../plan/plan.ts';

/** Dense values laid out as the tensor's view of its buffer wants them. */
export function scatter(tensor: Tensor, values: HostArray): HostArray {
  const buffer = hostArray(tensor.dtype, extentOf(tensor));
  eachElement(tensor, (at, index) => (buffer[at] = values[index]));
  return buffer;
}

/** Elements of the buffer that holds an operand: its own, or that of the first output and the inputs that share it. */
function roomOf({ inputs, outputs, shared = [] }: Problem<unknown>, index: number): number {
  const own = [...inputs, ...outputs][index]!;
  if (index !== inputs.length) return extentOf(own);
  return Math.max(extentOf(own), ...shared.map((input) => extentOf(inputs[input]!)));
}

/**
 * A plan of one step: every operand in a buffer of its own, but for inputs that share the first output's; packed ones and tables among
 * the constants.
 */
export function planOf<A>(
  caps: DeviceCaps,
  kernel: KernelInstance,
  problem: Problem<A>,
  inputs: readonly (HostArray | null)[],
): Plan {
  const uploads: Upload[] = [];
  let constantBytes = 0;
  const upload = (name: string, values: HostArray, held: Scalar): Slot => {
    const size = roomFor(values.length, held);
    const slot: Slot = { buffer: 'constants', offset: constantBytes, size };
    constantBytes += size;
    uploads.push({ slot, name, held, values });
    return slot;
  };
  const tensors = [...problem.inputs, ...problem.outputs];
  const held = (tensor: Tensor) => storageOf(tensor.dtype, caps.features.has('f16'));
  const operands = tensors.map((tensor, index): Slot | null => {
    if (!tensor) return null;
    const packing = kernel.packings?.find(({ operand }) => operand === index);
    if (packing)
      return upload(`operand ${index}`, packing.pack(inputs[index]!), packing.held ?? held(tensor));
    const buffer = problem.shared?.includes(index) ? problem.inputs.length : index;
    return { buffer, offset: 0, size: roomFor(roomOf(problem, buffer), held(tensor)) };
  });
  const tables = (kernel.tables ?? []).map(({ name, data }) => upload(name, data, heldBy(data)));
  const buffers = operands.map((slot) => slot?.size ?? 256);
  const [type] = problem.outputs;
  const step = {
    kernel,
    operands,
    tables,
    type,
    origin: { node: 'case', op: kernel.name },
    result: 'y',
    cost: { flops: 0, bytes: 0, slowdown: 1 },
  };
  return { buffers, constantBytes, uploads, inputs: [], outputs: [], steps: [step] };
}

function roomFor(elements: number, held: Scalar): number {
  return Math.ceil(Math.max(1, elements * bytesOf(held)) / 256) * 256;
}

function heldBy(data: HostArray): Scalar {
  if (data instanceof Float32Array) return 'f32';
  return data instanceof Int32Array ? 'i32' : 'u32';
}

/** The tensor's elements, dense, out of the words of its whole buffer. */
export function gathered(tensor: Tensor, bytes: ArrayBuffer, held: Scalar): HostArray {
  const whole = fromDevice(bytes, held, tensor.dtype, extentOf(tensor));
  const values = hostArray(tensor.dtype, sizeOf(tensor.shape));
  eachElement(tensor, (at, index) => {
    values[index] = whole[at];
  });
  return values;
}
