import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readNpy, readPng, readTiff, writePng } from '@roentgen/models';
import type { ElementHandle, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hollowPng } from '../src/testing/files.ts';
import { dropFile, keepPictures, savedBy, textOf, useSite, waitForResult } from './site.ts';

/* The chest card, on SwiftShader: a sample, a DICOM file and a batch, each from the file to what is saved of it. */

const patience = 420_000;
const shared = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const there = existsSync(shared);
if (!there) console.warn('SKIPPED: radiographs in the page: there is no ../shared/data beside this checkout');

let page: Page;
useSite(async ({ open }) => {
  page = await open();
});

const number = async (id: string) => Number(await textOf(page, id));

/** Waits until the stage has painted something whose description passes this pattern. */
const painted = (pattern: string) =>
  page.waitForFunction(
    (words) =>
      new RegExp(words).test(
        document.querySelector<HTMLElement>('[data-testid=radiograph-stage]')?.dataset.painted ?? '',
      ),
    { timeout: 60_000 },
    pattern,
  );

async function give(...files: string[]): Promise<void> {
  const input = await page.$('input[data-testid=file-radiograph]');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(...files);
}

/** Waits for the result that bears this title. */
const titled = (title: string) =>
  page.waitForFunction(
    (wanted) =>
      document.querySelector('[data-testid=failure]') !== null ||
      (document.querySelector('.result-head h2')?.textContent === wanted &&
        document.querySelector('[data-testid=progress]') === null),
    { timeout: patience },
    title,
  );

const jsonSaved = async () => JSON.parse(new TextDecoder().decode(await savedBy(page, 'save-json')));

it('scores the generated chest, and says what the score is worth', { timeout: patience }, async () => {
  await page.click('[data-testid=sample-radiograph]');
  await waitForResult(page, 'radiograph', patience);
  await painted('^radiograph 55 % map');
  const score = await number('score');
  expect(score).toBeGreaterThan(0);
  expect(score).toBeLessThan(1);
  expect(await textOf(page, 'operating-point')).toMatch(/Threshold 0\.53, from about 200 images/);
  expect(await page.$eval('[data-testid=score-scale]', (scale) => scale.getAttribute('aria-label'))).toMatch(
    /^Score 0\.\d{3} on a scale from 0 to 1\. The unsure zone is from 0\.37 to 0\.69, the threshold 0\.53\.$/,
  );
  expect(await textOf(page, 'peak')).toMatch(/^0\s*\+\d+\.\d\d\s*\+\d+\.\d\d$/);
  expect(await textOf(page, 'checks')).toMatch(/All 11 checks passed/);
  expect(await textOf(page, 'saw')).toMatch(/generated in code, 256 × 256/);
  const saved = await jsonSaved();
  expect(saved.schema.name).toBe('roentgen-result');
  expect(saved.results.score).toBeCloseTo(score, 3);
  await keepPictures(page, 'radiograph');
});

it('hides and shows the map by key, and changes the window', { timeout: patience }, async () => {
  await page.keyboard.press('o');
  await painted('^radiograph zoom');
  await page.keyboard.press('o');
  await painted('^radiograph 55 % map');
  await page.select('[data-testid=window-preset]', '2');
  await painted('window 0\\.3/0\\.6');
});

/** What the page puts on the clipboard after a click on a button inside of `place`. */
const copiedBy = (place: string) =>
  page.evaluate(
    (selector) =>
      new Promise<string>((resolve) => {
        Object.defineProperty(navigator.clipboard, 'writeText', {
          configurable: true,
          value: (text: string) => {
            resolve(text);
            return Promise.resolve();
          },
        });
        document.querySelector<HTMLButtonElement>(`${selector} [data-testid=copy-report]`)?.click();
      }),
    place,
  );

it('tells where the weights come from, with their hash and the figures of the operating point', async () => {
  await page.click('[data-testid=about-weights]');
  await page.waitForSelector('[data-testid=hashes]');
  expect(await textOf(page, 'hashes')).toMatch(/densenet121\.onnx\s+7\.5 MB\s+[0-9a-f]{64}/);
  const words = await page.$eval('dialog', (dialog) => dialog.textContent);
  expect(words).toMatch(/Sensitivity.*47 of 65.*Specificity.*40 of 48/s);
  expect(words).toMatch(/Licence.*NIH/s);
  await keepPictures(page, 'provenance-radiograph', false);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('dialog') === null);
});

it('keeps the strip in sight on a narrow screen that is scrolled', async () => {
  await page.setViewport({ width: 360, height: 640 });
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const strip = await page.$eval('[data-testid=research-only]', (element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return { top, bottom, covered: element.contains(at) ? null : (at?.outerHTML.slice(0, 200) ?? 'nothing') };
  });
  expect(strip.covered).toBeNull();
  expect(strip.top).toBeGreaterThanOrEqual(0);
  expect(strip.bottom).toBeLessThanOrEqual(640);
  await keepPictures(page, 'radiograph-narrow', false);
  await page.setViewport({ width: 1360, height: 1000 });
});

it('copies a report of a fault that names nobody', { timeout: patience }, async () => {
  await dropFile(page, '[data-testid=card-radiograph]', 'Miller_Anna_1961.png', [...hollowPng()]);
  await page.waitForSelector('[data-testid=failure]', { timeout: patience });
  expect(await textOf(page, 'failure')).toContain('Miller_Anna_1961.png');
  const report = await copiedBy('[data-testid=failure]');
  expect(report).toMatch(/^Roentgen report/);
  expect(report).toMatch(/features {2}.*\n/);
  expect(report).toMatch(
    /radiograph {2}generated sample, shipped weights; 0 of 11 checks doubtful; .*run \d+ ms/,
  );
  expect(report).toMatch(/\d\d:\d\d:\d\d {2}format: /);
  expect(report).not.toMatch(/miller|anna|1961/i);
  expect(await copiedBy('footer')).toMatch(/^Roentgen report/);
  await keepPictures(page, 'radiograph-failure');
});

/** A PNG of this size whose pixels are what `grey` says. */
const drawn = (width: number, height: number, grey: (i: number) => number) =>
  writePng(
    {
      width,
      height,
      channels: 1,
      data: Float32Array.from({ length: width * height }, (_, i) => grey(i)),
    },
    8,
  );

it('shows a radiograph that its checks refuse, with the number and the limit', {
  timeout: patience,
}, async () => {
  const bytes = await drawn(48, 40, (i) => (i * 37) % 256);
  await dropFile(page, '[data-testid=card-radiograph]', 'small.png', [...bytes]);
  await titled('small.png');
  expect(await page.$('[data-testid=failure]')).toBeNull();
  expect(await textOf(page, 'refusal')).toMatch(
    /Not scored\s+One check refuses.*Measured\s+Found\s+Limit\s+The short side\s+40 px\s+at least 64 px/s,
  );
  expect(await textOf(page, 'saw')).toMatch(/Refused: the short side is 40 px; expected at least 64 px/);
  expect(await page.$('[data-testid=score]')).toBeNull();
  await painted('^radiograph zoom 1\\.00');
  await page.keyboard.press('+');
  await painted('^radiograph zoom 1\\.25');
  await page.keyboard.press('0');
  await painted('^radiograph zoom 1\\.00');
  const saved = await jsonSaved();
  expect(saved.results).toMatchObject({ score: null, zone: null, map: null });
  expect(saved.checks).toContainEqual({
    level: 'refuse',
    message: 'the short side is 40 px; expected at least 64 px',
    parts: { what: 'the short side', found: '40 px', limit: 'at least 64 px' },
  });
  expect(await page.$('[data-testid=save-heat-tiff]')).toBeNull();
  // Its pixels go from black to white, and so does what is saved of the view.
  const view = await readPng(await savedBy(page, 'save-png'));
  const reds = view.data.subarray(0, view.width * view.height);
  expect(reds.reduce((least, value) => Math.min(least, value), 255)).toBeLessThan(10);
  expect(reds.reduce((most, value) => Math.max(most, value), 0)).toBeGreaterThan(245);
  await keepPictures(page, 'radiograph-refused');
});

describe.skipIf(!there)('real radiographs', () => {
  const dicom = `${shared}cxr-dicom/Fake_MONOHR1.dcm`;
  const names = ['00000506_013.png', '00000506_016.png', '00001299_000.png'];
  const cells = '01_POS002_D.TIF';
  let folder: string;
  let torn: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'roentgen-demo-'));
    torn = join(folder, 'torn.png');
    writeFileSync(torn, hollowPng());
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('go from DICOM to a score, a map and files that can be read back', { timeout: patience }, async () => {
    await give(dicom);
    await titled('Fake_MONOHR1.dcm');
    // PyTorch's score with float32 weights (../shared/models/README.md); the shipped ones are 8-bit.
    expect(Math.abs((await number('score')) - 0.9691)).toBeLessThan(0.02);
    expect(await textOf(page, 'zone')).toMatch(/^Above the unsure zone/);
    const saw = await textOf(page, 'saw');
    expect(saw).toMatch(/DICOM, 1024 × 1024, 8 bit/);
    expect(saw).toMatch(/MONOCHROME1\s.*Inverted\s+yes, once/s);
    // The header calls a picture MONOCHROME1 that is none, so that it is inverted: both looks at that notice.
    expect(saw).toMatch(
      /Warning: the corners’ brightness over the whole .* is 0\.494; expected at most 0\.21/,
    );
    expect(saw).toMatch(/Warning: the middle’s brightness .* is -0\.293; expected at least -0\.074/);
    await painted('^radiograph 55 % map');
    await keepPictures(page, 'radiograph-dicom');

    const saved = await jsonSaved();
    expect(saved.models).toEqual([
      { file: 'densenet121.onnx', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), origin: 'shipped' },
    ]);
    expect(saved.input.files).toEqual([{ bytes: readFileSync(dicom).length, sha256: expect.any(String) }]);
    expect(JSON.stringify(saved)).not.toContain('Fake_MONOHR1');
    expect(saved.results).toMatchObject({ zone: 'above', operatingPoint: { threshold: 0.53 } });
    expect(saved.compute).toMatchObject({ dtype: 'f32', adapter: { software: true } });
    const map = readNpy(await savedBy(page, 'save-npy'));
    expect(map.shape).toEqual([1024, 1024]);
    const peak = (map.data as Float32Array).reduce((most, value) => Math.max(most, value), 0);
    expect(peak).toBeLessThanOrEqual(saved.results.map.peak + 1e-6);
    expect(peak).toBeGreaterThan(0.9 * saved.results.map.peak);
    const tiff = await readTiff(await savedBy(page, 'save-heat-tiff'));
    expect([tiff.raster.width, tiff.raster.height, tiff.raster.bits]).toEqual([1024, 1024, 32]);
    expect(tiff.raster.data).toEqual(map.data);
    const view = await readPng(await savedBy(page, 'save-png'));
    const size = await page.$eval('[data-testid=radiograph-stage]', ({ clientWidth, clientHeight }) => [
      clientWidth,
      clientHeight,
    ]);
    expect([view.width, view.height]).toEqual(size);
    // The heat map is on it: somewhere red is far above blue, which no grey has.
    const colours = view.width * view.height;
    const warm = view.data
      .subarray(0, colours)
      .filter((red, i) => red - view.data[2 * colours + i] > 60).length;
    expect(warm).toBeGreaterThan(colours / 500);
  });

  it('go through as a batch that a bad file does not stop', { timeout: patience }, async () => {
    const radiographs = names.map((name) => `${shared}cxr/images/${name}`);
    await give(...radiographs, torn, `${shared}cells-3channel/${cells}`);
    await page.waitForSelector('[data-testid=batch]', { timeout: patience });
    await titled(names[0]);
    const rows = await page.$$eval('[data-testid=batch] tbody tr', (all) =>
      all.map((row) => [...row.cells].map((cell) => cell.textContent ?? '')),
    );
    expect(rows.map(([file]) => file)).toEqual([...names, 'torn.png', cells]);
    // PyTorch's scores, as above.
    for (const [i, score] of [0.2183, 0.8743, 0.305].entries())
      expect(Math.abs(Number(rows[i][1]) - score), names[i]).toBeLessThan(0.02);
    expect(rows.map(([, , , zone]) => zone)).toEqual(['below', 'above', 'below', '', '']);
    expect(rows[3][4]).toMatch(/^Not read: PNG pixels/);
    expect(rows[4][4]).toMatch(/^Not scored: .*expected/);
    await keepPictures(page, 'radiograph-batch');

    await page.keyboard.press('.');
    await titled(names[1]);
    expect(await number('score')).toBeCloseTo(Number(rows[1][1]), 3);
    const csv = new TextDecoder().decode(await savedBy(page, 'save-csv'));
    const lines = csv.trim().split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[2]).toMatch(/^00000506_016\.png,scored,0\.8\d{3},above,/);
    expect(lines[4]).toMatch(/^torn\.png,not read,,,/);
    // A picture of cells is refused; it can be looked at all the same, and so can its neighbour after it.
    await page.keyboard.press('.');
    await titled(names[2]);
    await page.keyboard.press('.');
    await titled(cells);
    expect(await textOf(page, 'refusal')).toMatch(/Measured\s+Found\s+Limit/);
    await painted('^radiograph zoom');
    await page.keyboard.press(',');
    await titled(names[2]);
    await page.keyboard.press(',');
    await titled(names[1]);
    const saved = await jsonSaved();
    expect(saved.results.input).toBe(1);
    expect(saved.results.batch).toHaveLength(5);
    expect(JSON.stringify(saved)).not.toMatch(/00000506|torn/);
  });
});
