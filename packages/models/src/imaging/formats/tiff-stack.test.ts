import { fixture, ramp12 } from '@roentgen/tooling/pictures';
import { expect, test } from 'vitest';
import { openTiffStack } from './tiff-stack.ts';
import { writeTiff } from './tiff-write.ts';

test('ImageJ’s slices, as tifffile writes them', async () => {
  const stack = await openTiffStack(fixture('tiffImagejStack'));
  expect([stack.width, stack.height, stack.channels, stack.slices, stack.frames]).toEqual([4, 4, 1, 3, 1]);
  expect(await stack.plane(0, 2, 0)).toHaveLength(16);
});

test('OME’s channels with their names', async () => {
  const stack = await openTiffStack(fixture('tiffOme'));
  expect([stack.channels, stack.slices, stack.channelNames]).toEqual([2, 1, ['DAPI', 'GFP & co']]);
  expect(stack.spacing).toEqual({ row: 0.65, column: 0.325, unit: 'um' });
  expect(Array.from(await stack.plane(1, 0, 0))).toEqual(ramp12.map((value) => value + 1));
});

test('colours of one picture, and a palette', async () => {
  const rgb = await openTiffStack(fixture('tiffPlanarRgb'));
  expect([rgb.channels, rgb.interpretation]).toEqual([3, 'rgb']);
  const [red, blue] = [await rgb.plane(0, 0, 0), await rgb.plane(2, 0, 0)];
  expect(Array.from(blue)).toEqual(Array.from(red, (value) => (value + 2) % 256));
  const palette = await openTiffStack(fixture('tiffPalette'));
  expect([palette.channels, palette.interpretation]).toEqual([3, 'palette-colour']);
  expect(Array.from(await palette.plane(2, 0, 0))).toEqual(new Array(192).fill(2));
});

/** A file of `count` pages, each of one value, that says it is an OME-TIFF of these axes (as long as the real ones). */
async function stackOf(count: number, pixels: string) {
  const data = Float32Array.from({ length: count * 4 }, (_, i) => Math.floor(i / 4));
  const raster = { width: 2, height: 2, channels: count, data, bits: 8, range: [0, 255] } as const;
  if (pixels === '') return openTiffStack(await writeTiff(raster, 8));
  const names = Array.from({ length: count }, () => 'a');
  const bytes = await writeTiff(raster, 8, { channelNames: names, compress: false });
  const text = new TextDecoder('latin1').decode(bytes);
  const axes = /DimensionOrder="XYCZT"(.*?)SizeC="\d+" SizeZ="1" SizeT="1">(<Channel.*?)<TiffData/s.exec(
    text,
  )!;
  const changed = axes[0]
    .replace(axes[2], '')
    .replace(/DimensionOrder="XYCZT"/, '')
    .replace(/SizeC.*SizeT="1"/, pixels);
  bytes.set(
    new TextEncoder().encode(changed.padEnd(axes[0].length).replace('<TiffData', ' '.repeat(9))),
    axes.index,
  );
  return openTiffStack(bytes);
}

test('pages are counted in the order that the file states', async () => {
  const value = async (stack: Awaited<ReturnType<typeof stackOf>>, ...at: [number, number, number]) =>
    (await stack.plane(...at))[0];
  // Two channels, three slices, two frames; page 5 is the second channel of the third slice (C first), or else.
  const sizes = 'SizeC="2" SizeZ="3" SizeT="2"';
  const xyczt = await stackOf(12, `DimensionOrder="XYCZT" ${sizes}`);
  expect([xyczt.channels, xyczt.slices, xyczt.frames]).toEqual([2, 3, 2]);
  expect([await value(xyczt, 1, 2, 0), await value(xyczt, 0, 0, 1)]).toEqual([5, 6]);
  const xyzct = await stackOf(12, `DimensionOrder="XYZCT" ${sizes}`);
  expect([await value(xyzct, 1, 2, 0), await value(xyzct, 1, 0, 0)]).toEqual([5, 3]);
  const xytzc = await stackOf(12, `DimensionOrder="XYTZC" ${sizes}`);
  expect([await value(xytzc, 1, 0, 0), await value(xytzc, 0, 0, 1)]).toEqual([6, 1]);
});

test('pages without a description are channels, many are slices; wrong counts are told', async () => {
  const few = await stackOf(4, '');
  expect([few.channels, few.slices]).toEqual([4, 1]);
  const many = await stackOf(9, '');
  expect([many.channels, many.slices]).toEqual([1, 9]);
  expect((await many.plane(0, 7, 0))[3]).toBe(7);
  await expect(stackOf(4, 'SizeC="2" SizeZ="3" SizeT="2"')).rejects.toMatchObject({
    code: 'format',
    message: /2 channels, 3 slices and 2 frames.*4 planes/,
  });
});
