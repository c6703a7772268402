import { describe, expect, it } from 'vitest';
import type { Openable, SystemId } from '../protocol.ts';
import { route } from './route.ts';

const thing = (
  title: string,
  kind: Openable['kind'],
  possible: readonly SystemId[],
  extra: Partial<Openable> = {},
): Openable => ({
  id: title,
  kind,
  title,
  what: kind,
  files: [new File([], title)],
  bytes: 0,
  possible,
  extent: null,
  notes: [],
  gap: null,
  refusal: null,
  ...extra,
});
const volume = thing('a.nii', 'volume', ['volume']);
const png = thing('b.png', 'picture', ['radiograph', 'cells']);
const tiff = thing('c.tif', 'picture', ['cells', 'radiograph'], { what: 'TIFF, little-endian' });
const film = thing('d.dcm', 'picture', ['radiograph']);
const series = (title: string) => thing(title, 'series', ['volume']);
const model = thing('m.onnx', 'model', []);
const opened = (things: readonly Openable[], target: SystemId | null, active: SystemId | null) => {
  const { open } = route({ things }, target, active);
  return open === null ? null : [open.system, open.things.map(({ title }) => title)];
};

describe('where files go', () => {
  it('is the only system that takes them', () => {
    expect(opened([volume], null, 'cells')).toEqual(['volume', ['a.nii']]);
  });

  it('is the card in use where several take them, else the user is asked', () => {
    expect(opened([png], null, 'cells')).toEqual(['cells', ['b.png']]);
    const asked = route({ things: [png] }, null, 'volume');
    expect(asked.open).toBeNull();
    expect(asked.question).toBe('b.png (picture): what does it show?');
    expect(asked.offered[0].possible).toEqual(['radiograph', 'cells']);
    expect(opened([tiff], null, null)).toEqual(['cells', ['c.tif']]);
  });

  it('is the card that they were dropped on, if it takes them', () => {
    expect(opened([png], 'radiograph', 'cells')).toEqual(['radiograph', ['b.png']]);
    const refused = route({ things: [volume] }, 'cells', null);
    expect(refused.open).toBeNull();
    expect(refused.skipped).toEqual([
      {
        path: 'a.nii',
        bytes: 0,
        group: 'elsewhere',
        reason: expect.stringMatching(/^volume; the card “Cells” takes TIFF/),
      },
    ]);
  });

  it('is asked for where there are several series; radiographs and stains go together', () => {
    const two = route({ things: [series('one'), series('two')] }, null, null);
    expect([two.open, two.question, two.offered.length]).toEqual([null, 'Which of these 2 series?', 2]);
    expect(opened([film, png], 'radiograph', null)).toEqual(['radiograph', ['d.dcm', 'b.png']]);
    expect(opened([png, tiff], 'cells', null)).toEqual(['cells', ['b.png', 'c.tif']]);
  });

  it('is asked for where no card takes all of them', () => {
    const mixed = route({ things: [series('one'), png] }, null, 'cells');
    expect([mixed.open, mixed.question]).toEqual([null, '2 things can be opened. Which one?']);
    expect(mixed.offered.map(({ possible }) => possible)).toEqual([['volume'], ['radiograph', 'cells']]);
  });

  it('leaves what is refused in sight without opening it', () => {
    const bad = thing('bad', 'series', ['volume'], { refusal: 'no decoder' });
    const { open, offered } = route({ things: [bad, volume] }, null, null);
    expect(open?.things.map(({ title }) => title)).toEqual(['a.nii']);
    expect(offered.map(({ title }) => title)).toEqual(['a.nii', 'bad']);
    expect(route({ things: [bad] }, null, null)).toMatchObject({ open: null, question: null });
  });

  it('is a card’s model for a network, after asking which where it was dropped on none', () => {
    expect(route({ things: [model, png] }, 'cells', null)).toMatchObject({
      model: { system: 'cells', file: model.files[0] },
      skipped: [{ path: 'b.png', group: 'elsewhere' }],
    });
    expect(route({ things: [model] }, null, 'cells').offered[0].possible).toEqual([
      'radiograph',
      'volume',
      'cells',
    ]);
  });
});
