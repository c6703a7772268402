import { describe, expect, it } from 'vitest';
import { tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { convTransposeFamily } from './convTranspose.ts';
import { spreadOf } from './frame.ts';
import { packSpread } from './kernels.ts';

type ConvTranspose = Vocabulary['convTranspose'];

function setUp(xShape: number[], wShape: number[], rest: Partial<ConvTranspose>, bias = false) {
  const ones = wShape.slice(2).map(() => 1);
  const zeros = ones.map(() => 0);
  const plain = { strides: ones, dilations: ones, pads: [...zeros, ...zeros], outputPadding: zeros };
  const attributes: ConvTranspose = { ...plain, groups: 1, activation: [], ...rest };
  const inputs = [tensor(xShape), tensor(wShape), bias ? tensor([wShape[1] * attributes.groups]) : null];
  const [type] = convTransposeFamily.outputs(attributes, inputs);
  return { attributes, inputs, outputs: [tensor(type.shape)] };
}

const count = (n: number) => Float32Array.from({ length: n }, (_, i) => i);
const ones = (n: number) => new Float32Array(n).fill(1);

// Expected values are the worked examples of the ONNX operator documentation.
describe('convTranspose', () => {
  it('2-D of ones', () => {
    const problem = setUp([1, 1, 3, 3], [1, 2, 3, 3], {});
    expect(problem.outputs[0].shape).toEqual([1, 2, 5, 5]);
    const [y] = convTransposeFamily.reference(problem, [count(9), ones(18), null]);
    const plane = [0, 1, 3, 3, 2, 3, 8, 15, 12, 7, 9, 21, 36, 27, 15, 9, 20, 33, 24, 13, 6, 13, 21, 15, 8];
    expect([...y]).toEqual([...plane, ...plane]);
  });
  it('1-D of ones', () => {
    const problem = setUp([1, 1, 3], [1, 2, 3], {});
    const [y] = convTransposeFamily.reference(problem, [count(3), ones(6), null]);
    expect([...y]).toEqual([0, 1, 3, 3, 2, 0, 1, 3, 3, 2]);
  });
  it('pads and strides', () => {
    const problem = setUp([1, 1, 3, 3], [1, 2, 3, 3], { strides: [3, 2], pads: [1, 2, 1, 2] });
    expect(problem.outputs[0].shape).toEqual([1, 2, 7, 3]);
    const [y] = convTransposeFamily.reference(problem, [count(9), ones(18), null]);
    expect([...y.slice(0, 21)]).toEqual([1, 1, 3, 1, 1, 3, 7, 4, 9, 7, 4, 9, 7, 4, 9, 13, 7, 15, 13, 7, 15]);
  });
  it('dilation', () => {
    const problem = setUp([1, 1, 3, 3], [1, 1, 2, 2], { dilations: [2, 2] });
    const x = Float32Array.of(3, 8, 1, 9, 5, 7, 3, 2, 6);
    const [y] = convTransposeFamily.reference(problem, [x, Float32Array.of(7, 2, 1, 9), null]);
    const rows = [
      [21, 56, 13, 16, 2],
      [63, 35, 67, 10, 14],
      [24, 22, 76, 76, 21],
      [9, 5, 88, 45, 63],
      [3, 2, 33, 18, 54],
    ];
    expect([...y]).toEqual(rows.flat());
  });
  it('bias and activation, by hand', () => {
    const problem = setUp(
      [1, 1, 2],
      [1, 2, 2],
      { strides: [2], activation: [{ fn: 'relu', args: [] }] },
      true,
    );
    const values = [Float32Array.of(1, -2), Float32Array.of(1, 2, 3, 4), Float32Array.of(0, 1)];
    expect([...convTransposeFamily.reference(problem, values)[0]]).toEqual([1, 2, 0, 0, 4, 5, 0, 0]);
  });
  it('groups keep to their channels', () => {
    const problem = setUp([1, 2, 1], [2, 1, 1], { groups: 2 });
    expect([
      ...convTransposeFamily.reference(problem, [Float32Array.of(3, 5), Float32Array.of(2, 7), null])[0],
    ]).toEqual([6, 35]);
  });
  it('refuses what does not fit', () => {
    expect(() => setUp([1, 3, 4], [2, 1, 3], {})).toThrow(/w is for 2 channels/);
    expect(() => setUp([1, 3, 4], [3, 1, 3], { groups: 2 })).toThrow(/do not divide/);
    expect(() => setUp([1, 3, 2], [3, 1, 1], { pads: [2, 1] })).toThrow(/pads leave -1/);
  });
});

describe('packSpread', () => {
  it('lays channels innermost and fills blocks with zeros', () => {
    const problem = setUp([1, 2, 4], [2, 3, 2], {});
    // w[ci][co][tap] = 100 ci + 10 co + tap
    const w = Float32Array.from(
      { length: 12 },
      (_, i) => 100 * Math.floor(i / 6) + 10 * (Math.floor(i / 2) % 3) + (i % 2),
    );
    const packed = packSpread(spreadOf(problem), 4, w);
    expect([...packed]).toEqual([0, 10, 20, 0, 100, 110, 120, 0, 1, 11, 21, 0, 101, 111, 121, 0]);
  });
});
