import { readPng } from '@roentgen/models';
import { expect, vi } from 'vitest';
import { keepPictures, savedBy, textOf, waitForResult } from '../site.ts';
import {
  type Bench,
  count,
  countSubmits,
  csv,
  exportsAgree,
  id,
  painted,
  patience,
  press,
  settled,
} from './card.ts';

/** Runs the sample: as many cells as were drawn, or nearly. Returns how many. */
export async function nucleiCounted(bench: Bench): Promise<number> {
  const { page } = bench;
  await page.click(id('sample-cells'));
  await waitForResult(page, 'cells', patience);
  await settled(page);
  const cells = await count(page);
  expect(Math.abs(cells - 34)).toBeLessThanOrEqual(2);
  await keepPictures(page, 'cells');
  return cells;
}

/** The share of a saved view that is coloured, and its size. */
async function savedView({ page }: Bench) {
  const { width, height, data } = await readPng(await savedBy(page, 'save-png'));
  const pixels = width * height;
  const spread = (i: number) => {
    const colours = [0, 1, 2].map((channel) => data[channel * pixels + i]);
    return Math.max(...colours) - Math.min(...colours);
  };
  const coloured = Array.from({ length: pixels }, (_, i) => spread(i)).filter((each) => each > 30).length;
  return { size: [width, height], share: coloured / pixels };
}

/** The PNG is what is seen: cells cover some of the picture, in colours, and go and come back by their key. */
export async function savedAsSeen(bench: Bench): Promise<void> {
  const { page } = bench;
  const { size, share } = await savedView(bench);
  const stage = await page.$eval(id('cell-picture'), ({ clientWidth, clientHeight }) => [
    clientWidth,
    clientHeight,
  ]);
  expect(size).toEqual(stage);
  // The picture under the cells is grey.
  expect(share).toBeGreaterThan(0.03);
  await page.keyboard.press('o');
  await vi.waitFor(async () => expect((await savedView(bench)).share).toBe(0), { timeout: 60_000 });
  await page.keyboard.press('o');
  await vi.waitFor(async () => expect((await savedView(bench)).share).toBe(share), { timeout: 60_000 });
}

/** Every setting changes the cells as it says, and nothing is submitted to the GPU. */
export async function settingsFollowed(bench: Bench, cells: number): Promise<void> {
  const { page } = bench;
  const submits = await countSubmits(page);
  const { rows } = await csv(page);
  const areas = rows.map((row) => Number(row['area (um^2)']) / 0.65 ** 2);
  await press(page, 'set-area', 'End');
  const limit = Number(await page.$eval(id('set-area'), (input) => (input as HTMLInputElement).value));
  expect(await count(page)).toBe(areas.filter((area) => Math.round(area) >= limit).length);
  await page.click(id('set-reset'));
  await settled(page);
  expect(await count(page)).toBe(cells);
  await press(page, 'set-threshold', 'ArrowRight', 30);
  expect(Number((await csv(page)).rows[0].threshold)).toBeCloseTo(0.8, 9);
  expect(await textOf(page, 'watershed-time')).toMatch(/in \d+ ms, without the network/);
  await page.click(id('set-reset'));
  await press(page, 'set-spacing', 'End'); // two middles 40 pixels apart at least: most cells lose theirs
  expect(await count(page)).toBeLessThan(cells / 2);
  await page.select(id('set-seeds'), 'none');
  await settled(page);
  expect(await count(page)).toBe(cells); // no two of them touch
  await page.click(id('set-reset'));
  await settled(page);
  expect(await count(page)).toBe(cells);
  expect(await submits()).toBe(0);
}

/** The table sorts, a row centres its cell, a click on a cell chooses its row. */
export async function tableAndPicture(bench: Bench): Promise<void> {
  const { page } = bench;
  await page.click(id('sort-area'));
  const column = (n: number) =>
    page.$$eval(`[data-testid=features] tbody tr > :nth-child(${n})`, (list) =>
      list.map((cell) => Number(cell.textContent)),
    );
  const sorted = await column(2);
  expect(sorted).toEqual([...sorted].sort((a, b) => b - a));
  const sortOf = () =>
    page.$eval(`th:has([data-testid=sort-area])`, (head) => head.getAttribute('aria-sort'));
  expect(await sortOf()).toBe('descending');
  await page.click(id('sort-area'));
  expect(await sortOf()).toBe('ascending');
  expect((await column(2))[0]).toBe(Math.min(...sorted));

  // From the table to the picture: the row's cell is in the middle.
  const { rows } = await csv(page);
  const inside = (text: string) => Number(text) > 64 && Number(text) < 192; // a view at 2x can be centred there
  const row = rows.find((each) => inside(each['centroidX (px)']) && inside(each['centroidY (px)']))!;
  await page.click(`tr[data-label="${row.label}"] button`);
  const at = (text: string, side: number) => ((Number(text) + 0.5) / side).toFixed(3);
  const middle = `at ${at(row['centroidX (px)'], 256)},${at(row['centroidY (px)'], 256)}`;
  // It is selected, and the view moves: the picture may be painted between the two.
  await vi.waitFor(
    async () => {
      const words = await painted(page);
      expect(words).toContain('1 selected');
      expect(words).toContain(middle);
    },
    { timeout: 60_000, interval: 50 },
  );
  expect(await textOf(page, 'cell-readout')).toMatch(new RegExp(`^Cell ${row.label} `));

  // And back: a click on another cell selects its row.
  await page.$eval(id('cell-picture'), (box) => box.scrollIntoView({ block: 'center' }));
  await page.focus(id('cell-picture'));
  await page.keyboard.press('0');
  await page.waitForFunction(() =>
    document.querySelector<HTMLElement>('[data-testid=cell-picture]')?.dataset.painted?.includes('zoom 1.00'),
  );
  const other = rows.find(({ label }) => label !== row.label)!;
  const box = (await (await page.$(id('cell-picture')))!.boundingBox())!;
  const scale = Math.min(box.width, box.height) / 256;
  const point = {
    x: box.x + box.width / 2 + (Number(other['centroidX (px)']) + 0.5 - 128) * scale,
    y: box.y + box.height / 2 + (Number(other['centroidY (px)']) + 0.5 - 128) * scale,
  };
  await page.mouse.click(point.x, point.y);
  await page.waitForSelector(`tr.chosen[data-label="${other.label}"]`);
  expect(await page.$$eval('tr.chosen', (list) => list.length)).toBe(1);
}

/** A bar of the histogram selects its cells; they go, and come back. */
export async function selectedAndDeleted(bench: Bench, cells: number): Promise<void> {
  const { page } = bench;
  const bars = await page.$$(`${id('histogram')} .bar`);
  const labels = await Promise.all(
    bars.map((bar) => bar.evaluate((each) => each.getAttribute('aria-label') ?? '')),
  );
  const counts = labels.map((label) => Number(/^\d+/.exec(label)));
  expect(counts.reduce((sum, each) => sum + each, 0)).toBe(cells);
  const tallest = counts.indexOf(Math.max(...counts));
  await bars[tallest].evaluate((bar) => (bar as SVGElement).focus());
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('tr.chosen').length === wanted,
    {},
    counts[tallest],
  );
  await page.click(id('colour-by'));
  await settled(page);
  await keepPictures(page, 'cells-histogram');
  await page.keyboard.press('Delete');
  await settled(page);
  expect(await count(page)).toBe(cells - counts[tallest]);
  const { table, json } = await exportsAgree(page, cells - counts[tallest]);
  expect(Number(table.rows[0].deleted_by_hand)).toBe(counts[tallest]);
  expect(json.settings.deletedByHand).toHaveLength(counts[tallest]);
  // What is deleted stays so when a setting changes.
  await press(page, 'set-threshold', 'ArrowRight', 2);
  expect(await count(page)).toBeLessThanOrEqual(cells - counts[tallest] + 1);
  await page.click(id('set-reset'));
  await settled(page);
  await page.keyboard.down('Control');
  await page.keyboard.press('z');
  await page.keyboard.up('Control');
  await settled(page);
  expect(await count(page)).toBe(cells);
  const { raster, json: saved } = await exportsAgree(page, cells);
  expect(raster.spacing?.row).toBeCloseTo(0.65, 9);
  expect(saved.settings.watershed).toMatchObject({ threshold: 0.5, minimumArea: 20, seeds: 'distance' });
}
