import { describe, expect, it } from 'vitest';
import { scrubbed, withoutNames } from './redact.ts';

const inFolder = (path: string) => ({ name: path.split('/').at(-1)!, webkitRelativePath: path });

describe('withoutNames', () => {
  it('takes out names, stems and folders, in any case', () => {
    const files = [inFolder('Doe^Jane/study 2/IM0001.dcm'), { name: 'scan (1).nii.gz' }];
    expect(withoutNames("'IM0001.dcm' of Doe^Jane/study 2: im0001 is torn", files)).toBe(
      "'[file]' of [file]/[file]: [file] is torn",
    );
    expect(withoutNames('SCAN (1)_x2.nii.gz was saved', files)).toBe('[file]_x2.nii.gz was saved');
    // Names of DICOM files are often numbers with points: the last number is no extension.
    expect(withoutNames('1.2.840.99 is torn', [{ name: '1.2.840.99' }])).toBe('[file] is torn');
  });

  it('takes the whole of a name that holds another', () => {
    expect(withoutNames('a-long-name.png', [{ name: 'long.png' }, { name: 'a-long-name.png' }])).toBe(
      '[file]',
    );
  });

  it('leaves other words alone', () => {
    expect(withoutNames('a picture of a hand', [{ name: 'a.png' }])).toBe('a picture of a hand');
    expect(withoutNames('all inside', [{ name: 'side.png' }])).toBe('all inside');
  });
});

describe('scrubbed', () => {
  it('takes names out of plain data, and leaves what is no name', () => {
    const data = { finding: 'Pneumonia', rows: [{ file: 'pneumonia.png', score: 0.25, map: null }] };
    expect(scrubbed(data, [{ name: 'pneumonia.png' }])).toEqual({
      finding: 'Pneumonia',
      rows: [{ file: '[file]', score: 0.25, map: null }],
    });
  });
});
