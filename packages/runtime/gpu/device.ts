import { type NodeGpu, nodeGpu } from '../src/device/node.ts';
import { type Device, openDevice } from '../src/index.ts';

/** A GPU and a device for the tests of a file; what WebGPU finds wrong and nobody catches is kept in `errors`. */
export interface TestGpu {
  readonly gpu: GPU;
  readonly device: Device;
  readonly errors: string[];
  /** Buffers that were made on the device and not destroyed. */
  readonly alive: ReadonlySet<GPUBuffer>;
  /** How many buffers were made so far. */
  made(): number;
  release(): void;
}

export async function openTestGpu(): Promise<TestGpu> {
  const node: NodeGpu = await nodeGpu({ log: (line) => console.info(line) });
  const device = await openDevice(node.gpu);
  const errors: string[] = [];
  device.gpu.addEventListener('uncapturederror', (event) => {
    errors.push((event as GPUUncapturedErrorEvent).error.message);
  });
  const { alive, made } = countBuffers(device.gpu);
  const release = () => {
    device[Symbol.dispose]();
    node.release();
  };
  return { gpu: node.gpu, device, errors, alive, made, release };
}

/** Keeps a list of the buffers of a device, from `createBuffer` to `destroy`. */
function countBuffers(gpu: GPUDevice): Pick<TestGpu, 'alive' | 'made'> {
  const alive = new Set<GPUBuffer>();
  let made = 0;
  const create = gpu.createBuffer.bind(gpu);
  gpu.createBuffer = (descriptor) => {
    const buffer = create(descriptor);
    const destroy = buffer.destroy.bind(buffer);
    alive.add(buffer);
    made++;
    buffer.destroy = () => {
      alive.delete(buffer);
      return destroy();
    };
    return buffer;
  };
  return { alive, made: () => made };
}
