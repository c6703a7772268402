import { describe, expect, it } from 'vitest';
import type { Recognised, SystemId } from '../protocol.ts';
import { route } from './route.ts';

const found = (
  name: string,
  kind: string,
  system: Recognised['system'],
  possible: readonly SystemId[],
): Recognised => ({
  file: new File([], name),
  kind,
  description: kind,
  system,
  possible,
});
const volume = found('a.nii', 'nifti', 'volume', ['volume']);
const png = found('b.png', 'png', null, ['radiograph', 'cells']);
const slice = (name: string) => found(name, 'dicom', null, ['radiograph', 'volume']);
const model = found('m.onnx', 'onnx', 'model', []);
const junk = found('c.pdf', 'a PDF document', null, []);

describe('where files go', () => {
  it('is the only system that takes them', () => {
    expect(route([volume], null, 'cells').run).toEqual({ system: 'volume', files: [volume.file] });
  });

  it('is the card in use where several take them, else the user is asked', () => {
    expect(route([png], null, 'cells').run?.system).toBe('cells');
    const asked = route([png], null, 'volume');
    expect(asked.run).toBeNull();
    expect(asked.choice?.systems).toEqual(['radiograph', 'cells']);
  });

  it('is the card that they were dropped on, if it takes them', () => {
    expect(route([png], 'radiograph', 'cells').run?.system).toBe('radiograph');
    const refused = route([volume], 'cells', null);
    expect(refused.run).toBeNull();
    expect(refused.notices).toEqual([
      {
        level: 'error',
        text: 'Skipped a.nii: nifti; the card “Cells” takes TIFF, PNG; one file or one per stain.',
      },
    ]);
  });

  it('is the volume for several slices of DICOM', () => {
    expect(route([slice('1'), slice('2')], null, null).run).toMatchObject({
      system: 'volume',
      files: { length: 2 },
    });
    expect(route([slice('1')], null, null).choice?.systems).toEqual(['radiograph', 'volume']);
  });

  it('accounts for every file: one that is bad does not stop the others', () => {
    const { run, notices } = route([junk, volume], null, null);
    expect(run?.files).toEqual([volume.file]);
    expect(notices.map(({ level }) => level)).toEqual(['ok', 'skip']);
    expect(route([junk], null, null).notices[0]).toMatchObject({ level: 'error' });
  });

  it('is a card’s model for a network, after asking which where it was dropped on none', () => {
    expect(route([model], 'cells', null).model).toEqual({ system: 'cells', file: model.file });
    expect(route([model], null, 'cells').choice?.systems).toEqual(['radiograph', 'volume', 'cells']);
  });
});
