import { readNifti, readTiff, sniff } from '@roentgen/models';
import type { Page } from 'puppeteer';
import { expect, it } from 'vitest';
import { keepPictures, savedBy, textOf, useSite, waitForResult } from './site.ts';

/* Each card's sample, from a click to its answer, on SwiftShader: about 5, 20 and 15 s on two idle cores. */

const patience = 420_000;
let page: Page;
const requests: string[] = [];
const site = useSite(async ({ open }) => {
  page = await open();
  page.on('request', (request) => requests.push(request.url()));
});

/** Waits until a stage has painted something like this. */
const shows = (stage: string, pattern: RegExp) =>
  page.waitForFunction(
    (id, source) =>
      new RegExp(source).test(
        document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.dataset.painted ?? '',
      ),
    { timeout: 10_000 },
    stage,
    pattern.source,
  );

it('says what it is before anything is chosen', async () => {
  expect(await textOf(page, 'research-only')).toMatch(
    /Research only.*Not a medical device; not for diagnosis/,
  );
  expect(await textOf(page, 'adapter')).toMatch(/swiftshader.*software/is);
  expect(await textOf(page, 'card-radiograph')).toMatch(/Weights \d\.\d MB/);
  expect(await textOf(page, 'card-volume')).toMatch(/Weights \d+ kB/);
  await keepPictures(page, 'start');
});

it('counts the generated nuclei, and picture and table are one', { timeout: patience }, async () => {
  await page.click('[data-testid=sample-cells]');
  await waitForResult(page, 'cells', patience);
  const count = Number(await textOf(page, 'count'));
  expect(Math.abs(count - 34)).toBeLessThanOrEqual(2); // 34 are drawn
  expect(Number(/Dice of (\d\.\d+)/.exec(await textOf(page, 'truth'))?.[1])).toBeGreaterThan(0.95);
  expect(await page.$$eval('[data-testid=features] tbody tr', (rows) => rows.length)).toBe(count);
  await page.click('[data-testid=features] tbody tr:nth-child(3)');
  expect(await page.$eval('.readout', (line) => line.textContent)).toMatch(/^Cell 3 /);
  const labels = await readTiff(await savedBy(page, 'save-label-tiff'));
  expect(Math.max(...labels.raster.data)).toBe(count);
  const table = new TextDecoder()
    .decode(await savedBy(page, 'save-csv'))
    .trim()
    .split('\n');
  expect(table).toHaveLength(count + 1);
  expect(table[0]).toMatch(/^label,area \(um\^2\)/);
  await keepPictures(page, 'cells');
});

it('doubles the generated head, better than interpolation does', { timeout: patience }, async () => {
  await page.click('[data-testid=sample-volume]');
  await waitForResult(page, 'volume', patience);
  expect(await textOf(page, 'before')).toBe('38 × 46 × 20, 2.20 × 2.20 × 2.20 mm');
  expect(await textOf(page, 'after')).toBe('76 × 92 × 40, 1.10 × 1.10 × 1.10 mm');
  const figures = Object.fromEntries(
    (await textOf(page, 'figures')).split('\n').map((line) => line.split('\t') as [string, string]),
  );
  expect(Number(figures.Network)).toBeGreaterThan(Number(figures['Lanczos-3']));
  // viewer.test.ts looks at the pixels; here it is enough that they were painted.
  await shows('pane-network', /^network axial/);
  await page.keyboard.down('Space');
  await shows('pane-network', /^baseline axial/);
  await page.keyboard.up('Space');
  const saved = JSON.parse(new TextDecoder().decode(await savedBy(page, 'save-json')));
  expect(saved.models.map(({ file }: { file: string }) => file)).toEqual(['sr-hw-x2.onnx', 'sr-d-x2.onnx']);
  expect(saved.results).toMatchObject({
    detail: expect.stringMatching(/^synthetic/),
    output: { voxels: [76, 92, 40] },
  });
  const { volume } = await readNifti(await savedBy(page, 'save-nifti'));
  expect([volume.width, volume.height, volume.depth]).toEqual([76, 92, 40]);
  for (const step of volume.spacing) expect(step).toBeCloseTo(1.1, 5);
  // The first voxel's centre moves half a small voxel out from where the large one's was: -(38 - 1) / 2 * 2.2 - 0.55.
  expect(volume.affine[3]).toBeCloseTo(-41.25, 3);
  const png = await savedBy(page, 'save-png');
  expect((await sniff(png)).kind).toBe('png');
  await keepPictures(page, 'volume');
});

it('tells where the weights come from, and what the keys do', async () => {
  await page.click('[data-testid=result-volume] .result-head [data-testid=about-weights]');
  await page.waitForFunction(() => document.querySelector('dialog')?.textContent?.includes('Georgescu'));
  await keepPictures(page, 'provenance', false);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('dialog') === null);
  await page.keyboard.type('?');
  await page.waitForFunction(() => document.querySelector('dialog')?.textContent?.includes('Esc'));
  await keepPictures(page, 'help', false);
});

it('asked nobody but its own server', () => {
  const foreign = requests.filter((url) => !url.startsWith(site.url) && !/^(blob|data):/.test(url));
  expect(foreign).toEqual([]);
  expect(requests.some((url) => url.endsWith('.onnx'))).toBe(true);
});
