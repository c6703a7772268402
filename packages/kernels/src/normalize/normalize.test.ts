import { describe, expect, it } from 'vitest';
import { dense } from '../core/tensor.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { normalizeFamily } from './normalize.ts';

function run(
  given: Partial<Vocabulary['normalize']>,
  shape: readonly number[],
  ...values: readonly (readonly [shape: readonly number[], values: readonly number[]])[]
) {
  const attributes = { kind: 'group', groups: 1, axis: 1, epsilon: 0, activation: [], ...given } as const;
  const inputs = [
    dense({ dtype: 'float32', shape }),
    ...values.slice(1).map(([own]) => dense({ dtype: 'float32', shape: own })),
  ];
  const outputs = normalizeFamily.outputs(attributes, inputs).map(dense);
  const data = values.map(([, own]) => Float64Array.from(own));
  return normalizeFamily.reference({ attributes, inputs, outputs }, data).map((each) => [...each]);
}

describe('normalize', () => {
  it('takes each channel by itself for an instance', () => {
    const [y] = run(
      { groups: 2 },
      [1, 2, 2],
      [
        [1, 2, 2],
        [1, 3, 10, 30],
      ],
      [[2], [1, 2]],
      [[2], [0, 5]],
    );
    expect(y).toEqual([-1, 1, 3, 7]);
  });

  it('takes channels together in a group', () => {
    const [y] = run(
      { groups: 1 },
      [1, 2, 1],
      [
        [1, 2, 1],
        [1, 3],
      ],
    );
    expect(y).toEqual([-1, 1]);
  });

  it('gives mean and inverse deviation of a layer', () => {
    const [y, mean, inverse] = run(
      { kind: 'layer' },
      [2, 2],
      [
        [2, 2],
        [1, 3, 10, 30],
      ],
      [[2], [1, 10]],
    );
    expect(y).toEqual([-1, 10, -1, 10]);
    expect(mean).toEqual([2, 20]);
    expect(inverse).toEqual([1, 0.1]);
  });

  it('takes no mean off for rms', () => {
    const [y] = run(
      { kind: 'rms' },
      [1, 2],
      [
        [1, 2],
        [1, 7],
      ],
    );
    expect(y[0]).toBeCloseTo(1 / 5, 12);
    expect(y[1]).toBeCloseTo(7 / 5, 12);
  });

  it('adds epsilon to the variance', () => {
    const [y] = run(
      { epsilon: 3 },
      [1, 1, 2],
      [
        [1, 1, 2],
        [-1, 1],
      ],
    );
    expect(y).toEqual([-0.5, 0.5]);
  });

  it('refuses channels that do not divide', () =>
    expect(() =>
      run(
        { groups: 2 },
        [1, 3, 1],
        [
          [1, 3, 1],
          [1, 2, 3],
        ],
      ),
    ).toThrow(/3 channels do not divide into 2/));
});
