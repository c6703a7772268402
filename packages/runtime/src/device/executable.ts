import type { Endpoint, Plan, Slot } from '../plan/plan.ts';
import type { Device } from './device.ts';

/** One dispatch with everything it binds. */
export interface Dispatch {
  readonly pipeline: GPUComputePipeline;
  readonly bindGroup: GPUBindGroup;
  readonly grid: readonly [number, number, number];
}

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
}
