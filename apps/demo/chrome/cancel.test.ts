import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { nucleiField, readNifti, readTiff, type Volume, writeNifti, writeTiff } from '@roentgen/models';
import type { Page } from 'puppeteer';
import { afterAll, expect, it, vi } from 'vitest';
import { savedBy, setPart, textOf, useSite } from './site.ts';
import { type StaticHost, serveStatic } from './static-host.ts';
import { stopAt } from './stop.ts';

/*
 * A stop in the middle of everything that takes time. After each: the page says what was stopped and where, the last
 * result is still there, what the browser stores is whole, and the same thing asked for again succeeds.
 */

const patience = 420_000;
const soon = { timeout: 60_000, interval: 50 };
let host: StaticHost;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), 'roentgen-cancel-'));
const file = (name: string, bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

useSite(async ({ open }) => {
  host = await serveStatic('x/');
  page = await open(host.url);
});

afterAll(async () => {
  await host[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

function blocks(width: number, height: number, depth: number): Volume {
  const data = Float32Array.from({ length: width * height * depth }, (_, i) => ((i >> 2) % 7) * 100);
  const affine = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  const stored = { type: 'uint16', slope: 1, intercept: 0 } as const;
  return { width, height, depth, data, affine, spacing: [1, 1, 1], stored };
}

/** A packed NIfTI file of so many voxels of one byte. */
async function large(size: readonly [number, number, number]): Promise<Uint8Array> {
  const stored = { type: 'uint8', slope: 1, intercept: 0 } as const;
  const head = (await writeNifti({ ...blocks(4, 4, 4), stored }, { gzip: false })).slice(0, 352);
  size.forEach((side, i) => {
    new DataView(head.buffer).setInt16(42 + 2 * i, side, true);
  });
  const voxels = Buffer.alloc(
    size[0] * size[1] * size[2],
    Uint8Array.from({ length: 251 }, (_, i) => i),
  );
  return gzipSync(Buffer.concat([head, voxels]), { level: 1 });
}

async function give(system: string, path: string): Promise<void> {
  const input = await page.$(`input[data-testid=file-${system}]`);
  await (input as import('puppeteer').ElementHandle<HTMLInputElement>).uploadFile(path);
}

const noted = (words: string) =>
  page.waitForFunction(
    (text) => document.querySelector('[data-testid=notices]')?.textContent?.includes(text),
    { timeout: 60_000 },
    words,
  );

/** Waits for the result that bears this name. */
const titled = (name: string) =>
  page.waitForFunction(
    (wanted) =>
      document.querySelector('[data-testid=failure]') !== null ||
      (document.querySelector('.result-head h2')?.textContent?.includes(wanted) &&
        document.querySelector('[data-testid=progress]') === null),
    { timeout: patience },
    name,
  );

/** Waits for a volume enlarged to this size. */
const enlarged = (size: string) =>
  page.waitForFunction(
    (text) =>
      document.querySelector('[data-testid=failure]') !== null ||
      (document.querySelector('[data-testid=after]')?.textContent?.startsWith(text) &&
        document.querySelector('[data-testid=progress]') === null),
    { timeout: patience },
    size,
  );

/** Names of the weights that the browser stores, each of them whole: its SHA-256 is the one that it lies under. */
async function storedWeights(): Promise<string[]> {
  const found = await page.evaluate(async () => {
    if (!(await caches.has('roentgen-weights'))) return [];
    const cache = await caches.open('roentgen-weights');
    return Promise.all(
      (await cache.keys()).map(async (key) => {
        const bytes = new Uint8Array(await (await cache.match(key))!.arrayBuffer());
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        return [key.url, [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')] as const;
      }),
    );
  });
  for (const [url, sha256] of found) expect(url).toContain(sha256);
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
  return found.map(([url]) => url.split('/').at(-1) ?? '').sort();
}

it('a download: nothing of it is stored', { timeout: patience }, async () => {
  await give('volume', file('small.nii.gz', await writeNifti(blocks(12, 12, 4))));
  await titled('small.nii.gz');
  expect(await storedWeights()).toEqual(['sr-d-x2.onnx', 'sr-hw-x2.onnx']);
  await page.$$eval('[data-testid=card-volume] input[name=scale]', ([, four]) =>
    (four as HTMLInputElement).click(),
  );
  host.drip.of = /sr-hw-x4/;
  const at = await stopAt(page, /Fetching sr-hw-x4.onnx: [1-9]/, () => page.keyboard.press('r'));
  expect(at).toMatch(/\d+ kB of \d+ kB/);
  await noted('small.nii.gz: stopped while sr-hw-x4.onnx came in, of which nothing is stored.');
  await noted('The last result stays.');
  await vi.waitFor(() => expect(host.cut.join()).toMatch(/sr-hw-x4/), soon); // it hung up: not a byte more comes in
  expect(await storedWeights()).toEqual(['sr-d-x2.onnx', 'sr-hw-x2.onnx']);
  expect(await textOf(page, 'after')).toMatch(/^24 × 24 × 8/);
  host.drip.of = null;
});

it('a compilation: the network is made anew', { timeout: patience }, async () => {
  await stopAt(page, /Compiling kernels/, () => page.keyboard.press('r'));
  await noted('small.nii.gz: stopped while the network was made ready. The last result stays.');
  expect(await textOf(page, 'after')).toMatch(/^24 × 24 × 8/);
  await page.keyboard.press('r');
  await enlarged('48 × 48 × 16');
  expect(await storedWeights()).toEqual(['sr-d-x2.onnx', 'sr-d-x4.onnx', 'sr-hw-x2.onnx', 'sr-hw-x4.onnx']);
});

it('a decode of a large file', { timeout: patience }, async () => {
  await give('volume', file('large.nii.gz', await large([512, 512, 128])));
  await setPart(page, [200, 200, 60], [16, 16, 4]);
  const at = await stopAt(page, /Decoding large/, () => page.click('[data-testid=start]'));
  expect(at).toMatch(/^Decoding large\.nii\.gz,? [\d.]+ [kM]B of 3\d\.\d MB$/);
  await noted('large.nii.gz: stopped while it was decoded. The last result stays.');
  expect(await textOf(page, 'after')).toMatch(/^48 × 48 × 16/);
  await page.click('[data-testid=adjust]');
  await page.waitForSelector('[data-testid=start]:not(:disabled)');
  await page.click('[data-testid=start]');
  await enlarged('64 × 64 × 16');
});

it('a run', { timeout: patience }, async () => {
  await page.$$eval('[data-testid=card-volume] input[name=scale]', ([two]) =>
    (two as HTMLInputElement).click(),
  );
  const path = file('run.nii.gz', await writeNifti(blocks(24, 20, 6)));
  const at = await stopAt(page, /Running: \d+ of/, () => give('volume', path));
  expect(at).toMatch(/pictures/);
  await noted('run.nii.gz: stopped while the network ran. The last result stays.');
  expect(await textOf(page, 'after')).toMatch(/^64 × 64 × 16/);
  // What is saved is what is shown, and not what was stopped.
  const { volume } = await readNifti(await savedBy(page, 'save-nifti'));
  expect([volume.width, volume.height, volume.depth]).toEqual([64, 64, 16]);
  await page.keyboard.press('r');
  await enlarged('48 × 40 × 12');
});

it('an export: no file is handed to the browser', { timeout: patience }, async () => {
  const saved = await page.evaluate(() => {
    const real = URL.createObjectURL;
    let made = 0;
    URL.createObjectURL = (blob: Blob) => {
      made += 1;
      return real.call(URL, blob);
    };
    document.querySelector<HTMLButtonElement>('[data-testid=save-nifti]')!.click();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    return new Promise<number>((resolve) => {
      const look = () => {
        if (
          document.querySelector('[data-testid=notices]')?.textContent?.startsWith('Saving: stopped') !== true
        )
          return void requestAnimationFrame(look);
        URL.createObjectURL = real;
        resolve(made);
      };
      look();
    });
  });
  expect(saved).toBe(0);
  await noted('Saving: stopped before the file was whole, and nothing was saved. The last result stays.');
  const { volume } = await readNifti(await savedBy(page, 'save-nifti'));
  expect([volume.width, volume.height, volume.depth]).toEqual([48, 40, 12]);
});

it('the watershed, after a run and under a slider', { timeout: patience }, async () => {
  const { picture } = nucleiField({ side: 128, count: 8 });
  await give('cells', file('first.tif', await writeTiff(picture, 8)));
  await titled('first.tif');
  const count = await textOf(page, 'count');
  const tables = () => page.$$eval('[data-testid=features] tbody tr', (rows) => rows.length);
  const rows = await tables();

  const second = file('second.tif', await writeTiff(picture, 8));
  await stopAt(page, /Computing the cells/, () => give('cells', second));
  await noted(
    'second.tif: stopped before this was computed: the cells: the watershed. The last result stays.',
  );
  expect(await textOf(page, 'result-cells')).toMatch(/^first\.tif/);
  await page.keyboard.press('r');
  await titled('second.tif');
  expect(await textOf(page, 'count')).toBe(count);

  const slider = () =>
    page.$eval('[data-testid=set-threshold]', (input) => (input as HTMLInputElement).value);
  const move = (value: string, stop: boolean) =>
    page.$eval(
      '[data-testid=set-threshold]',
      (input, to, stopping) => {
        (input as HTMLInputElement).value = to;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        if (stopping) input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      },
      value,
      stop,
    );
  const still = () => page.waitForSelector('[data-testid=settings][data-busy=false]', { timeout: 60_000 });
  await move('0.95', true);
  await noted('Watershed: stopped. The cells and the settings are those of before.');
  await still();
  expect([await slider(), await textOf(page, 'count'), await tables()]).toEqual(['0.5', count, rows]);
  const { raster } = await readTiff(await savedBy(page, 'save-label-tiff'));
  expect(Math.max(...raster.data)).toBe(rows);
  await move('0.95', false); // busy from the moment that it moves
  await still();
  expect(await slider()).toBe('0.95');
});

it('storing weights for offline use', { timeout: patience }, async () => {
  host.drip.of = /densenet/;
  await page.keyboard.down('Shift');
  await page.keyboard.press('S');
  await page.keyboard.up('Shift');
  await page.waitForSelector('[data-testid=store-all]');
  const before = await storedWeights();
  await page.click('[data-testid=store-all]');
  await vi.waitFor(
    () => expect(host.asked.filter((path) => path.includes('densenet'))).toHaveLength(1),
    soon,
  );
  await page.click('[data-testid=stop-storing]');
  await page.waitForFunction(() =>
    document
      .querySelector('.storage-said')
      ?.textContent?.includes('Stopped: densenet121.onnx is not stored.'),
  );
  expect(await storedWeights()).toEqual(before);
  host.drip.of = null;
  await page.click('[data-testid=store-all]');
  await vi.waitFor(
    async () =>
      expect(await page.$eval('.storage-said', (line) => line.textContent)).toMatch(
        /^(All weights are s|S)tored/,
      ),
    { timeout: 120_000, interval: 200 },
  );
  expect((await storedWeights()).length).toBeGreaterThan(before.length);
});
