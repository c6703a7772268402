/**
 * Keeps the site's code in the browser, whole and of one build, so that the page opens without a network. Weights are
 * kept by the page's worker (../storage/weights.ts): nobody should store 17 MB who has not asked for them.
 *
 * Each build installs beside the one in use, takes what has not changed from it, and waits until the page asks it to
 * take over; so a page never meets code of another build. A file with another hash than the build's is refused.
 */
import { pageCachePrefix } from '../storage/names.ts';
import { placeOf } from './place.ts';
import { isolation, policy } from './policy.ts';

/** Files of the build with their hashes, as `integrity` writes them; put in by vite.config.ts. */
declare const SITE: { readonly version: string; readonly files: Readonly<Record<string, string>> };

/** Named once, since each use of `SITE` becomes the whole list. */
const site = SITE;
const scope = self as unknown as ServiceWorkerGlobalScope;
const folder = scope.registration.scope;
const files = new Set(Object.keys(site.files));
const cacheName = `${pageCachePrefix(folder)}${site.version}`;
const address = (file: string) => new URL(file, folder).href;

/** The same content under the headers that the site needs, whatever its server sends. */
function withHeaders(response: Response): Response {
  const type = response.headers.get('Content-Type') ?? 'application/octet-stream';
  const headers = { 'Content-Type': type, 'Content-Security-Policy': policy, ...isolation };
  return new Response(response.body, { headers });
}

/** A file as an earlier build left it, if it has not changed: the name of an asset carries its hash. */
const unchanged = (file: string) =>
  file.startsWith('assets/') ? caches.match(address(file)) : Promise.resolve(undefined);

async function keep(cache: Cache, file: string): Promise<void> {
  const kept = await unchanged(file);
  if (kept !== undefined) return cache.put(address(file), withHeaders(kept));
  const response = await fetch(address(file), { integrity: site.files[file], cache: 'no-cache' });
  if (!response.ok) throw new Error(`${file}: status ${response.status}`);
  await cache.put(address(file), withHeaders(response));
}

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  try {
    await Promise.all([...files].map((file) => keep(cache, file)));
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(pageCachePrefix(folder)) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
  await scope.clients.claim();
}

/** From the store; from the server where the store was emptied, and kept again. */
async function answer(file: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(address(file));
  if (kept !== undefined) return kept;
  const response = await fetch(address(file), { integrity: site.files[file] });
  return response.ok ? withHeaders(response) : response;
}

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('message', ({ data }) => {
  if (data === 'take over') void scope.skipWaiting();
});
scope.addEventListener('fetch', (event) => {
  const place = placeOf(event.request, folder, files);
  if (place.kind === 'page') event.respondWith(answer('index.html'));
  else if (place.kind === 'file') event.respondWith(answer(place.file));
  else if (place.kind === 'foreign') event.respondWith(Response.error());
});
