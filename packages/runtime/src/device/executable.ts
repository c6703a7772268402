import type { Endpoint, Plan, Slot } from '../plan/plan.ts';
import type { Device } from './device.ts';
import { Readback } from './readback.ts';

/** One dispatch with everything it binds. */
export interface Dispatch {
  readonly pipeline: GPUComputePipeline;
  readonly bindGroup: GPUBindGroup;
  readonly grid: readonly [number, number, number];
}

/**
 * A plan on a device: buffers made, constants uploaded, bind groups built. A run writes the inputs and submits once, commands that were
 * encoded while the one before was computed; no buffers and no bind groups are made. One run at a time.
 */
export class Executable implements Disposable {
  readonly plan: Plan;
  readonly #device: Device;
  readonly #activations: readonly GPUBuffer[];
  readonly #owned: readonly GPUBuffer[];
  readonly #dispatches: readonly Dispatch[];
  #readback: Readback | undefined;
  /** Commands of the next run, one that is read back or one that is not. */
  readonly #ready = new Map<boolean, GPUCommandBuffer>();

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
        const pass = encoder.beginComputePass({ timestampWrites });
        play(pass, [dispatch]);
        pass.end();
      });
    } else if (this.#dispatches.length > 0) {
      const pass = encoder.beginComputePass();
      this.play(pass);
      pass.end();
    }
  }

  /** Plays every dispatch into a pass of the caller's, who may play it again or stand between two timestamps. */
  play(pass: GPUComputePassEncoder): void {
    play(pass, this.#dispatches);
  }

  get device(): Device {
    return this.#device;
  }

  /** Where outputs come back to the host; made when it is first wanted. */
  get readback(): Readback {
    this.#readback ??= new Readback(this.#device.gpu, this.plan.outputs, (endpoint) =>
      this.bufferOf(endpoint),
    );
    return this.#readback;
  }

  /** The commands of one run, `reading` its outputs back or not; they can be submitted once. */
  takeCommands(reading: boolean): GPUCommandBuffer {
    const ready = this.#ready.get(reading) ?? this.#encoded(reading);
    this.#ready.delete(reading);
    return ready;
  }

  /** Encodes the commands of the next run, in the time that the GPU takes for this one. */
  encodeAhead(reading: boolean): void {
    if (!this.#ready.has(reading)) this.#ready.set(reading, this.#encoded(reading));
  }

  /** Gives back what was made ready for later runs, which the fault of one may have spoiled. */
  startAfresh(): void {
    this.#ready.clear();
    this.#readback?.[Symbol.dispose]();
    this.#readback = undefined;
  }

  #encoded(reading: boolean): GPUCommandBuffer {
    const encoder = this.#device.gpu.createCommandEncoder({ label: 'run' });
    this.record(encoder);
    if (reading) this.readback.record(encoder);
    return encoder.finish();
  }

  [Symbol.dispose](): void {
    this.startAfresh();
    for (const buffer of this.#owned) buffer.destroy();
  }
}

function play(pass: GPUComputePassEncoder, dispatches: readonly Dispatch[]): void {
  for (const { pipeline, bindGroup, grid } of dispatches) {
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindGroup);
    pass.dispatchWorkgroups(...grid);
  }
}
