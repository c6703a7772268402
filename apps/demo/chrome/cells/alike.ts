import { expect } from 'vitest';
import { keepPictures, textOf } from '../site.ts';
import { type Bench, csv, id, patience } from './card.ts';
import { rows } from './fields.ts';

const counts = async (bench: Bench) => (await rows(bench)).slice(0, 3).map(([, , cells]) => Number(cells));

/** Waits until the page says how many fields have the settings on screen. */
async function shared(bench: Bench, words: string): Promise<void> {
  await bench.page.waitForFunction(
    (wanted) => document.querySelector('[data-testid=settings-shared]')?.textContent?.startsWith(wanted),
    { timeout: patience },
    words,
  );
  await bench.page.waitForFunction(() => document.querySelector('[data-testid=progress]') === null, {
    timeout: patience,
  });
}

const thresholds = async (bench: Bench) => {
  const table = await csv(bench.page);
  return ['A1', 'A2', 'A3'].map((name) => [
    ...new Set(table.rows.filter(({ field }) => field === name).map(({ threshold }) => threshold)),
  ]);
};

/** The settings of the first field for all, by keys alone; the table follows, a screen reader hears of it, and it can be undone. */
export async function fieldsAlike(bench: Bench): Promise<void> {
  const { page } = bench;
  const before = await counts(bench);
  await shared(bench, '1 of 3 fields have these settings.');
  await page.focus(id('cell-picture'));
  await page.keyboard.press('a');
  await shared(bench, 'All 3 fields have these settings.');
  const spoken = () =>
    page.$$eval('[aria-live], [role=status]', (all) => all.map((each) => each.textContent).join());
  expect(await spoken()).toContain('All 3 fields have these settings.');
  const alike = await counts(bench);
  expect(alike[0]).toBe(before[0]);
  expect(alike.slice(1).every((cells, i) => cells <= before[i + 1])).toBe(true);
  expect(await thresholds(bench)).toEqual(Array(3).fill(['0.95']));
  expect(await page.$eval(id('settings-all'), (button) => button.getAttribute('aria-disabled'))).toBe('true');
  const described = await page.$eval(id('settings-all'), (button) => {
    const text = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    return text?.textContent ?? '';
  });
  expect(described).toMatch(/^All 3 fields have these settings/);
  await keepPictures(page, 'cells-fields-alike');
  await page.focus(id('settings-own'));
  await page.keyboard.press('Enter');
  await shared(bench, '1 of 3 fields have these settings.');
  expect(await counts(bench)).toEqual(before);
  expect(await textOf(page, 'settings-shared')).not.toMatch(/Undo/);
  expect(await thresholds(bench)).toEqual([['0.95'], ['0.5'], ['0.5']]);
}
