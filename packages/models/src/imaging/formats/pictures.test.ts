import { fixture, ramp8, ramp12 } from '@roentgen/tooling/pictures';
import { describe, expect, test } from 'vitest';
import { deflate } from './deflate.ts';
import { readJpeg } from './jpeg.ts';
import { luminance } from './luminance.ts';
import { readPng, writePng } from './png.ts';
import { describeData, filesIn } from './testing/shared.ts';

const values = (raster: { data: Float32Array }) => Array.from(raster.data);

describe('PNG', () => {
  test('16 bits, grey with alpha, 1 bit', async () => {
    const deep = await readPng(fixture('png16'));
    expect(values(deep)).toEqual(ramp12.map((value) => value * 16));
    expect([deep.bits, deep.range, deep.channels]).toEqual([16, [0, 65535], 1]);
    const alpha = await readPng(fixture('pngLA'));
    expect(values(alpha)).toEqual([...ramp8, ...ramp8.map((value) => 255 - value)]);
    const bit = await readPng(fixture('pngBit'));
    expect([values(bit), bit.range]).toEqual([Array.from({ length: 27 }, (_, i) => i % 2), [0, 1]]);
  });

  test('a palette of colours is RGB, one of greys is grey', async () => {
    const colour = await readPng(fixture('pngPalette2bit'));
    const palette = [10, 20, 30, 40, 50, 60, 70, 80, 90];
    const expected = [0, 1, 2].flatMap((c) => Array.from({ length: 35 }, (_, i) => palette[(i % 3) * 3 + c]));
    expect([values(colour), colour.channels]).toEqual([expected, 3]);
    const grey = await readPng(fixture('pngPaletteGrey'));
    expect([values(grey), grey.channels]).toEqual([
      Array.from({ length: 12 }, (_, i) => [9, 99, 199][i % 3]),
      1,
    ]);
  });

  test.each([
    [8, 1],
    [8, 3],
    [16, 2],
    [16, 4],
  ] as const)('writes %i bits, %i channels', async (bits, channels) => {
    const data = Float32Array.from({ length: 6 * channels }, (_, i) => (i * 977) % 2 ** bits);
    const back = await readPng(writePng({ width: 3, height: 2, channels, data }, bits));
    expect([values(back), back.bits, back.channels]).toEqual([Array.from(data), bits, channels]);
  });

  test('writing rounds and clips, and refuses NaN', async () => {
    const picture = (data: number[]) => ({ width: 4, height: 1, channels: 1, data: Float32Array.from(data) });
    expect(values(await readPng(writePng(picture([-1, 0.6, 300, 7]), 8)))).toEqual([0, 1, 255, 7]);
    expect(() => writePng(picture([0, Number.NaN, 0, 0]), 8)).toThrow('pixel 1 is NaN');
    expect(() => writePng(picture([0]), 8)).toThrow(expect.objectContaining({ code: 'shape' }));
  });

  test('damage: cut short, a wrong checksum, a size that cannot be, too few and too many pixels', async () => {
    const whole = fixture('png16');
    await expect(readPng(whole.subarray(0, 80))).rejects.toMatchObject({ code: 'format' });
    const wrong = whole.slice();
    wrong[30] ^= 1;
    await expect(readPng(wrong)).rejects.toMatchObject({ code: 'format' });
    const sized = (width: number) => {
      const bytes = whole.slice();
      new DataView(bytes.buffer).setUint32(16, width);
      return bytes;
    };
    await expect(readPng(sized(0x7fffffff))).rejects.toMatchObject({ code: 'memory' });
    await expect(readPng(sized(17))).rejects.toMatchObject({ code: 'format', message: /truncated|needs/ });
    await expect(readPng(sized(2))).rejects.toMatchObject({
      code: 'memory',
      message: expect.stringContaining('unpacks'),
    });
  });
});

describe('JPEG', () => {
  test('grey and colour as Pillow decodes them', async () => {
    expect(values(await readJpeg(fixture('jpegGrey')))).toEqual(new Array(192).fill(77));
    const steps = await readJpeg(fixture('jpegSteps'));
    expect([0, 8, 16, 24].map((x) => steps.data[x])).toEqual([20, 80, 140, 200]);
    const colour = await readJpeg(fixture('jpegColour'));
    expect([colour.channels, colour.data[0], colour.data[64], colour.data[128]]).toEqual([3, 200, 100, 50]);
  });

  test('damage and other kinds', async () => {
    const whole = fixture('jpegGrey');
    const cut = readJpeg(whole.subarray(0, whole.length - 2));
    await expect(cut).rejects.toMatchObject({ code: 'format', message: 'JPEG: the stream has no end' });
    await expect(readJpeg(whole.subarray(0, 40))).rejects.toMatchObject({ code: 'format' });
    await expect(readJpeg(fixture('jpegLossless12'))).rejects.toMatchObject({ code: 'unsupported' });
  });
});

test('luminance follows BT.601 and leaves grey alone', () => {
  const colour = { width: 2, height: 1, channels: 3, bits: 8, range: [0, 255] as const };
  const grey = luminance({ ...colour, data: Float32Array.of(200, 7, 100, 7, 50, 7) });
  expect([grey.channels, grey.data[0], grey.data[1]]).toEqual([1, Math.fround(59.8 + 58.7 + 5.7), 7]);
});

test('packing and unpacking keep the bytes', async () => {
  expect((await deflate(new Uint8Array(1000), 'gzip')).length).toBeLessThan(100);
});

describeData('cxr/images', 'radiographs', (folder) => {
  test('are 256 x 256, 8 bits, one channel', async () => {
    for (const { bytes } of filesIn(folder, '7.png').slice(0, 40)) {
      const { width, height, channels, bits } = await readPng(bytes);
      expect([width, height, channels, bits]).toEqual([256, 256, 1, 8]);
    }
  });
});

describeData('cells', 'cells and their labels', (folder) => {
  test('have the same sizes', async () => {
    const labels = new Map(
      filesIn(new URL('labels/', folder), '5.png').map(({ name, bytes }) => [name, bytes]),
    );
    for (const { name, bytes } of filesIn(new URL('images/', folder), '5.png')) {
      const [image, label] = [await readPng(bytes), await readPng(labels.get(name) ?? new Uint8Array())];
      expect([label.width, label.height, label.channels, label.bits]).toEqual([
        image.width,
        image.height,
        1,
        16,
      ]);
    }
  });
});
