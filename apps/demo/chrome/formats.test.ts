import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { readJpeg, readNifti, type Volume } from '@roentgen/models';
import type { Elements, Value } from '@roentgen/tooling/dicom';
import { enhancedFile } from '@roentgen/tooling/dicom-frames';
import { fixture, ramp12 } from '@roentgen/tooling/pictures';
import { directoryEntry, endRecords, joined, localFile } from '@roentgen/tooling/zip';
import type { Page } from 'puppeteer';
import { afterAll, describe, expect, it } from 'vitest';
import { dropPaths, savedBy, useSite } from './site.ts';

/*
 * Files as scanners and archives pack them, through the built page under its policy, from the drop to the file that is
 * saved: it has to be the one that the same pixels give unpacked. Every decoder is fetched from the site itself.
 */

const folder = mkdtempSync(join(tmpdir(), 'roentgen-formats-'));
const size: Elements = { '00280010 US': [12], '00280011 US': [16] };
const FRAMES = 4;
const EXPLICIT = '1.2.840.10008.1.2.1';

/** Frames of 16 x 12 pixels 2 mm apart, each by a slope of its own, so that no two are alike. */
function file(name: string, value: Value, syntax: string, more: Elements = {}): Uint8Array {
  const frames = Array.from({ length: FRAMES }, (_, i) => ({
    position: `-4\\-3\\${2 * i}`,
    slope: String(1 + i),
  }));
  return enhancedFile(frames, value, { ...size, '0008103e LO': name, ...more }, syntax);
}

const four = <T>(one: T): readonly T[] => new Array<T>(FRAMES).fill(one);
const native = (name: string, pixels: readonly number[] = ramp12) =>
  file(name, four(pixels).flat(), EXPLICIT);

/** The four frames packed alike, one fragment each. */
const packed = (stream: Uint8Array): Value => ({ fragments: four(stream) });

/** RLE of 16-bit samples (PS3.5 annex G): two segments, high bytes first, as literal runs. */
function rle(pixels: readonly number[]): Uint8Array {
  const literal = (bytes: readonly number[]) => {
    const runs: number[] = [];
    for (let at = 0; at < bytes.length; at += 128) {
      const run = bytes.slice(at, at + 128);
      runs.push(run.length - 1, ...run);
    }
    return Uint8Array.from(runs.length % 2 === 0 ? runs : [...runs, 128]);
  };
  const high = literal(pixels.map((pixel) => pixel >> 8));
  const low = literal(pixels.map((pixel) => pixel & 255));
  const head = new DataView(new ArrayBuffer(64));
  [2, 64, 64 + high.length].forEach((value, i) => {
    head.setUint32(4 * i, value, true);
  });
  return joined([new Uint8Array(head.buffer), high, low]);
}

/** Everything behind preamble and file meta group, deflated, under the syntax that says so. */
function deflated(name: string): Uint8Array {
  const syntax = '1.2.840.10008.1.2.1.99';
  const whole = native(name);
  // Preamble, group length and the syntax, padded to 20 letters.
  const set = whole.subarray(132 + 12 + 8 + 20);
  const empty = enhancedFile([], [], {}, syntax);
  const meta = empty.subarray(0, 132 + 12 + 8 + syntax.length);
  return joined([meta, deflateRawSync(set)]);
}

/** A file of 5 GiB on this disk, of which only what is written takes place: a ZIP64 archive with one DICOM file. */
function hugeArchive(path: string, bytes: Uint8Array): void {
  const at = 5 * 2 ** 30;
  const style = { zip64: true };
  const member = { name: 'study/far.dcm', bytes };
  const far = localFile(member, style);
  const directory = directoryEntry(member, at, style);
  const records = endRecords(1, directory.length, at + far.length, style);
  const first = localFile({ name: 'hole', bytes: new Uint8Array(0) }, style);
  const last = joined([far, directory, records]);
  const handle = openSync(path, 'w');
  writeSync(handle, first, 0, first.length, 0);
  writeSync(handle, last, 0, last.length, at);
  closeSync(handle);
}

describe('a file', () => {
  let page: Page;
  useSite(async ({ open }) => {
    page = await open();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Waits for a result under this title, and reads the file that it is saved as. */
  async function result(title: string): Promise<Volume> {
    await page.waitForFunction(
      (wanted) => {
        const shown = document.querySelector('[data-testid=result-volume]')?.getAttribute('aria-label');
        const failed = document.querySelector('[data-testid=failure], [data-testid=skipped]');
        return failed !== null || (shown === wanted && !document.querySelector('[data-testid=progress]'));
      },
      { timeout: 60_000 },
      title,
    );
    const trouble = await page.$$eval('[data-testid=failure], [data-testid=skipped]', (all) =>
      all.map((each) => each.textContent),
    );
    expect(trouble).toEqual([]);
    return (await readNifti(await savedBy(page, 'save-nifti'))).volume;
  }

  async function through(title: string, bytes: Uint8Array): Promise<Volume> {
    const path = join(folder, title);
    writeFileSync(path, bytes);
    await dropPaths(page, '.tagline', [path]);
    return result(title);
  }

  let plain: Volume;

  it('of several frames becomes a volume in the place that its frames state', async () => {
    plain = await through('uncompressed', native('uncompressed'));
    expect([plain.width, plain.height, plain.depth]).toEqual([32, 24, 8]);
    expect(plain.spacing).toEqual([0.125, 0.25, 1]);
    // The first new centre lies a quarter of an old step before the first old one: -4 - 0.25/4, turned to the right.
    const origin = [3, 7, 11].map((i) => plain.affine[i]);
    expect(origin).toEqual([4 + 0.25 / 4, 3 + 0.5 / 4, -2 / 4]);
    // Values rise by the slopes of the frames: the mean of the last is some four times that of the first.
    const mean = (z: number) =>
      plain.data.subarray(z * 768, (z + 1) * 768).reduce((sum, value) => sum + value, 0) / 768;
    expect(mean(7) / mean(0)).toBeGreaterThan(2.5);
  });

  it.each([
    ['JPEG lossless', '1.2.840.10008.1.2.4.70', packed(fixture('jpegLossless12'))],
    ['JPEG-LS', '1.2.840.10008.1.2.4.80', packed(fixture('jpegLs12'))],
    ['JPEG 2000', '1.2.840.10008.1.2.4.90', packed(fixture('jpeg2000'))],
    ['HTJ2K', '1.2.840.10008.1.2.4.201', packed(fixture('htj2k'))],
    ['RLE', '1.2.840.10008.1.2.5', packed(rle(ramp12))],
    ['implicit VR', '1.2.840.10008.1.2', four(ramp12).flat()],
    ['big-endian', '1.2.840.10008.1.2.2', four(ramp12).flat()],
  ] as const)('packed as %s gives what it gives unpacked, to the last voxel', async (name, syntax, value) => {
    const volume = await through(name, file(name, value as Value, syntax));
    expect(volume.data).toEqual(plain.data);
    expect(volume.affine).toEqual(plain.affine);
  });

  it('packed as a deflated data set gives what it gives unpacked', async () => {
    const volume = await through('deflated', deflated('deflated'));
    expect(volume.data).toEqual(plain.data);
  });

  it('packed as JPEG with loss gives what the decoder gives in Node, where it is held against Pillow', async () => {
    const eight: Elements = { '00280100 US': [8], '00280101 US': [8], '00280102 US': [7] };
    const stream = fixture('jpegGrey');
    const { data } = await readJpeg(stream);
    const bytes = file('bytes', Uint8Array.from(four([...data]).flat()), EXPLICIT, eight);
    const wanted = await through('bytes', bytes);
    const jpeg = await through('JPEG', file('JPEG', packed(stream), '1.2.840.10008.1.2.4.50', eight));
    expect(jpeg.data).toEqual(wanted.data);
  });

  it('of several stacks is a choice, and the chosen one is opened', async () => {
    const frames = ['near', 'far'].flatMap((stack) =>
      Array.from({ length: FRAMES }, (_, i) => ({
        position: `-4\\-3\\${(stack === 'far' ? 200 : 0) + 2 * i}`,
        slope: String(1 + i),
        stack,
      })),
    );
    const path = join(folder, 'stacks.dcm');
    const pixels = new Array<readonly number[]>(2 * FRAMES).fill(ramp12).flat();
    writeFileSync(path, enhancedFile(frames, pixels, { ...size, '0008103e LO': 'Knee' }));
    await dropPaths(page, '.tagline', [path]);
    await page.waitForFunction(() =>
      /Which of these 2 series/.test(document.querySelector('[data-testid=question]')?.textContent ?? ''),
    );
    const titles = await page.$$eval('.things tbody tr', (rows) => rows.map((row) => row.textContent));
    expect(titles.map((title) => /Knee, stack (near|far)/.exec(title ?? '')?.[1])).toEqual(['near', 'far']);
    await page.click('.things tbody tr:nth-child(2) button');
    const volume = await result('Knee, stack far');
    expect(volume.data).toEqual(plain.data);
    expect(volume.affine[11]).toBe(200 - 2 / 4);
  });

  it('in an archive of 5 GiB is opened where it lies', async () => {
    const path = join(folder, 'huge.zip');
    hugeArchive(path, native('far away'));
    await dropPaths(page, '.tagline', [path]);
    const volume = await result('far away');
    expect(volume.data).toEqual(plain.data);
  });
});
