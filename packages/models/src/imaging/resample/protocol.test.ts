import { expect, test } from 'vitest';
import { sliceQuality } from '../../metrics/slices.ts';
import { readNifti } from '../formats/nifti.ts';
import { bytesAt, describeData } from '../formats/testing/shared.ts';
import { type Baseline, enlargeVolume, evaluationPair, reduceVolume } from './protocol.ts';

// PSNR in dB and SSIM of the baselines, from the README beside the reference models.
const table: readonly [string, number, Record<Baseline, readonly [number, number]>][] = [
  ['t1_crop', 2, { trilinear: [40.82, 0.9545], bicubic: [43.03, 0.9714], lanczos: [42.7, 0.9729] }],
  ['T2w', 2, { trilinear: [26.53, 0.8744], bicubic: [28.06, 0.9081], lanczos: [28.31, 0.9124] }],
  ['CT_pitch', 2, { trilinear: [27.44, 0.9101], bicubic: [32.1, 0.9606], lanczos: [33.09, 0.9586] }],
  ['t1_crop', 4, { trilinear: [36.09, 0.8819], bicubic: [37.62, 0.9043], lanczos: [36.44, 0.9052] }],
];

describeData('volumes/test', 'the interpolation baselines of super-resolution', (folder) => {
  test.each(table)(
    '%s at %dx equals the reference table',
    { timeout: 60_000 },
    async (name, scale, expected) => {
      const { volume } = await readNifti(bytesAt(new URL(`${name}.nii.gz`, folder)));
      const { high, low } = evaluationPair(volume, scale);
      for (const [baseline, [psnr, ssim]] of Object.entries(expected)) {
        const quality = sliceQuality(high, enlargeVolume(low, scale, baseline as Baseline), 1);
        // The table is rounded; its 4x bicubic, 37.62, stands for our 37.6251.
        expect(Math.abs(quality.psnr - psnr), `${baseline} PSNR ${quality.psnr}`).toBeLessThan(0.0055);
        expect(Math.abs(quality.ssim - ssim), `${baseline} SSIM ${quality.ssim}`).toBeLessThan(0.000055);
      }
    },
  );

  test('a volume that the scale does not divide is refused', async () => {
    const { volume } = await readNifti(bytesAt(new URL('CT_pitch.nii.gz', folder)));
    expect(() => reduceVolume(volume, 2)).toThrowError(/175 x 248 x 58/);
  });
});
