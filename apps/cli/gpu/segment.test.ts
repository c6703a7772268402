import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTiff, readZip, threeChannelCells, writeTiff } from '@roentgen/models';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Built } from './cli.ts';

let cli: Built;
let folder: string;

beforeAll(async () => {
  cli = await Built.create();
  folder = await mkdtemp(join(tmpdir(), 'roentgen-segment-'));
});

afterAll(async () => {
  await cli.remove();
  await rm(folder, { recursive: true });
});

const side = 96;

async function field(name: string, seed: number): Promise<string[]> {
  const { picture } = threeChannelCells({ side, count: 3, seed });
  return Promise.all(
    ['w1', 'w2'].map(async (channel, i) => {
      const path = join(folder, `${name}_${channel}.tif`);
      const data = picture.data.slice(i * side * side, (i + 1) * side * side);
      await writeFile(path, await writeTiff({ ...picture, channels: 1, data }, 8));
      return path;
    }),
  );
}

test('segment takes many fields: labels each, one table, one archive; a field that lacks a channel is named', async () => {
  const files = [...(await field('s1', 1)), ...(await field('s2', 2)), (await field('s3', 3))[0]];
  const [out, csv, zip] = ['labels', 'cells.csv', 'rois.zip'].map((name) => join(folder, name));
  const stains = ['--nucleus', 'w1', '--cytoplasm', 'w2'];
  const ended = await cli.run([
    ...['segment', ...files, '-o', out, '--features', csv, '--rois', zip, ...stains, '--force', '--json'],
  ]);
  expect(ended.code).toBe(1);
  const { fields, error } = JSON.parse(ended.stdout);
  expect(error.message).toMatch(/field s3: its channels are w1/);
  expect(fields.map(({ field: name }: { field: string }) => name)).toEqual(['s1', 's2', 's3']);
  expect((await readdir(out)).sort()).toEqual(['s1-labels.tif', 's2-labels.tif']);
  const [head, ...rows] = (await readFile(csv, 'utf8')).trim().split('\r\n');
  expect(head).toMatch(/^field,unit,label,area,/);
  for (const name of ['s1', 's2']) {
    const { raster } = await readTiff(await readFile(join(out, `${name}-labels.tif`)));
    const own = rows.map((row) => row.split(',')).filter(([at]) => at === name);
    expect(own).toHaveLength(new Set(raster.data).size - 1);
    const pixel = raster.spacing!.row * raster.spacing!.column;
    const area = own.reduce((sum, [, , , each]) => sum + Number(each), 0);
    expect(area).toBeCloseTo(raster.data.filter((label) => label !== 0).length * pixel, 3);
  }
  const bytes = await readFile(zip);
  const entries = await readZip({ size: bytes.length, read: async (from, to) => bytes.subarray(from, to) });
  expect(entries.map(({ name }) => name).sort()).toEqual(['s1-rois.zip', 's2-rois.zip']);
});

test('what is done is on the disk before the next field: a torn file, and an archive that cannot grow, spoil no other', async () => {
  const torn = await field('t3', 3);
  await writeFile(torn[0], (await readFile(torn[0])).subarray(0, 300));
  const files = [...(await field('t1', 1)), ...(await field('t2', 2)), ...torn];
  const [out, csv] = ['kept', 'kept.csv'].map((name) => join(folder, name));
  const stains = ['--nucleus', 'w1', '--cytoplasm', 'w2', '--force', '--json'];
  const ended = await cli.run(['segment', ...files, '-o', out, '--features', csv, ...stains]);
  expect(ended.code).toBe(1);
  expect(JSON.parse(ended.stdout).fields.map(({ error }: { error?: object }) => error === undefined)).toEqual(
    [...[true, true, false]],
  );
  expect(ended.stderr).toMatch(/t3 is left out/);
  expect((await readdir(out)).sort()).toEqual(['t1-labels.tif', 't2-labels.tif']);
  const rows = (await readFile(csv, 'utf8')).trim().split('\r\n').slice(1);
  expect([...new Set(rows.map((row) => row.split(',')[0]))]).toEqual(['t1', 't2']);
  if (process.platform !== 'linux') return;
  const full = join(folder, 'full');
  const failed = await cli.run(['segment', ...files, '-o', full, '--features', '/dev/full', ...stains]);
  expect(failed.code).toBe(1);
  expect(JSON.parse(failed.stdout).error.message).toMatch(/disk is full/);
  expect(failed.stderr).toMatch(/label pictures of 1 of 3 fields are written, and nothing else/);
  expect(await readdir(full)).toEqual(['t1-labels.tif']);
});
