import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { threeChannelCells, writeTiff } from '@roentgen/models';
import type { Page } from 'puppeteer';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { hollowPng, study } from '../src/testing/files.ts';
import { findings } from './axe.ts';
import { dropFile, dropPaths, keepPictures, useSite, waitForResult } from './site.ts';

/*
 * axe-core on every view and state, in light and in dark; and what no rule can see: a page at 320 pixels, at 200 % of
 * the letters, and with colours of the system's.
 */

const patience = 420_000;
let page: Page;
const site = useSite(async ({ open }) => {
  page = await open();
});

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
  await gone();
};
const gone = () => page.waitForFunction(() => document.querySelector('dialog') === null);
const chord = async (modifier: 'Control' | 'Shift', key: 'k' | '?' | 'S' | 'W') => {
  await page.keyboard.down(modifier);
  await page.keyboard.press(key);
  await page.keyboard.up(modifier);
};
/** Waits until the focus is on what this says: its test id, its label or its text. */
const focused = (name: string) =>
  vi.waitFor(
    async () => {
      const held = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        return [element.dataset.testid, element.ariaLabel, element.textContent].filter(Boolean).join(' | ');
      });
      expect(held).toContain(name);
    },
    { timeout: 60_000, interval: 100 },
  );

it('has nothing to find on the start page', async () => {
  expect(await findings(page)).toEqual([]);
});

it.each([
  ['Help', 'Shift', '?', 'Help', 'p'],
  ['Storage and privacy', 'Shift', 'S', 'store-all', '[data-testid=stored]'],
  ['About these weights', 'Shift', 'W', 'About these weights', '.facts'],
  ['Commands', 'Control', 'k', 'Find a command', '[role=option]'],
] as const)(
  'has nothing to find in %s, which has the focus and gives it back, however it is closed',
  { timeout: patience },
  async (title, modifier, key, first, content) => {
    await page.focus('[data-testid=theme]');
    await chord(modifier, key);
    await page.waitForSelector(`dialog[open][aria-label="${title}"] ${content}`);
    await focused(first);
    expect(await findings(page)).toEqual([]);
    if (key === 'k') await keepPictures(page, 'palette', false);
    await closed();
    await focused('theme');
    await chord(modifier, key);
    await page.waitForSelector(`dialog[open][aria-label="${title}"] ${content}`);
    await page.focus('dialog .dialog-head button');
    await page.keyboard.press('Enter');
    await gone();
    await focused('theme');
  },
);

describe('what is asked about files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roentgen-axe-'));
  const write = (path: string, bytes: Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    return join(folder, path);
  };
  const weights = (file: string) =>
    fileURLToPath(new URL(`../../../packages/models/weights/${file}`, import.meta.url));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('which series, which part of it, and which card', async () => {
    for (const [path, bytes] of Object.entries(study())) write(`study/${path}`, bytes);
    await dropPaths(page, '.tagline', [join(folder, 'study')]);
    await page.waitForSelector('[data-testid=choice]');
    expect(await findings(page)).toEqual([]);
    await page.click('.things tbody tr:nth-child(2) button');
    await page.waitForSelector('[data-testid=settings] [data-testid=estimate]');
    expect(await findings(page)).toEqual([]);
    await dropFile(page, 'main', 'what.png', [...hollowPng()]);
    await page.waitForFunction(() =>
      document.querySelector('[data-testid=question]')?.textContent?.includes('what.png'),
    );
    expect(await findings(page)).toEqual([]);
  });

  it('what the channels show: the first list has the focus', { timeout: patience }, async () => {
    const { picture } = threeChannelCells();
    const stack = write(
      'stains.tif',
      await writeTiff(picture, 8, { channelNames: ['DAPI', 'Actin', 'DIC'] }),
    );
    await page.focus('[data-testid=theme]');
    const input = await page.$('[data-testid=file-cells]');
    await (input as import('puppeteer').ElementHandle<HTMLInputElement>).uploadFile(stack);
    await page.waitForSelector('dialog[open] [data-testid=channels]');
    await focused('channel-role-0');
    expect(await findings(page)).toEqual([]);
    await closed();
    await focused('theme');
  });

  it('a network that does not fit, one that does, and what is known of it', {
    timeout: patience,
  }, async () => {
    await dropPaths(page, '[data-testid=card-cells] h2', [weights('sr-hw-x2.onnx')]);
    await page.waitForSelector('[data-testid=refused]');
    expect(await findings(page)).toEqual([]);
    await dropPaths(page, '[data-testid=card-volume] h2', [weights('sr-hw-x2.onnx')]);
    await page.waitForFunction(
      () => document.querySelector('[data-testid=notices]')?.textContent?.includes('Your model is in use'),
      { timeout: patience },
    );
    expect(await findings(page)).toEqual([]);
    await chord('Shift', 'W');
    await page.waitForSelector('dialog .own-model');
    expect(await findings(page)).toEqual([]);
    await closed();
    await page.click('[data-testid=card-volume] .weights .link'); // the shipped one again
  });

  it('a damaged file, and the report of it', async () => {
    await dropFile(page, '[data-testid=card-radiograph]', 'broken.png', [...hollowPng()]);
    await page.waitForSelector('[data-testid=failure]');
    expect(await findings(page)).toEqual([]);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    });
    await page.click('[data-testid=failure] [data-testid=copy-report]');
    await page.waitForSelector('[data-testid=failure] textarea, [data-testid=failure] pre');
    expect(await findings(page)).toEqual([]);
    await keepPictures(page, 'report');
  });
});

it('has nothing to find on the bench page', { timeout: patience }, async () => {
  await page.keyboard.down('Shift');
  await page.keyboard.press('B');
  await page.keyboard.up('Shift');
  await page.waitForSelector('[data-testid=bench]');
  expect(await findings(page)).toEqual([]);
  await page.keyboard.down('Shift');
  await page.keyboard.press('B');
  await page.keyboard.up('Shift');
});

it('has nothing to find where something went wrong', async () => {
  await dropFile(page, '[data-testid=card-radiograph]', 'paper.pdf', [
    ...new TextEncoder().encode('%PDF-1.7 x'),
  ]);
  await page.waitForFunction(() => document.querySelector('main')?.textContent?.includes('paper.pdf'));
  expect(await findings(page)).toEqual([]);
});

it.each(['radiograph', 'cells', 'volume'])(
  'has nothing to find while and after a run: %s',
  { timeout: patience },
  async (system) => {
    await page.setViewport({ width: 1360, height: 1000 });
    await page.click(`[data-testid=sample-${system}]`);
    await page.waitForSelector('[data-testid=progress]');
    if (system === 'radiograph') expect(await findings(page)).toEqual([]);
    await waitForResult(page, system, patience);
    expect(await findings(page)).toEqual([]);
    if (system === 'volume') {
      await page.focus('[data-testid=solid-open]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-testid=solid][data-state=shown]', { timeout: 120_000 });
      await focused('Volume in 3D');
      expect(await findings(page)).toEqual([]);
      await closed();
      await focused('solid-open');
    }
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
