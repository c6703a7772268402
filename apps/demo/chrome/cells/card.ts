import { readTiff, readZip } from '@roentgen/models';
import { paintRoi, readRoi } from '@roentgen/tooling/imagej-roi';
import type { Page } from 'puppeteer';
import { expect } from 'vitest';
import { savedBy, textOf } from '../site.ts';

/* The cells card in a tab: what a hand does there, and what it shows and saves. */

/** What the tests of cells share: one Chrome's tab, and a folder of their own that is deleted after them. */
export interface Bench {
  readonly page: Page;
  readonly folder: string;
}

/** How long a run of the network on SwiftShader may take, on a machine that does something else too. */
export const patience = 420_000;

/** What a test finds by its mark. */
export const id = (name: string) => `[data-testid="${name}"]`;
/** How many cells the page says that it found. */
export const count = async (page: Page) => Number(await textOf(page, 'count'));
/** What the picture says that it shows. */
export const painted = (page: Page) =>
  page.$eval(id('cell-picture'), (box) => (box as HTMLElement).dataset.painted ?? '');

/** Waits until the cells are those of the settings, and the picture shows them. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('[data-testid=settings][data-busy=false]', { timeout: 60_000 });
  await page.waitForFunction(
    () => {
      const box = document.querySelector<HTMLElement>('[data-testid=cell-picture]');
      const shown = document.querySelector('[data-testid=count]')?.textContent;
      return box?.dataset.painted?.startsWith(`${shown} cells,`);
    },
    { timeout: 60_000 },
  );
}

/** Waits for the result of a file, and until it is painted. */
export async function shows(page: Page, name: string, timeout = patience): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.querySelector('[data-testid=failure]') !== null ||
      (document.querySelector('[data-testid=progress]') === null &&
        document.querySelector('[data-testid=result-cells] h2')?.textContent?.includes(wanted)),
    { timeout },
    name,
  );
  if (await page.$(id('failure'))) throw new Error(await textOf(page, 'failure'));
  await settled(page);
}

/** Opens files on the cells card, as its button does. */
export async function openFiles(page: Page, ...paths: string[]): Promise<void> {
  const input = await page.$('input[data-testid=file-cells]');
  await (input as unknown as { uploadFile(...files: string[]): Promise<void> }).uploadFile(...paths);
}

/** A CSV file: its head, and its rows by the names there. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** Saves the table and reads it. */
export async function csv(page: Page): Promise<Table> {
  const text = new TextDecoder().decode(await savedBy(page, 'save-csv'));
  const [head, ...rows] = text
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  return { head, rows: rows.map((row) => Object.fromEntries(row.map((value, i) => [head[i], value]))) };
}

/** What the regions of the saved zip paint, by the numbers in their names. */
async function roiLabels(page: Page, width: number, height: number) {
  const zip = await savedBy(page, 'save-rois');
  const entries = await readZip({ size: zip.length, read: async (from, to) => zip.slice(from, to) });
  const data = new Uint32Array(width * height);
  let taken = 0;
  for (const entry of entries) {
    const roi = readRoi(await entry.load());
    expect(`${roi.name}.roi`).toBe(entry.name);
    taken += paintRoi(roi, Number(/\d+$/.exec(roi.name)), { width, height, data });
  }
  return { data, taken, regions: entries.length };
}

/** Saves labels, regions, table and JSON, and holds them against one another. */
export async function exportsAgree(page: Page, cells: number) {
  const { raster } = await readTiff(await savedBy(page, 'save-label-tiff'));
  const { data, taken, regions } = await roiLabels(page, raster.width, raster.height);
  expect([regions, taken, raster.bits]).toEqual([cells, 0, 16]);
  expect(data).toEqual(Uint32Array.from(raster.data));
  const table = await csv(page);
  expect(table.rows.length).toBe(cells);
  const area = raster.spacing === undefined ? 1 : raster.spacing.row * raster.spacing.column;
  const areaName = table.head[1];
  const pixels = new Map<number, number>();
  for (const label of data) pixels.set(label, (pixels.get(label) ?? 0) + 1);
  for (const row of table.rows)
    expect(Number(row[areaName])).toBeCloseTo((pixels.get(Number(row.label)) ?? 0) * area, 3);
  const json = JSON.parse(new TextDecoder().decode(await savedBy(page, 'save-json')));
  expect(json.results.count).toBe(cells);
  expect(json.results.cells.map(({ area: each }: { area: number }) => each)).toEqual(
    table.rows.map((row) => Number(row[areaName])),
  );
  expect(json.models[0]).toMatchObject({ file: 'rau-net.onnx', origin: 'shipped' });
  return { raster, table, json };
}

/** Counts what is submitted to the GPU of the page's worker from now on. */
export async function countSubmits(page: Page): Promise<() => Promise<number>> {
  const [worker] = page.workers().filter((each) => each.url().includes('worker-'));
  await worker.evaluate(() => {
    const scope = globalThis as unknown as { submits: number };
    scope.submits = 0;
    const real = GPUQueue.prototype.submit;
    GPUQueue.prototype.submit = function submit(buffers) {
      scope.submits += 1;
      return real.call(this, buffers);
    };
  });
  return () => worker.evaluate(() => (globalThis as unknown as { submits: number }).submits);
}

/** Moves a slider by keys. */
export const press = async (
  page: Page,
  testid: string,
  key: 'ArrowRight' | 'ArrowLeft' | 'End' | 'Home',
  times = 1,
) => {
  await page.focus(id(testid));
  for (let i = 0; i < times; i++) await page.keyboard.press(key);
  await settled(page);
};

/** What the channel dialog has chosen. */
export const roles = (page: Page) =>
  page.$$eval('[data-testid^=channel-role]', (list) => list.map((each) => (each as HTMLSelectElement).value));
/** What the channel dialog calls the channels. */
export const names = (page: Page) =>
  page.$$eval('.channel-name b', (list) => list.map((each) => each.textContent));
/** Waits for the channel dialog. */
export const dialog = (page: Page) =>
  page.waitForSelector(`dialog[open] ${id('channels')}`, { timeout: 60_000 });
