import { describe, expect, it } from 'vitest';
import type { Volume } from '../imaging/types.ts';
import { evaluateSuperResolution } from './evaluate.ts';
import { type RestoreProgress, SuperResolver } from './resolver.ts';
import { fakeEnlarger } from './testing/fake.ts';

const plane = fakeEnlarger([2, 2], 'repeat');
const depth = fakeEnlarger([1, 2], 'repeat');
const resolver = new SuperResolver(2, plane.enlarger, depth.enlarger);

function volume(values: readonly number[], type: Volume['stored']['type'], slope = 1): Volume {
  return {
    width: 2,
    height: 1,
    depth: 2,
    data: Float32Array.from(values),
    affine: [2, 0, 0, 10, 0, 2, 0, 20, 0, 0, 3, 30, 0, 0, 0, 1],
    spacing: [2, 2, 3],
    stored: { type, slope, intercept: 0 },
  };
}

describe('upscale', () => {
  it('doubles all three axes, in the units of the file', async () => {
    const large = await resolver.upscale(volume([-1000, 0, 500, 3000], 'int16'), { range: [-1000, 1000] });
    expect([large.width, large.height, large.depth]).toEqual([4, 2, 4]);
    const slice = (z: number) => [...large.data.subarray(z * 8, z * 8 + 8)];
    expect(slice(0)).toEqual([-1000, -1000, 0, 0, -1000, -1000, 0, 0]);
    expect(slice(1)).toEqual(slice(0));
    // 3000 lies beyond the range and survives: nothing is clipped above it.
    expect(slice(3)).toEqual([500, 500, 3000, 3000, 500, 500, 3000, 3000]);
    expect(large.stored).toEqual({ type: 'int16', slope: 1, intercept: 0 });
  });

  it('fills the same box in the patient', async () => {
    const large = await resolver.upscale(volume([0, 1, 2, 3], 'uint8'));
    expect(large.spacing).toEqual([1, 1, 1.5]);
    // The first voxel of 2 mm spans 9..11 along x; its first half is centred on 9.5.
    expect(large.affine).toEqual([1, 0, 0, 9.5, 0, 1, 0, 19.5, 0, 0, 1.5, 29.25, 0, 0, 0, 1]);
  });

  it('clips bytes to the range and leaves them whole', async () => {
    const large = await resolver.upscale(volume([0, 10, 200, 255], 'uint8'));
    expect(Math.max(...large.data)).toBeCloseTo(255, 3);
    expect(large.data[2]).toBeCloseTo(10, 4);
  });

  it('counts pictures of both passes and all variants', async () => {
    const seen: RestoreProgress[] = [];
    await resolver.upscale(volume([0, 1, 2, 3], 'uint8'), {
      ensemble: true,
      onProgress: (p) => seen.push(p),
    });
    // 2 slices x 8 variants, then (4 + 2) pictures x 4 variants.
    expect(seen.at(-1)).toEqual({ stage: 'depth', done: 40, total: 40 });
    expect(seen.find(({ stage }) => stage === 'depth')?.done).toBeGreaterThan(16);
  });

  it('refuses a result that no memory holds before a network runs', async () => {
    const [width, height, depth] = [2 ** 14, 2 ** 14, 2 ** 10];
    const seen: RestoreProgress[] = [];
    const low = { width, height, depth, data: new Float32Array() };
    await expect(resolver.restore(low, false, { onProgress: (p) => seen.push(p) })).rejects.toMatchObject({
      code: 'memory',
      message: 'no room for a volume of 32768 x 32768 x 2048: 8.0 TiB of memory in one piece',
      hint: expect.stringContaining('crop the volume'),
    });
    expect(seen).toEqual([]);
  });

  it('refuses NaN', async () => {
    await expect(resolver.upscale(volume([0, Number.NaN, 0, 0], 'float32'))).rejects.toMatchObject({
      code: 'value',
    });
  });
});

describe('evaluateSuperResolution', () => {
  it('has a row per method, and finds a volume of blocks restored by repetition', async () => {
    const blocks = Float32Array.from({ length: 4096 }, (_, i) => {
      const [x, y, z] = [i % 16, Math.floor(i / 16) % 16, Math.floor(i / 256)];
      return ((x >> 3) ^ (y >> 3) ^ (z >> 3)) & 1 ? 200 : 50;
    });
    const cube = { ...volume([], 'uint8'), width: 16, height: 16, depth: 16, data: blocks };
    const rows = await evaluateSuperResolution(resolver, cube, { ensemble: true });
    expect(rows.map(({ method }) => method)).toEqual([
      'trilinear',
      'bicubic',
      'lanczos',
      'network',
      'network, ensemble',
    ]);
    const [trilinear, , , network, ensemble] = rows;
    expect(network.psnr).toBeGreaterThan(trilinear.psnr);
    expect(ensemble).toEqual({ ...network, method: 'network, ensemble' });
  });
});
