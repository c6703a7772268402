import { dataSet, dicomFile, type Elements, greyImage } from '@roentgen/tooling/dicom';
import { describe, expect, test } from 'vitest';
import { describeData, filesIn } from '../testing/shared.ts';
import { readDicomHead } from './head.ts';
import { groupSeries, type NamedFile, readSeries } from './series.ts';
import { EXPLICIT_LITTLE } from './transfer-syntax.ts';

/** A 2 x 1 image at `z`, whose pixels hold ten times its number. */
function slice(number: number, z: number, overrides: Elements = {}): NamedFile {
  const bytes = greyImage([10 * number, 10 * number + 1], EXPLICIT_LITTLE, {
    '00180050 DS': '5',
    '00200013 IS': String(number),
    '00200032 DS': `-10\\-20\\${z}`,
    '00200037 DS': '1\\0\\0\\0\\1\\0',
    '00280010 US': [1],
    '00280011 US': [2],
    '00280030 DS': '0.5\\0.25',
    ...overrides,
  });
  return { name: `${number}.dcm`, bytes };
}

const read = (files: readonly NamedFile[], options = {}) => readSeries(groupSeries(files).series[0], options);

describe('a stack', () => {
  test('is sorted by position, spaced by position and turned to RAS', async () => {
    const { volume, report } = await read([slice(1, 6), slice(2, 3), slice(3, 0)]);
    expect(Array.from(volume.data)).toEqual([30, 31, 20, 21, 10, 11]);
    expect([volume.width, volume.height, volume.depth]).toEqual([2, 1, 3]);
    // PixelSpacing is row distance first; thickness (5 mm) does not enter.
    expect(volume.spacing).toEqual([0.25, 0.5, 3]);
    expect(volume.affine.map((value) => value + 0)).toEqual([
      -0.25, 0, 0, 10, 0, -0.5, 0, 20, 0, 0, 3, 0, 0, 0, 0, 1,
    ]);
    expect(volume.stored).toEqual({ type: 'uint16', slope: 1, intercept: 0 });
    expect(report).toEqual({ duplicates: [], gaps: [], warnings: [] });
  });

  test('a sagittal stack runs along the normal of its planes', async () => {
    // Columns run back (0,1,0), rows run down (0,0,-1): the normal is (-1,0,0), so x falls with the index.
    const sagittal = (number: number, x: number) =>
      slice(number, 0, { '00200032 DS': `${x}\\1\\2`, '00200037 DS': '0\\1\\0\\0\\0\\-1' });
    const { volume } = await read([sagittal(1, 4), sagittal(2, 2)]);
    expect(Array.from(volume.data)).toEqual([10, 11, 20, 21]);
    expect(volume.affine.map((value) => value + 0)).toEqual([
      0, 0, 2, -4, -0.25, 0, 0, -1, 0, -0.5, 0, 2, 0, 0, 0, 1,
    ]);
  });

  test('a tilted gantry gives a step that is not along the normal', async () => {
    const tilted = (number: number, y: number, z: number) =>
      slice(number, 0, { '00200032 DS': `0\\${y}\\${z}` });
    const { volume } = await read([tilted(1, 0, 0), tilted(2, 3, 4)]);
    expect(volume.spacing[2]).toBe(5);
    expect([volume.affine[6], volume.affine[10]]).toEqual([-3, 4]);
  });

  test('duplicates are left out and named, the lowest number kept', async () => {
    const { volume, report } = await read([slice(4, 0), slice(1, 0), slice(2, 1), slice(3, 2)]);
    expect(report.duplicates).toEqual(['4.dcm']);
    expect(volume.data[0]).toBe(10);
  });

  test('a gap is refused with its place, or joined on demand and reported', async () => {
    const files = [slice(1, 0), slice(2, 1), slice(3, 2), slice(6, 5)];
    await expect(read(files)).rejects.toMatchObject({
      code: 'format',
      message: 'DICOM series: 2 of 6 images are missing',
      hint: expect.stringContaining('3.dcm'),
    });
    const { volume, report } = await read(files, { allowGaps: true });
    expect(report.gaps).toEqual([{ after: '3.dcm', missing: 2, millimetres: 3 }]);
    expect(volume.spacing[2]).toBe(1);
  });

  test('uneven distances are a warning', async () => {
    const { report } = await read([slice(1, 0), slice(2, 1), slice(3, 2.1), slice(4, 3)]);
    expect(report.warnings[0]).toContain('vary by up to 0.1');
  });

  test('a rescale that differs from image to image makes float32', async () => {
    const { volume } = await read([slice(1, 0, { '00281053 DS': '2' }), slice(2, 1, { '00281053 DS': '3' })]);
    expect(Array.from(volume.data)).toEqual([20, 22, 60, 63]);
    expect(volume.stored).toEqual({ type: 'float32', slope: 1, intercept: 0 });
  });
});

describe('grouping', () => {
  test('by series, size and orientation; what is no image is skipped with a reason', () => {
    const localizer = slice(9, 0, { '00200037 DS': '0\\1\\0\\0\\0\\-1' });
    const other = slice(8, 0, { '0020000e UI': '9.9' });
    const note = { name: 'note.txt', bytes: new TextEncoder().encode('hello') };
    const index = groupSeries([slice(1, 0), slice(2, 1), localizer, other, note]);
    expect(index.series.map(({ images }) => images.length)).toEqual([2, 1, 1]);
    expect(index.skipped.map(({ name }) => name)).toEqual(['note.txt']);
  });

  test('echoes and time points that repeat every place are stacks of their own', () => {
    const echo = (number: number, z: number, which: string) => slice(number, z, { '00180086 IS': which });
    const { series } = groupSeries([echo(1, 0, '1'), echo(2, 1, '1'), echo(3, 0, '2'), echo(4, 1, '2')]);
    expect(series.map(({ images, description }) => [images.length, description])).toEqual([
      [2, 'echo 1'],
      [2, 'echo 2'],
    ]);
    // Acquisitions that lie one after another are one stack.
    const part = (number: number, z: number, which: string) => slice(number, z, { '00200012 IS': which });
    expect(groupSeries([part(1, 0, '1'), part(2, 1, '2')]).series).toHaveLength(1);
  });

  test('images without a place do not make a volume', async () => {
    const lost = slice(1, 0, { '00200032 DS': '' });
    await expect(read([lost])).rejects.toMatchObject({
      code: 'unsupported',
      message: '1.dcm: does not say where it lies in the patient: no ImagePositionPatient',
    });
    await expect(readSeries({ images: [] })).rejects.toMatchObject({ code: 'usage' });
  });

  test('stops on a signal', async () => {
    await expect(read([slice(1, 0)], { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'aborted',
    });
  });
});

describe('a header', () => {
  const pixels = new Array(20_000).fill(7);
  const large = greyImage(pixels, EXPLICIT_LITTLE, { '00280010 US': [200], '00280011 US': [100] });
  /** Reads a head and counts what it took. */
  const head = async (bytes: Uint8Array) => {
    let most = 0;
    const load = (count: number) => {
      most = Math.max(most, Math.min(count, bytes.length));
      return Promise.resolve(bytes.slice(0, count));
    };
    const [header] = await readDicomHead(bytes.length, load);
    return { header, most };
  };

  test('is read from the beginning of the file, with and without preamble', async () => {
    for (const bytes of [large, large.subarray(132)]) {
      const { header, most } = await head(bytes);
      expect([header.rows, header.columns, most]).toEqual([200, 100, 16_384]);
    }
  });

  test('behind large private elements is found with more of the file', async () => {
    const bytes = greyImage(pixels, EXPLICIT_LITTLE, {
      '00090010 LO': 'VENDOR',
      '00091001 OB': new Uint8Array(20_000),
      '00280010 US': [200],
      '00280011 US': [100],
    });
    expect(await head(bytes)).toMatchObject({ header: { rows: 200 }, most: bytes.length });
  });

  test('tells of pixels that are not all there', async () => {
    await expect(head(large.subarray(0, 30_000))).rejects.toThrow(/needs 40000 bytes, the file has 29\d{3}/);
  });

  test('of an object that is no image names it', async () => {
    const report = dicomFile(
      EXPLICIT_LITTLE,
      dataSet({ '00080016 UI': '1.2.840.10008.5.1.4.1.1.88.33' }, EXPLICIT_LITTLE),
    );
    await expect(head(report)).rejects.toThrow(/a structured report, not an image/);
  });
});

describeData('volumes/test/mr-dicom', 'the MR series', (folder) => {
  test('is 512 x 512 x 32 at 0.41 x 0.41 x 1.5 mm, with the values that pydicom gives', async () => {
    const { series, skipped } = groupSeries(filesIn(folder, '.dcm'));
    expect([series.length, skipped.length, series[0].modality]).toEqual([1, 0, 'MR']);
    const { volume, report } = await readSeries(series[0]);
    expect([volume.width, volume.height, volume.depth]).toEqual([512, 512, 32]);
    expect(volume.spacing[0]).toBe(0.41015625);
    expect(volume.spacing[2]).toBeCloseTo(1.5, 9);
    expect(volume.data.reduce((sum, value) => sum + value, 0)).toBe(2331479321);
    // The lowest image is at z = -47.0007 mm; x and y change sign from LPS to RAS.
    const origin = [volume.affine[3], volume.affine[7], volume.affine[11]];
    expect(origin.map((value) => value.toFixed(4))).toEqual(['106.3268', '123.0744', '-47.0007']);
    expect(report).toEqual({ duplicates: [], gaps: [], warnings: [] });
  });
});
