import { expect, it } from 'vitest';
import type { Openable, SystemId } from '../../protocol.ts';
import { blocksOf } from './grouped.ts';

const both: readonly SystemId[] = ['radiograph', 'cells'];
const picture = (folder: string, title: string, extra: Partial<Openable> = {}): Openable => ({
  ...{ id: `${folder}/${title}`, kind: 'picture', title, folder, what: 'PNG', files: [], bytes: 10 },
  ...{ possible: both, extent: null, notes: [], gap: null, refusal: null },
  ...extra,
});
const volume = (folder: string, title: string) =>
  picture(folder, title, { kind: 'volume', what: 'NIfTI-1', possible: ['volume'] });
const series = (title: string) =>
  picture('', title, { kind: 'series', what: 'DICOM MR', possible: ['volume'] });
const many = (count: number, make: (i: number) => Openable) =>
  Array.from({ length: count }, (_, i) => make(i + 1)).reverse();
/** Titles of the rows, and of groups what their line says. */
const seen = (things: readonly Openable[]) =>
  blocksOf(things).map((block) =>
    block.is === 'rows'
      ? block.things.map(({ title }) => title)
      : `${block.group.title}: ${block.group.place}`,
  );

it('few things have a line each: series as they came, then volumes, then pictures by name, refused ones last', () => {
  const bad = picture('a', 'a.dcm', { refusal: 'no decoder' });
  const pictures = ['p10.png', 'p9.png'].map((name) => picture('a', name));
  expect(seen([bad, ...pictures, volume('a', 'z.nii'), series('T1'), series('FLAIR')])).toEqual([
    ['T1', 'FLAIR', 'z.nii', 'p9.png', 'p10.png', 'a.dcm'],
  ]);
});

it('nine of a kind in a folder are one line, eight are not', () => {
  const nine = many(9, (i) => picture('x/films', `f${i}.png`));
  expect(seen(nine)).toEqual(['9 PNG pictures: x/films']);
  expect(seen(nine.slice(1))).toEqual([
    nine
      .slice(1)
      .map(({ title }) => title)
      .reverse(),
  ]);
  const [block] = blocksOf(nine);
  expect(block).toMatchObject({ group: { together: both, bytes: 90 } });
  if (block.is === 'group')
    expect(block.group.things.map(({ title }) => title).join(' ')).toBe(
      'f1.png f2.png f3.png f4.png f5.png f6.png f7.png f8.png f9.png',
    );
});

it('lines of single things come before those of many, after series', () => {
  const loose = picture('c', 'x.tif', { what: 'TIFF, little-endian' });
  const ct = { ...series('CT'), what: 'DICOM CT' };
  expect(seen([...many(9, (i) => picture('a', `${i}.png`)), loose, series('T1'), ct, series('T2')])).toEqual([
    ['T1', 'CT', 'T2', 'x.tif'],
    '9 PNG pictures: a',
  ]);
});

it('folders, formats and what may be made of them are kept apart; the size of a film is no format', () => {
  const film = (i: number) =>
    picture('dicom', `dicom/${i}.dcm`, { what: `DICOM DX, ${i} × 9`, possible: ['radiograph'] });
  const tiff = (i: number) => picture('b', `${i}.tif`, { what: 'TIFF, little-endian' });
  const blocks = [
    ...many(12, (i) => picture('b', `${i}.png`)),
    ...many(10, (i) => picture('a', `${i}.png`)),
    ...many(20, tiff),
    ...many(30, film),
    ...many(9, (i) => volume('v', `${i}.nii`)),
  ];
  expect(seen([...blocks, series('T1')])).toEqual([
    ['T1'],
    '9 NIfTI-1 volumes: v',
    '10 PNG pictures: a',
    '12 PNG pictures: b',
    '20 TIFF pictures: b',
    '30 DICOM DX pictures: dicom',
  ]);
  const together = blocksOf(blocks).map((block) => (block.is === 'group' ? block.group.together : null));
  expect(together).toEqual([[], both, both, both, ['radiograph']]);
});

it('one picture in each of many folders is one line too, and its name says where it lay', () => {
  const scattered = many(40, (i) => picture(`all/patient ${i}`, 'film.png'));
  expect(seen(scattered)).toEqual(['40 PNG pictures: 40 folders in all']);
  const [block] = blocksOf(scattered);
  expect(block.is === 'group' && block.group.things[1].title).toBe('all/patient 2/film.png');
  expect(seen(many(10, (i) => picture(`${i}`, 'film.png')))).toEqual(['10 PNG pictures: 10 folders']);
});

it('loses nothing', () => {
  const all = [
    ...many(300, (i) => picture(`f${i % 7}`, `${i}.png`)),
    ...many(5, (i) => volume('v', `${i}.nii`)),
    ...many(70, (i) => series(`s${i}`)),
  ];
  const ids = blocksOf(all).flatMap((block) => (block.is === 'rows' ? block : block.group).things);
  expect(new Set(ids.map(({ id }) => id)).size).toBe(all.length);
  expect(ids.length).toBe(all.length);
});
