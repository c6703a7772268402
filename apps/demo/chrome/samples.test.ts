import { readNifti, readTiff, sniff, type Volume, writeNifti } from '@roentgen/models';
import type { Page } from 'puppeteer';
import { expect, it, vi } from 'vitest';
import { dropFile, keepPictures, savedBy, textOf, useSite, waitForResult } from './site.ts';
import { startStranger, tryToReach, whereIs } from './stranger.ts';

/* Each card's sample, from a click to its answer, on SwiftShader: about 5, 20 and 15 s on two idle cores. */

const patience = 420_000;
let page: Page;
const site = useSite(async ({ open }) => {
  page = await open();
});

const tiny: Volume = {
  ...{ width: 12, height: 12, depth: 4, spacing: [1, 1, 1] },
  data: Float32Array.from({ length: 576 }, (_, i) => (i >> 2) % 7),
  affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
  stored: { type: 'uint8', slope: 1, intercept: 0 },
};

/** Waits until a stage has painted something like this. */
const shows = (stage: string, pattern: RegExp) =>
  page.waitForFunction(
    (id, source) =>
      new RegExp(source).test(
        document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.dataset.painted ?? '',
      ),
    { timeout: 60_000 },
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
  await page.waitForFunction(() => document.querySelector('.readout')?.textContent?.startsWith('Cell 3 '));
  const labels = await readTiff(await savedBy(page, 'save-label-tiff'));
  expect(Math.max(...labels.raster.data)).toBe(count);
  const table = new TextDecoder()
    .decode(await savedBy(page, 'save-csv'))
    .trim()
    .split('\r\n');
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
  // What goes beyond the input is told of the result, once, not among what the model saw.
  expect(await textOf(page, 'beyond')).toMatch(/beyond the input/);
  expect(await textOf(page, 'saw')).not.toMatch(/beyond the input/);
  // viewer.test.ts looks at the pixels; here it is enough that they were painted.
  await shows('pane-network', /^network axial/);
  await page.keyboard.down('Space');
  await shows('pane-network', /^baseline axial/);
  await page.keyboard.up('Space');
  const saved = JSON.parse(new TextDecoder().decode(await savedBy(page, 'save-json')));
  expect(saved.models.map(({ file }: { file: string }) => file)).toEqual(['sr-hw-x2.onnx', 'sr-d-x2.onnx']);
  expect(saved.checks.filter(({ of }: { of?: string }) => of === 'result')).toHaveLength(1);
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

it('opens a file, shows it in 3D, scores the generated chest and goes to the bench', {
  timeout: patience,
}, async () => {
  await page.keyboard.press('Escape');
  await dropFile(page, '[data-testid=card-volume]', 'own.nii.gz', [...(await writeNifti(tiny))]);
  await page.waitForFunction(
    () => document.querySelector('.result-head h2')?.textContent?.includes('own.nii.gz'),
    { timeout: patience },
  );
  await savedBy(page, 'save-nifti');
  await page.click('[data-testid=solid-open]');
  await page.waitForSelector('[data-testid=solid][data-state=shown]', { timeout: 120_000 });
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('dialog') === null);
  await page.click('[data-testid=sample-radiograph]');
  await waitForResult(page, 'radiograph', patience);
  await page.click('nav a[href="#bench"]');
  await page.waitForSelector('[data-testid=bench]');
});

it('asked nobody but its own server: page, workers and service worker', async () => {
  const { watch, url } = site;
  const own = new URL(url).origin;
  const asked = (kind: string, what: RegExp) =>
    watch.sent.some((each) => each.kind === kind && what.test(each.url));
  // The watch sees what there is to be seen …
  expect(asked('page', /index-.*\.js$/)).toBe(true);
  expect(asked('worker', /densenet121.*\.onnx$/)).toBe(true);
  await vi.waitFor(() => expect(asked('service_worker', /assets\//)).toBe(true), { timeout: 60_000 });
  // … and none of it is another's: the rest are files of the page's own, which have no host, and Chrome's first tab.
  const others = watch.sent.map((each) => each.url).filter((address) => !address.startsWith(own));
  expect(others.filter((address) => !/^(blob|data|chrome):/.test(address))).toEqual([]);
  expect(watch.foreign()).toEqual([]);
});

it('is kept from other hosts by its policy, the page and each worker of it', {
  timeout: patience,
}, async () => {
  await using stranger = await startStranger();
  const own = new URL(site.url).origin;
  const tried: string[] = [];
  for (const { session, kind } of site.watch.targets) {
    if (!/^(page|worker|service_worker)$/.test(kind)) continue;
    const where = await whereIs(session);
    if (!where.startsWith(own)) continue; // the tab that Chrome opens with, which nothing keeps from anybody
    const { outcome, heard } = await tryToReach(session, stranger.url);
    const refused = { fetch: 'refused', socket: 'refused', import: 'refused' };
    expect([where, outcome]).toEqual([where, kind === 'page' ? { ...refused, image: 'refused' } : refused]);
    expect([where, heard]).toEqual([where, expect.arrayContaining(['connect-src'])]);
    tried.push(`${kind} ${where}`);
  }
  for (const each of [/^page /m, /^worker .*\/worker-/m, /^worker .*\/draw-/m, /^service_worker /m])
    expect(tried.join('\n')).toMatch(each);
  expect(stranger.heard).toEqual([]);
  // A server that hears nothing because it is not there would prove nothing.
  await fetch(`${stranger.url}here`);
  expect(stranger.heard).toEqual(['connection', 'request /here']);
});
