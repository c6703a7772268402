import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startSite, waitForResult } from './site.ts';

/*
 * From a click on a sample to its result on the page, the first time in a new browser (weights fetched, kernels
 * compiled) and the second time. It says how fast a machine is, so nothing is required of it:
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
