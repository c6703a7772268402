import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePng } from '@roentgen/models';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readField } from './cells.ts';

const side = 20;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roentgen-cells-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** An uncompressed 8-bit TIFF of BlackIsZero samples, `samples` for each pixel, as TIFF 6.0 lays it out. */
function tiff(samples: number): Uint8Array {
  const pixels = side * side * samples;
  const tags = [
    [256, side],
    [257, side],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 8],
    [277, samples],
    [278, side],
    [279, pixels],
  ];
  const bytes = new Uint8Array(8 + pixels + 2 + 12 * tags.length + 4).map((_, i) => i % 251);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0]);
  view.setUint32(4, 8 + pixels, true);
  view.setUint16(8 + pixels, tags.length, true);
  for (const [i, [tag, value]] of tags.entries()) {
    const at = 8 + pixels + 2 + 12 * i;
    view.setUint16(at, tag, true);
    // BitsPerSample is a SHORT for each sample; all else is one LONG.
    const each = tag === 258 ? samples : 1;
    view.setUint16(at + 2, tag === 258 ? 3 : 4, true);
    view.setUint32(at + 4, each, true);
    view.setUint32(at + 8, each === 2 ? value * 0x10001 : value, true);
  }
  view.setUint32(bytes.length - 4, 0, true);
  return bytes;
}

async function read(name: string, bytes: Uint8Array): Promise<{ channels: number; notes: string[] }> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const notes: string[] = [];
  const { input } = await readField({ image: path }, (line) => notes.push(line));
  return { channels: input.channels.length, notes };
}

test('channels of a TIFF that are no colours are refused, by their number', async () => {
  await expect(read('two.tif', tiff(2))).rejects.toMatchObject({
    code: 'unsupported',
    message: "'two.tif' has 2 channels, and one is wanted",
    hint: expect.stringContaining('--nucleus'),
  });
  expect(await read('one.tif', tiff(1))).toEqual({ channels: 3, notes: [] });
});

test('colour is taken as luminance, and that is said; grey stored as colour is grey', async () => {
  const pixels = side * side;
  const grey = Float32Array.from({ length: 3 * pixels }, (_, i) => (i % pixels) % 256);
  const raster = { width: side, height: side, channels: 3, data: grey };
  expect((await read('grey.png', writePng(raster, 8))).notes).toEqual([]);
  const coloured = grey.map((value, i) => (i < pixels ? 255 - value : value));
  expect((await read('red.png', writePng({ ...raster, data: coloured }, 8))).notes).toEqual([
    "'red.png' is in colour: its luminance is used",
  ]);
});
