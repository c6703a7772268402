import { readPng } from '@roentgen/models';
import type { CDPSession, Page } from 'puppeteer';
import { expect, it, vi } from 'vitest';
import { keepPictures, textOf, useSite, waitForResult } from './site.ts';

/*
 * A GPU that goes away for real: Chrome's GPU process is ended, with everything that computes and draws in it. It is
 * what a driver's reset does, and unlike `device.destroy()` it comes unasked and takes the adapter along. And a worker that
 * goes away, with all that it held.
 */

const patience = 420_000;
let page: Page;
let devtools: CDPSession;
useSite(
  async ({ browser, open }) => {
    page = await open();
    devtools = await browser.target().createCDPSession();
  },
  ['--disable-domain-blocking-for-3d-apis', '--disable-gpu-process-crash-limit'],
);

const failed = async () => {
  await page.waitForSelector('[data-testid=failure]', { timeout: 120_000 });
  return page.$eval('[data-testid=failure]', (panel) => (panel as HTMLElement).dataset.code);
};
/** Grey levels that the window shows of the result's picture: what is painted, not what a canvas believes to hold. */
const levels = async () => {
  const picture = await page.waitForSelector('[data-testid=result-radiograph] canvas');
  const { data, channels } = await readPng(await picture!.screenshot());
  return new Set(data.filter((_, i) => i % channels === 0)).size;
};
/** The result's picture is on the screen; it is painted a moment after the words. */
const seen = () =>
  vi.waitFor(async () => expect(await levels()).toBeGreaterThan(30), { timeout: 120_000, interval: 200 });
const crash = () => devtools.send('Browser.crashGpuProcess').catch(() => {});

it('keeps the result and says so, when the GPU goes away between runs', { timeout: patience }, async () => {
  await page.click('[data-testid=sample-radiograph]');
  await waitForResult(page, 'radiograph', patience);
  const score = await textOf(page, 'score');
  await seen();
  await crash();
  expect(await failed()).toBe('device');
  expect(await textOf(page, 'failure')).toMatch(/The GPU was reset.*still here.*Run again/s);
  expect(await textOf(page, 'score')).toBe(score);
  await seen();
  await keepPictures(page, 'device-lost');
  await page.click('[data-testid=failure] .primary');
  await page.waitForFunction(() => document.querySelector('[data-testid=failure]') === null);
  await waitForResult(page, 'radiograph', patience);
  expect(await textOf(page, 'score')).toBe(score);
});

it('keeps the last result when the GPU goes away in the middle of a run', { timeout: patience }, async () => {
  const score = await textOf(page, 'score');
  await page.click('[data-testid=sample-volume]');
  await page.waitForFunction(
    () => /Running: \d+ of/.test(document.querySelector('[data-testid=progress]')?.textContent ?? ''),
    { timeout: 200_000 },
  );
  await crash();
  expect(await failed()).toBe('device');
  expect(await page.$('[data-testid=progress]')).toBeNull();
  await page.click('[data-testid=card-radiograph] h2 button');
  expect(await textOf(page, 'score')).toBe(score);
  await seen();
  await page.keyboard.press('1');
  await page.waitForFunction(() => document.querySelector('[data-testid=failure]') === null);
  await waitForResult(page, 'radiograph', patience);
  expect(await textOf(page, 'score')).toBe(score);
});

it('shows a picture that is opened while the GPU is away', { timeout: patience }, async () => {
  const open = (system: string) =>
    page.$eval(`[data-testid=card-${system}] h2 button`, (button) => (button as HTMLElement).click());
  for (let round = 0; round < 3; round++) {
    await open('cells');
    await page.waitForFunction(() => document.querySelector('.stage-box') === null);
    // At once: what is painted before the GPU process is back has to be seen after it.
    await Promise.all([crash(), open('radiograph')]);
    await seen();
  }
});

it('paints again what the browser has emptied', { timeout: patience }, async () => {
  await page.$eval('[data-testid=radiograph-stage] canvas', (element) => {
    const canvas = element as HTMLCanvasElement;
    canvas.width += 0;
    canvas.dispatchEvent(new Event('contextrestored'));
  });
  await seen();
});

/** The worker that computes. */
const computer = () => {
  const worker = page.workers().find((each) => each.url().includes('/worker-'));
  if (worker === undefined)
    throw new Error(`None computes among ${page.workers().map((each) => each.url())}.`);
  return worker;
};
const dismiss = async () => {
  await page.click('[data-testid=failure] button:not(.primary)');
  await page.waitForFunction(() => document.querySelector('[data-testid=failure]') === null);
};

it('names what was under way when the worker that computes throws, and computes with another one', {
  timeout: patience,
}, async () => {
  await page.keyboard.press('1');
  await waitForResult(page, 'radiograph', patience);
  const score = await textOf(page, 'score');
  await page.click('[data-testid=sample-volume]');
  await page.waitForFunction(
    () => /Running: \d+ of/.test(document.querySelector('[data-testid=progress]')?.textContent ?? ''),
    { timeout: 200_000 },
  );
  const first = computer();
  await first.evaluate(() => {
    setTimeout(() => {
      throw new Error('the computing worker crashes');
    });
  });
  expect(await failed()).toBe('worker');
  expect(await textOf(page, 'failure')).toMatch(
    /has ended.*while it computed\. Your results are still here;.*the computing worker crashes.*Run again/s,
  );
  expect(await page.$('[data-testid=progress]')).toBeNull();
  await page.click('[data-testid=card-radiograph] h2 button');
  expect(await textOf(page, 'score')).toBe(score);
  await dismiss();
  await page.click('[data-testid=save-json]');
  expect(await failed()).toBe('usage');
  expect(await textOf(page, 'failure')).toMatch(
    /has ended since, and with it what it held\.\s+Next: run it again/,
  );
  await vi.waitFor(() => expect(computer()).not.toBe(first), { timeout: 60_000 });
  await page.keyboard.press('1');
  await page.waitForFunction(() => document.querySelector('[data-testid=failure]') === null);
  await waitForResult(page, 'radiograph', patience);
  expect(await textOf(page, 'score')).toBe(score);
});

it('hears of a worker that ends without a word, and runs again', { timeout: patience }, async () => {
  const score = await textOf(page, 'score');
  await computer()
    .evaluate(() => self.close())
    .catch(() => {});
  expect(await failed()).toBe('worker');
  expect(await textOf(page, 'failure')).toMatch(/while nothing was under way/);
  expect(await textOf(page, 'score')).toBe(score);
  await keepPictures(page, 'worker-ended');
  await page.click('[data-testid=failure] .primary');
  await page.waitForFunction(() => document.querySelector('[data-testid=failure]') === null);
  await waitForResult(page, 'radiograph', patience);
  expect(await textOf(page, 'score')).toBe(score);
});
