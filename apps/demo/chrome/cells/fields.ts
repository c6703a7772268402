import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTiff, readZip, threeChannelCells, writeTiff } from '@roentgen/models';
import { expect } from 'vitest';
import { keepPictures, savedBy, textOf, waitForResult } from '../site.ts';
import { stopAt } from '../stop.ts';
import { type Bench, count, csv, dialog, id, openFiles, patience, press, roles, settled } from './card.ts';

const side = 128;

/** Nucleus and cytoplasm of a field, two files. Returns where they are. */
async function filesOf(bench: Bench, name: string, seed: number): Promise<string[]> {
  const { picture } = threeChannelCells({ side, count: 5, seed });
  const plane = (i: number) => picture.data.slice(i * side * side, (i + 1) * side * side);
  return Promise.all(
    ['nuc', 'cyto'].map(async (stain, i) => {
      const path = join(bench.folder, `${name}_${stain}.tif`);
      writeFileSync(path, await writeTiff({ ...picture, channels: 1, data: plane(i) }, 8));
      return path;
    }),
  );
}

/** The fields of the list: name, files, cells. */
export const rows = (bench: Bench) =>
  bench.page.$$eval('[data-testid=fields] tbody tr', (list) =>
    list.map((row) => [...row.children].slice(0, 3).map((cell) => cell.textContent)),
  );

/** Many files: fields by their names, asked about once; a stop keeps what is finished, and the rest is run later. */
export async function fieldsStopped(bench: Bench): Promise<void> {
  const { page } = bench;
  const good = await Promise.all(['A1', 'A2', 'A3'].map((name, i) => filesOf(bench, name, i + 1)));
  const lonely = join(bench.folder, 'A4_nuc.tif');
  writeFileSync(lonely, await writeTiff((await readTiff(readFileSync(good[0][0]))).raster, 8));
  await openFiles(page, ...good.flat(), lonely);
  await dialog(page);
  expect(await roles(page)).toEqual(['cytoplasm', 'nucleus']);
  expect(await textOf(page, 'channel-fields')).toMatch(/4 fields.*A1, A2, A3, A4/s);
  await keepPictures(page, 'cells-fields-channels', false);
  await page.focus(id('channels-run'));
  await stopAt(page, /field 2 of 4: A2/, () => page.keyboard.press('Enter'));
  await waitForResult(page, 'cells', patience);
  await settled(page);
  const stopped = await rows(bench);
  expect(stopped.map(([name]) => name)).toEqual(['A1', 'A2', 'A3', 'A4']);
  expect(Number(stopped[0][2])).toBe(await count(page));
  expect(stopped[2][2]).toBe('–');
}

/** The rest is run; each field is shown with its own cells, and keeps what was done to it. */
export async function fieldsFinished(bench: Bench): Promise<void> {
  const { page } = bench;
  await page.click(id('run-rest'));
  await page.waitForFunction(() => document.querySelector('[data-testid=run-rest]') === null, {
    timeout: patience,
  });
  await settled(page);
  const all = await rows(bench);
  expect(all.slice(0, 3).every(([, files, cells]) => files === '2' && Number(cells) > 0)).toBe(true);
  expect(await textOf(page, 'fields')).toMatch(/A4.*its channels are 1 \(.*\), not 2 \(cyto, nuc\)/s);
  await press(page, 'set-threshold', 'ArrowRight', 45);
  const fewer = await count(page);
  const second = '[data-testid=fields] tbody tr:nth-child(2)';
  await page.click(`${second} button`);
  await page.waitForSelector(`${second}.chosen`, { timeout: 60_000 });
  await settled(page);
  expect(await count(page)).toBe(Number(all[1][2]));
  expect((await rows(bench))[0][2]).toBe(String(fewer));
  await keepPictures(page, 'cells-fields');
  await page.focus(id('cell-picture'));
  await page.keyboard.press(',');
  await page.waitForSelector('[data-testid=fields] tbody tr:nth-child(1).chosen', { timeout: 60_000 });
  await settled(page);
  expect(await count(page)).toBe(fewer);
  expect(await page.$eval(id('set-threshold'), (input) => (input as HTMLInputElement).value)).toBe('0.95');
}

/** One table with a column for the field, one archive of label pictures, one of regions. */
export async function fieldsSaved(bench: Bench): Promise<void> {
  const { page } = bench;
  const counts = (await rows(bench)).slice(0, 3).map(([, , cells]) => Number(cells));
  const table = await csv(page);
  expect(table.head.slice(0, 3)).toEqual(['field', 'label', 'area (um^2)']);
  const own = (name: string) => table.rows.filter(({ field }) => field === name);
  expect(['A1', 'A2', 'A3'].map((name) => own(name).length)).toEqual(counts);
  const open = async (testid: string) => {
    const zip = await savedBy(page, testid);
    return readZip({ size: zip.length, read: async (from, to) => zip.slice(from, to) });
  };
  const labels = await open('save-fields-labels');
  expect(labels.map(({ name }) => name)).toEqual(['A1-labels.tif', 'A2-labels.tif', 'A3-labels.tif']);
  for (const [i, entry] of labels.entries()) {
    const { raster } = await readTiff(await entry.load());
    expect(new Set(raster.data).size - 1).toBe(counts[i]);
    const pixel = raster.spacing!.row * raster.spacing!.column;
    const area = own(entry.name.slice(0, 2)).reduce((sum, row) => sum + Number(row['area (um^2)']), 0);
    expect(area).toBeCloseTo(raster.data.filter((label) => label !== 0).length * pixel, 3);
  }
  const rois = await open('save-fields-rois');
  expect(rois.map(({ name }) => name)).toEqual(['A1-rois.zip', 'A2-rois.zip', 'A3-rois.zip']);
  const inner = await rois[1].load();
  const regions = await readZip({ size: inner.length, read: async (from, to) => inner.slice(from, to) });
  expect(regions).toHaveLength(counts[1]);
}
