import type { Host } from './host.ts';

/** Keeps the network that was loaded last, until another one is asked for or its device is lost. */
export interface Cache<T extends Disposable> {
  /** The network under `key`, by `load` where it is not there yet. */
  get(key: string, load: () => Promise<T>): Promise<T>;
}

export function createCache<T extends Disposable>(host: Host): Cache<T> {
  let kept: { readonly key: string; readonly value: T; readonly generation: number } | undefined;
  return {
    async get(key, load) {
      if (kept !== undefined && kept.key === key && kept.generation === host.generation) return kept.value;
      const value = await load();
      kept?.value[Symbol.dispose]();
      kept = { key, value, generation: host.generation };
      return value;
    },
  };
}

/** Names a user's model, or the shipped one. */
export const modelKey = (model: File | null): string =>
  model === null ? 'shipped' : `${model.name}|${model.size}|${model.lastModified}`;
