import type { Weights } from '../protocol.ts';
import { pageCachePrefix, tuningCache } from './names.ts';
import { deleteWeights, listWeights, openWeightsStore, sha256Of } from './weights.ts';

/** Something of this site in the browser. */
export interface Item {
  readonly key: string;
  readonly kind: 'page' | 'weights' | 'tuning' | 'settings';
  /** What it is called, for the user. */
  readonly name: string;
  readonly bytes: number;
  /** Of how many files or entries. */
  readonly count: number;
  /** Weights that this build does not use. */
  readonly old: boolean;
}

/** Everything that this site has in the browser, and how much room it has. */
export interface Inventory {
  readonly items: readonly Item[];
  /** What the browser counts, with its own overhead; undefined where it does not tell. */
  readonly usage: number | undefined;
  readonly quota: number | undefined;
  /** Whether the browser has promised not to delete it when the disk is full. */
  readonly persisted: boolean;
}

const settingsPrefix = 'roentgen-';

async function sizeOf(cacheName: string): Promise<{ readonly bytes: number; readonly count: number }> {
  const cache = await caches.open(cacheName);
  const responses = await cache.matchAll();
  const blobs = await Promise.all(responses.map((response) => response.blob()));
  return { bytes: blobs.reduce((sum, { size }) => sum + size, 0), count: blobs.length };
}

/** Caches of this folder's code: more than one while a new version waits. */
async function pageCaches(): Promise<readonly string[]> {
  const prefix = pageCachePrefix(new URL('.', location.href).href);
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

async function pageItem(): Promise<Item[]> {
  const sizes = await Promise.all((await pageCaches()).map(sizeOf));
  const sum = (key: 'bytes' | 'count') => sizes.reduce((total, each) => total + each[key], 0);
  const item = { key: 'page', kind: 'page', name: 'The page itself', old: false } as const;
  return sizes.length === 0 ? [] : [{ ...item, bytes: sum('bytes'), count: sum('count') }];
}

async function weightItems(weights: Weights): Promise<Item[]> {
  const known = new Set(Object.values(weights).map(({ sha256 }) => sha256));
  return (await listWeights()).map(({ name, sha256, bytes }) => ({
    key: sha256,
    kind: 'weights',
    name,
    bytes,
    count: 1,
    old: !known.has(sha256),
  }));
}

async function tuningItem(): Promise<Item[]> {
  if (!(await caches.has(tuningCache))) return [];
  const { bytes, count } = await sizeOf(tuningCache);
  const item = { key: 'tuning', kind: 'tuning', name: 'Rankings of kernels', old: false } as const;
  return count === 0 ? [] : [{ ...item, bytes, count }];
}

const settings = (): readonly string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith(settingsPrefix));

function settingsItem(): Item[] {
  const keys = settings();
  const bytes = keys.reduce((sum, key) => sum + key.length + (localStorage.getItem(key)?.length ?? 0), 0);
  const item = {
    key: 'settings',
    kind: 'settings',
    name: 'Choices, such as the colours',
    old: false,
  } as const;
  return keys.length === 0 ? [] : [{ ...item, bytes, count: keys.length }];
}

/** Looks at what is there. An insecure page stores nothing, and has nothing to show. */
export async function takeInventory(weights: Weights): Promise<Inventory> {
  if (!isSecureContext) return { items: [], usage: undefined, quota: undefined, persisted: false };
  const parts = await Promise.all([pageItem(), weightItems(weights), tuningItem()]);
  const { usage, quota } = await navigator.storage.estimate();
  const persisted = await navigator.storage.persisted();
  return { items: [...parts.flat(), ...settingsItem()], usage, quota, persisted };
}

async function deletePage(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.unregister();
  await Promise.all((await pageCaches()).map((name) => caches.delete(name)));
}

/** Deletes one of the things that `takeInventory` listed. */
export async function deleteItem({ kind, key }: Item): Promise<void> {
  if (kind === 'page') await deletePage();
  else if (kind === 'weights') await deleteWeights(key);
  else if (kind === 'tuning') await caches.delete(tuningCache);
  else for (const each of settings()) localStorage.removeItem(each);
}

/** Fetches weights only to store them, checked by their hash; the answer says why they were not stored, if so. */
export async function storeWeights(
  name: string,
  weights: Weights,
  signal: AbortSignal,
): Promise<string | null> {
  const file = weights[name];
  const response = await fetch(file.url, { signal });
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!response.ok || (await sha256Of(bytes)) !== file.sha256)
    return 'the server does not hold the weights that this page was built with';
  return openWeightsStore().keep(name, file, bytes);
}
