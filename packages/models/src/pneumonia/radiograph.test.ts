import { greyImage } from '@roentgen/tooling/dicom';
import { describe, expect, it } from 'vitest';
import { writePng } from '../imaging/formats/index.ts';
import { chestPhantom } from '../samples/index.ts';
import { checkRadiograph } from './checks.ts';
import { radiographFromRaster, readRadiograph } from './radiograph.ts';

const pixels = (low: number, high: number) => Array.from({ length: 192 }, (_, i) => (i < 96 ? low : high));
const bytes = { '00280100 US': [8], '00280101 US': [8], '00280102 US': [7] } as const;
const byteImage = (extra: Readonly<Record<string, string>> = {}) =>
  greyImage(Uint8Array.from(pixels(51, 204)), '1.2.840.10008.1.2.1', { ...bytes, ...extra });

describe('readRadiograph', () => {
  it('takes 8-bit DICOM as value / 255', async () => {
    const { plane, facts } = await readRadiograph(byteImage(), 'a.dcm');
    expect(plane.data[0]).toBeCloseTo(0.2, 6);
    expect(plane.data[191]).toBeCloseTo(0.8, 6);
    expect(facts).toMatchObject({ format: 'DICOM', bits: 8, inverted: false });
  });

  it('inverts MONOCHROME1 once', async () => {
    const { plane, facts } = await readRadiograph(byteImage({ '00280004 CS': 'MONOCHROME1 ' }), 'a.dcm');
    expect(plane.data[0]).toBeCloseTo(0.8, 6);
    expect(facts.inverted).toBe(true);
  });

  it('takes a picture over its full range', async () => {
    const picture = { width: 2, height: 1, channels: 1, data: Float32Array.of(0, 13107) };
    const { plane, facts } = await readRadiograph(writePng(picture, 16), 'a.png');
    expect(plane.data[1]).toBeCloseTo(0.2, 6);
    expect(facts.scaling).toBe('0 to 65535 (full range)');
  });

  it('says what it wants instead of another file', async () => {
    const text = new TextEncoder().encode('patient,age');
    await expect(readRadiograph(text, 'list.csv')).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('list.csv'),
      hint: expect.stringContaining('DICOM, PNG, JPEG or TIFF'),
    });
  });
});

describe('checkRadiograph', () => {
  const raster = (width: number, height: number, channels: number, fill: (i: number) => number) =>
    radiographFromRaster(
      {
        width,
        height,
        channels,
        bits: 8,
        range: [0, 255],
        data: Float32Array.from({ length: width * height * channels }, (_, i) => fill(i)),
      },
      'PNG',
    );
  const levels = (radiograph: Parameters<typeof checkRadiograph>[0]) =>
    Object.fromEntries(checkRadiograph(radiograph).map(({ check, level }) => [check, level]));

  const phantom = radiographFromRaster(chestPhantom({}), 'PNG');
  const changed = (change: (value: number, i: number) => number) => ({
    ...phantom,
    plane: { ...phantom.plane, data: phantom.plane.data.map(change) },
  });
  const worries = (radiograph: Parameters<typeof checkRadiograph>[0]) =>
    checkRadiograph(radiograph)
      .filter(({ level }) => level !== 'ok')
      .map(({ check, level }) => `${check} ${level}`);

  it('has nothing against a drawn chest', () => {
    expect(worries(phantom)).toEqual([]);
  });

  it('suspects a negative twice', () => {
    expect(worries(changed((value) => 1 - value))).toEqual(
      expect.arrayContaining(['polarity warn', 'mediastinum warn']),
    );
  });

  it('finds too little and too much light, and pixels at the ends of the scale', () => {
    expect(worries(changed((value) => value * 0.3))).toContain('exposure warn');
    expect(worries(changed((value) => value * 0.05))).toContain('exposure refuse');
    const burnt = worries(changed((value) => Math.min(1, value * 2.5)));
    expect(burnt).toEqual(expect.arrayContaining(['exposure warn', 'white warn']));
    expect(worries(changed((value) => Math.max(0, value * 2 - 1)))).toContain('black warn');
  });

  it('finds few greys', () => {
    expect(worries(changed((value) => Math.round(value * 15) / 15))).toContain('levels warn');
    expect(worries(changed((value) => Math.round(value * 3) / 3))).toContain('levels refuse');
  });

  it('finds what is not like its mirror image', () => {
    // Brightness that rises from left to right is the opposite of its mirror image.
    expect(worries(raster(256, 256, 1, (i) => i % 256))).toContain('symmetry warn');
  });

  it('takes the word of a header', () => {
    const said = (facts: Partial<typeof phantom.facts>) =>
      worries({ ...phantom, facts: { ...phantom.facts, ...facts } });
    expect(said({ modality: 'DX', viewPosition: 'PA', bodyPart: 'CHEST' })).toEqual([]);
    expect(said({ viewPosition: 'LL' })).toEqual(['view refuse']);
    expect(said({ viewPosition: 'Lateral' })).toEqual(['view refuse']);
    expect(said({ viewPosition: 'LLD' })).toEqual(['view warn']);
    expect(said({ modality: 'MR' })).toEqual(['modality refuse']);
    expect(said({ modality: 'OT', bodyPart: 'HAND' })).toEqual(['modality warn', 'body part refuse']);
  });

  it('refuses the blank, the tiny, the strip and the colourful', () => {
    expect(levels(raster(256, 256, 1, () => 9)).contrast).toBe('refuse');
    expect(levels(raster(40, 40, 1, (i) => i % 256)).size).toBe('refuse');
    expect(levels(raster(900, 300, 1, (i) => i % 256)).aspect).toBe('refuse');
    expect(levels(raster(256, 256, 3, (i) => (i < 65536 ? 250 : 0))).colour).toBe('refuse');
  });

  it('warns of air that is bright: a negative', () => {
    const [x, y] = [(i: number) => i % 256, (i: number) => Math.floor(i / 256)];
    const lit = (i: number) => Math.hypot(x(i) - 128, y(i) - 128) * 1.4;
    expect(levels(raster(256, 256, 1, lit)).polarity).toBe('warn');
    expect(levels(raster(256, 256, 1, (i) => 255 - lit(i))).polarity).toBe('ok');
  });

  it('names the value and the limit', () => {
    const [size] = checkRadiograph(raster(200, 300, 1, (i) => i % 256));
    expect(size).toMatchObject({
      level: 'warn',
      value: 200,
      message: 'the short side is 200 px; expected at least 224 px',
    });
  });
});
