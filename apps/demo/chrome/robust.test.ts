import { readPng } from '@roentgen/models';
import type { CDPSession, Page } from 'puppeteer';
import { expect, it, vi } from 'vitest';
import { keepPictures, patientPage, savedBy, useSite, waitForResult } from './site.ts';

/*
 * What happens to a viewer in real life: its drawing worker dies, its window goes to another screen, fingers pinch it,
 * the letters are large and the window is small, and all the while nothing jumps.
 */

const patience = 300_000;
let page: Page;
let devtools: CDPSession;
useSite(async ({ browser, url }) => {
  page = await patientPage(browser);
  await page.setViewport({ width: 1360, height: 1000 });
  devtools = await page.createCDPSession();
  // Before the page is there, so that none of its shifts is missed. One right after a click or a key is the user's own.
  await page.evaluateOnNewDocument(() => {
    const shifts: { value: number; what: string }[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as LayoutShift[])
        if (!entry.hadRecentInput)
          shifts.push({
            value: entry.value,
            what: entry.sources.map(({ node }) => (node as Element | null)?.className ?? '').join(' | '),
          });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url);
  await page.waitForSelector('[data-testid=adapter]');
});

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** How far the page has jumped in all, https://web.dev/articles/cls without its windows of time: never less. */
const jumped = () =>
  page.evaluate(() => {
    const { shifts } = globalThis as unknown as { shifts: { value: number; what: string }[] };
    return { sum: shifts.reduce((sum, { value }) => sum + value, 0), shifts };
  });

const said = () =>
  page.evaluate(
    () => document.querySelector<HTMLElement>('[data-testid=radiograph-stage]')?.dataset.painted ?? '',
  );

/** Waits until the stage has painted something like this, and says what. */
const painted = (pattern: RegExp) =>
  vi.waitFor(
    async () => {
      const words = await said();
      expect(words).toMatch(pattern);
      return words;
    },
    { timeout: 60_000, interval: 50 },
  );

const drawer = () => {
  const worker = page.workers().find((each) => each.url().includes('/draw-'));
  if (worker === undefined)
    throw new Error(`There is no drawing worker among ${page.workers().map((each) => each.url())}.`);
  return worker;
};
const view = async () => readPng(await savedBy(page, 'save-png'));
type View = Awaited<ReturnType<typeof view>>;

/** The share of values that are clearly others. Letters may differ by a hair: a new worker has yet to load its font. */
const changed = (one: View, other: View) =>
  one.data.filter((value, i) => Math.abs(value - other.data[i]) > 24).length / one.data.length;

it('does not jump while it loads, runs and shows a result', { timeout: patience }, async () => {
  expect(await jumped()).toMatchObject({ sum: expect.closeTo(0, 1) });
  // As a link does: without a click, after which shifts are forgiven.
  await page.goto(`${page.url()}?system=radiograph&sample=chest-opacity`);
  await waitForResult(page, 'radiograph', patience);
  await painted(/^radiograph 55 % map/);
  const { sum, shifts } = await jumped();
  expect(sum, JSON.stringify(shifts)).toBeLessThan(0.1);
});

it('paints again what it showed when its worker throws, or ends without a word', {
  timeout: patience,
}, async () => {
  await page.keyboard.press('+');
  await page.keyboard.press('i');
  const look = await painted(/zoom 1\.25 .* inverted/);
  const before = await view();
  const first = drawer();
  await first.evaluate(() => {
    setTimeout(() => {
      throw new Error('the drawing worker crashes');
    });
  });
  await vi.waitFor(() => expect(drawer()).not.toBe(first), { timeout: 60_000, interval: 50 });
  expect(changed(await view(), before)).toBeLessThan(0.001);
  const second = drawer();
  await second.evaluate(() => self.close()).catch(() => {});
  await vi.waitFor(() => expect(drawer()).not.toBe(second), { timeout: 60_000, interval: 50 });
  expect(changed(await view(), before)).toBeLessThan(0.001);
  expect(await painted(/zoom/)).toBe(look);
  await page.keyboard.press('i');
  await painted(/zoom 1\.25 at [\d.,]+ window \S+ size/);
  expect(await page.$('.stage-trouble')).toBeNull();
});

it('is as sharp as the screen that it is moved to', { timeout: patience }, async () => {
  const sizeOf = (said: string) => / size (\d+)x(\d+)/.exec(said)!.slice(1).map(Number);
  const [width, height] = sizeOf(await painted(/size/));
  // Higher than the one before, so that the window hears of it; the stage has the same size in pixels of the style sheet.
  const screen = { width: 1360, height: 1010, mobile: false };
  await devtools.send('Emulation.setDeviceMetricsOverride', { ...screen, deviceScaleFactor: 2 });
  await painted(new RegExp(`size ${2 * width}x${2 * height}`));
  const fine = await view();
  expect([fine.width, fine.height]).toEqual([2 * width, 2 * height]);
  await devtools.send('Emulation.clearDeviceMetricsOverride');
  await page.setViewport({ width: 1360, height: 1000 });
  await painted(new RegExp(`size ${width}x${height}`));
});

it('zooms about the middle of two fingers, and moves with them', { timeout: patience }, async () => {
  await page.setViewport({ width: 390, height: 844, hasTouch: true, isMobile: true }); // which loads the page anew
  await waitForResult(page, 'radiograph', patience);
  await page.keyboard.press('0');
  await painted(/zoom 1\.00 at 0\.500,0\.500 .* size 3\d\dx/);
  const stage = await page.$('[data-testid=radiograph-stage]');
  await stage?.scrollIntoView();
  const { x, y, width, height } = (await stage?.boundingBox())!;
  const [cx, cy] = [x + width / 2, y + height / 2];
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  const fingers = (apart: number, right = 0) => [
    { x: cx - apart / 2 + right, y: cy },
    { x: cx + apart / 2 + right, y: cy },
  ];
  await touch('touchStart', ...fingers(60));
  for (const apart of [80, 100, 120, 150]) await touch('touchMove', ...fingers(apart));
  await touch('touchEnd');
  await painted(/zoom 2\.50 at 0\.500,0\.500/);
  // Half of the width to the left again at the same distance: a quarter of the picture at 2.5 times its size.
  await touch('touchStart', ...fingers(100));
  for (const by of [-10, -20, -40]) await touch('touchMove', ...fingers(100, by));
  await touch('touchEnd');
  const moved = 0.5 + 40 / (2.5 * width);
  await painted(
    new RegExp(
      `zoom 2\\.50 at (${[-0.001, 0, 0.001].map((off) => (moved + off).toFixed(3)).join('|')}),0\\.500`,
    ),
  );
});

it('needs no scrolling sideways on a phone, nor with letters twice as large', {
  timeout: patience,
}, async () => {
  const wide = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const out = [...document.querySelectorAll('main *')].filter(
        (each) => each.getBoundingClientRect().right > clientWidth + 0.5,
      );
      return scrollWidth <= clientWidth ? [] : out.map((each) => `${each.tagName}.${each.className}`);
    });
  expect(await wide()).toEqual([]);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await wide()).toEqual([]);
  await keepPictures(page, 'radiograph-phone-large');
  const cut = await page.$$eval('main button, main select, main label, main th', (all) =>
    all
      .filter((each) => each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1)
      .map(({ textContent, className }) => `${className} ${textContent}`),
  );
  expect(cut).toEqual([]);
});
