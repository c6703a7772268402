import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeNifti } from '@roentgen/models';
import { greyImage } from '@roentgen/tooling/dicom';
import { enhancedFile } from '@roentgen/tooling/dicom-frames';
import { describe, expect, it } from 'vitest';
import type { GivenFile } from '../protocol.ts';
import { dicomSlice, study, zipOf } from '../testing/files.ts';
import { recognise } from './recognise.ts';
import type { Job } from './worker.ts';

const job = (signal = new AbortController().signal): Job => ({ signal, report: () => {}, note: () => {} });
const given = (path: string, bytes: Uint8Array): GivenFile => ({
  path,
  file: new File([bytes as Uint8Array<ArrayBuffer>], path.split('/').at(-1) ?? path, { lastModified: 1 }),
});
const folder = (files: Readonly<Record<string, Uint8Array>>) =>
  Object.entries(files).map(([path, bytes]) => given(path, bytes));

const wanted = [
  ['T1 axial', 'DICOM MR', [32, 32, 12], [0.5, 0.5, 1.5], 12],
  ['FLAIR', 'DICOM MR', [32, 32, 6], [0.5, 0.5, 3], 6],
  ['Scout', 'DICOM MR', [32, 32, 1], [0.5, 0.5, 1], 1],
];

describe('a study', () => {
  it('is its series, largest first and localizers last, and a reason for each file that is none of them', async () => {
    const { things, skipped, files } = await recognise(folder(study()), job());
    expect(files).toBe(23);
    expect(
      things.map(({ title, what, extent, files: { length } }) => [
        title,
        what,
        extent?.size,
        extent?.spacing,
        length,
      ]),
    ).toEqual(wanted);
    const [t1, flair, scout] = things;
    expect([t1.gap, t1.notes]).toEqual([null, []]);
    expect(flair.gap).toBe('2 images missing after FLAIR/IM2.dcm: a gap of 9.0 mm');
    expect(scout.notes).toEqual(['a localizer']);
    expect(Object.fromEntries(skipped.map(({ path, group }) => [path, group]))).toEqual({
      'SR/report': 'no-image',
      'T1/cut': 'damaged',
      'readme.txt': 'unknown',
      'empty.dcm': 'empty',
    });
    expect(skipped.find(({ path }) => path === 'T1/cut')?.reason).toMatch(
      /needs 2048 bytes, the file has \d+/,
    );
    expect(skipped.find(({ path }) => path === 'SR/report')?.reason).toBe(
      'a structured report, not an image',
    );
  });

  it('is the same in an archive', async () => {
    const { things, skipped } = await recognise([given('study.zip', zipOf(study()))], job());
    expect(things.map(({ title, files: { length } }) => [title, length])).toEqual(
      wanted.map(([title, , , , count]) => [title, count]),
    );
    expect(skipped.map(({ path }) => path)).toContain('study.zip/readme.txt');
  });

  it('reports files and bytes, and stops', async () => {
    const seen: unknown[] = [];
    const files = folder({ a: new Uint8Array(10), b: new Uint8Array(20) });
    await recognise(files, { ...job(), report: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toMatchObject({ done: 2, total: 2, bytes: { done: 30, total: 30 } });
    await expect(recognise(files, job(AbortSignal.abort()))).rejects.toMatchObject({ code: 'aborted' });
  });
});

describe('files of several frames', () => {
  const place = { '00200032 DS': '', '00280030 DS': '1\\1' };
  const plain = (modality: string) =>
    greyImage([1, 2, 3, 4], '1.2.840.10008.1.2.1', {
      ...place,
      '00080060 CS': modality,
      '00280008 IS': '2',
      '00280010 US': [1],
      '00280011 US': [2],
    });

  it('are their stacks, each with its frames of the file', async () => {
    // Stack A: frames 1, 3 and 5, 2 mm apart; stack B: frames 2 and 4, 4 mm apart.
    const frames = [0, 1, 2, 3, 4].map((i) => ({
      position: `0\\0\\${i % 2 === 0 ? i : 2 * i}`,
      stack: i % 2 === 0 ? 'A' : 'B',
    }));
    const bytes = enhancedFile(frames, new Array(10).fill(7), { '0008103e LO': 'Knee' });
    const { things, skipped } = await recognise([given('all.dcm', bytes)], job());
    expect(skipped).toEqual([]);
    expect(
      things.map(({ title, possible, extent, frames: which }) => [title, possible, extent, which]),
    ).toEqual([
      ['Knee, stack A', ['volume'], { size: [2, 1, 3], spacing: [0.25, 0.5, 2], volumes: 1 }, [[0, 2, 4]]],
      ['Knee, stack B', ['volume'], { size: [2, 1, 2], spacing: [0.25, 0.5, 4], volumes: 1 }, [[1, 3]]],
    ]);
    expect(things.map(({ files: { length } }) => length)).toEqual([1, 1]);
  });

  it('that have no place are refused as volumes and shown by their first as pictures', async () => {
    const lost = await recognise([given('lost.dcm', plain('MR'))], job());
    expect(lost.things.map(({ refusal }) => refusal)).toEqual([
      'lost.dcm, frame 1: does not say where it lies in the patient: no ImagePositionPatient, no ImageOrientationPatient',
    ]);
    const film = await recognise([given('run.dcm', plain('XA'))], job());
    expect(film.things).toHaveLength(1);
    expect(film.things[0]).toMatchObject({
      kind: 'picture',
      possible: ['radiograph'],
      notes: ['2 frames: the first is taken'],
    });
  });
});

describe('single files', () => {
  const one = async (path: string, bytes: Uint8Array) => recognise([given(path, bytes)], job());

  it('are told by content, whatever their names are', async () => {
    const film = await one('scan.png', dicomSlice({ series: '1', modality: 'DX', number: 1, z: 0 }));
    expect(film.things[0]).toMatchObject({
      kind: 'picture',
      what: 'DICOM DX, 32 × 32',
      possible: ['radiograph'],
    });
    const model = await one('m.dcm', Uint8Array.of(8, 8, 0x12, 7, 112, 121, 116, 111, 114, 99, 104));
    expect(model.things[0]).toMatchObject({ kind: 'model', possible: [] });
  });

  it('of several volumes say how many', async () => {
    const volume = {
      width: 2,
      height: 2,
      depth: 2,
      data: new Float32Array(8),
      affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1],
      spacing: [1, 1, 2],
      stored: { type: 'uint8', slope: 1, intercept: 0 },
    } as const;
    const first = await writeNifti(volume, { gzip: false });
    const bytes = Uint8Array.from([...first, ...new Uint8Array(6 * 8)]);
    const view = new DataView(bytes.buffer);
    view.setInt16(40, 4, true);
    view.setInt16(48, 7, true);
    const { things } = await one('fmri.nii', bytes);
    expect(things[0]).toMatchObject({ possible: ['volume'], extent: { size: [2, 2, 2], volumes: 7 } });
    expect(things[0].notes[0]).toMatch(/^7 volumes/);
  });

  it('that cannot be read say why', async () => {
    const file = new File(['12345678'], 'gone.png');
    Object.defineProperty(file, 'slice', {
      value: () => ({
        arrayBuffer: () => Promise.reject(new DOMException('could not be found', 'NotFoundError')),
      }),
    });
    const { skipped } = await recognise([{ file, path: 'gone.png' }], job());
    expect(skipped).toEqual([
      {
        path: 'gone.png',
        bytes: 8,
        group: 'unreadable',
        reason: 'it was moved, renamed or deleted after it was chosen',
      },
    ]);
  });

  it('beyond what one buffer holds are refused with the number and the limit', async () => {
    const head = dicomSlice({ series: '1', number: 1, z: 0 }) as Uint8Array<ArrayBuffer>;
    const file = new File([head], 'huge.dcm');
    Object.defineProperty(file, 'size', { value: 3 * 2 ** 30 });
    const { skipped } = await recognise([{ file, path: 'huge.dcm' }], job());
    expect(skipped[0]).toMatchObject({ group: 'large', reason: expect.stringMatching(/3\.0 GiB.*2\.0 GiB/) });
  });

  it('given twice are taken once', async () => {
    const scan = given('a', dicomSlice({ series: '1', number: 1, z: 0 }));
    const { things, skipped } = await recognise([scan, scan], job());
    expect([things.length, skipped[0].group]).toEqual([1, 'twice']);
    // Of two folders, dropped as files: nothing but what is in them says that they are two.
    const wells = [1, 2].map((z) => {
      const bytes = dicomSlice({ series: '1', number: 1, z }) as Uint8Array<ArrayBuffer>;
      return { file: new File([bytes], 'A1', { lastModified: 1 }), path: 'A1' };
    });
    expect((await recognise(wells, job())).skipped).toEqual([]);
  });
});

const series = new URL('../../../../../shared/data/volumes/test/mr-dicom/', import.meta.url);
const real = existsSync(series) ? it : it.skip;
if (!existsSync(series)) console.warn('SKIPPED: the MR series: ../shared/data is not beside this checkout');

real('the MR series is one stack, evenly spaced, from the beginnings of its files', async () => {
  const names = readdirSync(series).filter((name) => name.endsWith('.dcm'));
  const files = names.map((name) => given(name, new Uint8Array(readFileSync(new URL(name, series)))));
  const { things, skipped, milliseconds } = await recognise(files, job());
  console.log(`headers of ${files.length} slices: ${milliseconds.toFixed(0)} ms`);
  expect([things.length, skipped.length]).toEqual([1, 0]);
  expect(things[0]).toMatchObject({
    possible: ['volume'],
    extent: { size: [512, 512, 32] },
    gap: null,
    notes: [],
  });
  expect(things[0].extent?.spacing?.[2]).toBeCloseTo(1.5, 9);
});
