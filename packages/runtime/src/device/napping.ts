/** Milliseconds of a nap: 0.25 to 1 give the same times on lavapipe, 0.1 and less cost the kernels 5 to 15 %. */
const nap = 0.5;

/**
 * Waits for GPU work in naps. Where Dawn turns the event loop for as long as anything is awaited, every turn is made to last half a
 * millisecond, in which the thread leaves its core to what it waits for: the kernels of a software adapter, or the compiler. Elsewhere it
 * only waits.
 */
export async function napping<T>(work: Promise<T>): Promise<T> {
  // A page has no such function, or (in Electron) must not be stopped.
  if (!('setImmediate' in globalThis) || 'window' in globalThis) return work;
  const never = new Int32Array(new SharedArrayBuffer(4));
  let over = false;
  const end = () => {
    over = true;
  };
  work.then(end, end);
  while (!over) {
    await new Promise((resolve) => setImmediate(resolve));
    if (!over) Atomics.wait(never, 0, 0, nap);
  }
  return work;
}
