import { bytesOf, type HostArray, sizeOf } from '@roentgen/kernels';
import type { Endpoint } from '../plan/plan.ts';
import { fromDevice } from './transfer.ts';

const mapRead = 0x1 | 0x8; // GPUBufferUsage.MAP_READ | COPY_DST, globals that Node lacks

/** Bytes that an input or output is copied with: its elements, in whole words. */
export function bytesIn({ type, held }: Endpoint): number {
  return Math.ceil((sizeOf(type.shape) * bytesOf(held)) / 4) * 4;
}

/** An output, the buffer that holds it, and the one that the host reads it from. */
interface Read {
  readonly endpoint: Endpoint;
  readonly source: GPUBuffer;
  readonly target: GPUBuffer;
}

/** The buffers through which the outputs of a plan come back to the host. They are kept, so one run at a time can use them. */
export class Readback implements Disposable {
  readonly #reads: readonly Read[];

  constructor(gpu: GPUDevice, outputs: readonly Endpoint[], bufferOf: (endpoint: Endpoint) => GPUBuffer) {
    const filled = outputs.filter((endpoint) => bytesIn(endpoint) > 0);
    this.#reads = filled.map((endpoint) => ({
      endpoint,
      source: bufferOf(endpoint),
      target: gpu.createBuffer({ label: `read ${endpoint.name}`, size: bytesIn(endpoint), usage: mapRead }),
    }));
  }

  /** Copies the outputs to where they are read. */
  record(encoder: GPUCommandEncoder): void {
    for (const { source, target } of this.#reads)
      encoder.copyBufferToBuffer(source, 0, target, 0, target.size);
  }

  /** Asks for what has been submitted so far; once it is there, `take` gives the values. */
  async map(): Promise<void> {
    await Promise.all(this.#reads.map(({ target }) => target.mapAsync(1)));
  }

  /** The values of each output that has any, in arrays of their own, by name; the buffers are free again. */
  take(): ReadonlyMap<string, HostArray> {
    const values = this.#reads.map(({ endpoint: { name, type, held }, target }): [string, HostArray] => [
      name,
      fromDevice(target.getMappedRange(), held, type.dtype, sizeOf(type.shape)),
    ]);
    for (const { target } of this.#reads) target.unmap();
    return new Map(values);
  }

  [Symbol.dispose](): void {
    for (const { target } of this.#reads) target.destroy();
  }
}
