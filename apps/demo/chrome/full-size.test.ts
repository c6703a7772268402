import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  evaluationPair,
  groupSeries,
  readDicomHeaders,
  readNifti,
  readSeries,
  roundToByte,
  sliceQuality,
  type Volume,
  valueRange,
  volumeRegion,
  writeNifti,
} from '@roentgen/models';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apart, type PlainNifti, plainNifti, upscaledInNode } from './in-node.ts';
import { dropPaths, keepPictures, type Site, startSite, textOf } from './site.ts';
import { downloadedBy, type Watched, watchRun } from './watch.ts';

/*
 * Whole volumes and radiographs through the page, from the drop to the file that the browser writes, and each file
 * against what the command line makes of the same input. On a software adapter this takes an hour or so:
 * `npm run build && ROENTGEN_FULL=1 npx vitest run --project chrome apps/demo/chrome/full-size.test.ts`
 * What was seen of each run is added to test-results/demo/full-size.jsonl. ROENTGEN_FULL_FLAGS: more flags for Chrome.
 */

const data = new URL('../../../../shared/data/', import.meta.url);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const results = `${root}test-results/demo/`;
const wanted = process.env.ROENTGEN_FULL === '1' && existsSync(data);
const patience = 4 * 3_600_000;
const path = (name: string) => fileURLToPath(new URL(name, data));

let site: Site;
let page: Page;
let folder: string;

/** Drops one thing, takes all of it where the page asks, and watches it until `until`. */
async function through(what: string, until?: number): Promise<Watched> {
  await dropPaths(page, '.tagline', [what]);
  await page.waitForSelector('[data-testid=settings], [data-testid=progress]');
  const asked = await page.$('[data-testid=settings]');
  if (asked) await page.click('[data-testid=start]');
  return watchRun(site, page, until);
}

function note(name: string, watched: Watched, more: object): void {
  const { counts, ...seen } = watched;
  const row = { name, ...seen, counts: counts.length, last: counts.at(-1), ...more };
  mkdirSync(results, { recursive: true });
  writeFileSync(`${results}full-size.jsonl`, `${JSON.stringify(row)}\n`, { flag: 'a' });
  console.info(row);
}

function expectCounted({ counts, total }: Watched): void {
  expect(counts.length).toBeGreaterThan(3);
  expect(counts.every((count, i) => i === 0 || count > counts[i - 1])).toBe(true);
  expect(counts.at(-1)).toBeLessThanOrEqual(total);
}

function expectAffine(found: readonly number[], wantedOnes: readonly number[]): void {
  for (const [i, value] of wantedOnes.entries()) expect(found[i], `affine ${i}`).toBeCloseTo(value, 3);
}

/** The affine of the grid twice as fine over the same box: half steps, and a first centre a quarter step before. */
function finer(affine: readonly number[]): number[] {
  return [0, 1, 2].flatMap((row) => {
    const step = [0, 1, 2].map((axis) => affine[4 * row + axis]);
    const shift = step.reduce((sum, value) => sum + value, 0) / 4;
    return [...step.map((value) => value / 2), affine[4 * row + 3] - shift];
  });
}

async function savedNifti(): Promise<PlainNifti> {
  return plainNifti((await downloadedBy(site, page, 'save-nifti')).bytes);
}

async function savedJson() {
  return JSON.parse(new TextDecoder().decode((await downloadedBy(site, page, 'save-json')).bytes));
}

async function readWhole(name: string): Promise<Volume> {
  return (await readNifti(new Uint8Array(readFileSync(path(name))))).volume;
}

/** The series as the command line reads it, and the affine by the standard's own formula (PS3.3 C.7.6.2.1.1). */
async function readMr(): Promise<{ volume: Volume; affine: number[] }> {
  const at = path('volumes/test/mr-dicom/');
  const files = readdirSync(at)
    .filter((name) => name.endsWith('.dcm'))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(at + name)) }));
  const headers = files.map(({ bytes }) => readDicomHeaders(bytes)[0]);
  headers.sort((a, b) => a.position![2] - b.position![2]);
  const [lowest, second] = headers;
  const turn = [-1, -1, 1]; // left and back become right and front
  const affine = [0, 1, 2].flatMap((axis) => [
    turn[axis] * lowest.orientation![0][axis] * lowest.spacing!.column,
    turn[axis] * lowest.orientation![1][axis] * lowest.spacing!.row,
    turn[axis] * (second.position![axis] - lowest.position![axis]),
    turn[axis] * lowest.position![axis],
  ]);
  const { volume } = await readSeries(groupSeries(files).series[0]);
  return { volume, affine };
}

/**
 * A part of a volume with columns of the range's ends at its right, so that the part is scaled for the network as the
 * whole was: `roentgen upscale` takes no range.
 */
function partOf(whole: Volume, corner: readonly number[], side: number, more: number): Volume {
  const [low, high] = valueRange(whole);
  const [x, y] = corner;
  const region = { x: [x, x + side], y: [y, y + side], z: [0, whole.depth] } as const;
  const part = volumeRegion(whole, region);
  const width = side + more;
  const values = new Float32Array(width * side * part.depth);
  for (let row = 0; row < side * part.depth; row++) {
    values.set(part.data.subarray(row * side, (row + 1) * side), row * width);
    values.fill(low, row * width + side, row * width + side + more / 2);
    values.fill(high, row * width + side + more / 2, (row + 1) * width);
  }
  const padded = { ...part, width, data: values };
  expect(valueRange(padded)).toEqual([low, high]);
  return padded;
}

describe.skipIf(!wanted)('whole files', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'roentgen-full-'));
    site = await startSite(process.env.ROENTGEN_FULL_FLAGS?.split(' ') ?? []);
    page = await site.open();
    console.info('adapter:', await textOf(page, 'adapter'));
  });
  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['cxr-dicom/1.2.276.0.7230010.3.1.4.8323329.6904.1517875201.850819.dcm', 0.5852],
    ['cxr-dicom/Fake_MONOHR1.dcm', 0.9691],
    ['cxr/images/00000506_013.png', 0.2183],
    ['cxr/images/00000506_015.png', 0.8235],
    ['cxr/images/00000506_016.png', 0.8743],
    ['cxr/images/00001299_000.png', 0.305],
  ])('radiograph %s is scored, and saved', { timeout: patience }, async (name, score) => {
    const input = await page.$('input[data-testid=file-radiograph]');
    await (input as import('puppeteer').ElementHandle<HTMLInputElement>).uploadFile(path(name));
    await watchRun(site, page);
    // PyTorch's scores with float32 weights (../shared/models/README.md); the shipped ones are 8-bit.
    expect(Math.abs(Number(await textOf(page, 'score')) - score)).toBeLessThan(0.02);
    const saved = await savedJson();
    expect(Math.abs(saved.results.score - score)).toBeLessThan(0.02);
    expect(saved.input.files[0].bytes).toBe(readFileSync(path(name)).length);
  });

  it('real CT of 175 x 248 x 58 is what the command line gives', { timeout: patience }, async () => {
    const name = 'volumes/test/CT_pitch.nii.gz';
    const watched = await through(path(name));
    expectCounted(watched);
    const given = await readWhole(name);
    const found = await savedNifti();
    expect(found.size).toEqual([350, 496, 116]);
    expect(found.type).toBe(2);
    expectAffine(found.affine, finer(given.affine));
    const json = await savedJson();
    expect(json.results.output.voxels).toEqual(found.size);
    expectAffine(json.results.output.affine.slice(0, 12), found.affine);
    await keepPictures(page, 'full-ct');
    const zero = [0, 0, 0];
    const compared = apart(found, await upscaledInNode(path(name)), { a: zero, b: zero, size: found.size });
    note('CT_pitch 2x', watched, compared);
    // Bytes are rounded between the networks too: what lies near the middle of two goes either way on two adapters, and
    // the second network makes more of it.
    expect(compared.largest).toBeLessThanOrEqual(4);
    expect(compared.share).toBeLessThan(1e-4);
  });

  it('the MR series of 512 x 512 x 32 stops in the middle', { timeout: patience }, async () => {
    const series = realpathSync(path('volumes/test/mr-dicom'));
    const before = await page.$eval('.result-head h2', (title) => title.textContent).catch(() => null);
    const stopped = await through(series, 33);
    const start = performance.now();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('[data-testid=progress]') === null, {
      timeout: 600_000,
    });
    const stopping = Math.round(performance.now() - start);
    expect(await page.$('[data-testid=failure]')).toBeNull();
    if (before !== null) {
      expect(await page.$eval('.result-head h2', (title) => title.textContent)).toBe(before);
    }
    note('MR series, stopped', stopped, { stopping });
  });

  it('the MR series of 512 x 512 x 32 is what the command line gives', { timeout: patience }, async () => {
    const watched = await through(realpathSync(path('volumes/test/mr-dicom')));
    expectCounted(watched);
    await keepPictures(page, 'full-mr');
    const { volume, affine } = await readMr();
    const found = await savedNifti();
    expect(found.size).toEqual([1024, 1024, 64]);
    expectAffine(found.affine, finer(affine));
    const json = await savedJson();
    expect(json.results.output.voxels).toEqual(found.size);
    note('MR series 2x', watched, { times: await page.$eval('.times', (line) => line.textContent) });

    // 16 voxels are as far as the networks look, both of them together; at the corner of the volume there are none to leave out.
    for (const [corner, inner] of [
      [
        [272, 256],
        [16, 16],
      ],
      [
        [0, 0],
        [0, 0],
      ],
    ] as const) {
      const part = partOf(volume, corner, 96, 96);
      const file = join(folder, 'part.nii');
      writeFileSync(file, await writeNifti(part, { gzip: false }));
      const compared = apart(found, await upscaledInNode(file), {
        a: [2 * (corner[0] + inner[0]), 2 * (corner[1] + inner[1]), 0],
        b: [2 * inner[0], 2 * inner[1], 0],
        size: [128, 128, 64],
      });
      note(`MR series 2x, part at ${corner}`, watched, compared);
      expect(compared.largest).toBeLessThanOrEqual(1);
      expect(compared.share).toBeLessThan(1e-3);
    }
  });

  it('the MR volume, reduced and dropped, comes back as near as `evaluate` says', {
    timeout: patience,
  }, async () => {
    const { high, low } = evaluationPair(await readWhole('volumes/test/t1_crop.nii.gz'), 2);
    const bytes = { ...low, data: low.data.map((value) => Math.round(255 * value)) };
    const file = join(folder, 't1_half.nii.gz');
    writeFileSync(file, await writeNifti(bytes));
    const watched = await through(file);
    expectCounted(watched);
    const found = await savedNifti();
    expect(found.size).toEqual([256, 256, 256]);
    expectAffine(found.affine, high.affine.slice(0, 12));
    const restored = Float32Array.from(high.data, (_, i) => found.value(i) / 255);
    const quality = sliceQuality(high, { ...high, data: roundToByte(restored) }, 1);
    note('t1_crop 2x', watched, quality);
    // 44.91 dB and 0.9838 by PyTorch (../shared/models/README.md); bicubic 43.03 and 0.9714.
    expect(quality.psnr).toBeGreaterThan(44.89);
    expect(quality.ssim).toBeGreaterThan(0.9836);
  });
});
