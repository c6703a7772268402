import { describe, expect, it } from 'vitest';
import { dense } from '../core/tensor.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { softmaxFamily } from './softmax.ts';

function run(
  kind: Vocabulary['softmax']['kind'],
  shape: readonly number[],
  values: readonly number[],
  axis: number,
) {
  const x = dense({ dtype: 'float32', shape });
  return softmaxFamily.reference({ attributes: { kind, axis }, inputs: [x], outputs: [x] }, [
    Float64Array.from(values),
  ])[0];
}

describe('softmax', () => {
  // The example of ONNX's page: softmax of [-1, 0, 1].
  it('sums to one', () => {
    const y = run('softmax', [1, 3], [-1, 0, 1], 1);
    expect(y[0]).toBeCloseTo(0.0900305732, 9);
    expect(y[1]).toBeCloseTo(0.2447284711, 9);
    expect(y[2]).toBeCloseTo(0.6652409558, 9);
  });

  it('does not overflow', () => expect([...run('softmax', [2], [10000, 10000], 0)]).toEqual([0.5, 0.5]));

  it('runs along the first axis', () =>
    expect([...run('softmax', [2, 2], [0, 7, 0, 7], 0)]).toEqual([0.5, 0.5, 0.5, 0.5]));

  it('has a logarithm', () => expect(run('logSoftmax', [2], [5, 5], 0)[1]).toBeCloseTo(-Math.LN2, 12));

  it('marks the first greatest', () =>
    expect([...run('hardmax', [4], [1, 3, 3, 2], 0)]).toEqual([0, 1, 0, 0]));
});
