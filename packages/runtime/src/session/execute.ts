import { bytesOf, RoentgenError, sizeOf } from '@roentgen/kernels';
import type { Executable } from '../device/executable.ts';
import { fromDevice, toDevice, writeWords } from '../device/transfer.ts';
import { type Fault, watched } from '../device/watched.ts';
import type { Endpoint } from '../plan/plan.ts';
import type { Fed } from './inputs.ts';
import { throwIfAborted } from './queue.ts';
import type { GpuResult, Tensor } from './tensors.ts';

/** How long one dispatch took on the GPU. */
export interface StepTime {
  readonly index: number;
  readonly kernel: string;
  readonly node: string;
  readonly result: string;
  readonly milliseconds: number;
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Takes the time of every dispatch, in order, after the run; needs the adapter's timestamp-query, and slows the run. */
  readonly profile?: (step: StepTime) => void;
}

const mapRead = 0x1 | 0x8; // GPUBufferUsage.MAP_READ | COPY_DST
const maxQueries = 4096; // of a query set, by the WebGPU specification

function bytesIn({ type, held }: Endpoint): number {
  return Math.ceil((sizeOf(type.shape) * bytesOf(held)) / 4) * 4;
}

function feed(executable: Executable, encoder: GPUCommandEncoder, fed: ReadonlyMap<string, Fed>): void {
  for (const endpoint of executable.plan.inputs) {
    const value = fed.get(endpoint.name);
    const size = bytesIn(endpoint);
    if (!value || size === 0) continue;
    const target = executable.bufferOf(endpoint);
    if ('values' in value) {
      writeWords(
        executable.device.gpu.queue,
        target,
        0,
        toDevice(value.values, endpoint.held, endpoint.name),
      );
      continue;
    }
    if (value.buffer.size < size) {
      throw new RoentgenError(
        'shape',
        `the buffer of input '${endpoint.name}' has ${value.buffer.size} bytes; [${endpoint.type.shape}] takes ${size}`,
      );
    }
    encoder.copyBufferToBuffer(value.buffer, 0, target, 0, size);
  }
}

/** Timestamps of every dispatch of one run. */
class Stopwatch {
  readonly querySet: GPUQuerySet;
  readonly #resolved: GPUBuffer;
  readonly #read: GPUBuffer;
  readonly #executable: Executable;

  constructor(executable: Executable) {
    const { gpu, caps } = executable.device;
    const count = Math.max(2, 2 * executable.plan.steps.length);
    if (!caps.features.has('timestamps') || count > maxQueries) {
      const why = caps.features.has('timestamps')
        ? `${count / 2} dispatches are more than a set of timestamps holds`
        : 'this adapter has no timestamp-query';
      throw new RoentgenError('unsupported', `${why}, so dispatches cannot be timed one by one`, {
        hint: 'time whole runs instead',
      });
    }
    this.#executable = executable;
    this.querySet = gpu.createQuerySet({ type: 'timestamp', count });
    this.#resolved = gpu.createBuffer({ size: count * 8, usage: 0x200 | 0x4 }); // QUERY_RESOLVE | COPY_SRC
    this.#read = gpu.createBuffer({ size: count * 8, usage: mapRead });
  }

  resolve(encoder: GPUCommandEncoder): void {
    encoder.resolveQuerySet(this.querySet, 0, this.querySet.count, this.#resolved, 0);
    encoder.copyBufferToBuffer(this.#resolved, 0, this.#read, 0, this.#read.size);
  }

  async report(take: (step: StepTime) => void): Promise<void> {
    await this.#read.mapAsync(1);
    const times = new BigUint64Array(this.#read.getMappedRange().slice(0));
    for (const [index, { kernel, origin, result }] of this.#executable.plan.steps.entries()) {
      const milliseconds = Number(times[2 * index + 1] - times[2 * index]) / 1e6;
      take({ index, kernel: kernel.name, node: origin.node, result, milliseconds });
    }
  }

  dispose(): void {
    this.querySet.destroy();
    this.#resolved.destroy();
    this.#read.destroy();
  }
}

/** One run: inputs written, every dispatch recorded, then whatever `after` records; one submit. */
async function submit(
  executable: Executable,
  fed: ReadonlyMap<string, Fed>,
  options: RunOptions,
  after?: (encoder: GPUCommandEncoder) => void,
): Promise<void> {
  throwIfAborted(options.signal);
  const { gpu } = executable.device;
  const stopwatch = options.profile ? new Stopwatch(executable) : undefined;
  try {
    const { fault } = watched(gpu, ['validation', 'out-of-memory'], () => {
      const encoder = gpu.createCommandEncoder({ label: 'run' });
      feed(executable, encoder, fed);
      executable.record(encoder, stopwatch?.querySet);
      stopwatch?.resolve(encoder);
      after?.(encoder);
      gpu.queue.submit([encoder.finish()]);
    });
    const wrong = await fault;
    if (wrong) throw refused(wrong);
    if (options.profile) await stopwatch?.report(options.profile);
  } finally {
    stopwatch?.dispose();
  }
}

function refused({ filter, message }: Fault): RoentgenError {
  if (filter === 'out-of-memory')
    return new RoentgenError('memory', `the GPU has no room for a run: ${message}`);
  return new RoentgenError('device', `WebGPU refuses the run: ${message}`, {
    hint: 'inputs in buffers must belong to the device of the session, and not be destroyed or mapped',
  });
}

/** Runs the plan and leaves the outputs in their buffers. */
export async function runOnGpu(
  executable: Executable,
  fed: ReadonlyMap<string, Fed>,
  options: RunOptions,
): Promise<Record<string, GpuResult>> {
  await submit(executable, fed, options);
  const results = executable.plan.outputs.map((endpoint): [string, GpuResult] => {
    const { type, held, name } = endpoint;
    return [
      name,
      { buffer: executable.bufferOf(endpoint), shape: type.shape, dtype: type.dtype, elements: held },
    ];
  });
  return Object.fromEntries(results);
}

/** Runs the plan and reads the outputs back. */
export async function runToHost(
  executable: Executable,
  fed: ReadonlyMap<string, Fed>,
  options: RunOptions,
): Promise<Record<string, Tensor>> {
  const { gpu } = executable.device;
  const reads = executable.plan.outputs.map((endpoint) => {
    const size = bytesIn(endpoint);
    return {
      endpoint,
      size,
      buffer: gpu.createBuffer({ label: `read ${endpoint.name}`, size: Math.max(size, 4), usage: mapRead }),
    };
  });
  try {
    await submit(executable, fed, options, (encoder) => {
      for (const { endpoint, size, buffer } of reads)
        if (size > 0) encoder.copyBufferToBuffer(executable.bufferOf(endpoint), 0, buffer, 0, size);
    });
    await Promise.all(reads.map(({ buffer }) => buffer.mapAsync(1)));
    throwIfAborted(options.signal);
    const results = reads.map(({ endpoint: { name, type, held }, buffer }): [string, Tensor] => {
      const data = fromDevice(buffer.getMappedRange(), held, type.dtype, sizeOf(type.shape));
      return [name, { data, shape: type.shape, dtype: type.dtype }];
    });
    return Object.fromEntries(results);
  } finally {
    for (const { buffer } of reads) buffer.destroy();
  }
}
