import { type HostArray, type KernelInstance, type Problem, storageOf, type Tensor } from '@roentgen/kernels';
import type { Device } from '../device/device.ts';
import type { Executable } from '../device/executable.ts';
import { prepare } from '../device/prepare.ts';
import { toDevice, writeWords } from '../device/transfer.ts';
import { gathered, planOf, scatter } from './single.ts';

/** How long one dispatch took, in milliseconds. */
export interface TrialTime {
  /** On the GPU, between two timestamps; null where the adapter has none. */
  readonly gpu: number | null;
  /** On the host, from submission until its end was known. */
  readonly wall: number;
}

const mapRead = 0x1 | 0x8; // GPUBufferUsage.MAP_READ | COPY_DST, a global that Node lacks

/**
 * One kernel on one problem, ready to run again and again: what benchmarks, tests and the tuner compare kernels with. Inputs are
 * dense on the host and lie on the GPU as the problem's views have them. Dispose of it to free its buffers.
 */
export class Trial implements Disposable {
  readonly problem: Problem<unknown>;
  readonly #executable: Executable;
  readonly #clock: Clock | undefined;

  private constructor(problem: Problem<unknown>, executable: Executable) {
    this.problem = problem;
    this.#executable = executable;
    const { gpu, caps } = executable.device;
    this.#clock = caps.features.has('timestamps') ? new Clock(gpu) : undefined;
  }

  /** Compiles the kernel and uploads its inputs. Throws 'device' where it does not compile, 'memory' where there is no room. */
  static async create<A>(
    device: Device,
    kernel: KernelInstance,
    problem: Problem<A>,
    inputs: readonly (HostArray | null)[],
  ): Promise<Trial> {
    const executable = await prepare(planOf(device.caps, kernel, problem, inputs), device);
    const trial = new Trial(problem, executable);
    for (const [index, tensor] of problem.inputs.entries()) {
      if (tensor) trial.#upload(index, tensor, inputs[index]!);
    }
    return trial;
  }

  /** Runs it once; the outputs, dense. */
  async outputs(): Promise<HostArray[]> {
    const { inputs, outputs } = this.problem;
    const { gpu } = this.#executable.device;
    const encoder = gpu.createCommandEncoder();
    this.#executable.record(encoder);
    const reads = outputs.map((_, i) => {
      const slot = this.#slot(inputs.length + i)!;
      const read = gpu.createBuffer({ size: slot.size, usage: mapRead });
      encoder.copyBufferToBuffer(this.#executable.bufferAt(slot), 0, read, 0, slot.size);
      return read;
    });
    gpu.queue.submit([encoder.finish()]);
    try {
      await Promise.all(reads.map((read) => read.mapAsync(1)));
      return outputs.map((tensor, i) =>
        gathered(tensor, reads[i].getMappedRange().slice(0), this.#held(tensor)),
      );
    } finally {
      for (const read of reads) read.destroy();
    }
  }

  /**
   * Dispatches it `times` over in one submission, each waiting for the one before (they write the same buffer), and gives the
   * mean time of one. Repeat short kernels until the whole takes milliseconds: Chrome rounds timestamps to 65,536 ns.
   */
  async time(times = 1): Promise<TrialTime> {
    const { gpu } = this.#executable.device;
    const encoder = gpu.createCommandEncoder();
    const pass = encoder.beginComputePass(this.#clock?.between ?? {});
    for (let i = 0; i < times; i++) this.#executable.play(pass);
    pass.end();
    this.#clock?.resolve(encoder);
    const commands = encoder.finish();
    const start = performance.now();
    gpu.queue.submit([commands]);
    await (this.#clock?.mapped() ?? gpu.queue.onSubmittedWorkDone());
    const wall = performance.now() - start;
    return { gpu: this.#clock === undefined ? null : this.#clock.read() / times, wall: wall / times };
  }

  /** How often to repeat it for a submission of about `milliseconds`; runs it a few times to find out. */
  async repeatsFor(milliseconds: number, most = 4096): Promise<number> {
    // A first run settles what is allocated late; one that is long already is long enough.
    if ((await this.time()).wall > milliseconds * 4) return 1;
    for (let times = 1; ; times = Math.min(most, times * 4)) {
      const { gpu, wall } = await this.time(times);
      // A timestamp that was rounded to nothing tells nothing.
      const each = gpu || wall;
      if (times === most || each * times >= milliseconds / 4) {
        return Math.min(most, Math.max(1, Math.round(milliseconds / each)));
      }
    }
  }

  [Symbol.dispose](): void {
    this.#executable[Symbol.dispose]();
    this.#clock?.[Symbol.dispose]();
  }

  #slot(operand: number) {
    return this.#executable.plan.steps[0].operands[operand];
  }

  #held(tensor: Tensor) {
    return storageOf(tensor.dtype, this.#executable.device.caps.features.has('f16'));
  }

  #upload(index: number, tensor: Tensor, values: HostArray): void {
    const slot = this.#slot(index);
    if (!slot || slot.buffer === 'constants') return;
    const words = toDevice(scatter(tensor, values), this.#held(tensor), `operand ${index}`);
    writeWords(this.#executable.device.gpu.queue, this.#executable.bufferAt(slot), 0, words);
  }
}

/** Two timestamps around a pass. */
class Clock implements Disposable {
  readonly #queries: GPUQuerySet;
  readonly #resolved: GPUBuffer;
  readonly #read: GPUBuffer;

  constructor(gpu: GPUDevice) {
    this.#queries = gpu.createQuerySet({ type: 'timestamp', count: 2 });
    this.#resolved = gpu.createBuffer({ size: 16, usage: 0x200 | 0x4 }); // QUERY_RESOLVE | COPY_SRC
    this.#read = gpu.createBuffer({ size: 16, usage: mapRead });
  }

  get between(): GPUComputePassDescriptor {
    const querySet = this.#queries;
    return { timestampWrites: { querySet, beginningOfPassWriteIndex: 0, endOfPassWriteIndex: 1 } };
  }

  resolve(encoder: GPUCommandEncoder): void {
    encoder.resolveQuerySet(this.#queries, 0, 2, this.#resolved, 0);
    encoder.copyBufferToBuffer(this.#resolved, 0, this.#read, 0, 16);
  }

  mapped(): Promise<unknown> {
    return this.#read.mapAsync(1);
  }

  /** Milliseconds between the two. */
  read(): number {
    const [begin, end] = new BigUint64Array(this.#read.getMappedRange().slice(0));
    this.#read.unmap();
    return Number(end - begin) / 1e6;
  }

  [Symbol.dispose](): void {
    this.#queries.destroy();
    this.#resolved.destroy();
    this.#read.destroy();
  }
}

/** Runs one kernel alone on dense inputs and gives its outputs, dense. Throws as `Trial.create`. */
export async function runKernel<A>(
  device: Device,
  kernel: KernelInstance,
  problem: Problem<A>,
  inputs: readonly (HostArray | null)[],
): Promise<HostArray[]> {
  using trial = await Trial.create(device, kernel, problem, inputs);
  return await trial.outputs();
}
