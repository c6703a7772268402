import { type ReadonlySignal, signal } from '@preact/signals';
import {
  deleteItem,
  type Inventory,
  type Item,
  storeWeights,
  takeInventory,
} from '../../storage/inventory.ts';
import type { Store } from '../store.ts';

/** What the storage dialog shows and does. */
export interface StorageState {
  /** Null until the browser has answered. */
  readonly inventory: ReadonlySignal<Inventory | null>;
  /** What is being stored: "densenet121.onnx, 2 of 6"; null: nothing. */
  readonly storing: ReadonlySignal<string | null>;
  /** What was done last, or what went wrong. */
  readonly said: ReadonlySignal<string>;
  look(): Promise<void>;
  remove(items: readonly Item[]): Promise<void>;
  /** Stores these weights files. */
  fetch(files: readonly string[]): Promise<void>;
  /** Asks the browser not to delete anything by itself. */
  persist(): Promise<void>;
  /** Stops storing. */
  stop(): void;
}

const words = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Storage as it is, for as long as the dialog is open. */
export function createStorage({ weights, state }: Store): StorageState {
  const inventory = signal<Inventory | null>(null);
  const storing = signal<string | null>(null);
  const said = signal('');
  let controller = new AbortController();
  const look = async () => {
    inventory.value = await takeInventory(weights);
  };
  const say = (text: string) => {
    said.value = text;
    state.spoken.value = text;
  };
  /** Does something, says how it went, and looks again. */
  const act = async (work: () => Promise<string>) => {
    try {
      say(await work());
    } catch (error) {
      const stopped = error instanceof Error && error.name === 'AbortError';
      const file = storing.value?.split(',')[0];
      say(stopped ? `Stopped: ${file} is not stored.` : `That did not work: ${words(error)}.`);
    }
    storing.value = null;
    await look();
  };
  return {
    inventory,
    storing,
    said,
    look,
    remove: (items) =>
      act(async () => {
        for (const item of items) await deleteItem(item);
        return items.length === 1 ? `Deleted: ${items[0].name}.` : 'Everything is deleted.';
      }),
    fetch: (files) =>
      act(async () => {
        controller = new AbortController();
        for (const [i, file] of files.entries()) {
          storing.value = `${file}, ${i + 1} of ${files.length}`;
          const refused = await storeWeights(file, weights, controller.signal);
          if (refused !== null) return `${file} could not be stored: ${refused}.`;
        }
        return files.length === 1 ? `Stored: ${files[0]}.` : 'All weights are stored.';
      }),
    persist: () =>
      act(async () =>
        (await navigator.storage.persist())
          ? 'The browser keeps this until you delete it.'
          : 'The browser made no promise: it may delete this when the disk is full. It is asked again next time.',
      ),
    stop: () => controller.abort(),
  };
}
