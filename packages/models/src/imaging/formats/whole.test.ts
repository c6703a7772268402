import { fixture } from '@roentgen/tooling/pictures';
import { describe, expect, test } from 'vitest';
import { writeNifti } from './nifti-write.ts';
import { writePng } from './png.ts';
import { sniff } from './sniff.ts';
import { checkWhole } from './whole.ts';
import type { ByteSource } from './zip/directory.ts';

const sourceOf = (bytes: Uint8Array, size = bytes.length): ByteSource => ({
  size,
  read: (from, to) => Promise.resolve(bytes.slice(from, to)),
});

/** What is wrong with a file; null where nothing is. */
async function trouble(bytes: Uint8Array): Promise<string | null> {
  const { kind } = await sniff(bytes);
  return checkWhole(kind, sourceOf(bytes)).then(
    () => null,
    (error: Error) => error.message,
  );
}

const cut = (bytes: Uint8Array, by: number) => bytes.subarray(0, bytes.length - by);

describe('files that are whole pass', () => {
  test.each([
    'png16',
    'pngPalette2bit',
    'jpegGrey',
    'jpegColour',
    'tiffLzwPredictor',
    'tiffDeflateBig',
    'tiffPackBits',
    'tiffBigTiffTiled',
    'tiffFloat',
    'tiffPlanarRgb',
    'tiffOme',
    'tiffImagejStack',
    'tiffPalette',
  ] as const)('%s', async (name) => {
    expect(await trouble(fixture(name))).toBeNull();
  });
});

describe('refused', () => {
  test('PNG: a wrong checksum, a chunk that is cut, and no end', async () => {
    const png = fixture('png16');
    const torn = png.slice();
    torn[torn.length - 20] ^= 1;
    expect(await trouble(torn)).toBe('PNG: the checksum of its chunk IDAT is wrong');
    expect(await trouble(cut(png, 20))).toMatch(/^PNG chunk IDAT: needs \d+ bytes, the file has \d+$/);
    expect(await trouble(cut(png, 12))).toBe('PNG: no IEND chunk');
  });

  test('JPEG without its end', async () => {
    expect(await trouble(cut(fixture('jpegGrey'), 40))).toBe('JPEG: the stream has no end');
  });

  test.each(['tiffPackBits', 'tiffDeflateBig', 'tiffBigTiffTiled'] as const)(
    '%s, wherever it is cut',
    async (name) => {
      const whole = fixture(name);
      // A writer may pad a file to whole words behind all that it points to.
      for (let length = 16; length < whole.length - 2; length += 13)
        expect(await trouble(whole.subarray(0, length)), `${length} bytes`).toMatch(/needs \d+ bytes/);
    },
  );

  test('TIFF whose first directory lies beyond its end, and a chain that never ends', async () => {
    const little = new Uint8Array(100);
    little.set([0x49, 0x49, 42, 0, 200, 0, 0, 0]);
    expect(await trouble(little)).toBe('TIFF directory: needs 202 bytes, the file has 100');
    // A directory of no fields at byte 8 that is its own successor.
    const circle = new Uint8Array(100);
    circle.set([0x49, 0x49, 42, 0, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0]);
    expect(await trouble(circle)).toBeNull();
  });

  test('NIfTI of fewer bytes than its header calls for', async () => {
    const volume = {
      ...{ width: 4, height: 4, depth: 2, data: new Float32Array(32), spacing: [1, 1, 1] as const },
      affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
      stored: { type: 'uint8', slope: 1, intercept: 0 } as const,
    };
    const nifti = await writeNifti(volume, { gzip: false });
    expect(await trouble(nifti)).toBeNull();
    expect(await trouble(cut(nifti, 1))).toBe('NIfTI voxels: needs 384 bytes, the file has 383');
  });
});

test('large pictures are not read to be looked at', async () => {
  const png = writePng({ width: 2, height: 2, channels: 1, data: new Float32Array(4) }, 8);
  const source: ByteSource = { size: 2 ** 26, read: () => Promise.reject(new Error('read')) };
  await expect(checkWhole('png', source)).resolves.toBeUndefined();
  await expect(checkWhole('png', sourceOf(png))).resolves.toBeUndefined();
});
