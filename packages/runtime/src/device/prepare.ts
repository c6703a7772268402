import { type KernelInstance, RoentgenError } from '@roentgen/kernels';
import type { Plan, Slot, Step, Upload } from '../plan/plan.ts';
import type { Compiled, Device } from './device.ts';
import { type Dispatch, Executable } from './executable.ts';
import { encodeParams } from './params.ts';
import { toDevice, writeWords } from './transfer.ts';
import { type Fault, watched } from './watched.ts';

/** Told what has been done of what there is to do. */
export type Progress = (stage: 'compile' | 'upload', done: number, total: number) => void;

// GPUBufferUsage is a global that Node lacks.
const usage = { copySource: 0x4, copyTarget: 0x8, uniform: 0x40, storage: 0x80 } as const;
const uniformAlignment = 256;

/** The parameters of all steps, one after another at offsets at which a uniform may be bound. */
function joinParams(steps: readonly Step[]): {
  bytes: Uint8Array<ArrayBuffer>;
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

/** Uploads that share a buffer: `start` is where it begins in the plan's numbering of constants. */
interface Chunk {
  readonly start: number;
  readonly size: number;
  readonly uploads: readonly Upload[];
}

/** Constants in as few buffers as the device's largest allows. */
function chunksOf(uploads: readonly Upload[], most: number): Chunk[] {
  const chunks: Chunk[] = [];
  for (const upload of uploads) {
    const { offset, size } = upload.slot;
    const last = chunks.at(-1);
    if (last && offset + size - last.start <= most)
      chunks.splice(-1, 1, { ...last, size: offset + size - last.start, uploads: [...last.uploads, upload] });
    else chunks.push({ start: offset, size, uploads: [upload] });
  }
  return chunks;
}

/** Packs constants, all into the same memory: to touch new memory takes longer than to pack. */
class Packer {
  readonly #room: Float32Array<ArrayBuffer>;

  constructor(uploads: readonly Upload[]) {
    const most = uploads.reduce(
      (most, { values, packing }) => Math.max(most, packing?.elements(values.length) ?? 0),
      0,
    );
    this.#room = new Float32Array(most);
  }

  /** The words of a constant as its kernel wants them; they are good until the next ones are asked for. */
  words({ values, held, name, packing }: Upload): ArrayBufferView {
    if (!packing) return toDevice(values, held, name);
    const packed = this.#room.subarray(0, packing.elements(values.length));
    if (packed.length > values.length) packed.fill(0);
    return toDevice(packing.pack(values, packed), held, name);
  }
}

class Preparation {
  readonly #device: Device;
  readonly #plan: Plan;
  readonly #progress: Progress | undefined;
  readonly #owned: GPUBuffer[] = [];

  constructor(device: Device, plan: Plan, progress: Progress | undefined) {
    this.#device = device;
    this.#plan = plan;
    this.#progress = progress;
  }

  #buffer(label: string, size: number, flags: number): GPUBuffer {
    const buffer = this.#device.gpu.createBuffer({ label, size, usage: flags });
    this.#owned.push(buffer);
    return buffer;
  }

  #constants(): (slot: Slot) => GPUBufferBinding {
    const { gpu } = this.#device;
    const packer = new Packer(this.#plan.uploads);
    let done = 0;
    const chunks = chunksOf(this.#plan.uploads, gpu.limits.maxBufferSize).map(({ start, size, uploads }) => {
      const buffer = this.#buffer('constants', size, usage.storage | usage.copyTarget);
      for (const upload of uploads) {
        const { offset, size } = upload.slot;
        writeWords(gpu.queue, buffer, offset - start, packer.words(upload));
        done += size;
        this.#progress?.('upload', done, this.#plan.constantBytes);
      }
      return { start, buffer };
    });
    return ({ offset, size }) => {
      const { start, buffer } = chunks.findLast((chunk) => chunk.start <= offset)!;
      return { buffer, offset: offset - start, size };
    };
  }

  /** Buffers for everything, with constants and parameters in them. */
  #allocate() {
    const flags = usage.storage | usage.copySource | usage.copyTarget;
    const activations = this.#plan.buffers.map((size, i) => this.#buffer(`activations ${i}`, size, flags));
    const constant = this.#constants();
    const { bytes, slots } = joinParams(this.#plan.steps);
    const params = this.#buffer('params', bytes.length, usage.uniform | usage.copyTarget);
    this.#device.gpu.queue.writeBuffer(params, 0, bytes);
    const resource = (slot: Slot): GPUBufferBinding =>
      slot.buffer === 'constants'
        ? constant(slot)
        : { buffer: activations[slot.buffer], offset: slot.offset, size: slot.size };
    return { activations, params: slots.map((slot) => ({ buffer: params, ...slot })), resource };
  }

  /** A pipeline for every step; shaders of the same text are compiled once. */
  async #pipelines(): Promise<readonly Compiled[]> {
    const kernels = new Map(this.#plan.steps.map(({ kernel }) => [kernel.source.text, kernel]));
    let done = 0;
    const compiled = [...kernels].map(async ([text, kernel]): Promise<[string, Compiled]> => {
      const pipeline = await this.#device.compile(kernel);
      this.#progress?.('compile', ++done, kernels.size);
      return [text, pipeline];
    });
    const byText = new Map(await Promise.all(compiled));
    return this.#plan.steps.map(({ kernel }) => byText.get(kernel.source.text)!);
  }

  async prepare(): Promise<Executable> {
    const { gpu } = this.#device;
    // Compiling starts before the uploads, and goes on beside them.
    const compiling = this.#pipelines();
    compiling.catch(() => undefined);
    const { value: allocated, fault } = watched(gpu, ['validation', 'out-of-memory'], () => this.#allocate());
    throwFault(await fault, this.#plan);
    const compiled = await this.#device.awaited(compiling);
    const bound = watched(gpu, ['validation'], () =>
      this.#plan.steps.map((step, i): Dispatch => {
        const { kernel, origin } = step;
        const uniform = { binding: kernel.params.index, resource: allocated.params[i] };
        const bindGroup = gpu.createBindGroup({
          label: `${kernel.name} of ${origin.op} '${origin.node}'`,
          layout: compiled[i].layout,
          entries: [...entriesOf(kernel, step, allocated.resource), uniform],
        });
        return { pipeline: compiled[i].pipeline, bindGroup, grid: kernel.grid };
      }),
    );
    throwFault(await bound.fault, this.#plan);
    return new Executable(this.#plan, this.#device, allocated.activations, this.#owned, bound.value);
  }

  dispose(): void {
    for (const buffer of this.#owned) buffer.destroy();
  }
}

function throwFault(fault: Fault | null, plan: Plan): void {
  if (!fault) return;
  if (fault.filter !== 'out-of-memory') {
    throw new RoentgenError('device', `WebGPU refuses the plan: ${fault.message}`, {
      hint: 'this is a fault in Roentgen; please report the model',
    });
  }
  const bytes = plan.constantBytes + plan.buffers.reduce((total, size) => total + size, 0);
  throw new RoentgenError(
    'memory',
    `the GPU has no room for ${(bytes / 2 ** 20).toFixed(0)} MiB of weights and buffers`,
    { hint: 'close other pages that use the GPU, or use a smaller input' },
  );
}

/** Makes a plan ready to run: compiles its kernels side by side while constants are uploaded. Throws 'device' and 'memory'. */
export async function prepare(plan: Plan, device: Device, progress?: Progress): Promise<Executable> {
  const preparation = new Preparation(device, plan, progress);
  try {
    return await preparation.prepare();
  } catch (error) {
    preparation.dispose();
    throw error;
  }
}
