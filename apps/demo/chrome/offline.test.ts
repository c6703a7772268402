import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer';
import { afterAll, expect, it, vi } from 'vitest';
import { firstLoadOf } from '../vite/first-load.ts';
import { keepPictures, textOf, useSite, waitForResult } from './site.ts';
import { builtText, type StaticHost, serveStatic } from './static-host.ts';

/*
 * The built site in a folder of a server that sends no headers: what the service worker keeps, what the storage panel
 * shows and deletes, what is left without a network, and whom the page may ask.
 */

const patience = 420_000;
let host: StaticHost;
/** Another origin, which hears whatever reaches it. */
let stranger: StaticHost;
let page: Page;
const requests: string[] = [];
useSite(async ({ open }) => {
  [host, stranger] = await Promise.all([serveStatic('tools/roentgen/'), serveStatic('x/')]);
  page = await open(host.url);
  page.on('request', (request) => requests.push(request.url()));
});

afterAll(async () => {
  await host[Symbol.asyncDispose]();
  await stranger[Symbol.asyncDispose]();
});

const settled = '[data-testid=adapter], [data-testid=obstacle]';
const visit = async (url: string) => {
  await page.goto(url);
  await page.waitForSelector(settled, { timeout: 120_000 });
};
const stored = () => page.evaluate(() => caches.keys());
const openStorage = async () => {
  await page.keyboard.down('Shift');
  await page.keyboard.press('S');
  await page.keyboard.up('Shift');
  await page.waitForSelector('[data-testid=stored]');
};
const says = (id: string, words: string) =>
  page.waitForFunction(
    (name, text) => document.querySelector(`[data-testid=${name}]`)?.textContent?.includes(text),
    { timeout: 120_000 },
    id,
    words,
  );
const closeDialog = async () => {
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('dialog') === null);
};

it('costs a first visit 120 kB at most', () => {
  const files = firstLoadOf(fileURLToPath(new URL('../dist/site/', import.meta.url)));
  expect([...files.keys()].join()).toMatch(/index\.html.*index-.*\.js.*worker-/);
  expect([...files.values()].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(120_000);
});

it('keeps its code once it is idle, and isolates itself where the server does not', async () => {
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await page.waitForFunction(
    async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated',
    {
      timeout: 120_000,
    },
  );
  await visit(host.url);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

it('shows what is stored, and stores all weights when asked to', { timeout: patience }, async () => {
  await openStorage();
  expect(await textOf(page, 'stored')).toMatch(
    /The page itself\s+stored, \d+ files.*densenet121\.onnx\s+not stored/s,
  );
  await page.click('[data-testid=store-all]');
  await page.waitForFunction(
    () => document.querySelector('[data-testid=stored]')?.textContent?.includes('not stored') === false,
    { timeout: 120_000 },
  );
  expect(await textOf(page, 'room')).toMatch(/counts [\d.]+ MB and grants/);
  await keepPictures(page, 'storage', false);
  await closeDialog();
});

it('asks nobody but its own server, and the policy stops whoever tries', async () => {
  const own = new URL(host.url).origin;
  expect(requests.filter((url) => !url.startsWith(own) && !/^(blob|data):/.test(url))).toEqual([]);
  const foreign = `${stranger.url}index.html`;
  const blocked = await page.evaluate(async (url) => {
    const heard: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      heard.push(effectiveDirective),
    );
    const tag = (name: 'img' | 'script' | 'iframe') =>
      new Promise((resolve) => {
        const element = Object.assign(document.createElement(name), {
          src: url,
          onload: resolve,
          onerror: resolve,
        });
        document.body.append(element);
        setTimeout(resolve, 2000); // a frame that is refused loads an error page, or nothing: what counts is heard below
      });
    const fetched = await fetch(url, { mode: 'no-cors' }).then(
      () => 'fetched',
      () => 'refused',
    );
    navigator.sendBeacon(url, 'x');
    await Promise.all([tag('img'), tag('script'), tag('iframe')]);
    try {
      new WebSocket(url.replace('http', 'ws'));
    } catch {
      // refused at once
    }
    // The policy's events come by themselves.
    for (const end = Date.now() + 60_000; new Set(heard).size < 4 && Date.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 50));
    return { fetched, heard: [...new Set(heard)].sort() };
  }, foreign);
  expect(blocked.fetched).toBe('refused');
  expect(blocked.heard).toEqual(['connect-src', 'frame-src', 'img-src', 'script-src-elem']);
  expect(stranger.asked).toEqual([]);
  await says('notices', 'Blocked');
});

it('lets its worker ask nobody else either', async () => {
  const answer = await page.evaluate(async (url) => {
    // The page's own worker script, from the service worker, and so under its policy.
    const names = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    );
    const script = names.flat().find((request) => /\/worker-[^/]*\.js$/.test(request.url));
    const response = script && (await fetch(script.url));
    return { policy: response?.headers.get('Content-Security-Policy'), url };
  }, stranger.url);
  expect(answer.policy).toMatch(/default-src 'none'.*connect-src 'self' blob: data:/);
  expect(answer.policy).not.toMatch(/https?:|\*/);
});

it('fetches damaged weights anew, and keeps them in memory where there is no room', {
  timeout: patience,
}, async () => {
  await page.evaluate(async () => {
    const cache = await caches.open('roentgen-weights');
    const key = (await cache.keys()).find(({ url }) => url.endsWith('densenet121.onnx'));
    if (key === undefined) throw new Error('densenet121.onnx is not stored');
    await cache.put(key, new Response(new Uint8Array(1000)));
  });
  const devtools = await page.createCDPSession();
  const { origin } = new URL(host.url);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
  const before = host.asked.length;
  await page.click('[data-testid=sample-radiograph]');
  await waitForResult(page, 'radiograph', patience);
  expect(host.asked.slice(before).filter((path) => /densenet121.*\.onnx$/.test(path))).toHaveLength(1);
  await says('notices', 'could not be stored: the browser gives this site no more room');
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await openStorage();
  await page.click('[aria-label="Store densenet121.onnx"]');
  await page.waitForSelector('[aria-label="Delete densenet121.onnx"]');
  await closeDialog();
});

it('opens without a network, and runs every system whose weights are stored', {
  timeout: patience,
}, async () => {
  await host.stop();
  await visit(`${host.url}?system=radiograph`);
  for (const system of ['radiograph', 'cells', 'volume']) {
    await page.click(`[data-testid=sample-${system}]`);
    await waitForResult(page, system, patience);
  }
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

it('says what it needs the network for, where weights are not stored', { timeout: patience }, async () => {
  await openStorage();
  await page.click('[aria-label="Delete sr-hw-x4.onnx"]');
  await page.waitForSelector('[aria-label="Store sr-hw-x4.onnx"]');
  await closeDialog();
  await page.goto(`${host.url}?system=volume&sample=head&scale=4`);
  await page.waitForSelector('[data-testid=failure]', { timeout: 120_000 });
  expect(await textOf(page, 'failure')).toMatch(/sr-hw-x4\.onnx are not stored in this browser/);
});

it('deletes everything when asked to', async () => {
  await openStorage();
  await page.click('[data-testid=delete-all]');
  const left = async () => [
    (await stored()).filter((name) => name.startsWith('roentgen-page')),
    await page.evaluate(async () => (await (await caches.open('roentgen-weights')).keys()).length),
  ];
  // The page goes first and the weights after it.
  await vi.waitFor(async () => expect(await left()).toEqual([[], 0]), { timeout: 120_000 });
});

it('takes a new version when the user says so, whole', { timeout: patience }, async () => {
  await using second = await serveStatic('other/');
  await visit(second.url);
  const version = async () => (await stored()).find((name) => name.startsWith('roentgen-page /other/'));
  await page.waitForFunction(
    async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated',
    {
      timeout: 120_000,
    },
  );
  const first = await version();
  const html = builtText('index.html');
  const next = html.replace('<html ', '<html data-version="next" ');
  const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
  const script = builtText('service-worker.js');
  second.replaced.set('index.html', next);
  second.replaced.set(
    'service-worker.js',
    script.replace(hash(html), hash(next)).replace(/version: "[^"]+"/, 'version: "next"'),
  );
  await visit(second.url); // still the version that is stored; the browser looks for another one meanwhile
  expect(await page.evaluate(() => document.documentElement.dataset.version)).toBeUndefined();
  await page.waitForSelector('[data-testid=update]', { timeout: 120_000 });
  await keepPictures(page, 'update');
  await Promise.all([page.waitForNavigation(), page.click('[data-testid=update] button')]);
  expect(await page.evaluate(() => document.documentElement.dataset.version)).toBe('next');
  await page.waitForFunction(async () => (await caches.keys()).includes('roentgen-page /other/ next'));
  expect(await version()).not.toBe(first);
});
