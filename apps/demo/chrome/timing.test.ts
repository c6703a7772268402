import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { paintDifference, paintGrey } from '../src/drawing/paint.ts';
import { cutSlice } from '../src/drawing/slices.ts';
import { startSite, waitForResult } from './site.ts';

/*
 * From a click on a sample to its result on the page, the first time in a new browser (weights fetched, kernels
 * compiled) and the second time; and what the drawing worker computes for a slice, here in Node. It says how fast a
 * machine is, so nothing is required of it:
 * `ROENTGEN_TIMING=1 npx vitest run --project chrome apps/demo/chrome/timing.test.ts`
 */

const wanted = process.env.ROENTGEN_TIMING === '1';
const results = fileURLToPath(new URL('../../../test-results/demo/', import.meta.url));
const patience = 600_000;

it.skipIf(!wanted)('says how long each sample takes', { timeout: patience }, async () => {
  const rows: { readonly system: string; readonly cold: number; readonly second: number }[] = [];
  for (const system of ['radiograph', 'cells', 'volume']) {
    await using site = await startSite();
    const page = await site.open();
    const click = async () => {
      const start = performance.now();
      await page.click(`[data-testid=sample-${system}]`);
      await page.waitForSelector('[data-testid=progress]');
      await waitForResult(page, system, patience);
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            requestAnimationFrame(() => setTimeout(resolve));
          }),
      );
      return Math.round(performance.now() - start);
    };
    rows.push({ system, cold: await click(), second: await click() });
  }
  mkdirSync(results, { recursive: true });
  writeFileSync(`${results}timings.json`, `${JSON.stringify(rows, null, 2)}\n`);
  console.table(rows);
  expect(rows).toHaveLength(3);
});

it.skipIf(!wanted)('says how long a slice of 1024 x 1024 is cut and painted', () => {
  const side = 1024;
  const grid = {
    width: side,
    height: side,
    depth: 12,
    spacing: [1, 1, 1],
    affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
  } as const;
  const values = {
    slope: 1,
    intercept: 0,
    data: Int16Array.from({ length: 12 * side * side }, (_, i) => i % 4096),
  };
  const volume = { ...grid, ...values };
  const cut = (index: number) => ({ ...values, data: cutSlice(volume, 'axial', index) });
  const window = { centre: 2048, width: 4096, inverted: false };
  const median = (paint: (index: number) => unknown) => {
    const times = Array.from({ length: 11 }, (_, index) => {
      const start = performance.now();
      paint(index);
      return performance.now() - start;
    });
    return times.sort((a, b) => a - b)[5];
  };
  const slice = median((index) => paintGrey(cut(index), window));
  const difference = median((index) => paintDifference(cut(index), cut(index + 1), 100));
  console.table({ slice, difference });
  expect(paintGrey(cut(0), window)).toHaveLength(4 * side * side);
});
