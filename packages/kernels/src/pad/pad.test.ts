import { describe, expect, it } from 'vitest';
import { tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { padFamily } from './pad.ts';

function padded(
  shape: number[],
  values: number[],
  begin: number[],
  end: number[],
  rest: object = {},
  value?: number,
) {
  const attributes: Vocabulary['pad'] = { begin, end, mode: 'constant', value: 0, ...rest };
  const inputs = [tensor(shape), value === undefined ? null : tensor([])];
  const [type] = padFamily.outputs(attributes, inputs);
  const problem = { attributes, inputs, outputs: [tensor(type.shape)] };
  const data = [Float32Array.from(values), value === undefined ? null : Float32Array.of(value)];
  return [...padFamily.reference(problem, data)[0]];
}

describe('pad', () => {
  // The examples of the ONNX operator documentation: data [[1, 1.2], [2.3, 3.4], [4.5, 5.7]], two columns in front.
  const data = [1, 1.25, 2.5, 3.5, 4.5, 5.75];

  it('adds a constant', () => {
    expect(padded([3, 2], data, [0, 2], [0, 0])).toEqual([0, 0, 1, 1.25, 0, 0, 2.5, 3.5, 0, 0, 4.5, 5.75]);
    expect(padded([2], [1, 2], [1], [1], { value: 9 })).toEqual([9, 1, 2, 9]);
    expect(padded([2], [1, 2], [1], [1], { value: 9 }, 7)).toEqual([7, 1, 2, 7]);
  });
  it('reflects without repeating the edge, as numpy.pad([1, 2, 3], (2, 2))', () => {
    expect(padded([3], [1, 2, 3], [2], [2], { mode: 'reflect' })).toEqual([3, 2, 1, 2, 3, 2, 1]);
    expect(padded([3], [1, 2, 3], [5], [0], { mode: 'reflect' })).toEqual([2, 1, 2, 3, 2, 1, 2, 3]);
    expect(padded([1], [4], [2], [1], { mode: 'reflect' })).toEqual([4, 4, 4, 4]);
  });
  it('repeats the edge', () => {
    expect(padded([2, 2], [1, 2, 3, 4], [1, 0], [0, 1], { mode: 'edge' })).toEqual([
      1, 2, 2, 1, 2, 2, 3, 4, 4,
    ]);
  });
  it('wraps, as numpy.pad([1, 2, 3], (2, 4))', () => {
    expect(padded([3], [1, 2, 3], [2], [4], { mode: 'wrap' })).toEqual([2, 3, 1, 2, 3, 1, 2, 3, 1]);
  });
  it('crops before it grows', () => {
    expect(padded([5], [1, 2, 3, 4, 5], [-2], [1])).toEqual([3, 4, 5, 0]);
    expect(padded([5], [1, 2, 3, 4, 5], [-2], [2], { mode: 'reflect' })).toEqual([3, 4, 5, 4, 3]);
  });
  it('refuses to crop more than there is, and to reflect nothing', () => {
    expect(() => padded([3], [1, 2, 3], [-2], [-2])).toThrow(/crops 2 and 2 off axis 0/);
    expect(() => padded([3], [1, 2, 3], [-3], [1], { mode: 'reflect' })).toThrow(/nothing to reflect/);
    expect(() => padded([3], [1, 2, 3], [1, 1], [0])).toThrow(/2 begins/);
  });
});
