import {
  bytesOf,
  type Case,
  type Draw,
  eachElement,
  extentOf,
  type HostArray,
  hostArray,
  isFloat,
  type KernelInstance,
  type Problem,
  type Scalar,
  sizeOf,
  storageOf,
  type Tensor,
} from '@roentgen/kernels';
import {
  type Device,
  fromDevice,
  fromHalf,
  type Plan,
  prepare,
  type Slot,
  toDevice,
  toHalf,
  type Upload,
  writeWords,
} from '@roentgen/runtime';

/** Numbers in 0..1 from a seed (mulberry32), the same on every machine. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function drawn(tensor: Tensor, draw: Draw | null | undefined, next: () => number): () => number {
  if (draw === 'truth') return () => (next() < 0.5 ? 0 : 1);
  if (draw === 'positive') return () => (isFloat(tensor.dtype) ? 0.1 + next() : 1 + Math.floor(next() * 8));
  if (draw && typeof draw === 'object') {
    const [from, to] = 'below' in draw ? [0, draw.below] : [draw.from, draw.to];
    return isFloat(tensor.dtype)
      ? () => from + next() * (to - from)
      : () => from + Math.floor(next() * (to - from));
  }
  if (tensor.dtype === 'bool') return () => (next() < 0.5 ? 0 : 1);
  if (tensor.dtype.startsWith('uint')) return () => Math.floor(next() * 9);
  return isFloat(tensor.dtype) ? () => next() * 2 - 1 : () => Math.floor(next() * 17) - 8;
}

/** Dense test values for the inputs of a case, rounded to what the type can hold. */
export function drawInputs<A>(testCase: Case<A>): (HostArray | null)[] {
  return testCase.problem.inputs.map((tensor, i) => {
    if (!tensor) return null;
    const values = hostArray(tensor.dtype, sizeOf(tensor.shape));
    const next = drawn(tensor, testCase.draw?.[i], random(seedOf(testCase.name) + i));
    for (let at = 0; at < values.length; at++) values[at] = next();
    return tensor.dtype === 'float16' ? values.map((value) => fromHalf(toHalf(value))) : values;
  });
}

function seedOf(name: string): number {
  return [...name].reduce((hash, char) => (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0, 7);
}

/** Dense values laid out as the tensor's view of its buffer wants them. */
export function scatter(tensor: Tensor, values: HostArray): HostArray {
  const buffer = hostArray(tensor.dtype, extentOf(tensor));
  eachElement(tensor, (at, index) => (buffer[at] = values[index]));
  return buffer;
}

/** A plan of one step: every operand in a buffer of its own, packed ones and tables among the constants. */
function planOf<A>(
  device: Device,
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
  const held = (tensor: Tensor) => storageOf(tensor.dtype, device.caps.features.has('f16'));
  const operands = tensors.map((tensor, index): Slot | null => {
    if (!tensor) return null;
    const packing = kernel.packings?.find(({ operand }) => operand === index);
    if (packing) return upload(`operand ${index}`, packing.pack(inputs[index]!), held(tensor));
    return { buffer: index, offset: 0, size: roomFor(extentOf(tensor), held(tensor)) };
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
function gathered(tensor: Tensor, bytes: ArrayBuffer, held: Scalar): HostArray {
  const whole = fromDevice(bytes, held, tensor.dtype, extentOf(tensor));
  const values = hostArray(tensor.dtype, sizeOf(tensor.shape));
  eachElement(tensor, (at, index) => {
    values[index] = whole[at];
  });
  return values;
}

/** Runs one kernel alone on dense inputs and gives its outputs, dense. */
export async function runKernel<A>(
  device: Device,
  kernel: KernelInstance,
  problem: Problem<A>,
  inputs: readonly (HostArray | null)[],
): Promise<HostArray[]> {
  const { gpu, caps } = device;
  const plan = planOf(device, kernel, problem, inputs);
  using executable = await prepare(plan, device);
  const held = (tensor: Tensor) => storageOf(tensor.dtype, caps.features.has('f16'));
  const slots = plan.steps[0].operands;
  for (const [index, tensor] of problem.inputs.entries()) {
    const slot = slots[index];
    if (!tensor || !slot || slot.buffer === 'constants') continue;
    const words = toDevice(scatter(tensor, inputs[index]!), held(tensor), `operand ${index}`);
    writeWords(gpu.queue, executable.bufferAt(slot), 0, words);
  }
  const encoder = gpu.createCommandEncoder();
  executable.record(encoder);
  const reads = problem.outputs.map((_, i) => {
    const slot = slots[problem.inputs.length + i]!;
    const read = gpu.createBuffer({ size: slot.size, usage: mapRead });
    encoder.copyBufferToBuffer(executable.bufferAt(slot), 0, read, 0, slot.size);
    return read;
  });
  gpu.queue.submit([encoder.finish()]);
  await Promise.all(reads.map((read) => read.mapAsync(1)));
  const results = problem.outputs.map((tensor, i) =>
    gathered(tensor, reads[i].getMappedRange().slice(0), held(tensor)),
  );
  for (const read of reads) read.destroy();
  return results;
}

const mapRead = 0x1 | 0x8; // GPUBufferUsage.MAP_READ | COPY_DST, a global that Node lacks
