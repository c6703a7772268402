import { type KernelInstance, RoentgenError } from '@roentgen/kernels';
import type { Endpoint, Plan, Slot, Step } from '../plan/plan.ts';
import type { Compiled, Device } from './device.ts';
import { encodeParams } from './params.ts';
import { toDevice } from './transfer.ts';

/** Told what has been done of what there is to do. */
export type Progress = (stage: 'compile' | 'upload', done: number, total: number) => void;

/** One dispatch with everything it binds. */
interface Dispatch {
  readonly pipeline: GPUComputePipeline;
  readonly bindGroup: GPUBindGroup;
  readonly grid: readonly [number, number, number];
}

// GPUBufferUsage is a global that Node lacks.
const usage = { mapRead: 0x1, copySource: 0x4, copyTarget: 0x8, uniform: 0x40, storage: 0x80 } as const;
const uniformAlignment = 256;

/**
 * A plan on a device: buffers made, constants uploaded, bind groups built. A run writes the inputs, records the dispatches and submits
 * once; nothing is allocated.
 */
export class Executable implements Disposable {
  readonly plan: Plan;
  readonly #device: Device;
  readonly #activations: readonly GPUBuffer[];
  readonly #owned: readonly GPUBuffer[];
  readonly #dispatches: readonly Dispatch[];

  constructor(
    plan: Plan,
    device: Device,
    activations: readonly GPUBuffer[],
    owned: readonly GPUBuffer[],
    dispatches: readonly Dispatch[],
  ) {
    this.plan = plan;
    this.#device = device;
    this.#activations = activations;
    this.#owned = owned;
    this.#dispatches = dispatches;
  }

  /** The buffer in which an input is wanted, or an output found. */
  bufferOf({ slot }: Endpoint): GPUBuffer {
    return this.bufferAt(slot);
  }

  /** The buffer of a slot that is not among the constants. */
  bufferAt({ buffer }: Slot): GPUBuffer {
    return this.#activations[buffer as number];
  }

  /** Records every dispatch, in one pass; with `timestamps`, each in a pass of its own between two of them. */
  record(encoder: GPUCommandEncoder, timestamps?: GPUQuerySet): void {
    if (timestamps) {
      this.#dispatches.forEach((dispatch, index) => {
        const timestampWrites = {
          querySet: timestamps,
          beginningOfPassWriteIndex: 2 * index,
          endOfPassWriteIndex: 2 * index + 1,
        };
        play(encoder.beginComputePass({ timestampWrites }), [dispatch]);
      });
    } else if (this.#dispatches.length > 0) {
      play(encoder.beginComputePass(), this.#dispatches);
    }
  }

  get device(): Device {
    return this.#device;
  }

  [Symbol.dispose](): void {
    for (const buffer of this.#owned) buffer.destroy();
  }
}

function play(pass: GPUComputePassEncoder, dispatches: readonly Dispatch[]): void {
  for (const { pipeline, bindGroup, grid } of dispatches) {
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindGroup);
    pass.dispatchWorkgroups(...grid);
  }
  pass.end();
}

/** The parameters of all steps, one after another at offsets at which a uniform may be bound. */
function joinParams(steps: readonly Step[]): {
  bytes: Uint8Array;
  slots: { offset: number; size: number }[];
} {
  const parts = steps.map(({ kernel }) => new Uint8Array(encodeParams(kernel.params.values)));
  const slots: { offset: number; size: number }[] = [];
  let end = 0;
  for (const { length } of parts) {
    slots.push({ offset: end, size: length });
    end = Math.ceil((end + length) / uniformAlignment) * uniformAlignment;
  }
  const bytes = new Uint8Array(Math.max(end, uniformAlignment));
  parts.forEach((part, i) => {
    bytes.set(part, slots[i].offset);
  });
  return { bytes, slots };
}

function entriesOf(
  kernel: KernelInstance,
  step: Step,
  resource: (slot: Slot) => GPUBufferBinding,
): GPUBindGroupEntry[] {
  const buffers = kernel.bindings.map(({ index, operand }) => ({
    binding: index,
    resource: resource(step.operands[operand]!),
  }));
  const tables = (kernel.tables ?? []).map(({ index }, i) => ({
    binding: index,
    resource: resource(step.tables[i]),
  }));
  return [...buffers, ...tables];
}

class Preparation {
  readonly #device: Device;
  readonly #owned: GPUBuffer[] = [];

  constructor(device: Device) {
    this.#device = device;
  }

  #buffer(label: string, size: number, flags: number): GPUBuffer {
    const buffer = this.#device.gpu.createBuffer({ label, size, usage: flags });
    this.#owned.push(buffer);
    return buffer;
  }

  #constants(plan: Plan, progress: Progress | undefined): GPUBuffer {
    const buffer = this.#buffer(
      'constants',
      Math.max(plan.constantBytes, 256),
      usage.storage | usage.copyTarget,
    );
    let done = 0;
    for (const { slot, values, held, name } of plan.uploads) {
      writeWords(this.#device.gpu.queue, buffer, slot.offset, toDevice(values, held, name));
      done += slot.size;
      progress?.('upload', done, plan.constantBytes);
    }
    return buffer;
  }

  async #pipelines(plan: Plan, progress: Progress | undefined): Promise<readonly Compiled[]> {
    let done = 0;
    const texts = new Set<string>();
    for (const { kernel } of plan.steps) texts.add(kernel.source.text);
    const compiled = plan.steps.map(({ kernel }) => this.#device.compile(kernel));
    for (const text of texts) {
      await compiled[plan.steps.findIndex(({ kernel }) => kernel.source.text === text)];
      progress?.('compile', ++done, texts.size);
    }
    return Promise.all(compiled);
  }

  async prepare(plan: Plan, progress: Progress | undefined): Promise<Executable> {
    const { gpu } = this.#device;
    // Compiling starts before the uploads, and goes on beside them.
    const compiling = this.#pipelines(plan, progress);
    const flags = usage.storage | usage.copySource | usage.copyTarget;
    const activations = plan.buffers.map((size, i) => this.#buffer(`activations ${i}`, size, flags));
    const constants = this.#constants(plan, progress);
    const { bytes, slots } = joinParams(plan.steps);
    const params = this.#buffer('params', bytes.length, usage.uniform | usage.copyTarget);
    gpu.queue.writeBuffer(params, 0, bytes);
    const compiled = await compiling;
    const resource = ({ buffer, offset, size }: Slot) => ({
      buffer: buffer === 'constants' ? constants : activations[buffer],
      offset,
      size,
    });
    const dispatches = plan.steps.map((step, i): Dispatch => {
      const { kernel, origin } = step;
      const uniform = { binding: kernel.params.index, resource: { buffer: params, ...slots[i] } };
      const entries = [...entriesOf(kernel, step, resource), uniform];
      const bindGroup = gpu.createBindGroup({
        label: `${kernel.name} of ${origin.op} '${origin.node}'`,
        layout: compiled[i].layout,
        entries,
      });
      return { pipeline: compiled[i].pipeline, bindGroup, grid: kernel.grid };
    });
    return new Executable(plan, this.#device, activations, this.#owned, dispatches);
  }

  dispose(): void {
    for (const buffer of this.#owned) buffer.destroy();
  }
}

/** Writes words to a buffer; two-byte elements are padded to whole words. */
export function writeWords(queue: GPUQueue, buffer: GPUBuffer, offset: number, words: ArrayBufferView): void {
  if (words.byteLength % 4 === 0) {
    queue.writeBuffer(buffer, offset, words.buffer as ArrayBuffer, words.byteOffset, words.byteLength);
    return;
  }
  const padded = new Uint8Array(Math.ceil(words.byteLength / 4) * 4);
  padded.set(new Uint8Array(words.buffer, words.byteOffset, words.byteLength));
  queue.writeBuffer(buffer, offset, padded);
}

/** Makes a plan ready to run: compiles its kernels side by side while constants are uploaded. */
export async function prepare(plan: Plan, device: Device, progress?: Progress): Promise<Executable> {
  const bytes = plan.constantBytes + plan.buffers.reduce((total, size) => total + size, 0);
  device.gpu.pushErrorScope('out-of-memory');
  const preparation = new Preparation(device);
  try {
    const executable = await preparation.prepare(plan, progress);
    if (await device.gpu.popErrorScope()) throw outOfMemory(bytes);
    return executable;
  } catch (error) {
    preparation.dispose();
    throw error;
  }
}

function outOfMemory(bytes: number): RoentgenError {
  return new RoentgenError(
    'memory',
    `the GPU has no room for ${(bytes / 2 ** 20).toFixed(0)} MiB of weights and buffers`,
    {
      hint: 'close other pages that use the GPU, or use a smaller input',
    },
  );
}
