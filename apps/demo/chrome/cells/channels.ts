import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nucleiField, threeChannelCells, writeTiff } from '@roentgen/models';
import { expect } from 'vitest';
import { keepPictures, textOf, waitForResult } from '../site.ts';
import {
  type Bench,
  count,
  dialog,
  exportsAgree,
  id,
  openFiles,
  patience,
  roles,
  settled,
  shows,
} from './card.ts';

/** One channel: nothing is asked, and the cells that its border cuts can be dropped. */
export async function oneChannel(bench: Bench): Promise<void> {
  const { page } = bench;
  const { picture } = nucleiField();
  const side = 128;
  const data = Float32Array.from({ length: side * side }, (_, i) => {
    const [x, y] = [(i % side) + 64, Math.floor(i / side) + 64];
    return picture.data[y * picture.width + x];
  });
  const path = join(bench.folder, 'crop.tif');
  writeFileSync(path, await writeTiff({ ...picture, width: side, height: side, data }, 16));
  await openFiles(page, path);
  await shows(page, 'crop.tif');
  const cells = await count(page);
  await page.click(id('set-border'));
  await settled(page);
  expect(await count(page)).toBeLessThan(cells);
  const { raster, table } = await exportsAgree(page, await count(page));
  expect(table.rows[0].border_cells).toBe('removed');
  const onRim = (i: number) => [i % side, Math.floor(i / side)].some((at) => at === 0 || at === side - 1);
  expect(raster.data.filter((label, i) => label !== 0 && onRim(i))).toHaveLength(0);
}

/** A file of three channels, DIC first and nuclei last, so that their order helps nobody. Returns where it is. */
export async function fieldFile(bench: Bench): Promise<string> {
  const file = join(bench.folder, 'field.ome.tif');
  const { picture } = threeChannelCells();
  const { width, height } = picture;
  const plane = (i: number) => picture.data.subarray(i * width * height, (i + 1) * width * height);
  const data = Float32Array.from([2, 1, 0].flatMap((i) => [...plane(i)]));
  const names = ['TL DIC', 'Phalloidin-488', 'DAPI'];
  writeFileSync(file, await writeTiff({ ...picture, data }, 8, { channelNames: names }));
  return file;
}

/** The dialog guesses by names, and is put right by keyboard. */
export async function channelsGuessed(bench: Bench, file: string): Promise<void> {
  const { page } = bench;
  await openFiles(page, file);
  await dialog(page);
  expect(await roles(page)).toEqual(['dic', 'cytoplasm', 'nucleus']);
  expect(await textOf(page, 'channels')).toMatch(/3 channels of 256 × 256/);
  await keepPictures(page, 'cells-channels', false);
  // The second list: from cytoplasm to "use this one only" and back, which frees the others and leaves them free.
  await page.focus(id('channel-role-1'));
  await page.keyboard.type('Use');
  expect(await roles(page)).toEqual(['none', 'only', 'none']);
  expect(await textOf(page, 'channel-reading')).toMatch(/one channel/);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.focus(id('channel-role-2'));
  await page.keyboard.type('Nuc');
  expect(await roles(page)).toEqual(['none', 'cytoplasm', 'nucleus']);
  await page.focus(id('channels-run'));
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('[data-testid=channels]') === null);
  await shows(page, 'field.ome.tif');
  expect(await textOf(page, 'saw')).toMatch(
    /nucleus \(DAPI\), cytoplasm \(Phalloidin-488\); not used: TL DIC/,
  );
  const cells = await count(page);
  expect(cells).toBeGreaterThan(8); // 15 are drawn
  const { json } = await exportsAgree(page, cells);
  expect(json.settings.channels).toEqual([
    { channel: 0, role: null },
    { channel: 1, role: 'cytoplasm' },
    { channel: 2, role: 'nucleus' },
  ]);
  expect(json.input.facts).toContainEqual({ name: 'Channels', value: 'nucleus, cytoplasm; not used: 1' });
  expect(JSON.stringify(json)).not.toMatch(/Phalloidin|TL DIC/);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/phalloidin|tl dic/i);
  await keepPictures(page, 'cells-stains');
}

/** The same file is not asked about again, until the user asks. */
export async function channelsRemembered(bench: Bench, file: string): Promise<void> {
  const { page } = bench;
  await openFiles(page, file);
  await page.waitForFunction(
    () => document.querySelector('[data-testid=notices]')?.textContent?.includes('as last time'),
    { timeout: 60_000 },
  );
  expect(await page.$(id('channels'))).toBeNull();
  await waitForResult(page, 'cells', patience);
  await page.click(id('channels-again'));
  await dialog(page);
  expect(await roles(page)).toEqual(['none', 'cytoplasm', 'nucleus']);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('[data-testid=channels]') === null);
  expect(await page.$(id('result-cells'))).not.toBeNull();
}

/** A stack without names is offered slice by slice. */
export async function stackOffered(bench: Bench): Promise<void> {
  const { page } = bench;
  const path = join(bench.folder, 'stack.tif');
  const data = Float32Array.from({ length: 10 * 64 * 64 }, (_, i) => (i >> 12) * 20 + (i % 64));
  writeFileSync(
    path,
    await writeTiff({ width: 64, height: 64, channels: 10, data, bits: 8, range: [0, 255] }, 8),
  );
  await openFiles(page, path);
  await dialog(page);
  const slices = await page.$$eval(`${id('channel-slice')} option`, (list) =>
    list.map((each) => each.textContent),
  );
  expect([slices.length, slices[0], slices[10]]).toEqual([11, 'Maximum over 10 slices', 'Slice 10']);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() =>
    document.querySelector('[data-testid=notices]')?.textContent?.includes('no channels were chosen'),
  );
  expect(await page.$(id('result-cells'))).not.toBeNull();
}
