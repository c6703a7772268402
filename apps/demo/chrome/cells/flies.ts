import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTiff, writeTiff } from '@roentgen/models';
import { expect } from 'vitest';
import { keepPictures, textOf } from '../site.ts';
import {
  type Bench,
  count,
  countSubmits,
  csv,
  dialog,
  exportsAgree,
  id,
  names,
  openFiles,
  press,
  roles,
  settled,
  shows,
} from './card.ts';

/** Where the fly images are, on a machine that has them. */
export const flies = fileURLToPath(new URL('../../../../../shared/data/cells-3channel/', import.meta.url));
const stains = ['R', 'F', 'D'];

/** A square out of the middle of a stain, under the same name: the whole field takes SwiftShader minutes. */
async function cropOf(folder: string, stain: string, side: number): Promise<string> {
  const { raster } = await readTiff(readFileSync(`${flies}01_POS002_${stain}.TIF`));
  const at = (i: number) => (300 + Math.floor(i / side)) * raster.width + 300 + (i % side);
  const data = Float32Array.from({ length: side * side }, (_, i) => raster.data[at(i)]);
  const path = join(folder, `01_POS002_${stain}.TIF`);
  writeFileSync(path, await writeTiff({ ...raster, width: side, height: side, channels: 1, data }, 8));
  return path;
}

/** Three files are one field of three stains. */
export async function fliesAreOneField(bench: Bench): Promise<void> {
  const { page } = bench;
  await openFiles(page, ...stains.map((stain) => `${flies}01_POS002_${stain}.TIF`));
  await dialog(page);
  expect(await textOf(page, 'channels')).toMatch(/3 channels of 1000 × 1006/);
  expect(await names(page)).toEqual(['D', 'F', 'R']);
  expect(await roles(page)).toEqual(['nucleus', 'cytoplasm', 'none']);
  await keepPictures(page, 'cells-fly-channels', false);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('[data-testid=channels]') === null);
}

/** A crop of the three stains, to every file that is saved. */
export async function fliesCropped(bench: Bench): Promise<void> {
  const { page } = bench;
  await openFiles(page, ...(await Promise.all(stains.map((stain) => cropOf(bench.folder, stain, 256)))));
  await dialog(page);
  await page.focus(id('channels-run'));
  await page.keyboard.press('Enter');
  await shows(page, 'POS002_D.TIF');
  const cells = await count(page);
  expect(cells).toBeGreaterThan(8);
  const submits = await countSubmits(page);
  await press(page, 'set-threshold', 'ArrowRight', 5);
  const fewer = await csv(page);
  expect(Number(fewer.rows[0].threshold)).toBeCloseTo(0.55, 9);
  await page.click(id('set-reset'));
  await settled(page);
  expect(await submits()).toBe(0);
  const { raster, table, json } = await exportsAgree(page, cells);
  expect([raster.width, raster.height, raster.spacing]).toEqual([256, 256, undefined]);
  expect(table.head[1]).toBe('area (px^2)');
  expect(json.input.files).toHaveLength(3);
  expect(json.settings.watershed.seeds).toBe('nuclei');
  expect(JSON.stringify(json)).not.toMatch(/POS002/);
  await keepPictures(page, 'cells-fly');
}

/** How long a whole field may take on SwiftShader on a machine that does something else too. */
export const wholePatience = 1_800_000;

/** A whole field, 1000 x 1006 in three stains, from its files to every file that is saved; says how long it took. */
export async function fliesWhole(bench: Bench): Promise<void> {
  const { page } = bench;
  const start = performance.now();
  await openFiles(page, ...stains.map((stain) => `${flies}01_POS002_${stain}.TIF`));
  await dialog(page);
  await page.focus(id('channels-run'));
  await page.keyboard.press('Enter');
  await shows(page, '01_POS002_D.TIF', wholePatience);
  const cells = await count(page);
  const seconds = Math.round((performance.now() - start) / 1000);
  expect(cells).toBeGreaterThan(100);
  const { raster, table, json } = await exportsAgree(page, cells);
  expect([raster.width, raster.height]).toEqual([1000, 1006]);
  expect(table.head[1]).toBe('area (px^2)');
  await press(page, 'set-threshold', 'ArrowRight');
  const moved = await textOf(page, 'watershed-time');
  await keepPictures(page, 'cells-fly-whole');
  console.log(JSON.stringify({ cells, seconds, times: json.times, moved }));
}
