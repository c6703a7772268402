import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { nucleiField, threeChannelCells, writePng, writeTiff } from '@roentgen/models';
import { expect } from 'vitest';
import { textOf } from '../site.ts';
import { type Bench, count, dialog, exportsAgree, id, openFiles, roles, shows } from './card.ts';

/** Size of a pixel in micrometres, of both files. */
const pixel = 0.325;
const side = 160;

/** Two stains at two depths, 16 bits, as OME-TIFF; the second depth is the brighter. */
async function omeStack(bench: Bench): Promise<string> {
  const { picture } = threeChannelCells({ side, count: 6 });
  const plane = (i: number, by: number) =>
    picture.data.subarray(i * side * side, (i + 1) * side * side).map((value) => value * by);
  const data = Float32Array.from([0, 1].flatMap((i) => [...plane(i, 20), ...plane(i, 200)]));
  const spacing = { row: pixel, column: pixel, unit: 'um' } as const;
  const raster = { ...picture, channels: 4, data, bits: 16, range: [0, 65_535], spacing } as const;
  const channelNames = ['DAPI', 'Actin', '', ''];
  const bytes = await writeTiff(raster, 16, { channelNames, compress: false });
  // The writer knows channels only: its four become two of two depths, in as many letters.
  const text = Buffer.from(bytes).toString('latin1');
  const changed = text
    .replace('XYCZT', 'XYZCT')
    .replace('SizeC="4" SizeZ="1"', 'SizeC="2" SizeZ="2"')
    .replace(/(<Channel ID="Channel:0:[23]"[^>]*>)/g, (element) => ' '.repeat(element.length));
  expect(changed).toHaveLength(text.length);
  const path = join(bench.folder, 'depths.ome.tif');
  writeFileSync(path, Buffer.from(changed, 'latin1'));
  return path;
}

/** The exports are in micrometres, of pixels of that size. */
async function inMicrometres(bench: Bench): Promise<void> {
  const { page } = bench;
  expect(await textOf(page, 'saw')).toMatch(/0\.325 × 0\.325 µm/);
  expect(await textOf(page, 'saw')).toMatch(/16 bit/);
  const cells = await count(page);
  expect(cells).toBeGreaterThan(2);
  const { raster, table } = await exportsAgree(page, cells);
  expect(raster.spacing?.row).toBeCloseTo(pixel, 6);
  expect(table.head[1]).toBe('area (um^2)');
  expect(Number(table.rows[0]['pixel_width (um)'])).toBeCloseTo(pixel, 6);
}

/** A 16-bit OME-TIFF of two channels at two depths: the page takes channels, depths and the size of a pixel. */
export async function omeMeasured(bench: Bench): Promise<void> {
  const { page } = bench;
  await openFiles(page, await omeStack(bench));
  await dialog(page);
  expect(await roles(page)).toEqual(['nucleus', 'cytoplasm']);
  expect(await page.$$eval(`${id('channel-slice')} option`, (list) => list.length)).toBe(3);
  await page.click(id('channels-run'));
  await shows(page, 'depths.ome.tif');
  expect(await textOf(page, 'saw')).toMatch(/maximum over 2 slices/);
  await inMicrometres(bench);
}

/** A PNG chunk: length, name, data, checksum. */
function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A 16-bit PNG that states pixels by the metre, as microscopes' software writes it. */
export async function pngMeasured(bench: Bench): Promise<void> {
  const { page } = bench;
  const { picture } = nucleiField({ side: 128, count: 12 });
  const data = picture.data.map((value) => value * 250);
  const png = Buffer.from(writePng({ ...picture, data }, 16));
  const size = Buffer.alloc(9);
  const perMetre = Math.round(1e6 / pixel);
  size.writeUInt32BE(perMetre, 0);
  size.writeUInt32BE(perMetre, 4);
  size.writeUInt8(1, 8);
  const header = 8 + 25; // the signature and IHDR
  const path = join(bench.folder, 'measured.png');
  writeFileSync(path, Buffer.concat([png.subarray(0, header), chunk('pHYs', size), png.subarray(header)]));
  await openFiles(page, path);
  await shows(page, 'measured.png');
  await inMicrometres(bench);
}
