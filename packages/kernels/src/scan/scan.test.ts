import { describe, expect, it } from 'vitest';
import { dense } from '../core/tensor.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { scanFamily } from './scan.ts';

function run(shape: readonly number[], values: readonly number[], given: Partial<Vocabulary['scan']>) {
  const attributes = { kind: 'sum', axis: 0, exclusive: false, reverse: false, ...given } as const;
  const x = dense({ dtype: 'float32', shape });
  return [...scanFamily.reference({ attributes, inputs: [x], outputs: [x] }, [Float64Array.from(values)])[0]];
}

// The examples of ONNX's page of CumSum.
describe('scan', () => {
  it('sums', () => expect(run([3], [1, 2, 3], {})).toEqual([1, 3, 6]));
  it('sums up to', () => expect(run([3], [1, 2, 3], { exclusive: true })).toEqual([0, 1, 3]));
  it('sums from the end', () => expect(run([3], [1, 2, 3], { reverse: true })).toEqual([6, 5, 3]));
  it('does both', () => expect(run([3], [1, 2, 3], { exclusive: true, reverse: true })).toEqual([5, 3, 0]));
  it('multiplies', () => expect(run([4], [1, 2, 3, 4], { kind: 'prod' })).toEqual([1, 2, 6, 24]));
  it('runs along an axis', () => expect(run([2, 2], [1, 2, 3, 4], { axis: 1 })).toEqual([1, 3, 3, 7]));
});
