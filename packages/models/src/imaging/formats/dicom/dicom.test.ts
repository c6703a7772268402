import { dataSet, dicomFile, greyImage, type Value } from '@roentgen/tooling/dicom';
import { fixture, ramp12 } from '@roentgen/tooling/pictures';
import { deflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { createCodecs } from '../codecs/codecs.ts';
import { describeData, filesIn } from '../testing/shared.ts';
import { displayRaster, invertMonochrome1, readDicom, rescaledRaster, storedRaster } from './image.ts';
import { windowed } from './lut.ts';
import { EXPLICIT_BIG, EXPLICIT_LITTLE, IMPLICIT_LITTLE } from './transfer-syntax.ts';

const stored = async (bytes: Uint8Array) => Array.from((await readDicom(bytes)).stored);
const packed = (stream: Uint8Array): Value => ({ fragments: [stream] });

describe('transfer syntaxes give the same picture', () => {
  test.each([
    ['implicit little-endian', IMPLICIT_LITTLE],
    ['explicit little-endian', EXPLICIT_LITTLE],
    ['explicit big-endian', EXPLICIT_BIG],
  ])('%s', async (_, syntax) => {
    expect(await stored(greyImage(ramp12, syntax))).toEqual(ramp12);
  });

  test('without preamble, with and without file meta group', async () => {
    expect(await stored(greyImage(ramp12, IMPLICIT_LITTLE).subarray(132))).toEqual(ramp12);
    const bare = greyImage(ramp12, EXPLICIT_LITTLE);
    const meta = 132 + 12 + 8 + '1.2.840.10008.1.2.1'.length + 1;
    expect(await stored(bare.subarray(meta))).toEqual(ramp12);
  });

  test('deflated', async () => {
    const plain = greyImage(ramp12, EXPLICIT_LITTLE).subarray(132 + 12 + 28);
    expect(await stored(dicomFile('1.2.840.10008.1.2.1.99', deflateSync(plain)))).toEqual(ramp12);
  });

  test.each([
    ['JPEG lossless', '1.2.840.10008.1.2.4.70', 'jpegLossless12'],
    ['JPEG-LS', '1.2.840.10008.1.2.4.80', 'jpegLs12'],
    ['JPEG 2000', '1.2.840.10008.1.2.4.90', 'jpeg2000'],
    ['HTJ2K', '1.2.840.10008.1.2.4.201', 'htj2k'],
  ] as const)('%s', async (_, syntax, name) => {
    expect(await stored(greyImage(packed(fixture(name)), syntax))).toEqual(ramp12);
  });

  test('a frame in several fragments', async () => {
    const stream = fixture('jpegLs12');
    const value = { fragments: [stream.subarray(0, 100), stream.subarray(100)] };
    expect(await stored(greyImage(value, '1.2.840.10008.1.2.4.80'))).toEqual(ramp12);
  });

  test('RLE: literal and repeated runs, high bytes first', async () => {
    // Two pixels of 0x0102 and two of 0x0304. High bytes 1 1 3 3 as two runs; low bytes 2 2 4 4 as literals.
    const header = new Uint8Array(64);
    new DataView(header.buffer).setUint32(0, 2, true);
    new DataView(header.buffer).setUint32(4, 64, true);
    new DataView(header.buffer).setUint32(8, 68, true);
    const frame = Uint8Array.of(...header, 255, 1, 255, 3, 3, 2, 2, 4, 4, 128);
    const size = { '00280010 US': [2], '00280011 US': [2] };
    const bytes = greyImage(packed(frame), '1.2.840.10008.1.2.5', size);
    expect(await stored(bytes)).toEqual([0x102, 0x102, 0x304, 0x304]);
    const short = greyImage(packed(frame.subarray(0, 70)), '1.2.840.10008.1.2.5', size);
    await expect(readDicom(short)).rejects.toMatchObject({ code: 'format', message: /ends after/ });
  });
});

describe('samples', () => {
  const two = { '00280010 US': [1], '00280011 US': [2] };

  test('sign comes from BitsStored, and bits above it are dropped', async () => {
    // 0xf001 and 0x5fff with 12 stored bits: 1 and -1; the upper four bits are an overlay's.
    const bytes = greyImage([0xf001, 0x5fff], EXPLICIT_LITTLE, { ...two, '00280103 US': [1] });
    expect(await stored(bytes)).toEqual([1, -1]);
  });

  test('a high bit above BitsStored - 1 shifts', async () => {
    const bytes = greyImage([0x0010, 0xfff0], EXPLICIT_LITTLE, { ...two, '00280102 US': [15] });
    expect(await stored(bytes)).toEqual([1, 4095]);
  });

  test('one bit per sample, lowest first', async () => {
    const bit = {
      '00280010 US': [1],
      '00280011 US': [10],
      '00280100 US': [1],
      '00280101 US': [1],
      '00280102 US': [0],
    };
    const bytes = greyImage(Uint8Array.of(0b00000101, 0b10), EXPLICIT_LITTLE, bit);
    expect(await stored(bytes)).toEqual([1, 0, 1, 0, 0, 0, 0, 0, 0, 1]);
  });

  test('colour by pixel and by plane, and YBR', async () => {
    const colour = (photometric: string, plane: number) => ({
      ...two,
      '00280002 US': [3],
      '00280004 CS': photometric,
      '00280006 US': [plane],
      '00280100 US': [8],
      '00280101 US': [8],
      '00280102 US': [7],
    });
    const pixels = Uint8Array.of(1, 2, 3, 4, 5, 6);
    expect(await stored(greyImage(pixels, EXPLICIT_LITTLE, colour('RGB', 0)))).toEqual([1, 4, 2, 5, 3, 6]);
    expect(await stored(greyImage(pixels, EXPLICIT_LITTLE, colour('RGB', 1)))).toEqual([1, 2, 3, 4, 5, 6]);
    // PS3.3 C.7.6.3.1.2: Y 76, Cb 85, Cr 255 is pure red, rounded.
    const red = Uint8Array.of(76, 85, 255, 128, 128, 128);
    expect(await stored(greyImage(red, EXPLICIT_LITTLE, colour('YBR_FULL', 0)))).toEqual([
      254, 128, 0, 128, 0, 128,
    ]);
  });

  test('frames, told apart by the offset table', async () => {
    const stream = fixture('jpegLs12');
    const padded = stream.length + (stream.length % 2);
    const value = {
      fragments: [stream.subarray(0, 50), stream.subarray(50), stream],
      table: [0, 16 + padded],
    };
    const image = await readDicom(greyImage(value, '1.2.840.10008.1.2.4.80', { '00280008 IS': '2' }));
    expect(Array.from(storedRaster(image, 1).data)).toEqual(ramp12);
    expect(() => storedRaster(image, 2)).toThrow('frame 2 of 2');
  });
});

describe('values', () => {
  test('stored, rescaled and displayed values are three things', async () => {
    const image = await readDicom(
      greyImage([0, 1000, 1024, 4095], EXPLICIT_LITTLE, {
        '00280010 US': [1],
        '00280011 US': [4],
        '00281050 DS': '50.5',
        '00281051 DS': '101',
        '00281052 DS': '-1000',
        '00281053 DS': '2',
      }),
    );
    expect(Array.from(storedRaster(image).data)).toEqual([0, 1000, 1024, 4095]);
    expect(Array.from(rescaledRaster(image).data)).toEqual([-1000, 1000, 1048, 7190]);
    expect(rescaledRaster(image).range).toEqual([-1000, 7190]);
    expect(Array.from(displayRaster(image).data)).toEqual([0, 1, 1, 1]);
    // A window of 100 around 50, with its odd half and one: 50 is its middle.
    expect(displayRaster(image, { center: 1048.5, width: 2001 }).data[2]).toBe(0.5);
  });

  test('window functions by the formulas of PS3.3 C.11.2.1', () => {
    // The standard's own example: centre 2048, width 4096 maps 0..4095 onto the whole range.
    expect(windowed(0, { center: 2048, width: 4096 })).toBe(0);
    expect(windowed(4095, { center: 2048, width: 4096 })).toBe(1);
    expect(windowed(1, { center: 2048, width: 4096 })).toBeCloseTo(1 / 4095, 12);
    expect(windowed(0, { center: 0, width: 1 })).toBe(1);
    expect(windowed(-1, { center: 0, width: 1 })).toBe(0);
    expect(windowed(25, { center: 50, width: 100 }, 'LINEAR_EXACT')).toBe(0.25);
    expect(windowed(50, { center: 50, width: 100 }, 'SIGMOID')).toBe(0.5);
  });

  test('MONOCHROME1 is inverted once, after the window', async () => {
    const overrides = { '00280004 CS': 'MONOCHROME1', '00280010 US': [1], '00280011 US': [2] };
    const image = await readDicom(greyImage([0, 4095], EXPLICIT_LITTLE, overrides));
    expect(Array.from(displayRaster(image, 'full-range').data)).toEqual([1, 0]);
    expect(Array.from(storedRaster(image).data)).toEqual([0, 4095]);
    const inverted = invertMonochrome1(storedRaster(image), image.header.photometric);
    expect(Array.from(inverted.data)).toEqual([4095, 0]);
  });

  test('a VOI table, its ends held', async () => {
    const item = { '00283002 US': [3, 10, 16], '00283006 US': [0, 32768, 65535] };
    const overrides = { '00280010 US': [1], '00280011 US': [4], '00283010 SQ': { items: [item] } };
    const image = await readDicom(greyImage([0, 10, 11, 99], EXPLICIT_LITTLE, overrides));
    const shown = Array.from(displayRaster(image).data);
    expect(shown).toEqual([0, 0, Math.fround(32768 / 65535), 1]);
  });
});

describe('damage and refusals', () => {
  const refusal = (bytes: Uint8Array) =>
    readDicom(bytes).then(
      () => null,
      (error) => error,
    );

  test('truncated pixel data', async () => {
    const error = await refusal(greyImage(ramp12.slice(0, 100), EXPLICIT_LITTLE));
    expect(error).toMatchObject({
      code: 'format',
      message: expect.stringContaining('needs 384 bytes, the file has 200'),
    });
    const whole = greyImage(ramp12, EXPLICIT_LITTLE);
    expect(await refusal(whole.subarray(0, whole.length - 2))).toMatchObject({ code: 'format' });
  });

  test('truncated frames, which the codecs themselves would let pass', async () => {
    const cut = (name: 'jpegLs12' | 'jpeg2000' | 'htj2k' | 'jpegLossless12', syntax: string) =>
      refusal(greyImage(packed(fixture(name).subarray(0, 150)), `1.2.840.10008.1.2.4.${syntax}`));
    expect(await cut('jpegLs12', '80')).toMatchObject({ code: 'format' });
    expect(await cut('jpeg2000', '90')).toMatchObject({ code: 'format' });
    expect(await cut('htj2k', '201')).toMatchObject({ code: 'format' });
    expect(await cut('jpegLossless12', '70')).toMatchObject({ code: 'format' });
  });

  test('a frame of another size than the header says', async () => {
    const error = await refusal(
      greyImage(packed(fixture('jpegLs12')), '1.2.840.10008.1.2.4.80', { '00280010 US': [13] }),
    );
    expect(error.message).toContain('16 x 13 x 1, the jpeg-ls frame 16 x 12 x 1');
  });

  test('transfer syntaxes without a decoder are named', async () => {
    const error = await refusal(greyImage(packed(fixture('jpegLs12')), '1.2.840.10008.1.2.4.102'));
    expect(error).toMatchObject({ code: 'unsupported' });
    expect(error.message).toContain('MPEG-4 AVC/H.264 High Profile (1.2.840.10008.1.2.4.102)');
  });

  test('palette colour, no pixels, too many, and bytes that are no DICOM', async () => {
    const palette = greyImage(ramp12, EXPLICIT_LITTLE, { '00280004 CS': 'PALETTE COLOR' });
    expect(await refusal(palette)).toMatchObject({ code: 'unsupported', message: /PALETTE COLOR/ });
    const none = dicomFile(EXPLICIT_LITTLE, dataSet({ '00080060 CS': 'SR' }, EXPLICIT_LITTLE));
    expect(await refusal(none)).toMatchObject({ code: 'format', message: /not an image/ });
    const huge = { '00280008 IS': '30000', '00280010 US': [65535], '00280011 US': [65535] };
    expect(await refusal(greyImage(ramp12, EXPLICIT_LITTLE, huge))).toMatchObject({ code: 'memory' });
    expect(await refusal(new Uint8Array(300))).toMatchObject({ code: 'format' });
    expect(await refusal(greyImage(ramp12, EXPLICIT_LITTLE).subarray(0, 200))).toMatchObject({
      code: 'format',
    });
  });

  test('every prefix of a file is a typed error', async () => {
    const whole = greyImage(ramp12, EXPLICIT_LITTLE);
    for (let length = 0; length < whole.length; length += 5) {
      expect(await refusal(whole.subarray(0, length))).toMatchObject({ name: 'RoentgenError' });
    }
  });
});

describeData('cxr-dicom', 'radiographs of torchxrayvision', (folder) => {
  test('both decode to the values that Pillow gives, and are told apart by their photometric alone', async () => {
    const codecs = createCodecs();
    const files = filesIn(folder, '.dcm');
    const images = await Promise.all(files.map(({ bytes }) => readDicom(bytes, codecs)));
    for (const image of images) {
      const raster = storedRaster(image);
      expect([raster.width, raster.height, image.header.viewPosition]).toEqual([1024, 1024, 'PA']);
      expect(raster.data.reduce((sum, value) => sum + value, 0)).toBe(168189534);
      expect(Array.from(raster.data.subarray(0, 4))).toEqual([0, 4, 5, 4]);
    }
    expect(images.map(({ header }) => header.photometric).sort()).toEqual(['MONOCHROME1', 'MONOCHROME2']);
    const [a, b] = images.map((image) => displayRaster(image).data);
    expect(a.every((value, i) => Math.abs(value + b[i] - 1) < 1e-6)).toBe(true);
  });
});
