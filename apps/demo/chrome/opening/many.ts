import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nucleiField, writePng } from '@roentgen/models';
import type { Page } from 'puppeteer';
import { expect } from 'vitest';
import { dropPaths, keepPictures, textOf, waitForResult } from '../site.ts';
import { rows, seriousIn, shown } from './list.ts';

/* Many files of a kind, which are one line of the list and opened together. */

const writer = (folder: string) => (path: string, bytes: Uint8Array) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
};

/** Loads the page without a card in use, which would take pictures that may be several things. */
async function anew(page: Page): Promise<void> {
  await page.goto(new URL(page.url()).origin + new URL(page.url()).pathname);
  await page.waitForSelector('[data-testid=adapter]');
}

/** Sixty films: one line, which unfolds page by page, and one batch. */
export async function manyFilms(page: Page, folder: string): Promise<void> {
  const write = writer(folder);
  // Too small to be scored: the checks refuse them, and no network has to run sixty times.
  const data = Float32Array.from({ length: 32 * 32 }, (_, i) => i % 251);
  const film = writePng({ width: 32, height: 32, channels: 1, data }, 8);
  for (let i = 1; i <= 60; i++) {
    write(`films/${i}.png`, film);
    write(`notes/${i}.txt`, Uint8Array.of(116, 101, 120, 116));
  }
  await anew(page);
  await dropPaths(page, '.tagline', [folder]);
  await shown(page, 'question', /^60 pictures: what do they show\?$/);
  const screens = () => page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
  expect(await textOf(page, 'group')).toMatch(/60 PNG pictures\s+many\/films/);
  expect(await page.$$('[data-testid=group]')).toHaveLength(1);
  expect(await rows(page)).toEqual([]);
  expect(await screens()).toBeLessThan(3);
  expect(await seriousIn(page, '[data-testid=intake]')).toEqual([]);
  await keepPictures(page, 'many');
  await page.focus('[data-testid=group] summary');
  await page.keyboard.press('Enter');
  await shown(page, 'group', '50 of 60 shown');
  expect(
    (await rows(page))
      .map(([title]) => title)
      .slice(0, 11)
      .join(' '),
  ).toMatch(/^1\.png .* 10\.png 11\.png$/);
  await page.click('[data-testid=group] .more button');
  await shown(page, 'group', '60 of 60 shown');
  expect(await rows(page)).toHaveLength(60);
  await page.click('[data-testid=group] .group-action button');
  await shown(page, 'batch', /^60 radiographs, 0 scored, 60 not/);
  expect(await screens()).toBeLessThan(3);
  await keepPictures(page, 'many-opened');
}

/** Nine fields of a plate: asked for as cells, each is a field with its own cells. */
export async function manyCells(page: Page, folder: string): Promise<void> {
  const write = writer(folder);
  const fields = Array.from({ length: 9 }, (_, i) =>
    nucleiField({ side: 96, count: 2 + (i % 3), seed: i + 1 }),
  );
  for (const [i, { picture }] of fields.entries()) write(`well-${i + 1}.png`, writePng(picture, 8));
  await anew(page);
  await dropPaths(page, '.tagline', [folder]);
  await shown(page, 'group', /9 PNG pictures\s+plate/);
  await page.click('[data-testid=group] .group-action button[aria-label^="Cells:"]');
  await waitForResult(page, 'cells', 400_000);
  const list = await page.$$eval('[data-testid=fields] tbody tr', (all) =>
    all.map((row) => [...row.children].slice(0, 3).map((cell) => cell.textContent)),
  );
  expect(list.map(([name, files]) => [name, files])).toEqual(fields.map((_, i) => [`well-${i + 1}`, '1']));
  for (const [i, { truth }] of fields.entries())
    expect(Math.abs(Number(list[i][2]) - truth.count), `cells of well-${i + 1}`).toBeLessThanOrEqual(1);
  expect(await textOf(page, 'count')).toBe(list[0][2]);
  // The list is folded, now that all of it is open.
  expect(await page.$eval('[data-testid=group] .group-action', ({ textContent }) => textContent)).toBe(
    'in use',
  );
  await keepPictures(page, 'many-cells');
}
