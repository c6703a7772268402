import type { WeightsFile } from '../protocol.ts';
import { weightsCache } from './names.ts';

/** What is known of stored weights without reading them. */
export interface StoredWeights {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Weights in the browser, under their SHA-256; what comes out has been checked against it. */
export interface WeightsStore {
  /** Undefined where they are not stored, or where what was stored is damaged (it is deleted then). */
  get(file: WeightsFile): Promise<Uint8Array | undefined>;
  /** Stores checked bytes. Where the browser refuses, memory keeps them, and the answer says why. */
  keep(name: string, file: WeightsFile, bytes: Uint8Array<ArrayBuffer>): Promise<string | null>;
}

const root = '/roentgen-weights/';
const address = (sha256: string, name: string) =>
  new URL(`${root}${sha256}/${name}`, globalThis.location.origin).href;

/** SHA-256 in hexadecimal digits. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The address under which bytes of this hash lie, whatever they were called. */
async function find(cache: Cache, sha256: string): Promise<Request | undefined> {
  return (await cache.keys()).find(({ url }) => new URL(url).pathname.startsWith(`${root}${sha256}/`));
}

/** An insecure page has no Cache Storage; there the memory of this visit has to do. */
const storage = (): CacheStorage | undefined => (globalThis as { caches?: CacheStorage }).caches;

async function stored({ sha256 }: WeightsFile): Promise<Uint8Array | undefined> {
  const cache = await storage()?.open(weightsCache);
  const key = cache && (await find(cache, sha256));
  const response = key && (await cache?.match(key));
  if (cache === undefined || key === undefined || response === undefined) return undefined;
  const bytes = new Uint8Array(await response.arrayBuffer());
  if ((await sha256Of(bytes)) === sha256) return bytes;
  await cache.delete(key);
  return undefined;
}

/** Why weights could not be stored, as a sentence. */
function refusal(error: unknown): string {
  if (error instanceof Error && error.name === 'QuotaExceededError')
    return 'the browser gives this site no more room';
  return error instanceof Error ? error.message : String(error);
}

/** The store of this browser. */
export function openWeightsStore(): WeightsStore {
  const memory = new Map<string, Uint8Array>();
  return {
    async get(file) {
      // A store that cannot be read is no reason not to fetch.
      return memory.get(file.sha256) ?? (await stored(file).catch(() => undefined));
    },
    async keep(name, file, bytes) {
      const caches = storage();
      try {
        if (caches === undefined)
          throw new Error('this page is not secure, so the browser stores nothing for it');
        const headers = {
          'Content-Type': 'application/octet-stream',
          'Content-Length': String(bytes.length),
        };
        const cache = await caches.open(weightsCache);
        await cache.put(address(file.sha256, name), new Response(bytes, { headers }));
        return null;
      } catch (error) {
        memory.set(file.sha256, bytes);
        return refusal(error);
      }
    },
  };
}

/** All stored weights, those of other builds too. */
export async function listWeights(): Promise<readonly StoredWeights[]> {
  const cache = await storage()?.open(weightsCache);
  if (cache === undefined) return [];
  const keys = await cache.keys();
  return Promise.all(
    keys.map(async (key) => {
      const [sha256, name] = new URL(key.url).pathname.slice(root.length).split('/');
      const length = (await cache.match(key))?.headers.get('Content-Length');
      return { name: decodeURIComponent(name), sha256, bytes: Number(length ?? 0) };
    }),
  );
}

/** Deletes stored weights. */
export async function deleteWeights(sha256: string): Promise<void> {
  const cache = await storage()?.open(weightsCache);
  const key = cache && (await find(cache, sha256));
  if (key !== undefined) await cache?.delete(key);
}
