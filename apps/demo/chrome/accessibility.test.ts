import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer';
import { expect, it } from 'vitest';
import { dropFile, keepPictures, useSite, waitForResult } from './site.ts';

/*
 * axe-core on every view and state, in light and in dark; and what no rule can see: a page at 320 pixels, at 200 % of
 * the letters, and with colours of the system's.
 */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const patience = 420_000;
let page: Page;
const site = useSite(async ({ open }) => {
  page = await open();
});

/** Findings that keep somebody out, as "rule: selector" lines. Best practices count, apart from WCAG. */
async function findings(): Promise<string[]> {
  const lines: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    // The policy lets no inline script into the page; the debugger is no page.
    await page.evaluate(axe);
    const { violations, passes } = await page.evaluate(() =>
      (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        resultTypes: ['violations', 'passes'],
      }),
    );
    if (passes.length < 15) lines.push(`only ${passes.length} rules applied`);
    for (const { id, impact, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        lines.push(
          `${scheme} ${impact} ${id}: ${target.join(' ')} ${failureSummary?.split('\n')[1]?.trim()}`,
        );
  }
  return lines;
}

/** What sticks out of the page at this width, so that it would have to be scrolled sideways. */
async function overflow(width: number): Promise<string[]> {
  await page.setViewport({ width, height: 800 });
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > room + 0.5)
      .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`);
  });
}

const closed = async () => {
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('dialog') === null);
};
const opened = () => page.waitForSelector('dialog[open] h2');

it('has nothing to find on the start page and in its dialogs', { timeout: patience }, async () => {
  expect(await findings()).toEqual([]);
  for (const key of ['?', 'S', 'W']) {
    await page.keyboard.down('Shift');
    await page.keyboard.press(key as '?');
    await page.keyboard.up('Shift');
    await opened();
    if (key === 'S') await page.waitForSelector('[data-testid=stored]');
    if (key === 'W') await page.waitForSelector('dialog .facts');
    expect(await findings()).toEqual([]);
    await closed();
  }
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  await opened();
  expect(await findings()).toEqual([]);
  await keepPictures(page, 'palette', false);
  await closed();
});

it('has nothing to find on the bench page', { timeout: patience }, async () => {
  await page.keyboard.down('Shift');
  await page.keyboard.press('B');
  await page.keyboard.up('Shift');
  await page.waitForSelector('[data-testid=bench]');
  expect(await findings()).toEqual([]);
  await page.keyboard.down('Shift');
  await page.keyboard.press('B');
  await page.keyboard.up('Shift');
});

it('has nothing to find where something went wrong', async () => {
  await dropFile(page, '[data-testid=card-radiograph]', 'paper.pdf', [
    ...new TextEncoder().encode('%PDF-1.7 x'),
  ]);
  await page.waitForFunction(() => document.querySelector('main')?.textContent?.includes('paper.pdf'));
  expect(await findings()).toEqual([]);
});

it.each(['radiograph', 'cells', 'volume'])(
  'has nothing to find while and after a run: %s',
  { timeout: patience },
  async (system) => {
    await page.setViewport({ width: 1360, height: 1000 });
    await page.click(`[data-testid=sample-${system}]`);
    await page.waitForSelector('[data-testid=progress]');
    if (system === 'radiograph') expect(await findings()).toEqual([]);
    await waitForResult(page, system, patience);
    expect(await findings()).toEqual([]);
    for (const width of [320, 390, 1280, 1440]) expect([width, await overflow(width)]).toEqual([width, []]);
    await page.setViewport({ width: 390, height: 844 });
    await keepPictures(page, `${system}-phone`);
  },
);

it('loses nothing at 320 pixels, with letters twice as large, and in colours of the system', async () => {
  await page.goto(site.url);
  await page.waitForSelector('[data-testid=adapter]');
  for (const [name, width] of [
    ['phone', 390],
    ['laptop', 1280],
    ['wide', 1440],
  ] as const) {
    expect(await overflow(width)).toEqual([]);
    await keepPictures(page, `start-${name}`);
  }
  expect(await overflow(320)).toEqual([]);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await overflow(640)).toEqual([]);
  const lost = await page.$$eval('button, a', (controls) =>
    controls
      .filter((control) => {
        const { width, height } = control.getBoundingClientRect();
        return width > 0 && height > 0 && control.scrollWidth > control.clientWidth + 1;
      })
      .map(({ textContent }) => textContent),
  );
  expect(lost).toEqual([]);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
  await page.setViewport({ width: 1280, height: 800 });
  const devtools = await page.createCDPSession();
  const features = [{ name: 'forced-colors', value: 'active' }];
  await devtools.send('Emulation.setEmulatedMedia', { features });
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  // Which page is on is told by a background otherwise; that is gone now.
  const current = await page.$eval('nav [aria-current]', (link) => getComputedStyle(link).outlineStyle);
  expect(current).toBe('solid');
  await devtools.send('Emulation.setEmulatedMedia', { features: [] });
});

it('keeps fingers and the eye in mind: targets of 24 pixels at least, one heading of the first level', async () => {
  await page.setViewport({ width: 390, height: 800, hasTouch: true, isMobile: true });
  const small = await page.$$eval('main button, header button, nav a', (controls) =>
    controls
      .map((control) => ({ text: control.textContent, ...control.getBoundingClientRect().toJSON() }))
      .filter(({ width, height }) => width > 0 && (height < 24 || width < 24))
      .map(({ text }) => text),
  );
  expect(small).toEqual([]);
  expect(await page.$$eval('h1', (all) => all.length)).toBe(1);
});
