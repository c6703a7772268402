import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchChrome, type Served, serveSource } from '@roentgen/tooling/chrome';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeShared, sharedPath } from '../gpu/shared.ts';
import type { Tuned } from './page/tuning.ts';

let chrome: Browser;
let served: Served;

/** Tunes in a worker of a page of its own. */
async function tuned(): Promise<Tuned> {
  const page = await chrome.newPage();
  await page.goto(served.url);
  const network = [...(await readFile(sharedPath('models/sr-hw-x2.onnx')))];
  const result = await page.evaluate(
    (bytes) =>
      new Promise<Tuned>((resolve, reject) => {
        const worker = new Worker('/tuning.ts', { type: 'module' });
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.onmessage = ({ data }: MessageEvent<Tuned>) => resolve(data);
        worker.postMessage(URL.createObjectURL(new Blob([Uint8Array.from(bytes)])));
      }),
    network,
  );
  await page.close();
  return result;
}

describeShared('tuning in Chrome', 'models/sr-hw-x2.onnx', () => {
  beforeAll(async () => {
    const root = fileURLToPath(new URL('page', import.meta.url));
    [chrome, served] = await Promise.all([launchChrome(), serveSource(root)]);
  });
  afterAll(async () => {
    await chrome?.close();
    await served?.[Symbol.asyncDispose]();
  });

  it('is remembered from worker to worker and page to page', async () => {
    const first = await tuned();
    expect(first.warnings).toEqual([]);
    expect(first.timed.length).toBeGreaterThan(2);
    expect(await tuned()).toEqual({ timed: [], warnings: [] });
  });
});
