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
