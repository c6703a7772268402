/** What WebGPU found wrong, and by which of its scopes. */
export interface Fault {
  readonly filter: GPUErrorFilter;
  readonly message: string;
}

/** Closes the scopes of `filters`, the last opened first; the first thing that was found wrong, or null. */
async function closed(gpu: GPUDevice, filters: readonly GPUErrorFilter[]): Promise<Fault | null> {
  const faults = filters.toReversed().map(async (filter): Promise<Fault | null> => {
    // A device that is lost has no errors to tell; that it is lost is told elsewhere.
    const error = await gpu.popErrorScope().catch(() => null);
    return error && { filter, message: error.message };
  });
  return (await Promise.all(faults)).find((fault) => fault !== null) ?? null;
}

/**
 * Calls `work` with its errors caught. Error scopes are a stack that the whole device shares, so they are closed before anything
 * is awaited: `work` is synchronous, and what goes on side by side never takes the errors of the other.
 */
export function watched<T>(
  gpu: GPUDevice,
  filters: readonly GPUErrorFilter[],
  work: () => T,
): { readonly value: T; readonly fault: Promise<Fault | null> } {
  for (const filter of filters) gpu.pushErrorScope(filter);
  let value: T;
  try {
    value = work();
  } catch (error) {
    void closed(gpu, filters);
    throw error;
  }
  return { value, fault: closed(gpu, filters) };
}
