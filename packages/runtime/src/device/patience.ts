/** Shorter runs are not worth a timer, which is a millisecond late as often as not. */
const worthwhile = 5;
const share = 0.9;

/**
 * How long a run is left alone before its end is asked for, by what the last runs took. Dawn in Node finds the end of whatever is awaited by
 * turning the event loop without rest, and on a software adapter the thread that turns it takes a core from the kernels: of a DenseNet-121 on
 * two cores, 165 ms of processor time beside 2 x 104 ms in the kernels. So nine tenths of the run are slept through. A browser waits for us,
 * and has no `setImmediate`: nothing is slept there.
 */
export class Patience {
  #recent: readonly number[] = [];
  readonly #turns: boolean;

  /** `turns`: whether waiting costs a thread, as it does in Node. */
  constructor(turns = 'setImmediate' in globalThis) {
    this.#turns = turns;
  }

  /** Milliseconds to sleep before the end of a run is asked for; 0 for those that are short, or not known yet. */
  get rest(): number {
    const usual = this.#recent.length < 2 ? 0 : Math.min(...this.#recent);
    return this.#turns && usual >= worthwhile ? usual * share : 0;
  }

  /** Takes note of how long a run took, from its submission to its results, in milliseconds. */
  learn(milliseconds: number): void {
    this.#recent = [...this.#recent.slice(-2), milliseconds];
  }
}

/** Resolves after a while. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
