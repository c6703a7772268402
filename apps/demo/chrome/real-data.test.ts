import {
  existsSync,
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
  readDicom,
  readDicomHeaders,
  readNifti,
  rescaledRaster,
  type Volume,
  volumeRegion,
  writeNifti,
} from '@roentgen/models';
import type { Page } from 'puppeteer';
import { describe, expect, it } from 'vitest';
import { apart, plainNifti, upscaledInNode } from './in-node.ts';
import { dropPaths, keepPictures, savedBy, setPart, textOf, useSite, waitForResult } from './site.ts';

/*
 * Files of real scanners through the page, from the drop to the file that is saved and read back. Software adapters get
 * a part of each, chosen as a user would choose it; the part is 48 x 48 x 8 voxels.
 */

const data = new URL('../../../../shared/data/volumes/test/', import.meta.url);
const patience = 420_000;
/** The part that is taken: columns, rows, slices. */
const from = [220, 200, 12] as const;
const size = [48, 48, 8] as const;

/** Types the part into the settings, and starts. */
async function startPart(page: Page, corner: readonly number[]): Promise<void> {
  await setPart(page, corner, size);
  await page.click('[data-testid=start]');
  await waitForResult(page, 'volume', patience);
}

/** Waits for the result that is held to its input. */
const shownHeld = (page: Page) =>
  page.waitForFunction(
    () => /Held\s*each voxel/.test(document.querySelector('[data-testid=saw]')?.textContent ?? ''),
    { timeout: patience },
  );

/** Voxels of a part. */
function part(volume: Volume, corner: readonly number[]): Float32Array {
  const out: number[] = [];
  for (let z = 0; z < size[2]; z++)
    for (let y = 0; y < size[1]; y++)
      for (let x = 0; x < size[0]; x++)
        out.push(
          volume.data[((corner[2] + z) * volume.height + corner[1] + y) * volume.width + corner[0] + x],
        );
  return Float32Array.from(out);
}

/** Means of blocks of 2 x 2 x 2. */
function halved({ width, height, depth, data: values }: Volume): Float32Array {
  const [w, h, d] = [width / 2, height / 2, depth / 2];
  const out = new Float32Array(w * h * d);
  for (let z = 0; z < depth; z++)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        out[((z >> 1) * h + (y >> 1)) * w + (x >> 1)] += values[(z * height + y) * width + x] / 8;
  return out;
}

/** Pearson's correlation, and the mean distance over the standard deviation of `a`. */
function likeness(a: Float32Array, b: Float32Array) {
  const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb, distance] = [0, 0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += (a[i] - ma) * (b[i] - mb);
    aa += (a[i] - ma) ** 2;
    bb += (b[i] - mb) ** 2;
    distance += Math.abs(a[i] - b[i]);
  }
  return { correlation: ab / Math.sqrt(aa * bb), distance: distance / a.length / Math.sqrt(aa / a.length) };
}

/** The affine of a grid twice as fine over the part: half steps, and a first centre a quarter step before the old one. */
function finer(affine: readonly number[], corner: readonly number[]): number[] {
  return [0, 1, 2].flatMap((row) => {
    const step = [0, 1, 2].map((axis) => affine[4 * row + axis]);
    const origin = step.reduce(
      (sum, value, axis) => sum + value * (corner[axis] - 0.25),
      affine[4 * row + 3],
    );
    return [...step.map((value) => value / 2), origin];
  });
}

function expectNear(found: readonly number[], wanted: readonly number[]): void {
  expect(found).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) expect(found[i]).toBeCloseTo(value, 3);
}

/**
 * What is told of voxels beyond the input, in JSON and in the map: the farthest is where the file has it, beside the least
 * and greatest of the input's voxels around it; and the key shows it.
 */
async function expectBeyond(page: Page, given: Float32Array, volume: Volume): Promise<void> {
  const { overshoot } = JSON.parse(new TextDecoder().decode(await savedBy(page, 'save-json'))).results;
  const { voxel, value, around } = overshoot.worst;
  const [x, y, z] = voxel.map((at: number) => at >> 1);
  const near = given.filter((_, i) => {
    const [a, b, c] = [i % size[0], Math.floor(i / size[0]) % size[1], Math.floor(i / (size[0] * size[1]))];
    return Math.max(Math.abs(a - x), Math.abs(b - y), Math.abs(c - z)) <= 1;
  });
  expect(around).toEqual([Math.min(...near), Math.max(...near)]);
  const stored = volume.data[(voxel[2] * volume.height + voxel[1]) * volume.width + voxel[0]];
  expect(Math.abs(stored - value)).toBeLessThanOrEqual(0.5);
  const distance = Math.max(value - around[1], around[0] - value);
  expect(distance).toBeGreaterThan(overshoot.margin);

  const count = (overshoot.above + overshoot.below).toLocaleString('en');
  expect(await textOf(page, 'beyond')).toContain(`(${count}: `);
  await page.keyboard.press('n');
  await page.waitForFunction(
    (words) =>
      new RegExp(words).test(
        document.querySelector<HTMLElement>('[data-testid=pane-difference]')?.dataset.painted ?? '',
      ),
    { timeout: 60_000 },
    `axial ${voxel[2] + 1} \\d+ rings zoom 4`,
  );
  expect(await textOf(page, 'ring-legend')).toMatch(/[1-9]\d* voxels in this slice/);
  await keepPictures(page, 'mr-beyond');
}

async function saved(page: Page): Promise<{ volume: Volume; bytes: Uint8Array }> {
  const bytes = await savedBy(page, 'save-nifti');
  const { volume } = await readNifti(bytes);
  expect([volume.width, volume.height, volume.depth]).toEqual(size.map((side) => 2 * side));
  return { volume, bytes };
}

/** The saved file beside what `roentgen upscale` makes of the same part: integers, which two adapters may round apart. */
async function expectAsInNode(bytes: Uint8Array, whole: Volume): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'roentgen-real-'));
  try {
    const [x, y, z] = from.map((first, axis) => [first, first + size[axis]] as const);
    const file = join(folder, 'part.nii');
    writeFileSync(file, await writeNifti(volumeRegion(whole, { x, y, z }), { gzip: false }));
    const zero = [0, 0, 0];
    const found = apart(plainNifti(bytes), await upscaledInNode(file), {
      ...{ a: zero, b: zero },
      size: size.map((side) => 2 * side),
    });
    expect(found.largest).toBeLessThanOrEqual(1);
    expect(found.share).toBeLessThan(1e-3);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (!existsSync(data)) console.warn('SKIPPED: real volumes: ../shared/data is not beside this checkout');

describe.skipIf(!existsSync(data))('a real volume', () => {
  let page: Page;
  useSite(async ({ open }) => {
    page = await open();
  });

  it('as a folder of DICOM slices becomes NIfTI in the place of its slices', {
    timeout: patience,
  }, async () => {
    const folder = new URL('mr-dicom/', data);
    await dropPaths(page, '.tagline', [realpathSync(fileURLToPath(folder))]);
    await page.waitForSelector('[data-testid=settings]');
    expect(await textOf(page, 'things')).toMatch(
      /DICOM MR, 32 files · 512 × 512 × 32 voxels · 0\.41 × 0\.41 × 1\.5 mm/,
    );
    expect(await textOf(page, 'estimate')).toMatch(
      /^1024 × 1024 × 64 voxels, 1\.0 GiB of memory, about \d+ min/,
    );
    await keepPictures(page, 'mr-series');
    await startPart(page, from);
    const { volume, bytes } = await saved(page);

    // Places by the standard's own formula (PS3.3 C.7.6.2.1.1) from the files, left and back turned to right and front.
    const slices = readdirSync(folder)
      .filter((name) => name.endsWith('.dcm'))
      .map((name) => new Uint8Array(readFileSync(new URL(name, folder))))
      .map((bytes) => ({ bytes, header: readDicomHeaders(bytes)[0] }))
      .sort((a, b) => a.header.position![2] - b.header.position![2]);
    const [{ header: lowest }, { header: second }] = slices;
    const turn = [-1, -1, 1];
    const affine = [0, 1, 2].flatMap((axis) => [
      turn[axis] * lowest.orientation![0][axis] * lowest.spacing!.column,
      turn[axis] * lowest.orientation![1][axis] * lowest.spacing!.row,
      turn[axis] * (second.position![axis] - lowest.position![axis]),
      turn[axis] * lowest.position![axis],
    ]);
    expectNear(volume.affine.slice(0, 12), finer(affine, from));
    expectNear(volume.spacing, [0.41015625 / 2, 0.41015625 / 2, 0.75]);

    const images = await Promise.all(slices.map(({ bytes }) => readDicom(bytes)));
    const values = images.flatMap((image) => [...rescaledRaster(image).data]);
    const whole = { ...volume, width: 512, height: 512, depth: 32, data: Float32Array.from(values) };
    const { correlation, distance } = likeness(part(whole, from), halved(volume));
    expect(correlation).toBeGreaterThan(0.98);
    expect(distance).toBeLessThan(0.1);
    expect(volume.stored.type).toBe('uint16');
    await keepPictures(page, 'mr-result');
    await expectAsInNode(bytes, whole);
    await expectBeyond(page, part(whole, from), volume);

    // The part can be gone back to, and the time is known now from the run.
    await page.click('[data-testid=adjust]');
    await page.waitForSelector('[data-testid=settings]');
    const first = 'input[aria-label="Slices: first"]';
    expect(await page.$eval(first, (input) => (input as HTMLInputElement).value)).toBe(String(from[2] + 1));
    expect(await textOf(page, 'estimate')).toMatch(
      /^96 × 96 × 16 voxels, \d+ MiB of memory, about \d+ s on [^,]*\.$/,
    );

    // Held to its input, the same part has no voxel beyond it.
    const held = '[data-testid=limit] input';
    expect(await page.$eval(held, (input) => (input as HTMLInputElement).checked)).toBe(false);
    await page.click(held);
    await keepPictures(page, 'mr-settings');
    await page.click('[data-testid=start]');
    await shownHeld(page);
    const { settings, results } = JSON.parse(new TextDecoder().decode(await savedBy(page, 'save-json')));
    expect(settings).toMatchObject({ scale: 2, limit: true });
    expect([results.overshoot.above, results.overshoot.below]).toEqual([0, 0]);
  });

  it('as NIfTI keeps its affine', { timeout: patience }, async () => {
    const file = new URL('t1_crop.nii.gz', data);
    const corner = [96, 100, 120];
    await dropPaths(page, '.tagline', [fileURLToPath(file)]);
    await page.waitForFunction(() =>
      document.querySelector('[data-testid=intake]')?.textContent?.includes('t1_crop'),
    );
    await startPart(page, corner);
    expect(await textOf(page, 'saw')).toMatch(/columns 97 to 144, rows 101 to 148 and slices 121 to 128/);
    const { volume } = await saved(page);
    const { volume: given } = await readNifti(new Uint8Array(readFileSync(file)));
    expectNear(volume.affine.slice(0, 12), finer(given.affine, corner));
    const { correlation, distance } = likeness(part(given, corner), halved(volume));
    expect(correlation).toBeGreaterThan(0.98);
    expect(distance).toBeLessThan(0.1);
    expect(volume.stored).toEqual(given.stored);
  });
});
