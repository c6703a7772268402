import { type Device, openDevice } from '@roentgen/runtime';
import { nodeGpu } from '@roentgen/runtime/node';
import type { Context } from './context.ts';

/**
 * Opens a device for as long as `work` takes. `trusted` leaves out Dawn's checks: for networks that our own
 * tests run, not for a file that anyone may have written.
 */
export async function withDevice<T>(
  context: Context,
  { trusted }: { readonly trusted: boolean },
  work: (device: Device) => Promise<T>,
): Promise<T> {
  context.signal.throwIfAborted();
  const node = await nodeGpu({
    ...(context.adapter === undefined ? {} : { adapter: context.adapter }),
    trusted,
    log: context.note,
  });
  try {
    using device = await openDevice(node.gpu);
    return await work(device);
  } finally {
    node.release();
  }
}

/** What an adapter is called in an answer. */
export function adapterTitle({ info, caps }: Device): string {
  const { vendor, architecture, description } = info;
  return `${vendor} ${caps.software ? description || architecture : architecture || description}`.trim();
}
