import { describe, expect, it } from 'vitest';
import { applyVariant, combinePlanes, mirrors, symmetries, undoVariant } from './variants.ts';

const picture = { width: 3, height: 2, data: Float32Array.of(1, 2, 3, 4, 5, 6) };

describe('variants', () => {
  it('are the 8 symmetries of the square and the 4 mirrorings, all different', () => {
    const seen = symmetries.map((variant) => {
      const { width, data } = applyVariant(picture, variant);
      return `${width}: ${data.join()}`;
    });
    expect(new Set(seen).size).toBe(8);
    expect(seen).toContain('2: 4,1,5,2,6,3'); // a quarter turn clockwise
    expect(mirrors.map((variant) => applyVariant(picture, variant).data.join())).toEqual([
      '1,2,3,4,5,6',
      '3,2,1,6,5,4',
      '4,5,6,1,2,3',
      '6,5,4,3,2,1',
    ]);
  });

  it('are undone', () => {
    for (const variant of symmetries)
      expect(undoVariant(applyVariant(picture, variant), variant)).toEqual(picture);
  });
});

describe('combinePlanes', () => {
  const of = (...values: number[]) =>
    values.map((one) => ({ width: 1, height: 1, data: Float32Array.of(one) }));
  it.each([
    ['mean', [1, 2, 6, 11], 5],
    ['median', [11, 1, 2, 6], 4],
    ['median', [9, 1, 2], 2],
  ] as const)('%s of %j is %d', (how, values, result) => {
    expect(combinePlanes(of(...values), how).data[0]).toBe(result);
  });
});
