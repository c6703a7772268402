import { readNifti, readPng } from '@roentgen/models';
import type { Page } from 'puppeteer';
import { expect } from 'vitest';
import { textOf, waitForResult } from '../site.ts';
import {
  announced,
  chord,
  countPointers,
  expectFocus,
  painted,
  press,
  savedByKeys,
  tabTo,
  valueText,
} from './hands.ts';

/* Each of the three systems by keys alone: from the sample through its tools to what is saved. */

const patience = 400_000;
const text = async (page: Page, format: string) =>
  new TextDecoder().decode(await savedByKeys(page, format)).trim();

const windowIn = (said: string) => (/window (\S+)\/(\S+)/.exec(said) ?? []).slice(1).map(Number);
const pixelIn = (said: string) => (/column (\d+), row (\d+)/.exec(said) ?? []).slice(1).map(Number);

/** A radiograph: window, map, zoom, pan and probe; JSON and PNG. */
export async function radiographByKeys(page: Page): Promise<void> {
  const pointed = await countPointers(page);
  await tabTo(page, '[data-testid=sample-radiograph]');
  await press(page, 'Enter');
  await waitForResult(page, 'radiograph', patience);
  const stage = (pattern: RegExp) => painted(page, 'radiograph-stage', pattern);
  await stage(/^radiograph 55 % map zoom 1\.00 at 0\.500,0\.500 window 0\.5\/1 size/);
  await press(page, '[');
  await stage(/window 0\.5\/0\.9 /);
  await press(page, ']', ']');
  await stage(/window 0\.5\/1\.1111 /);

  await tabTo(page, '.slider input');
  await press(page, 'ArrowRight', 'ArrowRight');
  await stage(/^radiograph 57 % map/);
  expect(await valueText(page)).toBe('57 %');
  await press(page, 'Home');
  await stage(/^radiograph zoom/);
  await press(page, 'End');
  await stage(/^radiograph 100 % map/);

  await chord(page, 'Shift', 'P');
  await expectFocus(page, '[data-testid=radiograph-stage]');
  await press(page, '+', 'ArrowRight', 'ArrowUp');
  await stage(/zoom 1\.25 at 0\.[56]\d*[1-9]\d*,0\.4/);
  await press(page, '0', 'p', 'ArrowRight');
  const first = await announced(page, /of 1 · column \d+, row \d+$/);
  const [column, row] = pixelIn(first);
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowDown');
  await announced(page, new RegExp(`^[01]\\S* of 1 · column ${column + 2}, row ${row + 1}$`));

  const json = JSON.parse(await text(page, 'json'));
  expect(json.results.score).toBeGreaterThan(0);
  const view = await readPng(await savedByKeys(page, 'png'));
  const size = / size (\S+)/.exec(await stage(/size/))?.[1];
  expect(`${view.width}x${view.height}`).toBe(size);
  expect(await pointed()).toBe(0);
}

const cellsPainted = (page: Page, pattern: RegExp) => painted(page, 'cell-picture', pattern);

/** The numbers of a column of the saved table. */
async function columnSaved(page: Page, name: RegExp): Promise<number[]> {
  const [head, ...rows] = (await text(page, 'csv')).split(/\r?\n/).map((line) => line.split(','));
  const at = head.findIndex((title) => name.test(title));
  return rows.map((each) => Number(each[at]));
}

/** A row is chosen in the table and outlined in the picture; its cell goes, and comes back. */
async function deletedAndRestored(page: Page, cells: number): Promise<void> {
  await chord(page, 'Shift', 'M');
  await expectFocus(page, '[data-testid=features] tbody tr:nth-child(1) button');
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowDown');
  await expectFocus(page, '[data-testid=features] tbody tr:nth-child(3) button');
  const label = await page.evaluate(() => document.activeElement?.closest('tr')?.dataset.label);
  await press(page, 'Enter');
  await cellsPainted(page, new RegExp(`^${cells} cells, 1 selected, ${label} pointed at zoom 2\\.00`));
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-pressed'))).toBe('true');
  await press(page, 'Delete');
  await cellsPainted(page, new RegExp(`^${cells - 1} cells, 0 selected`));
  await chord(page, 'Control', 'z');
  await cellsPainted(page, new RegExp(`^${cells} cells, 0 selected`));
}

/** A slider of the watershed: as many cells stay as are no smaller than it says. */
async function smallLeftOut(page: Page, areas: readonly number[]): Promise<void> {
  await tabTo(page, '[data-testid=set-area]');
  await press(page, 'End');
  const limit = await page.$eval('[data-testid=set-area]', (input) =>
    Number((input as HTMLInputElement).value),
  );
  const large = areas.filter((area) => Math.round(area / 0.65 ** 2) >= limit).length;
  await cellsPainted(page, new RegExp(`^${large} cells,`));
  expect(large).toBeLessThan(areas.length);
  await press(page, 'Home');
  await cellsPainted(page, new RegExp(`^${areas.length} cells,`));
}

/** A bar of the histogram selects as many rows as it says. */
async function binChosen(page: Page): Promise<void> {
  await tabTo(page, '.bar');
  while (
    !/^[1-9]/.test((await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) ?? '')
  )
    await tabTo(page, '.bar', 1);
  await press(page, 'Enter');
  const words = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await cellsPainted(page, new RegExp(` ${Number.parseInt(words ?? '', 10)} selected`));
  await expectFocus(page, '.bar[aria-pressed=true]');
}

/** Cells: opacity, table, delete and undo, watershed and histogram; CSV. */
export async function cellsByKeys(page: Page): Promise<void> {
  const pointed = await countPointers(page);
  await press(page, '3');
  await waitForResult(page, 'cells', patience);
  const cells = Number.parseInt(await cellsPainted(page, /^\d+ cells, 0 selected/), 10);
  const areas = await columnSaved(page, /^area/);
  expect(areas).toHaveLength(cells);
  await chord(page, 'Shift', 'P');
  await expectFocus(page, '[data-testid=cell-picture]');
  await tabTo(page, '.picture-controls .slider input');
  await press(page, 'ArrowLeft', 'ArrowLeft');
  expect(await valueText(page)).toBe('78 %');
  await page.waitForFunction(() => location.search.includes('labels:78'), { timeout: 60_000 });
  await deletedAndRestored(page, cells);
  await smallLeftOut(page, areas);
  await binChosen(page);
  expect(await columnSaved(page, /^area/)).toEqual(areas);
  expect(await pointed()).toBe(0);
}

/** The difference that the probe says is that of the two values that it says. */
async function differenceProbed(page: Page): Promise<void> {
  await press(page, 'd');
  await painted(page, 'pane-difference', /^difference/);
  await chord(page, 'Shift', 'P');
  await expectFocus(page, '[data-testid=pane-difference]');
  await press(page, 'p', 'ArrowLeft', 'ArrowUp');
  const line = await announced(page, / against .* mm$/);
  const [network, interpolated, less] = (/^(\S+) against (\S+).*?\((\S+)\)/.exec(line) ?? [])
    .slice(1)
    .map(Number);
  // Each is written with four digits.
  expect(Math.abs(network - interpolated - less)).toBeLessThan(0.002 * Math.abs(network) + 0.01);
}

/** A volume: slice, plane, swipe, difference, probe and window; NIfTI. */
export async function volumeByKeys(page: Page): Promise<void> {
  const pointed = await countPointers(page);
  await chord(page, 'Control', 'k');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
  await page.keyboard.type('sample volume');
  await press(page, 'Enter');
  await waitForResult(page, 'volume', patience);
  // The plane and the comparison of the volume before are kept.
  await press(page, 'a', 'b');
  const said = await painted(page, 'pane-network', /^network axial \d+/);
  const slice = Number(/axial (\d+)/.exec(said)?.[1]);
  await press(page, 'ArrowRight');
  await painted(page, 'pane-network', new RegExp(`^network axial ${slice + 1} `));
  await press(page, 'c');
  await painted(page, 'pane-network', /^network coronal/);
  await press(page, 'x');
  await painted(page, 'pane-swipe', /^swipe 0\.50 baseline network coronal/);
  await chord(page, 'Shift', 'P');
  await expectFocus(page, '[data-testid=pane-swipe]');
  await press(page, '.', '.');
  const before = windowIn(await painted(page, 'pane-swipe', /^swipe 0\.54/));
  await press(page, '[');
  const narrower = Number((0.9 * before[1]).toPrecision(3));
  const after = windowIn(
    await painted(page, 'pane-swipe', new RegExp(`window ${before[0]}/(?!${before[1]} )`)),
  );
  expect(Number(after[1].toPrecision(3))).toBe(narrower);
  await differenceProbed(page);
  const { volume } = await readNifti(await savedByKeys(page, 'nifti'));
  const given = (await textOf(page, 'before')).match(/\d+(?= ×|,)/g) ?? [];
  expect([volume.width, volume.height, volume.depth]).toEqual(
    given.slice(0, 3).map((side) => 2 * Number(side)),
  );
  expect(await pointed()).toBe(0);
}
