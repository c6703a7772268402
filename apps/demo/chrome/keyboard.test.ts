import type { Page } from 'puppeteer';
import { describe, expect, it } from 'vitest';
import { cellsByKeys, radiographByKeys, volumeByKeys } from './keyboard/journeys.ts';
import { savedBy, textOf, useSite, waitForResult } from './site.ts';

/* The page without a pointer, and its addresses. */

const patience = 420_000;
let page: Page;
const site = useSite(async ({ open }) => {
  page = await open();
});

const focus = () =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    return element?.getAttribute('aria-label') ?? element?.innerText ?? '';
  });
const dialog = () => page.evaluate(() => document.querySelector('dialog h2')?.textContent ?? null);
const query = () => page.evaluate(() => location.search + location.hash);
/** Keys that are pressed while another one is held. */
const chord = async (modifier: 'Control' | 'Shift', key: 'k' | 'T' | 'B' | 'L') => {
  await page.keyboard.down(modifier);
  await page.keyboard.press(key);
  await page.keyboard.up(modifier);
};
const until = (condition: string) => page.waitForFunction(condition, { timeout: 60_000 });
const noDialog = () => until(`document.querySelector('dialog') === null`);

it('skips to the content, and shows where the focus is', async () => {
  await page.keyboard.press('Tab');
  expect(await focus()).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.keyboard.press('Tab');
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
  expect(outline).toBe('solid');
});

it('keeps the focus in a dialog, and gives it back', async () => {
  await page.focus('[data-testid=theme]');
  await page.keyboard.type('?');
  await until(`document.querySelector('dialog[open]') !== null`);
  expect(await dialog()).toBe('Help');
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(
      () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
    );
    expect(inside).toBe(true);
  }
  await page.keyboard.press('1'); // the page behind does not hear
  expect(await page.$('[data-testid=progress]')).toBeNull();
  await page.keyboard.press('Escape');
  await noDialog();
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.testid)).toBe('theme');
});

/** Keys that the help lists now. */
const listed = async () => {
  await page.keyboard.type('?');
  await until(`document.querySelector('dialog[open]') !== null`);
  const keys = await page.$$eval('dialog .keys kbd', (all) => all.map(({ textContent }) => textContent));
  await page.keyboard.press('Escape');
  await noDialog();
  return keys;
};

it('lists every key once, under its heading', async () => {
  const keys = await listed();
  expect(keys).toContain('Esc');
  expect(keys).toContain('Ctrl K');
  expect(new Set(keys).size).toBe(keys.length);
});

it('remembers the colours that were chosen, before the first paint', async () => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  const light = await ground();
  await chord('Shift', 'T');
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.reload({ waitUntil: 'domcontentloaded' });
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await page.waitForSelector('[data-testid=adapter]');
  expect(await ground()).toBe(dark);
  await chord('Shift', 'T'); // back to what the system wishes, and to following it
  expect(await page.evaluate(() => localStorage.getItem('roentgen-theme'))).toBeNull();
});

it(
  'finds a command by name and runs it',
  async () => {
    await chord('Control', 'k');
    await until(`document.activeElement?.getAttribute('role') === 'combobox'`);
    await page.keyboard.type('sample chest');
    expect(await page.$$eval('[role=option]', (all) => all.length)).toBe(1);
    await page.keyboard.press('Enter');
    await waitForResult(page, 'radiograph', patience);
  },
  patience,
);

it('says in the address what is on screen, and goes back and forth', { timeout: patience }, async () => {
  await until(`location.search.startsWith('?system=radiograph&sample=chest-opacity')`);
  await page.keyboard.press('2');
  await until(`location.search.startsWith('?system=volume&sample=head')`);
  await until(`/Running: \\d+ of/.test(document.querySelector('[data-testid=progress]')?.textContent ?? '')`);
  await page.keyboard.press('Escape');
  await until(`document.querySelector('[data-testid=progress]') === null`);
  await until(`document.querySelector('[data-testid=notices]')?.textContent.includes('stopped')`);
  await page.goBack();
  await until(`document.querySelector('[data-testid=result-radiograph]') !== null`);
  expect(await query()).toMatch(/^\?system=radiograph&sample=chest-opacity/);
  expect(await page.$('[data-testid=progress]')).toBeNull();
  await chord('Shift', 'B');
  await until(`document.querySelector('[data-testid=bench]') !== null`);
  await page.goBack();
  await until(`document.querySelector('[data-testid=result-radiograph]') !== null`);
});

/** Waits until the radiograph's stage says that it has painted something like this. */
const painted = (pattern: string) =>
  page.waitForFunction(
    (words) =>
      new RegExp(words).test(
        document.querySelector<HTMLElement>('[data-testid=radiograph-stage]')?.dataset.painted ?? '',
      ),
    { timeout: 60_000 },
    pattern,
  );
const titled = (title: string) =>
  until(`document.querySelector('.result-head h2')?.textContent === '${title}'`);

it('looks the same after a reload, and after Back and Forward', { timeout: patience }, async () => {
  const nonsense = 'pixels:blue,window:<b>,at:99_2_2';
  await page.goto(`${site.url}?system=radiograph&sample=chest&view=map:30,${nonsense}&theme=dark`);
  await painted('^radiograph 30 % map zoom 1\\.00 at 0\\.500,0\\.500 window 0\\.5/1 size');
  await until(`location.search === '?system=radiograph&sample=chest&view=map:30&theme=dark'`);
  await page.select('[data-testid=window-preset]', '2');
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (const key of ['+', '+', 'i', 's'] as const) await page.keyboard.press(key);
  const look = '^radiograph 30 % map zoom 1\\.56 at 0\\.500,0\\.500 window 0\\.3/0\\.6 inverted';
  await painted(look);
  await until(
    `location.search.includes('window:dark-parts-lungs.inverted') && /at:1.56\\d*_0.5_0.5/.test(location.search)`,
  );
  await page.reload();
  await painted(look);
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');

  await page.click('[data-testid=sample-radiograph]');
  await titled('Generated chest with an opacity');
  // The map's opacity is a habit; zoom and window were for the other picture.
  await painted('^radiograph 30 % map zoom 1\\.00 at 0\\.500,0\\.500 window 0\\.5/1 size');
  await until(`!location.search.includes('at:') && location.search.includes('chest-opacity')`);
  await page.goBack();
  await titled('Generated chest');
  await painted(look);
  await page.goForward();
  await titled('Generated chest with an opacity');
  await painted('^radiograph 30 % map zoom 1\\.00 at 0\\.500,0\\.500 window 0\\.5/1 size');
  await chord('Shift', 'T'); // back to what the system wishes
  await until(`!location.search.includes('theme')`);
});

it('finds cells by the settings of its address', { timeout: patience }, async () => {
  await page.goto(`${site.url}?system=cells&sample=nuclei&view=threshold:0.8,seeds:none,area:-5,labels:40`);
  await waitForResult(page, 'cells', patience);
  const settings = () =>
    page.$$eval('[data-testid^=set-]:is(input, select)', (all) =>
      Object.fromEntries(
        all.map((each) => [(each as HTMLElement).dataset.testid, (each as HTMLInputElement).value]),
      ),
    );
  await until(`document.querySelector('[data-testid=settings]').dataset.busy === 'false'`);
  expect(await settings()).toMatchObject({ 'set-threshold': '0.8', 'set-seeds': 'none', 'set-area': '20' });
  const saved = JSON.parse(new TextDecoder().decode(await savedBy(page, 'save-json')));
  expect(saved.settings).toMatchObject({ watershed: { threshold: 0.8, seeds: 'none', minimumArea: 20 } });
});

it('moves through slices, saves and copies a link', { timeout: patience }, async () => {
  await page.goto(`${site.url}?system=volume&sample=head&view=plane:coronal`);
  await waitForResult(page, 'volume', patience);
  const plane = await page.$$eval('[data-testid=result-volume] input:checked', (all) =>
    all.map((input) => input.closest('label')?.textContent),
  );
  expect(plane.join()).toMatch(/coronal/i);
  const keys = await listed();
  expect(keys).toContain('→');
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]); // the view takes none of the page's
  const slices = () =>
    page.$$eval('[data-testid=result-volume] output', (all) =>
      all.map((output) => output.textContent).join(),
    );
  const before = await slices();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(
    (text) =>
      [...document.querySelectorAll('[data-testid=result-volume] output')]
        .map(({ textContent }) => textContent)
        .join() !== text,
    { timeout: 60_000 },
    before,
  );
  expect((await savedBy(page, 'save-nifti')).length).toBeGreaterThan(1000);
  const context = site.browser.defaultBrowserContext();
  await context.overridePermissions(new URL(site.url).origin, [
    'clipboard-read',
    'clipboard-write',
    'clipboard-sanitized-write',
  ]);
  await chord('Shift', 'L');
  await until(`document.querySelector('[data-testid=notices]')?.textContent.includes('Link copied')`);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(new RegExp(`^${site.url}\\?system=volume&sample=head&view=plane:coronal`));
  expect(await textOf(page, 'notices')).toMatch(/names the sample and the view/);
});

it('says that a second start stops the first', { timeout: patience }, async () => {
  await page.keyboard.press('2');
  await page.waitForSelector('[data-testid=progress]');
  await page.keyboard.press('1');
  await until(`document.querySelector('[data-testid=notices]')?.textContent.includes('stopped, for')`);
  await waitForResult(page, 'radiograph', patience);
});

describe('a system, from its sample to what is saved of it, without a pointer', () => {
  it('radiograph', { timeout: patience }, () => radiographByKeys(page));
  it('cells', { timeout: patience }, () => cellsByKeys(page));
  it('volume', { timeout: patience }, () => volumeByKeys(page));
});
