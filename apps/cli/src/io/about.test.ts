import { RoentgenError } from '@roentgen/kernels';
import { expect, test } from 'vitest';
import { about } from './about.ts';

const failing = (error: Error) => about('scans/a.nii', () => Promise.reject(error));

test('an error that names no file names it, and says what to do', async () => {
  await expect(
    failing(new RoentgenError('format', 'NIfTI: datatype 77 does not exist')),
  ).rejects.toMatchObject({
    code: 'format',
    message: "'scans/a.nii': NIfTI: datatype 77 does not exist",
    hint: expect.stringContaining('damaged'),
  });
});

test('an error that names it keeps its words and its hint', async () => {
  const error = new RoentgenError('file', "'scans/a.nii' is not there", { hint: 'check the path' });
  await expect(failing(error)).rejects.toBe(error);
});

test('what is no error of ours passes through', async () => {
  const error = new TypeError('a fault');
  await expect(failing(error)).rejects.toBe(error);
  await expect(about('a', () => 3)).resolves.toBe(3);
});
