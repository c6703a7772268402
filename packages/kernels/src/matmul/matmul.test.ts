import { describe, expect, it } from 'vitest';
import { dense } from '../core/tensor.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { matmulFamily } from './matmul.ts';

type Operand = readonly [shape: readonly number[], values: readonly number[]];

function run(a: Operand, b: Operand, given: Partial<Vocabulary['matmul']> = {}, c?: Operand) {
  const attributes = { transA: false, transB: false, alpha: 1, beta: 1, activation: [], ...given };
  const operands = c ? [a, b, c] : [a, b];
  const inputs = operands.map(([shape]) => dense({ dtype: 'float32', shape }));
  const outputs = matmulFamily.outputs(attributes, inputs).map(dense);
  const values = operands.map(([, own]) => Float64Array.from(own));
  const [y] = matmulFamily.reference({ attributes, inputs, outputs }, values);
  return { shape: outputs[0].shape, values: [...y] };
}

const a: Operand = [
  [2, 3],
  [1, 2, 3, 4, 5, 6],
];
const b: Operand = [
  [3, 2],
  [7, 8, 9, 10, 11, 12],
];
const product = [58, 64, 139, 154];

describe('matmul', () => {
  it('multiplies rows by columns', () => expect(run(a, b)).toEqual({ shape: [2, 2], values: product }));

  it('transposes', () => {
    const left: Operand = [
      [3, 2],
      [1, 4, 2, 5, 3, 6],
    ];
    const right: Operand = [
      [2, 3],
      [7, 9, 11, 8, 10, 12],
    ];
    expect(run(left, right, { transA: true, transB: true }).values).toEqual(product);
  });

  it('adds a broadcast c', () => {
    expect(run(a, b, { alpha: 0.5, beta: 2 }, [[2], [1, 10]]).values).toEqual([31, 52, 71.5, 97]);
    expect(
      run(a, b, {}, [
        [2, 1],
        [1, 10],
      ]).values,
    ).toEqual([59, 65, 149, 164]);
  });

  it('activates', () =>
    expect(run(a, b, { activation: [{ fn: 'clip', args: [60, 150] }] }).values).toEqual([60, 64, 139, 150]));

  it('broadcasts batches', () => {
    const { shape, values } = run(
      [
        [2, 1, 1, 1],
        [2, 3],
      ],
      [
        [2, 1, 1],
        [10, 100],
      ],
    );
    expect(shape).toEqual([2, 2, 1, 1]);
    expect(values).toEqual([20, 200, 30, 300]);
  });

  it('refuses extents that differ', () => {
    expect(() => run(a, a)).toThrow(/rows of 3 meet columns of 2/);
    expect(() => run([[3], [1, 2, 3]], b)).toThrow(/first made a matrix/);
  });
});
