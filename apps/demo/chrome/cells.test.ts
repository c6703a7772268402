import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nucleiField, readPng, readTiff, readZip, threeChannelCells, writeTiff } from '@roentgen/models';
import { paintRoi, readRoi } from '@roentgen/tooling/imagej-roi';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepPictures, savedBy, textOf, useSite, waitForResult } from './site.ts';

/* The cells card: channels, settings, table, histogram and exports, on SwiftShader. */

const patience = 420_000;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), 'roentgen-cells-'));

useSite(async ({ open }) => {
  page = await open();
});

afterAll(() => rmSync(folder, { recursive: true }));

const id = (name: string) => `[data-testid="${name}"]`;
const count = async () => Number(await textOf(page, 'count'));
const painted = () => page.$eval(id('cell-picture'), (box) => (box as HTMLElement).dataset.painted ?? '');

/** Waits until the cells are those of the settings, and the picture shows them. */
async function settled(): Promise<void> {
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
async function shows(name: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.querySelector('[data-testid=failure]') !== null ||
      (document.querySelector('[data-testid=progress]') === null &&
        document.querySelector('[data-testid=result-cells] h2')?.textContent?.includes(wanted)),
    { timeout: patience },
    name,
  );
  if (await page.$(id('failure'))) throw new Error(await textOf(page, 'failure'));
  await settled();
}

/** Opens files on the cells card, as its button does. */
async function open(...paths: string[]): Promise<void> {
  const input = await page.$('input[data-testid=file-cells]');
  await (input as unknown as { uploadFile(...files: string[]): Promise<void> }).uploadFile(...paths);
}

interface Table {
  readonly head: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

async function csv(): Promise<Table> {
  const text = new TextDecoder().decode(await savedBy(page, 'save-csv'));
  const [head, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return { head, rows: rows.map((row) => Object.fromEntries(row.map((value, i) => [head[i], value]))) };
}

/** What the regions of the saved zip paint, by the numbers in their names. */
async function roiLabels(width: number, height: number) {
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
async function exportsAgree(cells: number) {
  const { raster } = await readTiff(await savedBy(page, 'save-label-tiff'));
  const { data, taken, regions } = await roiLabels(raster.width, raster.height);
  expect([regions, taken, raster.bits]).toEqual([cells, 0, 16]);
  expect(data).toEqual(Uint32Array.from(raster.data));
  const table = await csv();
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
async function countSubmits(): Promise<() => Promise<number>> {
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

const press = async (testid: string, key: 'ArrowRight' | 'ArrowLeft' | 'End' | 'Home', times = 1) => {
  await page.focus(id(testid));
  for (let i = 0; i < times; i++) await page.keyboard.press(key);
  await settled();
};

/** What the channel dialog has chosen, and what it calls the channels. */
const roles = () =>
  page.$$eval('[data-testid^=channel-role]', (list) => list.map((each) => (each as HTMLSelectElement).value));
const names = () => page.$$eval('.channel-name b', (list) => list.map((each) => each.textContent));
const dialog = () => page.waitForSelector(`dialog[open] ${id('channels')}`, { timeout: 60_000 });

describe('generated nuclei', () => {
  let cells = 0;

  it('are counted', { timeout: patience }, async () => {
    await page.click(id('sample-cells'));
    await waitForResult(page, 'cells', patience);
    await settled();
    cells = await count();
    expect(Math.abs(cells - 34)).toBeLessThanOrEqual(2);
    await keepPictures(page, 'cells');
  });

  it('are saved as they are seen', { timeout: patience }, async () => {
    const saved = async () => {
      const { width, height, data } = await readPng(await savedBy(page, 'save-png'));
      const [pixels, values] = [width * height, [0, 1, 2]];
      const spread = (i: number) => {
        const colours = values.map((channel) => data[channel * pixels + i]);
        return Math.max(...colours) - Math.min(...colours);
      };
      const coloured = Array.from({ length: pixels }, (_, i) => spread(i)).filter((each) => each > 30).length;
      return { size: [width, height], share: coloured / pixels };
    };
    const { size, share } = await saved();
    const stage = await page.$eval(id('cell-picture'), ({ clientWidth, clientHeight }) => [
      clientWidth,
      clientHeight,
    ]);
    expect(size).toEqual(stage);
    // Cells cover some of the picture, in colours; the picture under them is grey.
    expect(share).toBeGreaterThan(0.03);
    await page.keyboard.press('o');
    await vi.waitFor(async () => expect((await saved()).share).toBe(0), { timeout: 20_000 });
    await page.keyboard.press('o');
    await vi.waitFor(async () => expect((await saved()).share).toBe(share), { timeout: 20_000 });
  });

  it('follow the settings without the network', { timeout: patience }, async () => {
    const submits = await countSubmits();
    const { rows } = await csv();
    const areas = rows.map((row) => Number(row['area (um^2)']) / 0.65 ** 2);
    await press('set-area', 'End');
    const limit = Number(await page.$eval(id('set-area'), (input) => (input as HTMLInputElement).value));
    expect(await count()).toBe(areas.filter((area) => Math.round(area) >= limit).length);
    await page.click(id('set-reset'));
    await settled();
    expect(await count()).toBe(cells);
    await press('set-threshold', 'ArrowRight', 30);
    expect(Number((await csv()).rows[0].threshold)).toBeCloseTo(0.8, 9);
    expect(await textOf(page, 'watershed-time')).toMatch(/in \d+ ms, without the network/);
    await page.click(id('set-reset'));
    await press('set-spacing', 'End'); // two middles 40 pixels apart at least: most cells lose theirs
    expect(await count()).toBeLessThan(cells / 2);
    await page.select(id('set-seeds'), 'none');
    await settled();
    expect(await count()).toBe(cells); // no two of them touch
    await page.click(id('set-reset'));
    await settled();
    expect(await count()).toBe(cells);
    expect(await submits()).toBe(0);
  });

  it('are one in table and picture', { timeout: patience }, async () => {
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
    const { rows } = await csv();
    const inside = (text: string) => Number(text) > 64 && Number(text) < 192; // a view at 2x can be centred there
    const row = rows.find((each) => inside(each['centroidX (px)']) && inside(each['centroidY (px)']))!;
    await page.click(`tr[data-label="${row.label}"] button`);
    await page.waitForFunction(() =>
      document
        .querySelector<HTMLElement>('[data-testid=cell-picture]')
        ?.dataset.painted?.includes('1 selected'),
    );
    expect(await textOf(page, 'cell-readout')).toMatch(new RegExp(`^Cell ${row.label} `));
    const at = (text: string, side: number) => ((Number(text) + 0.5) / side).toFixed(3);
    expect(await painted()).toContain(
      `at ${at(row['centroidX (px)'], 256)},${at(row['centroidY (px)'], 256)}`,
    );

    // And back: a click on another cell selects its row.
    await page.$eval(id('cell-picture'), (box) => box.scrollIntoView({ block: 'center' }));
    await page.focus(id('cell-picture'));
    await page.keyboard.press('0');
    await page.waitForFunction(() =>
      document
        .querySelector<HTMLElement>('[data-testid=cell-picture]')
        ?.dataset.painted?.includes('zoom 1.00'),
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
  });

  it('are selected by a bar, deleted and brought back', { timeout: patience }, async () => {
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
    await settled();
    await keepPictures(page, 'cells-histogram');
    await page.keyboard.press('Delete');
    await settled();
    expect(await count()).toBe(cells - counts[tallest]);
    const { table, json } = await exportsAgree(cells - counts[tallest]);
    expect(Number(table.rows[0].deleted_by_hand)).toBe(counts[tallest]);
    expect(json.settings.deletedByHand).toHaveLength(counts[tallest]);
    // What is deleted stays so when a setting changes.
    await press('set-threshold', 'ArrowRight', 2);
    expect(await count()).toBeLessThanOrEqual(cells - counts[tallest] + 1);
    await page.click(id('set-reset'));
    await settled();
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await settled();
    expect(await count()).toBe(cells);
    const { raster, json: saved } = await exportsAgree(cells);
    expect(raster.spacing?.row).toBeCloseTo(0.65, 9);
    expect(saved.settings.watershed).toMatchObject({ threshold: 0.5, minimumArea: 20, seeds: 'distance' });
  });
});

describe('a picture of one channel', () => {
  it('is asked nothing about, and may lose the cells that its border cuts', {
    timeout: patience,
  }, async () => {
    const { picture } = nucleiField();
    const side = 128;
    const data = Float32Array.from({ length: side * side }, (_, i) => {
      const [x, y] = [(i % side) + 64, Math.floor(i / side) + 64];
      return picture.data[y * picture.width + x];
    });
    const path = join(folder, 'crop.tif');
    writeFileSync(path, await writeTiff({ ...picture, width: side, height: side, data }, 16));
    await open(path);
    await shows('crop.tif');
    const cells = await count();
    await page.click(id('set-border'));
    await settled();
    expect(await count()).toBeLessThan(cells);
    const { raster, table } = await exportsAgree(await count());
    expect(table.rows[0].border_cells).toBe('removed');
    const onRim = (i: number) => [i % side, Math.floor(i / side)].some((at) => at === 0 || at === side - 1);
    expect(raster.data.filter((label, i) => label !== 0 && onRim(i))).toHaveLength(0);
  });
});

describe('channels', () => {
  const file = join(folder, 'field.ome.tif');

  beforeAll(async () => {
    // DIC first and nuclei last, so that their order helps nobody.
    const { picture } = threeChannelCells();
    const { width, height } = picture;
    const plane = (i: number) => picture.data.subarray(i * width * height, (i + 1) * width * height);
    const data = Float32Array.from([2, 1, 0].flatMap((i) => [...plane(i)]));
    const names = ['TL DIC', 'Phalloidin-488', 'DAPI'];
    writeFileSync(file, await writeTiff({ ...picture, data }, 8, { channelNames: names }));
  });

  it('are guessed, and put right by keyboard', { timeout: patience }, async () => {
    await open(file);
    await dialog();
    expect(await roles()).toEqual(['dic', 'cytoplasm', 'nucleus']);
    expect(await textOf(page, 'channels')).toMatch(/3 channels of 256 × 256/);
    await keepPictures(page, 'cells-channels', false);
    // The second list: from cytoplasm to "use this one only" and back, which frees the others and leaves them free.
    await page.focus(id('channel-role-1'));
    await page.keyboard.type('Use');
    expect(await roles()).toEqual(['none', 'only', 'none']);
    expect(await textOf(page, 'channel-reading')).toMatch(/one channel/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.focus(id('channel-role-2'));
    await page.keyboard.type('Nuc');
    expect(await roles()).toEqual(['none', 'cytoplasm', 'nucleus']);
    await page.focus(id('channels-run'));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('[data-testid=channels]') === null);
    await shows('field.ome.tif');
    expect(await textOf(page, 'saw')).toMatch(
      /nucleus \(DAPI\), cytoplasm \(Phalloidin-488\); not used: TL DIC/,
    );
    const cells = await count();
    expect(cells).toBeGreaterThan(8); // 15 are drawn
    const { json } = await exportsAgree(cells);
    expect(json.settings.channels).toEqual([
      { name: 'TL DIC', role: null },
      { name: 'Phalloidin-488', role: 'cytoplasm' },
      { name: 'DAPI', role: 'nucleus' },
    ]);
    await keepPictures(page, 'cells-stains');
  });

  it('are remembered, and can be chosen again from the result', { timeout: patience }, async () => {
    await open(file);
    await page.waitForFunction(
      () => document.querySelector('[data-testid=notices]')?.textContent?.includes('as last time'),
      { timeout: 60_000 },
    );
    expect(await page.$(id('channels'))).toBeNull();
    await waitForResult(page, 'cells', patience);
    await page.click(id('channels-again'));
    await dialog();
    expect(await roles()).toEqual(['none', 'cytoplasm', 'nucleus']);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('[data-testid=channels]') === null);
    expect(await page.$(id('result-cells'))).not.toBeNull();
  });

  it('of a stack come with its slices', { timeout: patience }, async () => {
    const path = join(folder, 'stack.tif');
    const data = Float32Array.from({ length: 10 * 64 * 64 }, (_, i) => (i >> 12) * 20 + (i % 64));
    writeFileSync(
      path,
      await writeTiff({ width: 64, height: 64, channels: 10, data, bits: 8, range: [0, 255] }, 8),
    );
    await open(path);
    await dialog();
    const slices = await page.$$eval(`${id('channel-slice')} option`, (list) =>
      list.map((each) => each.textContent),
    );
    expect([slices.length, slices[0], slices[10]]).toEqual([11, 'Maximum over 10 slices', 'Slice 10']);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() =>
      document.querySelector('[data-testid=notices]')?.textContent?.includes('no channels were chosen'),
    );
    expect(await page.$(id('result-cells'))).not.toBeNull();
  });
});

const flies = fileURLToPath(new URL('../../../../shared/data/cells-3channel/', import.meta.url));
if (!existsSync(flies)) console.warn('SKIPPED: no fly images, ../shared/data is not here.');
const stains = ['R', 'F', 'D'];

/** A square out of the middle of a stain, under the same name: the whole field takes SwiftShader minutes. */
async function cropOf(stain: string, side: number): Promise<string> {
  const { raster } = await readTiff(readFileSync(`${flies}01_POS002_${stain}.TIF`));
  const at = (i: number) => (300 + Math.floor(i / side)) * raster.width + 300 + (i % side);
  const data = Float32Array.from({ length: side * side }, (_, i) => raster.data[at(i)]);
  const path = join(folder, `01_POS002_${stain}.TIF`);
  writeFileSync(path, await writeTiff({ ...raster, width: side, height: side, channels: 1, data }, 8));
  return path;
}

describe.skipIf(!existsSync(flies))('the fly images, from three files to what is saved', () => {
  it('are one field of three stains', { timeout: patience }, async () => {
    await open(...stains.map((stain) => `${flies}01_POS002_${stain}.TIF`));
    await dialog();
    expect(await textOf(page, 'channels')).toMatch(/3 channels of 1000 × 1006/);
    expect(await names()).toEqual(['D', 'F', 'R']);
    expect(await roles()).toEqual(['nucleus', 'cytoplasm', 'none']);
    await keepPictures(page, 'cells-fly-channels', false);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('[data-testid=channels]') === null);
  });

  it('become cells, and files that agree', { timeout: patience }, async () => {
    await open(...(await Promise.all(stains.map((stain) => cropOf(stain, 256)))));
    await dialog();
    await page.focus(id('channels-run'));
    await page.keyboard.press('Enter');
    await shows('POS002_D.TIF');
    const cells = await count();
    expect(cells).toBeGreaterThan(8);
    const submits = await countSubmits();
    await press('set-threshold', 'ArrowRight', 5);
    const fewer = await csv();
    expect(Number(fewer.rows[0].threshold)).toBeCloseTo(0.55, 9);
    await page.click(id('set-reset'));
    await settled();
    expect(await submits()).toBe(0);
    const { raster, table, json } = await exportsAgree(cells);
    expect([raster.width, raster.height, raster.spacing]).toEqual([256, 256, undefined]);
    expect(table.head[1]).toBe('area (px^2)');
    expect(json.input.files).toHaveLength(3);
    expect(json.settings.watershed.seeds).toBe('nuclei');
    expect(JSON.stringify(json)).not.toMatch(/POS002/);
    await keepPictures(page, 'cells-fly');
  });
});
