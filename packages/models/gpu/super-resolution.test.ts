import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  cropVolume,
  evaluateSuperResolution,
  loadSuperResolver,
  type ModelHost,
  readNifti,
  type Volume,
} from '../src/index.ts';
import { bytesAt, dataAt, describeShared, sharedHost } from './shared.ts';

/** A crop of 48 x 40 x 16 voxels from the middle of the head. */
async function headCrop(): Promise<Volume> {
  const { volume } = await readNifti(bytesAt(dataAt('volumes/test/t1_crop.nii.gz')));
  const { width, height } = volume;
  const data = volume.data.slice(96 * width * height + 96 * width + 96);
  return cropVolume({ ...volume, data }, 48, 40, 16);
}

describeShared('the super-resolution networks', () => {
  let host: ModelHost & Disposable;
  let head: Volume;

  beforeAll(async () => {
    host = await sharedHost();
    head = await headCrop();
  });
  afterAll(() => {
    host?.[Symbol.dispose]();
  });

  it.each([2, 4] as const)(
    'restore %dx better than interpolation, on sizes other than the exported',
    async (scale) => {
      using resolver = await loadSuperResolver(host, scale);
      const rows = await evaluateSuperResolution(resolver, head, { ensemble: scale === 2 });
      const psnr = new Map(rows.map((row) => [row.method, row.psnr]));
      const best = Math.max(
        ...(['trilinear', 'bicubic', 'lanczos'] as const).map((name) => psnr.get(name) ?? 0),
      );
      expect(psnr.get('network')).toBeGreaterThan(best + 0.5);
      if (scale === 2) expect(psnr.get('network, ensemble')).toBeGreaterThan(psnr.get('network') ?? 0);
    },
  );

  it('give tiles the values of the whole picture', async () => {
    using resolver = await loadSuperResolver(host, 2);
    const crop = cropVolume(head, 40, 30, 1);
    const low = { ...crop, data: crop.data.map((value) => value / 255) };
    const whole = await resolver.restore(low, false);
    const tiled = await resolver.restore(low, false, { maxPixels: 4 * 24 * 24 });
    const worst = tiled.data.reduce((most, value, i) => Math.max(most, Math.abs(value - whole.data[i])), 0);
    expect(worst).toBeLessThan(1e-5);
  });
});
