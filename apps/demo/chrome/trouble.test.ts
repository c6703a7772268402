import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hollowPng } from '../src/testing/files.ts';
import { dropFile, dropPaths, keepPictures, type Site, startSite, textOf, useSite } from './site.ts';
import { stopAt } from './stop.ts';

const hollow = [...hollowPng()];
const weightsAt = (file: string) =>
  fileURLToPath(new URL(`../../../packages/models/weights/${file}`, import.meta.url));
const weights = (file: string) => readFileSync(weightsAt(file));

const failed = (page: Page) => page.waitForSelector('[data-testid=failure]', { timeout: 60_000 });
const noted = (page: Page, words: string) =>
  page.waitForFunction(
    (text) => document.querySelector('[data-testid=notices]')?.textContent?.includes(text),
    { timeout: 60_000 },
    words,
  );

describe('bad input', () => {
  let page: Page;
  let open: Site['open'];
  useSite(async (site) => {
    open = site.open;
  });

  it('names what is wrong with a damaged picture', async () => {
    page = await open();
    await dropFile(page, '[data-testid=card-radiograph]', 'broken.png', hollow);
    await failed(page);
    expect(await textOf(page, 'failure')).toMatch(/broken\.png.*PNG/s);
    expect(await page.$eval('[data-testid=failure]', (panel) => (panel as HTMLElement).dataset.code)).toBe(
      'format',
    );
    await keepPictures(page, 'failure');
  });

  it('says why a file is skipped that nothing here reads', async () => {
    await dropFile(page, 'main', 'paper.pdf', [...new TextEncoder().encode('%PDF-1.7 something')]);
    await page.waitForSelector('[data-testid=skipped-unknown]');
    expect(await textOf(page, 'skipped-unknown')).toMatch(/paper\.pdf\s+a PDF document/);
    expect(await textOf(page, 'intake-summary')).toBe('1 file looked at: nothing to open, 1 left out');
  });

  it('asks where the content leaves a choice', async () => {
    page = await open();
    await dropFile(page, 'main', 'what.png', hollow);
    await page.waitForSelector('[data-testid=choice]');
    expect(await textOf(page, 'question')).toBe('what.png (PNG): what does it show?');
    expect(await textOf(page, 'choice')).toMatch(/what\.png.*Chest radiograph.*Cells/s);
    await keepPictures(page, 'choice');
  });

  it('refuses a model that does something else, and says what it wanted', async () => {
    const refused = () => page.waitForSelector('[data-testid=refused]');
    await dropFile(page, '[data-testid=card-cells]', 'other.onnx', [...weights('sr-hw-x2.onnx')]);
    await refused();
    const text = await textOf(page, 'refused');
    expect(text).toMatch(/other\.onnx cannot be the network of “Cells”\s+The shipped network stays in use/);
    expect(text).toMatch(/Input shape\s+\[any, 3, any, any\]\s+\[.*1.*\]\s+does not fit/);
    expect(text).toMatch(/Output shape.*\s+fits/);
    expect(text).toMatch(/\d+ kB, SHA-256 [0-9a-f]{16}…/);
    expect(text).toMatch(/Use it for “CT or MR volume”/);
    expect(await textOf(page, 'card-cells')).toMatch(/Weights 9\.1 MB/);
    await keepPictures(page, 'refused-model');
    const torn = [...weights('sr-hw-x2.onnx').subarray(0, 5000)];
    await dropFile(page, '[data-testid=card-cells]', 'torn.onnx', torn);
    await page.waitForFunction(() =>
      document.querySelector('[data-testid=refused]')?.textContent?.includes('torn.onnx'),
    );
    expect(await textOf(page, 'card-cells')).toMatch(/Weights 9\.1 MB/);
  });

  it.each([
    ['radiograph', 'sr-hw-x2.onnx', /Input shape\s+\[any, 3, 224, 224\]\s+\[.*, 1, .*\]\s+does not fit/],
    ['volume', 'densenet121.onnx', /Input shape\s+\[any, 1, any, any\]\s+\[.*3, .*\]\s+does not fit/],
  ] as const)(
    'refuses for the card %s a model of other inputs, %s, by what it wants and what it found',
    async (card, file, words) => {
      await dropPaths(page, `[data-testid=card-${card}] h2`, [weightsAt(file)]);
      await page.waitForFunction(
        (name) => document.querySelector('[data-testid=refused]')?.textContent?.includes(name),
        {},
        file,
      );
      const text = await textOf(page, 'refused');
      expect(text).toMatch(words);
      expect(text).toMatch(/The shipped network stays in use/);
    },
  );

  it.each([
    ['radiograph', 'densenet121.onnx'],
    ['cells', 'rau-net.onnx'],
  ] as const)(
    'takes a model of the user’s own that fits the card %s',
    { timeout: 300_000 },
    async (card, file) => {
      await dropPaths(page, `[data-testid=card-${card}] h2`, [weightsAt(file)]);
      await noted(page, `Your model is in use. ${file}`);
      expect(await textOf(page, `card-${card}`)).toMatch(new RegExp(`Your model: ${file}`));
      await page.click(`[data-testid=card-${card}] .weights .link`);
      await noted(page, 'The shipped weights are in use again.');
    },
  );

  it('takes a model of the user’s own that fits', { timeout: 300_000 }, async () => {
    await dropFile(page, '[data-testid=card-volume]', 'mine.onnx', [...weights('sr-hw-x2.onnx')]);
    await noted(page, 'Your model is in use. mine.onnx');
    expect(await textOf(page, 'card-volume')).toMatch(/Your model: mine\.onnx, \d+ kB\s*[0-9a-f]{12}/);
    await page.click('[data-testid=card-volume] .weights .link');
    await noted(page, 'The shipped weights are in use again.');
    expect(await textOf(page, 'card-volume')).toMatch(/Weights \d+ kB/);
  });

  it('stops on Esc', { timeout: 300_000 }, async () => {
    page = await open();
    const start = () => page.click('[data-testid=sample-volume]');
    await stopAt(page, /Running: \d+ of/, start);
    await noted(page, 'Generated sample: stopped while the network ran. Nothing has changed.');
    expect(await page.$('[data-testid=progress]')).toBeNull();
    // What it looks like meanwhile: another run, which may be over before the pictures are.
    await start();
    await page.waitForFunction(
      () =>
        document.querySelector('[data-testid=result-volume]') !== null ||
        /Running: \d+ of/.test(document.querySelector('[data-testid=progress]')?.textContent ?? ''),
    );
    await keepPictures(page, 'progress');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('[data-testid=progress]') === null);
    expect(await page.$('[data-testid=failure]')).toBeNull();
  });
});

describe('no WebGPU', () => {
  const types: Readonly<Record<string, string>> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
  };
  const folder = fileURLToPath(new URL('../dist/site/', import.meta.url));
  let server: Server;

  /** What the page says under these flags, at this address. */
  const obstacle = async (args: readonly string[], address: string | undefined, name: string) => {
    await using site = await startSite(args, false);
    const page = await site.open(address);
    await keepPictures(page, name);
    const off = await page.$eval(
      '[data-testid=sample-cells]',
      (button) => (button as HTMLButtonElement).disabled,
    );
    expect(off).toBe(true);
    return await textOf(page, 'obstacle'); // before the browser closes
  };
  const at = (host: string, path: string) =>
    `http://${host}:${(server.address() as AddressInfo).port}/${path}`;

  beforeAll(async () => {
    server = createServer(({ url = '/' }, response) => {
      const path = new URL(url, 'http://here').pathname.slice(1);
      const file = folder + path.replace('without/', '');
      // No flag of Chrome takes WebGPU out of workers, so the worker below `without/` opens by doing it.
      const before = path.startsWith('without/assets/worker-') ? 'delete WorkerNavigator.prototype.gpu;' : '';
      try {
        const content = Buffer.concat([Buffer.from(before), readFileSync(file)]);
        response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
        response.end(content);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterAll(() => {
    server.close();
  });

  it('is told from a page that is not secure', async () => {
    const rules = '--host-resolver-rules=MAP roentgen.test 127.0.0.1';
    const text = await obstacle([rules], at('roentgen.test', 'index.html'), 'insecure');
    expect(text).toMatch(/not secure.*https.*localhost/s);
  });

  it('is told from a browser without it', async () => {
    const text = await obstacle([], at('127.0.0.1', 'without/index.html'), 'no-webgpu');
    expect(text).toMatch(/This browser has no WebGPU.*Chrome/s);
  });

  it('is told from a browser that finds no GPU', async () => {
    const text = await obstacle([], undefined, 'no-adapter');
    expect(text).toMatch(/finds no GPU.*chrome:\/\/gpu/s);
  });
});
