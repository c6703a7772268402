import { greyImage } from '@roentgen/tooling/dicom';
import { fixture } from '@roentgen/tooling/pictures';
import { describe, expect, test } from 'vitest';
import { EXPLICIT_BIG, EXPLICIT_LITTLE, IMPLICIT_LITTLE } from './dicom/transfer-syntax.ts';
import { writeNifti } from './nifti-write.ts';
import { writeNpy } from './npy.ts';
import { sniff, unreadable } from './sniff.ts';

const kind = async (bytes: Uint8Array) => (await sniff(bytes)).kind;
const text = (content: string) => new TextEncoder().encode(content);
const volume = {
  width: 1,
  height: 1,
  depth: 1,
  data: Float32Array.of(1),
  affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
  spacing: [1, 1, 1],
  stored: { type: 'uint8', slope: 1, intercept: 0 },
} as const;

describe('kinds', () => {
  test('DICOM with preamble, with file meta alone, and as a bare data set in each order', async () => {
    const ramp = [1, 2, 3, 4];
    expect(await kind(greyImage(ramp, EXPLICIT_LITTLE))).toBe('dicom');
    expect(await kind(greyImage(ramp, EXPLICIT_LITTLE).subarray(132))).toBe('dicom');
    for (const syntax of [EXPLICIT_LITTLE, IMPLICIT_LITTLE, EXPLICIT_BIG]) {
      const afterMeta = 132 + 12 + 8 + syntax.length + (syntax.length % 2);
      expect(await kind(greyImage(ramp, syntax).subarray(afterMeta))).toBe('dicom');
    }
  });

  test('NIfTI plain and packed, pictures, arrays', async () => {
    expect(await sniff(await writeNifti(volume, { gzip: false }))).toEqual({
      kind: 'nifti',
      description: 'NIfTI-1',
    });
    expect(await kind(await writeNifti(volume))).toBe('nifti-gzip');
    expect(await sniff(fixture('tiffBigTiffTiled'))).toMatchObject({
      kind: 'tiff',
      description: 'BigTIFF, little-endian',
    });
    expect(await sniff(fixture('tiffDeflateBig'))).toMatchObject({
      kind: 'tiff',
      description: 'TIFF, big-endian',
    });
    expect(await kind(fixture('png16'))).toBe('png');
    expect(await kind(fixture('jpegGrey'))).toBe('jpeg');
    expect(await kind(writeNpy(Uint8Array.of(1), [1]))).toBe('npy');
    expect(await kind(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).toBe('zip');
    expect(await kind(Uint8Array.of(8, 8, 0x12, 7, 112, 121, 116, 111, 114, 99, 104))).toBe('onnx');
  });

  test.each([
    ['an empty file', new Uint8Array(0), /an empty file/],
    ['zeros', new Uint8Array(1000), /zero bytes/],
    ['gzip of something else', Uint8Array.of(0x1f, 0x8b, 8, 0), /gzip, but not of a NIfTI/],
    ['HTML', text('<!DOCTYPE html><p>404'), /HTML/],
    ['an LFS pointer', text('version https://git-lfs.github.com/spec/v1'), /Git LFS/],
    ['rubbish', Uint8Array.of(0xde, 0xad, 0xbe, 0xef), /starts with de ad be ef/],
  ])('%s', async (_, bytes, description) => {
    const verdict = await sniff(bytes);
    expect(verdict).toEqual({ kind: 'unknown', description: expect.stringMatching(description) });
    expect(unreadable('x.bin', verdict, 'a DICOM file').message).toMatch(/^x\.bin is /);
  });
});
