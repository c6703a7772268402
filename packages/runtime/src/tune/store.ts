/** Where tunings are kept between sessions: a file, a browser's storage, whatever the embedder has. */
export interface TuningStore {
  /** The place, for messages. */
  readonly name: string;
  /** What was saved last; undefined where nothing was. */
  load(): Promise<string | undefined>;
  /** Replaces what was saved, whole or not at all. */
  save(text: string): Promise<void>;
}

/** Kept as long as the store itself is: for tests, and for several sessions of one program. */
export function memoryStore(text?: string): TuningStore {
  let kept = text;
  return {
    name: 'memory',
    load: async () => kept,
    save: async (next) => {
      kept = next;
    },
  };
}

const cacheName = 'roentgen';
const entry = 'roentgen-tuning.json';

/**
 * The Cache storage of the page's origin, which pages and workers have alike; undefined where there is none, as on an insecure page or
 * in Node (`fileStore` of `@roentgen/runtime/node`).
 */
export function browserStore(): TuningStore | undefined {
  const { caches, location } = globalThis;
  if (caches === undefined || location === undefined) return undefined;
  const address = new URL(`/${entry}`, location.origin).href;
  return {
    name: `the browser's cache of ${location.origin}`,
    load: async () => (await (await caches.open(cacheName)).match(address))?.text(),
    save: async (text) => (await caches.open(cacheName)).put(address, new Response(text)),
  };
}
