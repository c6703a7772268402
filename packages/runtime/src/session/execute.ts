import { hostArray, RoentgenError } from '@roentgen/kernels';
import type { Executable } from '../device/executable.ts';
import { bytesIn } from '../device/readback.ts';
import { toDevice, writeWords } from '../device/transfer.ts';
import { type Fault, watched } from '../device/watched.ts';
import type { Endpoint } from '../plan/plan.ts';
import type { Fed } from './inputs.ts';
import { throwIfAborted } from './queue.ts';
import { type StepTime, Stopwatch } from './stopwatch.ts';
import type { GpuResult, Tensor } from './tensors.ts';

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Takes the time of every dispatch, in order, after the run; needs the adapter's timestamp-query, and slows the run. */
  readonly profile?: (step: StepTime) => void;
}

/** Writes what the host feeds; gives the inputs that lie in buffers, and are to be copied. */
function write(executable: Executable, fed: ReadonlyMap<string, Fed>): [GPUBuffer, Endpoint][] {
  const copies: [GPUBuffer, Endpoint][] = [];
  for (const endpoint of executable.plan.inputs) {
    const value = fed.get(endpoint.name);
    const size = bytesIn(endpoint);
    if (!value || size === 0) continue;
    if ('values' in value) {
      const words = toDevice(value.values, endpoint.held, endpoint.name);
      writeWords(executable.device.gpu.queue, executable.bufferOf(endpoint), 0, words);
      continue;
    }
    if (value.buffer.size < size) {
      throw new RoentgenError(
        'shape',
        `the buffer of input '${endpoint.name}' has ${value.buffer.size} bytes; [${endpoint.type.shape}] takes ${size}`,
      );
    }
    copies.push([value.buffer, endpoint]);
  }
  return copies;
}

/** The commands of a run: first copies of the inputs that lie in buffers, then what lies ready, or is timed step by step. */
function commandsOf(
  executable: Executable,
  copies: readonly [GPUBuffer, Endpoint][],
  reading: boolean,
  stopwatch: Stopwatch | undefined,
): GPUCommandBuffer[] {
  const { gpu } = executable.device;
  const encoded = (record: (encoder: GPUCommandEncoder) => void): GPUCommandBuffer => {
    const encoder = gpu.createCommandEncoder({ label: 'run' });
    record(encoder);
    return encoder.finish();
  };
  const fed = encoded.bind(null, (encoder) => {
    for (const [buffer, endpoint] of copies)
      encoder.copyBufferToBuffer(buffer, 0, executable.bufferOf(endpoint), 0, bytesIn(endpoint));
  });
  const timed = (watch: Stopwatch) =>
    encoded((encoder) => {
      executable.record(encoder, watch.querySet);
      watch.resolve(encoder);
      if (reading) executable.readback.record(encoder);
    });
  return [
    ...(copies.length > 0 ? [fed()] : []),
    stopwatch ? timed(stopwatch) : executable.takeCommands(reading),
  ];
}

/**
 * One run: inputs written, one submit. Where it is read back, resolves when the outputs can be read. The commands of the next run are
 * encoded while the GPU works on this one.
 */
async function submit(
  executable: Executable,
  fed: ReadonlyMap<string, Fed>,
  options: RunOptions,
  reading: boolean,
): Promise<void> {
  throwIfAborted(options.signal);
  const { gpu } = executable.device;
  const stopwatch = options.profile ? new Stopwatch(executable) : undefined;
  try {
    const { fault, value: mapped } = watched(gpu, ['validation', 'out-of-memory'], () => {
      gpu.queue.submit(commandsOf(executable, write(executable, fed), reading, stopwatch));
      const mapping = reading ? executable.readback.map() : undefined;
      // Should it fail, the fault or the loss of the device says why.
      mapping?.catch(() => undefined);
      executable.encodeAhead(reading);
      return mapping;
    });
    const wrong = await fault;
    if (wrong) {
      executable.startAfresh();
      throw refused(wrong);
    }
    if (mapped) await executable.device.awaited(mapped);
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
  await submit(executable, fed, options, false);
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
  await submit(executable, fed, options, true);
  const values = executable.readback.take();
  throwIfAborted(options.signal);
  const results = executable.plan.outputs.map(({ name, type: { shape, dtype } }): [string, Tensor] => [
    name,
    { data: values.get(name) ?? hostArray(dtype, 0), shape, dtype },
  ]);
  return Object.fromEntries(results);
}
