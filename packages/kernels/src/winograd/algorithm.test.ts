import { describe, expect, it } from 'vitest';
import { type AlgorithmName, algorithms, bothSides, winogradWeights } from './algorithm.ts';

const names: readonly AlgorithmName[] = ['f2', 'f4', 'nearest2'];

/** A matrix times a number that makes it whole; each entry must be the float64 nearest to its fraction. */
function whole(matrix: readonly (readonly number[])[], by: number): number[][] {
  return matrix.map((row) =>
    row.map((value) => {
      const numerator = Math.round(value * by);
      expect(value).toBe(numerator / by);
      return numerator;
    }),
  );
}

describe.each(names)('%s', (name) => {
  const { at, g, bt, outputs, sources, step, products, repeat } = algorithms[name];

  it('is the correlation with three taps, exactly', () => {
    // Bilinear, so that it is enough to see it on each input and each tap alone; in whole numbers nothing is rounded.
    const [a, b, c] = [whole(at, 64), whole(g, 486), whole(bt, 64)];
    for (let output = 0; output < outputs; output++)
      for (let tap = 0; tap < 3; tap++)
        for (let source = 0; source < sources; source++) {
          const sum = a[output].reduce((total, value, k) => total + value * b[k][tap] * c[k][source], 0);
          // A tile of a repeated image begins with the second copy of its first input.
          const read = Math.floor((output + tap + repeat - 1) / repeat);
          expect(sum / (64 * 486 * 64), `output ${output}, tap ${tap}, input ${source}`).toBe(
            read === source ? 1 : 0,
          );
        }
  });

  it('has matrices of its sizes, and tiles as far apart as their outputs', () => {
    expect([at.length, at[0].length, g.length, g[0].length]).toEqual([outputs, products, products, 3]);
    expect([bt.length, bt[0].length]).toEqual([products, sources]);
    expect(step * repeat).toBe(outputs);
  });

  it('transforms weights as G g G^T, products first', () => {
    const weights = Float32Array.from({ length: 2 * 3 * 9 }, (_, i) => Math.sin(i + 1));
    const result = winogradWeights(name, weights, 2, 3);
    expect(result).toHaveLength(products ** 2 * 6);
    const expected = bothSides(g, weights.subarray(4 * 9, 5 * 9));
    for (let k = 0; k < expected.length; k++) expect(result[k * 6 + 4]).toBeCloseTo(expected[k], 6);
  });
});
