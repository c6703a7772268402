import type { PageProgress } from './protocol.ts';

/** How long a peer may take, in milliseconds. */
export interface Limits {
  /** From nothing to its first answer. */
  readonly load: number;
  /** Each later run. */
  readonly run: number;
}

/** Someone who took longer than allowed. */
export class TooSlow extends Error {
  readonly peer: string;

  constructor({ peer, stage }: PageProgress, limit: number) {
    const seconds = Math.round(limit / 1000);
    super(`slower than ${seconds} s ${stage === 'load' ? 'to its first answer' : 'for one run'}`);
    this.peer = peer;
  }
}

/**
 * Watches what a page says, from outside: work on a software adapter or in WebAssembly may hold up the page itself. A page
 * that says nothing at all has the time of a load.
 */
export class Watch implements Disposable {
  /** Rejects when a limit has passed. */
  readonly overdue: Promise<never>;
  readonly #limits: Limits;
  readonly #reject: (error: Error) => void;
  #timer: NodeJS.Timeout;

  constructor(limits: Limits) {
    this.#limits = limits;
    let reject: (error: Error) => void = () => {};
    this.overdue = new Promise((_, refuse) => {
      reject = refuse;
    });
    this.overdue.catch(() => {}); // read by whoever waits for the page
    this.#reject = reject;
    this.#timer = this.#start({ peer: 'the page', stage: 'load' });
  }

  /** What the page does now. */
  hear(progress: PageProgress): void {
    clearTimeout(this.#timer);
    this.#timer = this.#start(progress);
  }

  #start(progress: PageProgress): NodeJS.Timeout {
    const limit = progress.stage === 'run' ? this.#limits.run : this.#limits.load;
    return setTimeout(() => this.#reject(new TooSlow(progress, limit)), limit);
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
  }
}
