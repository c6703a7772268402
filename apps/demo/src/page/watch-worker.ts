import type { Alive, Live } from '../lifeline.ts';

/** A worker until it ends. */
export interface Lifeline<To> {
  post(message: To): void;
  /** Ends it, which is not told. */
  end(): void;
}

const isAlive = (message: { readonly type: string }): message is Alive => message.type === 'alive';

/**
 * Hears a worker, and once, with what the browser says of the cause (often nothing), that it threw or is gone. No event tells of a worker's end, so
 * it takes a lock for as long as it lives: whoever gets it next knows.
 */
export function watchWorker<From extends { readonly type: string }, To>(
  worker: Worker,
  heard: (message: Exclude<From, Alive>) => void,
  died: (why: string) => void,
): Lifeline<To | Live> {
  const ended = new AbortController();
  const end = () => {
    ended.abort();
    worker.terminate();
  };
  const die = (why: string) => {
    if (ended.signal.aborted) return;
    end();
    died(why);
  };
  worker.onmessage = ({ data }: MessageEvent<From | Alive>) => {
    if (ended.signal.aborted) return;
    if (!isAlive(data)) return heard(data as Exclude<From, Alive>);
    navigator.locks.request(data.lock, { signal: ended.signal }, () => die('')).catch(() => {});
  };
  worker.onerror = ({ message }) => die(message);
  const post = (message: To | Live) => worker.postMessage(message);
  // A page that came without encryption has neither locks nor UUIDs. It computes nothing either, but says why.
  if (globalThis.isSecureContext) post({ type: 'live', lock: `roentgen-worker-${crypto.randomUUID()}` });
  return { post, end };
}
