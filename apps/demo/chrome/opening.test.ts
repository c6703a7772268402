import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { chestPhantom, writeNifti, writePng } from '@roentgen/models';
import { fixture } from '@roentgen/tooling/pictures';
import { archiveOf } from '@roentgen/tooling/zip';
import type { Page } from 'puppeteer';
import { afterAll, describe, expect, it } from 'vitest';
import { dicomSlice, hollowPng, study, zipOf } from '../src/testing/files.ts';
import { rows, seriousIn, shown } from './opening/list.ts';
import { manyCells, manyFilms } from './opening/many.ts';
import { dropFile, dropPaths, keepPictures, textOf, useSite, waitForResult } from './site.ts';

/* What happens to files before anything is computed: recognised, listed, chosen, refused. */

const folder = mkdtempSync(join(tmpdir(), 'roentgen-files-'));
const at = (path: string) => join(folder, path);
const write = (path: string, bytes: Uint8Array) => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), bytes);
  return at(path);
};
const png = hollowPng();

describe('files', () => {
  let page: Page;
  useSite(async ({ open }) => {
    for (const [path, bytes] of Object.entries(study())) write(`study/${path}`, bytes);
    mkdirSync(at('nothing'));
    page = await open();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('that a card does not take are named with what it takes', async () => {
    await dropPaths(page, '[data-testid=card-cells] h2', [at('study')]);
    await shown(page, 'skipped-elsewhere', /T1 axial \(12 files\)\s+DICOM MR; the card “Cells” takes TIFF/);
    expect(await page.$('[data-testid=choice]')).toBeNull();
  });

  it('are listed with their size, spacing and gaps; what is left out has a reason', async () => {
    await dropPaths(page, '.tagline', [at('study'), at('nothing')]);
    await shown(page, 'question', 'Which of these 3 series?');
    const list = await rows(page);
    expect(list.map(([title]) => title)).toEqual(['T1 axial', 'FLAIR', 'Scout']);
    expect(list[0]).toEqual(expect.arrayContaining(['32 × 32 × 12', '0.5 × 0.5 × 1.5', 'Open']));
    expect(list[1].join(' ')).toMatch(/2 images missing after study\/FLAIR\/IM2\.dcm: a gap of 9\.0 mm/);
    expect(list[2]).toContain('a localizer');
    const left = await textOf(page, 'skipped');
    expect(left).toMatch(/study\/T1\/cut\s+.*needs 2048 bytes/);
    expect(left).toMatch(/study\/SR\/report\s+a structured report, not an image/);
    expect(left).toMatch(/study\/readme\.txt\s+not a known format/);
    expect(left).toMatch(/study\/empty\.dcm\s+an empty file/);
    expect(left).toMatch(/nothing\s+a folder without files/);
    expect(await textOf(page, 'intake-summary')).toBe('23 files looked at: 3 things to open, 5 left out');
    expect(await seriousIn(page, '[data-testid=intake]')).toEqual([]);
    await keepPictures(page, 'series');
  });

  it('of a series with a gap open only if the user has it joined, after an estimate', async () => {
    await page.click('.things tbody tr:nth-child(2) button');
    await shown(page, 'settings', /a gap of 9\.0 mm/);
    const off = () => page.$eval('[data-testid=start]', (button) => (button as HTMLButtonElement).disabled);
    expect(await off()).toBe(true);
    expect(await textOf(page, 'estimate')).toMatch(
      /^64 × 64 × 12 voxels, 1 MiB of memory, about \d+ s on .*at a guess/,
    );
    await page.click('[data-testid=middle]');
    await shown(page, 'estimate', /^32 × 32 × 12 voxels/);
    await page.click('[data-testid=settings] input[type=checkbox]');
    expect(await off()).toBe(false);
    expect(await seriousIn(page, '[data-testid=settings]')).toEqual([]);
    await keepPictures(page, 'settings');
  });

  it('of an archive are what they are in a folder', async () => {
    await dropPaths(page, '.tagline', [write('study.zip', zipOf(study()))]);
    await shown(page, 'skipped', /study\.zip\/readme\.txt/);
    expect((await rows(page)).map(([title]) => title)).toEqual(['T1 axial', 'FLAIR', 'Scout']);
  });

  it('that are damaged are each told with what is wrong, and the good ones among them are taken', async () => {
    const volume = {
      ...{ width: 24, height: 24, depth: 8, data: new Float32Array(24 * 24 * 8) },
      ...{ affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1], spacing: [1, 1, 2] as const },
      stored: { type: 'uint8', slope: 1, intercept: 0 } as const,
    };
    const nifti = await writeNifti(volume, { gzip: false });
    const chest = writePng(chestPhantom(), 8);
    const wrong = chest.slice();
    wrong[wrong.length >> 1] ^= 1;
    const beyond = new Uint8Array(100);
    beyond.set([0x49, 0x49, 42, 0, 200, 0, 0, 0]);
    const slices = Object.entries(study()).filter(([path]) => /^T1\/\d/.test(path));
    const files = {
      ...Object.fromEntries(slices),
      'good.nii': nifti,
      'chest.png': chest,
      'cut.dcm': slices[3][1].subarray(0, 1500),
      'short.nii': nifti.subarray(0, nifti.length - 100),
      'cut.zip': zipOf(study()).subarray(0, 20_000),
      'wrong.png': wrong,
      'altered.zip': archiveOf([{ name: 'a.png', bytes: chest, packed: deflateRawSync(chest), crc: 1 }]),
      'beyond.tif': beyond,
      'cut.jpg': fixture('jpegGrey').subarray(0, 150),
      'error.dcm': new TextEncoder().encode('<!DOCTYPE html><title>502 Bad Gateway</title>'),
    };
    for (const [path, bytes] of Object.entries(files)) write(`mixed/${path}`, bytes);
    await dropPaths(page, '.tagline', [at('mixed')]);
    await shown(page, 'question', '3 things can be opened');
    const titles = (await rows(page)).map(([title]) => title);
    expect(titles.toSorted()).toEqual(['T1 axial', 'chest.png', 'good.nii']);
    expect(await textOf(page, 'intake-summary')).toBe('22 files looked at: 3 things to open, 8 left out');
    await page.$$eval('[data-testid=skipped] details', (all) => {
      for (const group of all) group.open = true;
    });
    const left = await textOf(page, 'skipped');
    for (const words of [
      /cut\.dcm\s+.*needs 2048 bytes/,
      /short\.nii\s+NIfTI voxels: needs 4960 bytes, the file has 4860/,
      /a\.png\s+a\.png: its checksum is wrong/,
      /cut\.zip\s+ZIP: no directory at the end/,
      /wrong\.png\s+PNG: the checksum of its chunk IDAT is wrong/,
      /beyond\.tif\s+TIFF directory: needs 202 bytes, the file has 100/,
      /cut\.jpg\s+JPEG: the stream has no end/,
      /error\.dcm\s+a text document \(HTML, XML or JSON\)/,
    ])
      expect(left).toMatch(words);
    await keepPictures(page, 'damaged');
  });

  it('of several time points let one be chosen', async () => {
    const volume = {
      width: 24,
      height: 24,
      depth: 8,
      data: Float32Array.from({ length: 24 * 24 * 8 }, (_, i) => i % 97),
      affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1],
      spacing: [1, 1, 2],
      stored: { type: 'uint8', slope: 1, intercept: 0 },
    } as const;
    const one = await writeNifti(volume, { gzip: false });
    const both = Uint8Array.from([...one, ...one.subarray(352)]);
    const view = new DataView(both.buffer);
    view.setInt16(40, 4, true);
    view.setInt16(48, 2, true);
    await dropPaths(page, '.tagline', [write('fmri.nii', both)]);
    await shown(page, 'settings', /of 2: time points or components/);
    expect((await rows(page))[0]).toContain('24 × 24 × 8 × 2');
    expect((await rows(page))[0]).toContain('chosen');
  });

  it('that are too large are refused with the number and the limit', async () => {
    await page.evaluate(() => {
      const piece = new Blob([new Uint8Array(2 ** 26)]);
      const start = new Uint8Array(132);
      start.set([0x44, 0x49, 0x43, 0x4d], 128);
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([start, ...new Array<Blob>(33).fill(piece)], 'huge.dcm'));
      document.querySelector('main')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
    });
    await shown(page, 'skipped-large', /huge\.dcm has 2\.1 GiB; files of up to 2\.0 GiB are read/);
  });

  it('that go away between choosing and reading are named', async () => {
    const path = write('gone.png', png);
    await dropPaths(page, '.tagline', [path]);
    await shown(page, 'question', /gone\.png \(PNG\): what does it show/);
    rmSync(path);
    await page.click('.things tbody button');
    await shown(page, 'failure', /gone\.png cannot be read: it was (moved|changed)/);
    expect(await page.$eval('[data-testid=failure]', (panel) => (panel as HTMLElement).dataset.code)).toBe(
      'file',
    );
  });

  it('can be had from public collections, by links that tell nobody where they come from', async () => {
    const links = await page.$$eval('.public a', (all) =>
      all.map((link) => [(link as HTMLAnchorElement).href, (link as HTMLAnchorElement).rel]),
    );
    expect(links.length).toBeGreaterThanOrEqual(5);
    for (const [address, rel] of links) {
      expect(address).toMatch(/^https:/);
      expect(rel).toBe('noopener noreferrer');
    }
    expect(
      await page.$$eval('.public', (all) => all.every((each) => /Licence: /.test(each.textContent))),
    ).toBe(true);
  });

  it('can be pasted from the clipboard', async () => {
    await page.goto(new URL(page.url()).origin + new URL(page.url()).pathname);
    await page.waitForSelector('[data-testid=adapter]');
    await page
      .browserContext()
      .overridePermissions(new URL(page.url()).origin, ['clipboard-read', 'clipboard-sanitized-write']);
    await page.bringToFront();
    await page.evaluate(
      async (bytes) => {
        const image = new Blob([new Uint8Array(bytes)], { type: 'image/png' });
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]);
      },
      [...writePng(chestPhantom(), 8)],
    );
    await page.keyboard.down('Control');
    await page.keyboard.press('v', { commands: ['Paste'] });
    await page.keyboard.up('Control');
    await shown(page, 'question', /^image\.png \(PNG\): what does it show/);
    await page.click('.things tbody button');
    await waitForResult(page, 'radiograph', 60_000);
    expect(await textOf(page, 'result-radiograph')).toMatch(/^image\.png/);
  });

  it('can be picked, one by one or as a folder', async () => {
    const file = await page.$('[data-testid=file-radiograph]');
    await (file as import('puppeteer').ElementHandle<HTMLInputElement>).uploadFile(
      write('a.dcm', dicomSlice({ series: '7', modality: 'DX', number: 1, z: 0 })),
      write('b.dcm', dicomSlice({ series: '7', modality: 'DX', number: 2, z: 0 })),
    );
    // Both are opened, as a batch; the checks refuse pictures of so few pixels, which are shown all the same.
    await shown(page, 'batch', /2 radiographs, 0 scored, 2 not/);
    await shown(page, 'refusal', /Not scored/);
    const picker = await page.$('[data-testid=folder-volume]');
    await (picker as import('puppeteer').ElementHandle<HTMLInputElement>).uploadFile(at('study'));
    await shown(page, 'question', 'Which of these 3 series?');
    expect(await textOf(page, 'skipped')).toMatch(/study\/readme\.txt/);
  });

  it('that nothing here reads leave the page as it was', async () => {
    await dropFile(page, 'main', 'paper.pdf', [...new TextEncoder().encode('%PDF-1.7 something')]);
    await shown(page, 'skipped-unknown', /paper\.pdf\s+a PDF document/);
    expect(await textOf(page, 'intake-summary')).toBe('1 file looked at: nothing to open, 1 left out');
    await keepPictures(page, 'skipped');
  });

  it('that are many of a kind are one line, opened together; a part of them is listed at a click', () =>
    manyFilms(page, at('many')));

  it('that are many of a kind can all be opened as cells, one field each', { timeout: 420_000 }, () =>
    manyCells(page, at('plate')),
  );
});
