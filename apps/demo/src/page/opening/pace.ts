import { effect } from '@preact/signals';
import type { State } from '../state.ts';
import type { Pace } from './estimate.ts';

/** Among the page's settings, which the storage panel shows and deletes. */
const entry = 'roentgen-pace';

type Paces = Readonly<Record<string, Pace>>;

function stored(): Paces {
  try {
    return JSON.parse(localStorage.getItem(entry) ?? '{}') as Paces;
  } catch {
    return {}; // nothing is stored here, or something else
  }
}

/** Keeps what runs on an adapter took, so that the next visit can say beforehand how long one will take. */
export function rememberPace({ adapter, opening: { pace } }: State): () => void {
  return effect(() => {
    const name = adapter.value?.name;
    if (name === undefined) return;
    const known = stored();
    const merged = { ...known[name], ...pace.value };
    if (Object.keys(merged).length > Object.keys(pace.value).length) pace.value = merged;
    try {
      if (Object.keys(merged).length > 0)
        localStorage.setItem(entry, JSON.stringify({ ...known, [name]: merged }));
    } catch {
      // A browser that stores nothing starts from a guess again.
    }
  });
}
