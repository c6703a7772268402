import { RoentgenError } from '@roentgen/kernels';
import type { Executable } from '../device/executable.ts';

const mapRead = 0x1 | 0x8; // GPUBufferUsage.MAP_READ | COPY_DST
const maxQueries = 4096; // of a query set, by the WebGPU specification

/** How long one dispatch took on the GPU. */
export interface StepTime {
  readonly index: number;
  readonly kernel: string;
  readonly node: string;
  readonly result: string;
  readonly milliseconds: number;
}

/** Timestamps of every dispatch of one run. */
export class Stopwatch {
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
