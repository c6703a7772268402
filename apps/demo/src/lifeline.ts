/*
 * No event tells of a worker's end. So it is asked to take a lock for as long as it lives: whoever gets the lock next knows.
 * page/watch-worker.ts is the other end.
 */

/** Asks a worker to take this lock. */
export interface Live {
  readonly type: 'live';
  readonly lock: string;
}

/** It has it. */
export interface Alive {
  readonly type: 'alive';
  readonly lock: string;
}

/** Holds a lock until the browser takes it, which is when the worker is gone. */
export function holdLock(lock: string, answer: (alive: Alive) => void): void {
  void navigator.locks.request(lock, () => {
    answer({ type: 'alive', lock });
    return new Promise(() => {});
  });
}
