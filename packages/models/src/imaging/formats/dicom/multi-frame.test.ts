import { type Elements, greyImage, type Value } from '@roentgen/tooling/dicom';
import { enhancedFile, type FrameFacts, integers } from '@roentgen/tooling/dicom-frames';
import { fixture, ramp12 } from '@roentgen/tooling/pictures';
import { describe, expect, test } from 'vitest';
import { readDicomHead } from './head.ts';
import { displayRaster, readDicom, readDicomFrame, storedRaster } from './image.ts';
import { groupSeries, readSeries } from './series.ts';
import { EXPLICIT_BIG, EXPLICIT_LITTLE, IMPLICIT_LITTLE } from './transfer-syntax.ts';

/** The stacks of one file, as volumes. */
async function volumesOf(bytes: Uint8Array) {
  const { series, skipped } = groupSeries([{ name: 'all.dcm', bytes }]);
  expect(skipped).toEqual([]);
  const volumes = await Promise.all(series.map(async (one) => (await readSeries(one)).volume));
  return volumes.map((volume, i) => ({ volume, description: series[i].description }));
}

const refusal = (bytes: Uint8Array) => {
  const { series, skipped } = groupSeries([{ name: 'all.dcm', bytes }]);
  if (skipped.length > 0) return Promise.resolve(skipped[0].reason);
  return readSeries(series[0]).then(
    () => null,
    (error: Error) => error.message,
  );
};

const at = (z: number, more: Partial<FrameFacts> = {}): FrameFacts => ({
  position: `-10\\-20\\${z}`,
  ...more,
});
/** Two pixels a frame: ten times its number, and one more. */
const pixels = (frames: number) => Array.from({ length: frames }, (_, i) => [10 * i, 10 * i + 1]).flat();
/** Columns run to the right (-x in RAS) by 0.25 mm, rows to the front (-y) by 0.5 mm; the first pixel at (10, 20, z). */
const affine = (step: number, z: number) => [-0.25, 0, 0, 10, 0, -0.5, 0, 20, 0, 0, step, z, 0, 0, 0, 1];

describe('frames of the enhanced kind', () => {
  test.each([
    ['explicit', EXPLICIT_LITTLE],
    ['implicit', IMPLICIT_LITTLE],
  ])('are a volume, sorted by their places, in %s VR', async (_, syntax) => {
    // Frame 2 lies lowest: 3 mm between planes, whatever the thickness of 9 mm says.
    const bytes = enhancedFile([at(6), at(0), at(3)], pixels(3), {}, syntax);
    const [{ volume }] = await volumesOf(bytes);
    expect(Array.from(volume.data)).toEqual([10, 11, 20, 21, 0, 1]);
    expect([volume.width, volume.height, volume.depth]).toEqual([2, 1, 3]);
    expect(volume.spacing).toEqual([0.25, 0.5, 3]);
    expect(volume.affine.map((value) => value + 0)).toEqual(affine(3, 0));
    expect(volume.stored).toEqual({ type: 'uint16', slope: 1, intercept: 0 });
  });

  test('have orientation and size of their own, or the ones that they share', async () => {
    // Sagittal, in the frames' own groups: columns run back, rows down, the normal is -x.
    const sagittal = (x: number): FrameFacts => ({
      position: `${x}\\1\\2`,
      orientation: '0\\1\\0\\0\\0\\-1',
    });
    const [{ volume }] = await volumesOf(enhancedFile([sagittal(2), sagittal(4)], pixels(2)));
    expect(Array.from(volume.data)).toEqual([10, 11, 0, 1]);
    expect(volume.affine.map((value) => value + 0)).toEqual([
      0, 0, 2, -4, -0.25, 0, 0, -1, 0, -0.5, 0, 2, 0, 0, 0, 1,
    ]);
  });

  test('have values by their own slopes, and windows of their own', async () => {
    const frames = [at(0, { slope: '2', window: ['1', '2'] }), at(1, { slope: '3', window: ['30', '3'] })];
    const bytes = enhancedFile(frames, pixels(2));
    const [{ volume }] = await volumesOf(bytes);
    expect(Array.from(volume.data)).toEqual([0, 2, 30, 33]);
    expect(volume.stored.type).toBe('float32');
    const second = await readDicomFrame(bytes, 1);
    expect(second.header.windows).toEqual([{ center: 30, width: 3 }]);
    // 29.5 is the middle of 2 units by C.11.2.1.2: 30 lies a quarter above it.
    expect(Array.from(displayRaster(second).data)).toEqual([0.75, 1]);
    await expect(readDicomFrame(bytes, 2)).rejects.toMatchObject({ code: 'usage', message: /frame 2 of 2/ });
  });

  test('of several stacks are so many volumes', async () => {
    const frames = [
      at(0, { stack: 'A' }),
      at(2, { stack: 'A' }),
      at(50, { stack: 'B' }),
      at(53, { stack: 'B' }),
      at(56, { stack: 'B' }),
    ];
    const found = await volumesOf(enhancedFile(frames, pixels(5), { '0008103e LO': 'Knee' }));
    expect(found.map(({ description, volume }) => [description, volume.depth, volume.spacing[2]])).toEqual([
      ['Knee, stack B', 3, 3],
      ['Knee, stack A', 2, 2],
    ]);
    expect(Array.from(found[1].volume.data)).toEqual([0, 1, 10, 11]);
  });

  test('of time points, echoes and both are so many volumes', async () => {
    const timed = [1, 2].flatMap((timePoint) => [0, 1].map((z) => at(z, { timePoint })));
    const names = async (frames: readonly FrameFacts[]) =>
      (await volumesOf(enhancedFile(frames, pixels(frames.length)))).map(({ description }) => description);
    expect(await names(timed)).toEqual(['time point 1', 'time point 2']);
    const both = [1, 2].flatMap((timePoint) =>
      [2.5, 5].flatMap((echo) => [0, 1].map((z) => at(z, { timePoint, echo }))),
    );
    expect(await names(both)).toEqual([
      'echo 2.5, time point 1',
      'echo 5, time point 1',
      'echo 2.5, time point 2',
      'echo 5, time point 2',
    ]);
    // A dimension that has no name here; the second index is the position in the stack and tells nothing apart.
    const organized = (pointer: readonly number[]): Elements => ({ '00209165 AT': pointer });
    const dimensions: Elements = {
      '00209222 SQ': { items: [organized([0x18, 0x9087]), organized([0x20, 0x9057])] },
    };
    const indexed = [1, 2].flatMap((index) => [0, 1].map((z) => at(z, { indices: [index, z + 1] })));
    const found = await volumesOf(enhancedFile(indexed, pixels(4), dimensions));
    expect(found.map(({ description }) => description)).toEqual(['dimension 1', 'dimension 2']);
  });

  test('of several files of one series are told apart by file where all lie at the same places', async () => {
    const file = (instance: string) => enhancedFile([at(0), at(1)], pixels(2), { '00200013 IS': instance });
    const { series } = groupSeries([
      { name: 'a', bytes: file('1') },
      { name: 'b', bytes: file('2') },
    ]);
    expect(series.map(({ description, images }) => [description, images.length])).toEqual([
      ['file 1', 2],
      ['file 2', 2],
    ]);
  });

  test('leave a gap that is named by the frame before it', async () => {
    const bytes = enhancedFile([at(0), at(1), at(2), at(5)], pixels(4));
    const { series } = groupSeries([{ name: 'all.dcm', bytes }]);
    await expect(readSeries(series[0])).rejects.toMatchObject({
      message: 'DICOM series: 2 of 6 images are missing',
      hint: expect.stringContaining('all.dcm, frame 3'),
    });
  });

  test('without groups for all of them, and segmentations, are refused', async () => {
    const short = enhancedFile([at(0), at(1)], pixels(3), { '00280008 IS': '3' });
    expect(await refusal(short)).toContain('3 frames, and groups of elements for 2 of them');
    const segments = enhancedFile([at(0), at(1)], pixels(2), { '00080060 CS': 'SEG' });
    expect(await refusal(segments)).toContain('a segmentation, not an image');
  });

  test('have their headers read from the beginning of the file, however many there are', async () => {
    const many = Array.from({ length: 300 }, (_, i) => at(i));
    const bytes = enhancedFile(many, new Array(300 * 20_000).fill(1), {
      '00280010 US': [200],
      '00280011 US': [100],
    });
    let most = 0;
    const headers = await readDicomHead(bytes.length, (count) => {
      most = Math.max(most, count);
      return Promise.resolve(bytes.slice(0, count));
    });
    expect([headers.length, headers[299].position, most]).toEqual([300, [-10, -20, 299], 131_072]);
  });
});

describe('frames of the older kinds', () => {
  /** A file of three frames with one place for all, as dose grids have. */
  const legacy = (overrides: Elements, syntax = EXPLICIT_LITTLE) =>
    greyImage(pixels(3), syntax, {
      '00200032 DS': '-10\\-20\\7',
      '00200037 DS': '1\\0\\0\\0\\1\\0',
      '00280008 IS': '3',
      '00280010 US': [1],
      '00280011 US': [2],
      '00280030 DS': '0.5\\0.25',
      ...overrides,
    });

  test.each([
    ['relative offsets', { '3004000c DS': '0\\2\\4' }],
    ['positions along the patient', { '3004000c DS': '7\\9\\11' }],
    ['a stated distance', { '00180088 DS': '2' }],
    ['a stated distance and numbered slices', { '00180088 DS': '2', '00540080 US': [1, 2, 3] }],
  ])('lie by %s', async (_, overrides) => {
    const [{ volume }] = await volumesOf(legacy(overrides));
    expect(Array.from(volume.data)).toEqual([0, 1, 10, 11, 20, 21]);
    expect(volume.affine.map((value) => value + 0)).toEqual(affine(2, 7));
    expect(volume.spacing).toEqual([0.25, 0.5, 2]);
  });

  test('of positions along the patient that fall are sorted by them', async () => {
    // Rows run to the front: the normal is -z, and frame 3 at 3 mm lies furthest along it.
    const bytes = legacy({ '00200037 DS': '1\\0\\0\\0\\-1\\0', '3004000c DS': '7\\5\\3' });
    const [{ volume }] = await volumesOf(bytes);
    expect(Array.from(volume.data)).toEqual([0, 1, 10, 11, 20, 21]);
    expect([volume.affine[10], volume.affine[11]]).toEqual([-2, 7]);
  });

  test('at a negative distance lie before the first', async () => {
    const [{ volume }] = await volumesOf(legacy({ '00180088 DS': '-2' }));
    expect(Array.from(volume.data)).toEqual([20, 21, 10, 11, 0, 1]);
    expect(volume.affine.map((value) => value + 0)).toEqual(affine(2, 3));
    expect(await refusal(legacy({ '00180088 DS': '0' }))).toContain('no GridFrameOffsetVector or Spacing');
  });

  test('lie where the detector of nuclear medicine says', async () => {
    const place = { '00200032 DS': '-10\\-20\\7', '00200037 DS': '1\\0\\0\\0\\1\\0' };
    const bytes = legacy({
      '00180088 DS': '2',
      '00200032 DS': '',
      '00200037 DS': '',
      '00540022 SQ': { items: [place] },
    });
    const [{ volume }] = await volumesOf(bytes);
    expect(volume.affine.map((value) => value + 0)).toEqual(affine(2, 7));
  });

  test('are refused by what is missing', async () => {
    expect(await refusal(legacy({}))).toBe(
      'all.dcm, frame 1: does not say where it lies in the patient: no GridFrameOffsetVector or SpacingBetweenSlices',
    );
    const lost = { '00200032 DS': '', '00280030 DS': '' };
    expect(await refusal(legacy(lost))).toContain(': no ImagePositionPatient, no PixelSpacing');
    const cine = legacy({ '00180088 DS': '2', '00280009 AT': [0x18, 0x1063] });
    expect(await refusal(cine)).toContain('(they follow each other in time)');
    expect(await refusal(legacy({ '3004000c DS': '0\\2' }))).toContain('2 frame offsets for 3 frames');
  });

  test('in big-endian order', async () => {
    const [{ volume }] = await volumesOf(legacy({ '3004000c DS': '0\\2\\4' }, EXPLICIT_BIG));
    expect(Array.from(volume.data)).toEqual([0, 1, 10, 11, 20, 21]);
  });
});

describe('compressed frames', () => {
  const stream = fixture('jpegLs12');
  const [head, tail] = [stream.subarray(0, 50), stream.subarray(50)];
  const even = (length: number) => length + (length % 2);
  const size: Elements = { '00280010 US': [12], '00280011 US': [16] };
  const JPEG_LS = '1.2.840.10008.1.2.4.80';
  const compressed = (value: Value, frames: number, more: Elements = {}, syntax = JPEG_LS) =>
    enhancedFile(
      Array.from({ length: frames }, (_, i) => at(frames - i)),
      value,
      { ...size, ...more },
      syntax,
    );

  test.each([
    ['one fragment each', { fragments: [stream, stream] }, {}],
    ['a basic offset table', { fragments: [head, tail, stream], table: [0, 66 + even(tail.length)] }, {}],
    ['no table, and beginnings that tell', { fragments: [head, tail, stream] }, {}],
    [
      'an extended offset table',
      { fragments: [stream, stream] },
      {
        '7fe00001 OV': integers(8, 0, 8 + even(stream.length)),
        '7fe00002 OV': integers(8, stream.length, stream.length),
      },
    ],
  ])('told apart by %s', async (_, value, more) => {
    const [{ volume }] = await volumesOf(compressed(value, 2, more));
    expect([volume.width, volume.height, volume.depth, volume.spacing[2]]).toEqual([16, 12, 2, 1]);
    expect(Array.from(volume.data)).toEqual([...ramp12, ...ramp12]);
  });

  test('of an extended offset table have its lengths, and other bytes stay as they were', async () => {
    // Two frames of RLE, of one pixel of two bytes each; the second is padded with what its length leaves out.
    const rle = (high: number, low: number) => {
      const frame = new Uint8Array(70);
      const view = new DataView(frame.buffer);
      view.setUint32(0, 2, true);
      view.setUint32(4, 64, true);
      view.setUint32(8, 66, true);
      frame.set([0, high, 0, low, 99, 99], 64);
      return frame;
    };
    const one = { '00280010 US': [1], '00280011 US': [1] };
    const tables = { '7fe00001 OV': integers(8, 0, 78), '7fe00002 OV': integers(8, 68, 68) };
    const bytes = compressed(
      { fragments: [rle(1, 2), rle(3, 4)] },
      2,
      { ...one, ...tables },
      '1.2.840.10008.1.2.5',
    );
    const before = bytes.slice();
    const image = await readDicom(bytes);
    expect([...storedRaster(image).data, ...storedRaster(image, 1).data]).toEqual([0x102, 0x304]);
    expect(bytes).toEqual(before);
    const short = { ...tables, '7fe00001 OV': integers(8, 0) };
    await expect(
      readDicom(
        compressed({ fragments: [rle(1, 2), rle(3, 4)] }, 2, { ...one, ...short }, '1.2.840.10008.1.2.5'),
      ),
    ).rejects.toMatchObject({ code: 'format', message: /table of 1 entries for 2 frames/ });
  });

  test('that nothing tells apart are refused', async () => {
    const value = { fragments: [head, tail, tail] };
    expect(await refusal(compressed(value, 2))).toContain(
      '3 fragments for 2 frames, and no offset table that tells them apart',
    );
  });

  test('are decoded one at a time', async () => {
    const jpeg2000 = fixture('jpeg2000');
    const bytes = compressed({ fragments: [jpeg2000, jpeg2000] }, 2, {}, '1.2.840.10008.1.2.4.90');
    const { stored } = await readDicomFrame(bytes, 1);
    expect(Array.from(stored)).toEqual(Array.from(ramp12));
  });
});
