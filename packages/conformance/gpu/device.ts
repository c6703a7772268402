import { type Device, openDevice } from '@roentgen/runtime';
import { nodeGpu } from '@roentgen/runtime/node';

/** A device for tests, with Dawn's validation on: the adapter that ROENTGEN_ADAPTER names, or the best there is. */
export async function openTestDevice(): Promise<{ device: Device; release: () => void }> {
  const node = await nodeGpu({ log: (line) => console.info(line) });
  const device = await openDevice(node.gpu);
  device.gpu.addEventListener('uncapturederror', (event) => {
    throw new Error((event as GPUUncapturedErrorEvent).error.message);
  });
  return {
    device,
    release: () => {
      device[Symbol.dispose]();
      node.release();
    },
  };
}
