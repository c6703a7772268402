import { type Device, openDevice } from '@roentgen/runtime';
import { nodeGpu } from '@roentgen/runtime/node';

/**
 * A device for tests, with Dawn's validation on: the adapter that ROENTGEN_ADAPTER names, or the best there is, without the features
 * `withheld`. `release` throws where WebGPU found fault with something that nobody caught: an error thrown in the listener itself would fail no test.
 */
export async function openTestDevice(
  withheld: readonly string[] = [],
): Promise<{ device: Device; release: () => void }> {
  const node = await nodeGpu({ log: (line) => console.info(line) });
  const device = await openDevice(withholding(node.gpu, withheld));
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

/** A GPU whose adapters do not tell of some features, so that nobody asks for them. */
function withholding(gpu: GPU, withheld: readonly string[]): GPU {
  if (withheld.length === 0) return gpu;
  const requestAdapter: GPU['requestAdapter'] = async (options) => {
    const adapter = await gpu.requestAdapter(options);
    if (!adapter) return null;
    const { limits, info } = adapter;
    const features = new Set([...adapter.features].filter((name) => !withheld.includes(name)));
    return {
      limits,
      info,
      features,
      requestDevice: adapter.requestDevice.bind(adapter),
    } as unknown as GPUAdapter;
  };
  return { requestAdapter } as GPU;
}
