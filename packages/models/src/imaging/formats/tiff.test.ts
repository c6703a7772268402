import { fixture, ramp8, ramp12 } from '@roentgen/tooling/pictures';
import { describe, expect, test } from 'vitest';
import type { Raster } from '../types.ts';
import { describeData, filesIn } from './testing/shared.ts';
import { readTiff } from './tiff.ts';
import { writeFloatTiff, writeLabelTiff, writeTiff } from './tiff-write.ts';

const valuesOf = async (bytes: Uint8Array) => Array.from((await readTiff(bytes)).raster.data);

describe('files by tifffile', () => {
  test.each(['tiffLzwPredictor', 'tiffDeflateBig', 'tiffBigTiffTiled'] as const)('%s', async (name) => {
    const { raster } = await readTiff(fixture(name));
    expect([raster.width, raster.height, raster.channels, raster.bits]).toEqual([16, 12, 1, 16]);
    expect(Array.from(raster.data)).toEqual(ramp12);
  });

  test('8 bits, float, signed, planar RGB', async () => {
    expect(await valuesOf(fixture('tiffPackBits'))).toEqual(ramp8);
    expect(await valuesOf(fixture('tiffFloat'))).toEqual(ramp12.map((value) => value / 4 - 100));
    const signed = (await readTiff(fixture('tiffSigned'))).raster;
    expect([Array.from(signed.data), signed.range]).toEqual([
      ramp12.map((value) => value - 500),
      [-32768, 32767],
    ]);
    const plus = (by: number) => ramp8.map((value) => (value + by) % 256);
    expect(await valuesOf(fixture('tiffPlanarRgb'))).toEqual([...ramp8, ...plus(1), ...plus(2)]);
  });

  test('0-is-white is mirrored', async () => {
    expect(await valuesOf(fixture('tiffWhite'))).toEqual(ramp8.map((value) => 255 - value));
  });

  test('a colour map is looked up, high bytes', async () => {
    const { raster, interpretation } = await readTiff(fixture('tiffPalette'));
    expect([raster.channels, interpretation]).toEqual([3, 'palette-colour']);
    const expected = [...ramp8, ...ramp8.map((value) => 255 - value), ...ramp8.map(() => 2)];
    expect(Array.from(raster.data)).toEqual(expected);
  });

  test('OME: channels, their names, pixel size', async () => {
    const { raster, metadata } = await readTiff(fixture('tiffOme'));
    expect([raster.channels, metadata.dialect, metadata.channelNames]).toEqual([
      2,
      'ome',
      ['DAPI', 'GFP & co'],
    ]);
    expect(raster.spacing).toEqual({ row: 0.65, column: 0.325, unit: 'um' });
    expect(Array.from(raster.data.subarray(192))).toEqual(ramp12.map((value) => value + 1));
  });

  test('ImageJ: channels and pixel size; a stack of slices is refused', async () => {
    const { raster, metadata } = await readTiff(fixture('tiffImagej'));
    expect([raster.channels, metadata.dialect]).toEqual([2, 'imagej']);
    expect(raster.spacing?.column).toBeCloseTo(0.325, 6);
    expect(raster.spacing?.row).toBeCloseTo(0.65, 6);
    await expect(readTiff(fixture('tiffImagejStack'))).rejects.toMatchObject({
      code: 'unsupported',
      message: 'TIFF: a hyperstack (imagej: 1 channels, 3 slices, 1 frames)',
    });
  });

  test('compression that is not read is named', async () => {
    const error = readTiff(fixture('tiffJpeg2000'));
    await expect(error).rejects.toMatchObject({ code: 'unsupported', message: /JPEG 2000/ });
  });
});

describe('writing', () => {
  test.each([true, false])('labels of 16 and 32 bits, compressed: %s', async (compress) => {
    const small = { width: 3, height: 2, data: Uint32Array.of(0, 1, 2, 3, 65535, 0), count: 65535 };
    const narrow = await readTiff(await writeLabelTiff(small, { compress }));
    expect([narrow.raster.bits, Array.from(narrow.raster.data)]).toEqual([16, [0, 1, 2, 3, 65535, 0]]);
    const wide = await readTiff(
      await writeLabelTiff({ ...small, data: small.data.fill(65536), count: 65536 }, { compress }),
    );
    expect([wide.raster.bits, wide.raster.data[3]]).toEqual([32, 65536]);
  });

  test('labels keep the size of a pixel, in ImageJ’s way', async () => {
    const labels = { width: 3, height: 1, data: Uint32Array.of(0, 1, 7), count: 7 };
    const back = await readTiff(
      await writeLabelTiff(labels, { spacing: { row: 0.325, column: 0.65, unit: 'um' } }),
    );
    expect([back.metadata.dialect, back.raster.spacing?.unit]).toEqual(['imagej', 'um']);
    expect(back.raster.spacing?.column).toBeCloseTo(0.65, 12);
    expect(back.raster.spacing?.row).toBeCloseTo(0.325, 12);
    expect([back.raster.channels, ...back.raster.data]).toEqual([1, 0, 1, 7]);
  });

  test.each([true, false])(
    'floats come back bit for bit, with their pixel in mm, compressed: %s',
    async (compress) => {
      const data = Float32Array.of(-0.25, 0, 1 / 3, 1e-20, 3.4e38, 7);
      const spacing = { row: 0.168, column: 0.143, unit: 'mm' } as const;
      const bytes = await writeFloatTiff({ width: 3, height: 2, data }, { compress, spacing });
      const { raster, metadata } = await readTiff(bytes);
      expect([raster.width, raster.height, raster.channels, raster.bits]).toEqual([3, 2, 1, 32]);
      expect(raster.data).toEqual(data);
      expect(metadata.pixelSize?.row).toBeCloseTo(168, 6);
      expect(metadata.pixelSize?.column).toBeCloseTo(143, 6);
      expect((await readTiff(await writeFloatTiff({ width: 3, height: 2, data }))).metadata.pixelSize).toBe(
        undefined,
      );
    },
  );

  test('channels with names and size come back', async () => {
    const data = Float32Array.from({ length: 24 }, (_, i) => i * 1000);
    const spacing = { row: 0.5, column: 0.25, unit: 'um' } as const;
    const raster: Raster = { width: 4, height: 2, channels: 3, data, bits: 16, range: [0, 65535], spacing };
    const back = await readTiff(await writeTiff(raster, 16, { channelNames: ['a <b>', 'c', 'd'] }));
    expect(back.raster).toEqual(raster);
    expect(back.metadata.channelNames).toEqual(['a <b>', 'c', 'd']);
  });

  test('what does not fit is refused', async () => {
    const bad = { width: 4, height: 2, data: new Uint32Array(3), count: 0 };
    await expect(writeLabelTiff(bad)).rejects.toMatchObject({ code: 'shape' });
    await expect(writeFloatTiff({ ...bad, data: new Float32Array(3) })).rejects.toMatchObject({
      code: 'shape',
    });
  });
});

describe('damage', () => {
  const patched = (at: number, value: number) => {
    const bytes = fixture('tiffPackBits').slice();
    new DataView(bytes.buffer).setUint32(at, value, true);
    return bytes;
  };
  /** Where the value of a tag lies in the first directory. */
  const slot = (tag: number) => {
    const view = new DataView(fixture('tiffPackBits').buffer);
    const start = view.getUint32(4, true);
    for (let i = 0; i < view.getUint16(start, true); i++) {
      if (view.getUint16(start + 2 + 12 * i, true) === tag) return start + 2 + 12 * i + 8;
    }
    throw new Error(`no tag ${tag}`);
  };

  test('sizes beyond reason, strips beyond the file, nothing at all', async () => {
    await expect(readTiff(patched(slot(256), 0x7fffffff))).rejects.toMatchObject({ code: 'memory' });
    await expect(readTiff(patched(slot(273), 0x7fffffff))).rejects.toMatchObject({ code: 'format' });
    await expect(readTiff(patched(4, 0x7fffffff))).rejects.toMatchObject({ code: 'format' });
    await expect(readTiff(new Uint8Array(0))).rejects.toMatchObject({ code: 'format' });
    await expect(readTiff(fixture('tiffPackBits').subarray(0, 300))).rejects.toMatchObject({
      name: 'RoentgenError',
    });
  });
});

describeData('cells-3channel', 'Drosophila cells, palette TIFF', (folder) => {
  test('the palette is a ramp of greys, so the values are the indices, as tifffile gives them', async () => {
    const means: Record<string, number> = {
      '01_POS002_D.TIF': 5.158226640159046,
      '01_POS002_F.TIF': 10.185109343936382,
      '01_POS002_R.TIF': 11.927266401590456,
      '01_POS076_D.TIF': 19.935948310139164,
      '01_POS076_F.TIF': 20.243346918489067,
      '01_POS076_R.TIF': 22.234839960238567,
    };
    for (const { name, bytes } of filesIn(folder, '.TIF')) {
      const { raster, interpretation } = await readTiff(bytes);
      expect([raster.width, raster.height, raster.channels, interpretation]).toEqual([
        1000,
        1006,
        1,
        'palette-grey',
      ]);
      const mean = raster.data.reduce((sum, value) => sum + value, 0) / raster.data.length;
      expect(mean).toBeCloseTo(means[name], 9);
    }
  });
});
