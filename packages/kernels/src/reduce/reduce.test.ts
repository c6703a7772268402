import { describe, expect, it } from 'vitest';
import type { DType } from '../core/dtype.ts';
import { dense } from '../core/tensor.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { reduceFamily } from './reduce.ts';

type Reduce = Vocabulary['reduce'];

function run(
  kind: Reduce['kind'],
  shape: readonly number[],
  values: readonly number[],
  axes: readonly number[],
  { keepDims = false, selectLast = false, dtype = 'float32' as DType } = {},
) {
  const attributes = { kind, axes, keepDims, selectLast };
  const x = dense({ dtype, shape });
  const outputs = reduceFamily.outputs(attributes, [x]).map(dense);
  const [y] = reduceFamily.reference({ attributes, inputs: [x], outputs }, [Float64Array.from(values)]);
  return { type: outputs[0], values: [...y] };
}

// The data of the examples on ONNX's pages of the Reduce operators: 1 to 12 in [3, 2, 2].
const data = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

describe('reduce', () => {
  it('sums along the middle axis', () => {
    expect(run('sum', [3, 2, 2], data, [1]).values).toEqual([4, 6, 12, 14, 20, 22]);
    expect(run('sum', [3, 2, 2], data, [1], { keepDims: true }).type.shape).toEqual([3, 1, 2]);
  });

  it('knows the other sums', () => {
    expect(run('mean', [3, 2, 2], data, [0, 2]).values).toEqual([5.5, 7.5]);
    expect(run('l1', [2, 2], [1, -2, 3, -4], [1]).values).toEqual([3, 7]);
    expect(run('l2', [2, 2], [3, 4, 6, 8], [1]).values).toEqual([5, 10]);
    expect(run('sumSquare', [2, 2], [1, 2, 3, 4], [0]).values).toEqual([10, 20]);
    expect(run('prod', [3, 2, 2], data, [1]).values).toEqual([3, 8, 35, 48, 99, 120]);
    expect(run('logSum', [2], [1, Math.E - 1], [0]).values[0]).toBeCloseTo(1, 12);
  });

  it('takes logarithms of sums of exponentials that overflow', () =>
    expect(run('logSumExp', [2], [1000, 1000], [0]).values[0]).toBeCloseTo(1000 + Math.LN2, 9));

  it('finds the first or the last of equal extremes', () => {
    expect(run('argmax', [2, 3], [2, 5, 5, 1, 1, 0], [1]).values).toEqual([1, 0]);
    expect(run('argmax', [2, 3], [2, 5, 5, 1, 1, 0], [1], { selectLast: true }).values).toEqual([2, 1]);
    expect(run('argmin', [2, 2], [3, 1, 3, 0], [0]).values).toEqual([0, 1]);
    expect(run('argmin', [2, 2], [3, 1, 3, 0], [0]).type.dtype).toBe('int64');
  });

  it('gives identities for nothing', () => {
    const kinds = ['sum', 'prod', 'max', 'min', 'logSumExp', 'logSum'] as const;
    expect(kinds.map((kind) => run(kind, [1, 0], [], [1]).values[0])).toEqual([
      0,
      1,
      -Infinity,
      Infinity,
      -Infinity,
      -Infinity,
    ]);
  });

  it('cuts the mean of integers', () =>
    expect(run('mean', [2], [3, 4], [0], { dtype: 'int32' }).values).toEqual([3]));

  it('refuses axes that are not there', () => {
    expect(() => run('sum', [2], [1, 2], [1])).toThrow(/axis 1 is not one of \[2\]/);
    expect(() => run('argmax', [0], [], [0])).toThrow(/empty along axis 0/);
  });
});
