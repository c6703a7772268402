import { type Device, openDevice } from '@roentgen/runtime';
import { nodeGpu } from '@roentgen/runtime/node';

/**
 * A device for tests, with Dawn's validation on: the adapter that ROENTGEN_ADAPTER names, or the best there is. `release` throws where
 * WebGPU found fault with something that nobody caught: an error thrown in the listener itself would fail no test.
 */
export async function openTestDevice(): Promise<{ device: Device; release: () => void }> {
  const node = await nodeGpu({ log: (line) => console.info(line) });
  const device = await openDevice(node.gpu);
  const faults: string[] = [];
  device.gpu.addEventListener('uncapturederror', (event) => {
    faults.push((event as GPUUncapturedErrorEvent).error.message);
  });
  const release = () => {
    device[Symbol.dispose]();
    node.release();
    if (faults.length > 0) throw new Error(`WebGPU refuses what the tests did:\n${faults.join('\n')}`);
  };
  return { device, release };
}
