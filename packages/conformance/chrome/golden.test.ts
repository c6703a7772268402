import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchChrome, type Served, serveSource } from '@roentgen/tooling/chrome';
import type { Browser, HTTPRequest, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeShared, sharedPath } from '../gpu/shared.ts';
import { goldenNetworks } from '../src/golden.ts';

// The same networks, the same session, in a page: what Node computes Chrome computes.
let chrome: Browser;
let served: Served;
let page: Page;

/** Answers requests below /models from the shared folder. */
async function answer(request: HTTPRequest): Promise<void> {
  const { pathname } = new URL(request.url());
  if (!pathname.startsWith('/models/')) return request.continue();
  return request.respond({
    body: await readFile(sharedPath(pathname.slice(1))),
    contentType: 'application/octet-stream',
  });
}

describeShared('golden tensors in Chrome', 'models/golden', () => {
  beforeAll(async () => {
    const root = fileURLToPath(new URL('page', import.meta.url));
    [chrome, served] = await Promise.all([launchChrome(), serveSource(root)]);
    page = await chrome.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => void answer(request));
    await page.goto(served.url);
    await page.waitForFunction('globalThis.golden');
  });
  afterAll(async () => {
    await chrome?.close();
    await served?.[Symbol.asyncDispose]();
  });

  it.each(Object.keys(goldenNetworks))('%s', async (name) => {
    expect(await page.evaluate(`golden(${JSON.stringify(name)})`)).toEqual([]);
  });
});
