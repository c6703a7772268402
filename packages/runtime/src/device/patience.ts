/** Shorter runs are not worth a timer, which is a millisecond late as often as not. */
const worthwhile = 5;
const share = 0.85;
/** A wait of less than this for results says that they were there already. */
const atOnce = 1;

/**
 * How long a run is left alone before its end is asked for, by what the last runs took. Dawn in Node finds the end of whatever is awaited by
 * turning the event loop without rest, and on a software adapter the thread that turns it takes a core from the kernels: of a DenseNet-121 on
 * two cores, 165 ms of processor time beside 2 x 104 ms in the kernels. So most of the run is slept through. A browser waits for us,
 * and has no `setImmediate`: nothing is slept there.
 */
export class Patience {
  #runs = 0;
  #usual = 0;
  readonly #turns: boolean;

  /** `turns`: whether waiting costs a thread, as it does in Node. */
  constructor(turns = 'setImmediate' in globalThis) {
    this.#turns = turns;
  }

  /** Milliseconds to sleep before the end of a run is asked for; 0 for those that are short, or not known yet. */
  get rest(): number {
    return this.#turns && this.#usual >= worthwhile ? this.#usual * share : 0;
  }

  /**
   * Takes note of a run: how long it took from its submission to its results, and how much of that was waited for after the rest, in
   * milliseconds. Results that were there at once came earlier, nobody knows when; so the next rest is much shorter. The first run
   * compiles, and tells nothing about the others.
   */
  learn(total: number, waited: number): void {
    this.#runs++;
    if (this.#runs === 1) return;
    this.#usual = this.rest > 0 && waited < atOnce ? total * 0.6 : total;
  }
}

/** Resolves after a while. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Milliseconds of a nap: 0.25 to 1 give the same times on lavapipe, 0.1 and less cost the kernels 5 to 15 %. */
const nap = 0.5;

/**
 * Waits for GPU work in naps. Where Dawn turns the event loop for as long as anything is awaited, every turn is made to last half a
 * millisecond, in which the thread leaves its core to what it waits for: the kernels of a software adapter, or the compiler. Unlike a rest it
 * needs no idea how long the work will take. Elsewhere it only waits.
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
