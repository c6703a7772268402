import { describe, expect, it } from 'vitest';
import { scrubbed, withoutNames, withoutPartsOfNames } from './redact.ts';

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

describe('withoutPartsOfNames', () => {
  const files = ['nuc', 'cyto'].map((stain) => inFolder(`Klinik/Miller_Anna_19610412_A1_${stain}.tif`));

  it('takes out what fields and channels are called, which are parts of names', () => {
    const message = 'Miller_Anna_19610412_A1: its channels are 1 (anna a1), not 2 (cyto, nuc)';
    const told = withoutPartsOfNames(message, files);
    expect(told).not.toMatch(/miller|anna|1961/i);
    expect(told).toContain('its channels are 1 ([file] a1), not 2 (cyto, nuc)');
  });

  it('leaves the words of a message that no name has', () => {
    const message = 'the TIFF has 512 x 1024 pixels and ends after 300 bytes';
    expect(withoutPartsOfNames(message, files)).toBe(message);
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
