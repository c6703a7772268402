import { aborted } from './failure.ts';

/** The user's wish to stop: an AbortSignal that Ctrl-C sets. */
export interface Interrupt extends Disposable {
  readonly signal: AbortSignal;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The first signal asks everything to stop, the second ends the process at once. `onSecond` cleans up what may
 * not be left behind; it has no time to wait for anything.
 */
export function interruptible(onSecond: () => void): Interrupt {
  const controller = new AbortController();
  const handler = () => {
    if (controller.signal.aborted) {
      onSecond();
      process.exit(1);
    }
    controller.abort(aborted());
  };
  for (const name of SIGNALS) process.on(name, handler);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      for (const name of SIGNALS) process.off(name, handler);
    },
  };
}
