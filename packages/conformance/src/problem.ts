import {
  type Case,
  type Draw,
  eachElement,
  extentOf,
  type HostArray,
  hostArray,
  isFloat,
  type KernelInstance,
  type Problem,
  sizeOf,
  storageOf,
  type Tensor,
} from '@roentgen/kernels';
import { type Device, encodeParams, fromDevice, fromHalf, toDevice, toHalf } from '@roentgen/runtime';

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

/** Runs one kernel alone on dense inputs and gives its outputs, dense. */
export async function runKernel<A>(
  device: Device,
  kernel: KernelInstance,
  problem: Problem<A>,
  inputs: readonly (HostArray | null)[],
): Promise<HostArray[]> {
  const { gpu } = device;
  const owned: GPUBuffer[] = [];
  const buffer = (bytes: number, usage: number, data?: ArrayBufferView | ArrayBuffer) => {
    const made = gpu.createBuffer({ size: Math.ceil(Math.max(bytes, 16) / 4) * 4, usage });
    if (data) gpu.queue.writeBuffer(made, 0, padded(data));
    owned.push(made);
    return made;
  };
  const f16 = device.caps.features.has('f16');
  const held = (tensor: Tensor) => storageOf(tensor.dtype, f16);
  const width = (tensor: Tensor) => (held(tensor) === 'f16' ? 2 : 4);
  const operands = [...problem.inputs, ...problem.outputs];
  const buffers = operands.map((tensor, i) => {
    if (!tensor) return null;
    const values = inputs[i];
    const packing = kernel.packings?.find((p) => p.operand === i);
    if (values && packing) {
      const packed = packing.pack(values);
      const data =
        held(tensor) === 'f16' && packed instanceof Float32Array ? Uint16Array.from(packed, toHalf) : packed;
      return buffer(data.byteLength, storage, data);
    }
    const data = values ? toDevice(scatter(tensor, values), held(tensor), `operand ${i}`) : undefined;
    return buffer(extentOf(tensor) * width(tensor), storage, data);
  });
  const entries = kernel.bindings.map((b) => ({
    binding: b.index,
    resource: { buffer: buffers[b.operand]! },
  }));
  for (const table of kernel.tables ?? []) {
    entries.push({
      binding: table.index,
      resource: { buffer: buffer(table.data.byteLength, storage, table.data) },
    });
  }
  const params = encodeParams(kernel.params.values);
  entries.push({
    binding: kernel.params.index,
    resource: { buffer: buffer(params.byteLength, uniform, params) },
  });
  const compiled = await device.compile(kernel);
  const encoder = gpu.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(compiled.pipeline);
  pass.setBindGroup(0, gpu.createBindGroup({ layout: compiled.layout, entries }));
  pass.dispatchWorkgroups(...kernel.grid);
  pass.end();
  const reads = problem.outputs.map((tensor, i) => {
    const size = Math.ceil((extentOf(tensor) * width(tensor)) / 4) * 4;
    const read = buffer(size, mapRead);
    encoder.copyBufferToBuffer(buffers[problem.inputs.length + i]!, 0, read, 0, size);
    return read;
  });
  gpu.queue.submit([encoder.finish()]);
  const results: HostArray[] = [];
  for (const [i, tensor] of problem.outputs.entries()) {
    await reads[i].mapAsync(1);
    const whole = fromDevice(
      reads[i].getMappedRange().slice(0),
      held(tensor),
      tensor.dtype,
      extentOf(tensor),
    );
    const values = hostArray(tensor.dtype, sizeOf(tensor.shape));
    eachElement(tensor, (at, index) => (values[index] = whole[at]));
    results.push(values);
  }
  for (const each of owned) each.destroy();
  return results;
}

// GPUBufferUsage is a global that Node lacks.
const storage = 0x80 | 0x8 | 0x4;
const uniform = 0x40 | 0x8;
const mapRead = 0x1 | 0x8;

function padded(data: ArrayBufferView | ArrayBuffer): ArrayBuffer {
  const bytes =
    data instanceof ArrayBuffer
      ? new Uint8Array(data)
      : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const whole = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  whole.set(bytes);
  return whole.buffer;
}
