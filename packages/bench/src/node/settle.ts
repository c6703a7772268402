import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * A function that collects garbage until nothing is left of what was let go of. Dawn destroys a device when its JavaScript object is
 * collected, and then waits for threads that sleep 100 ms at a time: left alone, that falls into whatever is timed next.
 */
export function collector(): () => Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return async () => {
    // The first collection finds the sessions; what their finalizers let go of is found by the second.
    for (let turn = 0; turn < 2; turn++) {
      collect();
      await setTimeout(1);
    }
  };
}
