import { describe, expect, it } from 'vitest';
import { tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { poolFamily } from './pool.ts';

type Pool = Vocabulary['pool'];

function pooled(kind: Pool['kind'], spatial: number[], x: number[], kernel: number[], rest: Partial<Pool>) {
  const ones = kernel.map(() => 1);
  const plain = {
    strides: ones,
    dilations: ones,
    pads: kernel.flatMap(() => [0, 0]),
    countIncludePad: false,
    p: 2,
    pre: [],
  };
  const attributes: Pool = { kind, kernel, ...plain, outputShape: [], ...rest };
  const inputs = [tensor([1, 1, ...spatial])];
  const [type] = poolFamily.outputs(attributes, inputs);
  return [
    ...poolFamily.reference({ attributes, inputs, outputs: [tensor(type.shape)] }, [Float32Array.from(x)])[0],
  ];
}

const sixteen = Array.from({ length: 16 }, (_, i) => i + 1);
const twentyFive = Array.from({ length: 25 }, (_, i) => i + 1);

// Expected values are the worked examples of the ONNX operator documentation.
describe('pool', () => {
  it('average in ceil mode leaves out what lies beyond x', () => {
    const window = { strides: [2, 2], outputShape: [2, 2] };
    expect(pooled('average', [4, 4], sixteen, [3, 3], window)).toEqual([6, 7.5, 12, 13.5]);
  });
  it('average with padding, not counted and counted', () => {
    const window = { pads: [2, 2, 2, 2], outputShape: [5, 5] };
    const alone = pooled('average', [5, 5], twentyFive, [5, 5], window);
    expect(alone.slice(0, 10)).toEqual([7, 7.5, 8, 8.5, 9, 9.5, 10, 10.5, 11, 11.5]);
    const counted = pooled('average', [5, 5], twentyFive, [5, 5], { ...window, countIncludePad: true });
    [2.52, 3.6, 4.8, 4.08, 3.24, 4.56, 6.4, 8.4, 7.04, 5.52].forEach((value, i) => {
      expect(counted[i]).toBeCloseTo(value, 12);
    });
  });
  it('counts the padding that the model states but not what ceil mode adds', () => {
    // x 1 2 3, pads 1 + 1, windows of 3 in steps of 3: (0 1 2) and (3 0 -), the last position being nobody's.
    const window = { pads: [1, 1], strides: [3], outputShape: [2], countIncludePad: true };
    expect(pooled('average', [3], [1, 2, 3], [3], window)).toEqual([1, 1.5]);
  });
  it('max with dilation', () => {
    const window = { dilations: [2, 2], outputShape: [2, 2] };
    expect(pooled('max', [4, 4], sixteen, [2, 2], window)).toEqual([11, 12, 15, 16]);
  });
  it('max is not disturbed by zero padding', () => {
    expect(pooled('max', [2], [-3, -5], [3], { pads: [1, 1], outputShape: [2] })).toEqual([-3, -3]);
  });
  it('lp: 3-4-5', () => {
    expect(pooled('lp', [2, 2], [3, 4, 0, 0], [1, 2], { outputShape: [2, 1], p: 2 })).toEqual([5, 0]);
  });
  it('gives 0 for the average of nothing and minus infinity for its maximum', () => {
    const window = { pads: [2, 0], outputShape: [2] };
    expect(pooled('average', [1], [4], [2], window)).toEqual([0, 4]);
    expect(pooled('max', [1], [4], [2], window)).toEqual([Number.NEGATIVE_INFINITY, 4]);
  });
  it('refuses windows that do not fit', () => {
    expect(() => pooled('max', [4, 4], sixteen, [2], { outputShape: [3] })).toThrow(/for 2 spatial axes/);
    expect(() => pooled('max', [4], sixteen.slice(0, 4), [2], { outputShape: [3], pads: [-1, 0] })).toThrow(
      /negative/,
    );
  });
});
