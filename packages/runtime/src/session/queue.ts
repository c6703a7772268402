import { RoentgenError } from '@roentgen/kernels';

export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw stopped(signal);
}

function stopped(signal: AbortSignal): RoentgenError {
  return new RoentgenError('aborted', 'stopped by the caller', { cause: signal.reason });
}

/**
 * Work that is done one after another. It can be stopped from outside: then its promise rejects at once, and what comes next still
 * waits until the work itself, which the GPU may be busy with, is over.
 */
export class WorkQueue {
  #tail: Promise<void> = Promise.resolve();
  /** How to reject what was promised: of everything that is not over, and of the work in progress. */
  readonly #open = new Set<(reason: unknown) => void>();
  #current: ((reason: unknown) => void) | undefined;
  #closed: RoentgenError | undefined;

  add<R>(work: () => Promise<R>, signal?: AbortSignal): Promise<R> {
    return new Promise((resolve, reject) => {
      const abort = () => reject(stopped(signal!));
      this.#open.add(reject);
      signal?.addEventListener('abort', abort);
      const done = this.#tail.then(() => {
        if (this.#closed) throw this.#closed;
        throwIfAborted(signal);
        this.#current = reject;
        return work();
      });
      const over = () => {
        this.#open.delete(reject);
        this.#current = undefined;
        signal?.removeEventListener('abort', abort);
      };
      done.then(resolve, reject);
      this.#tail = done.then(over, over);
    });
  }

  /** Rejects the work in progress. */
  interrupt(reason: RoentgenError): void {
    this.#current?.(reason);
  }

  /** Rejects what is in progress or waits with `reason`, and all that is added later with `after`. */
  close(reason: RoentgenError, after: RoentgenError): void {
    this.#closed = after;
    for (const reject of this.#open) reject(reason);
  }
}
