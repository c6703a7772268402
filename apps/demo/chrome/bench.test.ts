import type { BenchReport } from '@roentgen/bench';
import type { Page } from 'puppeteer';
import { expect, it } from 'vitest';
import { keepPictures, savedBy, textOf, useSite } from './site.ts';

/* The bench page on SwiftShader, with what is small enough for it. */

const patience = 300_000;
let page: Page;
const requests: string[] = [];
useSite(async ({ open }) => {
  page = await open();
  page.on('request', (request) => requests.push(request.url()));
});

const set = async (selector: string, value: string) => {
  await page.click(selector, { count: 3 });
  await page.type(selector, value);
};

/** Presses Start and waits for the report, or fails with what the page says. */
async function report(): Promise<BenchReport> {
  await page.click('[data-testid=bench-start]');
  await page.waitForSelector('[data-testid=report], [data-testid=failure]', { timeout: patience });
  if (await page.$('[data-testid=failure]')) throw new Error(await textOf(page, 'failure'));
  return JSON.parse(new TextDecoder().decode(await savedBy(page, 'save-bench-json')));
}

it('is fetched only when it is opened', async () => {
  expect(requests.filter((url) => url.includes('bench'))).toEqual([]);
  await page.click('nav a[href="#bench"]');
  await page.waitForSelector('[data-testid=bench]');
  expect(requests.some((url) => url.includes('bench-page'))).toBe(true);
  expect(await textOf(page, 'bench')).toMatch(/adapter is software/);
  await keepPictures(page, 'bench');
});

it('times a network, and saves what the command line writes', { timeout: patience }, async () => {
  for (const file of ['densenet121', 'rau-net']) await page.click(`input[value="${file}.onnx"]`);
  await page.select('#bench-size', '32');
  await set('#bench-rounds', '3');
  const { adapter, date, commit, suite, peaks, rows, wrong, leftOut } = await report();
  expect(adapter).toMatch(/^Chrome google swiftshader$/);
  expect(Date.parse(date)).toBeGreaterThan(Date.parse('2026-01-01'));
  expect(commit === null || /^[0-9a-f]{40}$/.test(commit)).toBe(true);
  expect(suite).toBe('models');
  expect(peaks?.f32).toBeGreaterThan(0);
  expect([wrong, leftOut]).toEqual([[], []]);
  expect(rows.map(({ name, shape, dtype, variant, peer }) => [name, shape, dtype, variant, peer])).toEqual([
    ['sr-hw-x2', [1, 1, 32, 32], 'f32', 'cold', 'roentgen'],
    ['sr-hw-x2', [1, 1, 32, 32], 'f32', 'warm', 'roentgen'],
  ]);
  const [, warm] = rows;
  expect(warm.samples).toHaveLength(3);
  expect(warm.ms.p10).toBeLessThanOrEqual(warm.ms.median);
  expect(warm.gflops).toBeGreaterThan(0);
  expect(await textOf(page, 'table-networks')).toMatch(/sr-hw-x2\s+1 x 1 x 32 x 32\s+roentgen/);
  await keepPictures(page, 'bench-networks');
});

it('times kernels, right ones only', { timeout: patience }, async () => {
  await page.click('input[name=suite][value=kernels]');
  await set('#bench-filter', 'pool/');
  const { suite, rows, wrong } = await report();
  expect(suite).toBe('kernels');
  expect(wrong).toEqual([]);
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) {
    expect(row.name).toMatch(/^pool\//);
    expect(row.ms.median).toBeGreaterThan(0);
  }
  await keepPictures(page, 'bench-kernels');
});

it('says what no kernel is called, and stops on Esc', { timeout: patience }, async () => {
  await set('#bench-filter', 'nonsense');
  await expect(report()).rejects.toThrow(/no kernel and no timed case has 'nonsense'/);
  await set('#bench-filter', 'conv/');
  await page.click('[data-testid=bench-start]');
  await page.waitForFunction(
    () => /Timing conv/.test(document.querySelector('[data-testid=progress]')?.textContent ?? ''),
    { timeout: patience },
  );
  await keepPictures(page, 'bench-progress');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('[data-testid=progress]') === null, {
    timeout: patience,
  });
  expect(await page.$('[data-testid=report], [data-testid=failure]')).toBeNull();
});
