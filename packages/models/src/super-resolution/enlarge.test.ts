import { describe, expect, it } from 'vitest';
import { type EnlargePlan, enlargePictures } from './enlarge.ts';
import { fakeEnlarger } from './testing/fake.ts';
import { mirrors, plain, symmetries } from './variants.ts';

const plan: EnlargePlan = { variants: plain, combine: 'mean', clip: false, maxPixels: 1e6 };
const picture = (width: number, height: number, seed: number) => ({
  width,
  height,
  data: Float32Array.from({ length: width * height }, (_, i) => (i * i * seed + 7 * i) % 23),
});

describe('enlargePictures', () => {
  it('gives tiles the values of the whole picture', async () => {
    const pictures = [picture(19, 31, 3), picture(19, 31, 5)];
    const whole = fakeEnlarger([2, 2], 'blur');
    const tiled = fakeEnlarger([2, 2], 'blur');
    const expected = await enlargePictures(whole.enlarger, pictures, plan);
    const found = await enlargePictures(tiled.enlarger, pictures, { ...plan, maxPixels: 4 * 50 });
    expect(whole.shapes).toEqual(['2,1,31,19']);
    // At most 7 x 7 of 19 x 31: 4 windows of 7 columns, 6 of 7 rows.
    expect(new Set(tiled.shapes)).toEqual(new Set(['1,1,7,7']));
    expect(found).toEqual(expected);
  });

  it('shows turned pictures to the network and turns the results back', async () => {
    const { enlarger, shapes } = fakeEnlarger([2, 2], 'repeat');
    const [result] = await enlargePictures(enlarger, [picture(3, 2, 1)], { ...plan, variants: symmetries });
    expect(new Set(shapes)).toEqual(new Set(['1,1,2,3', '1,1,3,2']));
    const [direct] = await enlargePictures(enlarger, [picture(3, 2, 1)], plan);
    expect(result).toEqual(direct);
  });

  it('averages what a lopsided network makes of the variants', async () => {
    const dot = { width: 3, height: 3, data: Float32Array.of(0, 0, 0, 0, 8, 0, 0, 0, 0) };
    const { enlarger } = fakeEnlarger([1, 1], 'blur');
    // Left and right neighbours get 1 and 1/2, upper and lower ones 1/8 and 1/4: mirrored, their means.
    const [result] = await enlargePictures(enlarger, [dot], { ...plan, variants: mirrors });
    expect([...result.data]).toEqual([0, 1.5, 0, 6, 8, 6, 0, 1.5, 0]);
  });

  it('clips each variant before they are combined', async () => {
    const { enlarger } = fakeEnlarger([1, 1], 'blur');
    const flat = { width: 2, height: 1, data: Float32Array.of(0.5, 0.75) };
    const [result] = await enlargePictures(enlarger, [flat], { ...plan, clip: true });
    expect([...result.data]).toEqual([0.875, 1]);
  });

  it('stops between runs', async () => {
    const { enlarger, shapes } = fakeEnlarger([1, 1], 'repeat');
    const stop = new AbortController();
    const onPictures = () => stop.abort();
    const work = enlargePictures(enlarger, [picture(3, 3, 1)], {
      ...plan,
      variants: mirrors,
      signal: stop.signal,
      onPictures,
    });
    await expect(work).rejects.toMatchObject({ code: 'aborted' });
    expect(shapes).toHaveLength(1);
  });
});
