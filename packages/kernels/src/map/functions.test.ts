import { describe, expect, it } from 'vitest';
import { RoentgenError } from '../core/errors.ts';
import { chainJs, chainWgsl, dtypeOf, functionOf } from './functions.ts';
import { literal } from './literal.ts';
import { erf, roundHalfEven, roundToHalf } from './special.ts';

const apply = (fn: string, operands: readonly number[], { args = [] as number[], integer = false } = {}) => {
  const [a, b = 0, c = 0] = operands;
  return functionOf(fn).js(args, integer)(a, b, c);
};

describe('special functions', () => {
  // Abramowitz and Stegun, table 7.1, and the tables of DLMF chapter 7.
  it.each([
    [0, 0],
    [0.5, 0.5204998778130465],
    [1, 0.8427007929497149],
    [-2, -0.9953222650189527],
    [3, 0.9999779095030014],
    [8, 1],
  ])('erf(%d)', (x, expected) => expect(erf(x)).toBeCloseTo(expected, 13));

  it('rounds halves to even', () => {
    expect([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 2.4].map(roundHalfEven)).toEqual([-2, -2, 0, 0, 2, 2, 2]);
  });

  it('rounds to float16', () => {
    const given = [0.1, 1 + 2 ** -11, 1 + 3 * 2 ** -11, 65519, 65520, -1e9, 2 ** -24, 2 ** -26, 5e-8];
    const expected = [0.0999755859375, 1, 1 + 2 ** -9, 65504, Infinity, -Infinity, 2 ** -24, 0, 2 ** -24];
    expect(given.map(roundToHalf)).toEqual(expected);
  });
});

// Values from the formulas of the ONNX operator pages, worked by hand.
describe('unary functions', () => {
  const unary: readonly (readonly [string, number[], number, number])[] = [
    ['relu', [], -2, 0],
    ['leakyRelu', [0.1], -2, -0.2],
    ['leakyRelu', [], -2, -0.02],
    ['elu', [2], -1, 2 * (Math.exp(-1) - 1)],
    ['selu', [], 1, 1.0507009873554805],
    ['selu', [], -1, -1.1113307378125625],
    ['celu', [2], -2, 2 * (Math.exp(-1) - 1)],
    ['sigmoid', [], 0, 0.5],
    ['hardSigmoid', [0.5, 0.6], 0.2, 0.7],
    ['hardSigmoid', [], 9, 1],
    ['hardSwish', [], 1, 2 / 3],
    ['hardSwish', [], -4, 0],
    ['swish', [2], 1, 0.8807970779778823],
    ['softplus', [], 0, Math.LN2],
    ['softplus', [], 1000, 1000],
    ['softsign', [], -3, -0.75],
    ['gelu', [], 1, 0.8413447460685429],
    ['geluTanh', [], 1, 0.8411919906082768],
    ['mish', [], 1, 0.8650983882673103],
    ['thresholdedRelu', [2], 2, 0],
    ['shrink', [1.5, 1.5], -2, -0.5],
    ['shrink', [1.5, 1.5], 1, 0],
    ['clip', [-1, 1], 4, 1],
    ['clip', [], -4, -4],
    ['affine', [2, 3], 5, 13],
    ['sign', [], -7, -1],
    ['not', [], 0, 1],
    ['isInf', [0, 1], Infinity, 0],
    ['isInf', [0, 1], -Infinity, 1],
    ['isNaN', [], Number.NaN, 1],
    ['bitwiseNot', [], 5, -6],
  ];
  it.each(unary)('%s(%j) of %d', (fn, args, x, expected) =>
    expect(chainJs([{ fn, args }])(x)).toBeCloseTo(expected, 6),
  );
});

describe('functions of two and three', () => {
  const integer = { integer: true };
  it.each([
    ['div', [-7, 2], -3, integer],
    ['div', [-7, 2], -3.5, {}],
    ['mod', [-4, 3], 2, integer],
    ['mod', [5, -3], -1, integer],
    ['fmod', [-4, 3], -1, integer],
    ['fmod', [-4.3, 2.1], -0.1, {}],
    ['pow', [-2, 3], -8, {}],
    ['prelu', [-2, 0.25], -0.5, {}],
    ['xor', [1, 1], 0, integer],
    ['bitwiseAnd', [2 ** 40 + 6, 2 ** 40 + 3], 2 ** 40 + 2, integer],
    ['shiftLeft', [3, 4], 48, integer],
    ['shiftRight', [200, 3], 25, integer],
    ['where', [0, 1, 2], 2, {}],
    ['clamp', [5, 3, 1], 1, {}],
    ['scaleShift', [2, 3, 4], 10, {}],
  ] as const)('%s%j', (fn, operands, expected, options) =>
    expect(apply(fn, operands, options)).toBeCloseTo(expected, 12),
  );
});

it('min and max pass NaN on', () => {
  expect(apply('min', [Number.NaN, 1])).toBeNaN();
  expect(apply('max', [1, Number.NaN])).toBeNaN();
});

describe('chains', () => {
  const calls = [
    { fn: 'affine', args: [2, -1] },
    { fn: 'relu', args: [] },
  ];

  it('apply first to last', () => expect([-1, 0.75].map(chainJs(calls))).toEqual([0, 0.5]));

  it('nest in WGSL', () => {
    expect(chainWgsl([], 'v')).toBe('v');
    expect(chainWgsl(calls, 'v')).toBe('max((fma(v, 2f, (-1f))), 0.0)');
    expect(chainWgsl([{ fn: 'not', args: [] }], 'v')).toBe('f32(select(0i, 1i, v == 0.0))');
  });

  it('leave out bounds that are infinite', () => {
    expect(chainWgsl([{ fn: 'clip', args: [0, Infinity] }], 'v')).toBe('max(v, 0f)');
    expect(chainWgsl([{ fn: 'clip', args: [] }], 'v')).toBe('v');
  });

  it('refuse what is not a unary function with so many constants', () => {
    expect(() => chainJs([{ fn: 'add', args: [] }])).toThrow(RoentgenError);
    expect(() => chainJs([{ fn: 'relu', args: [1] }])).toThrow(/relu has 0 constants/);
    expect(() => chainJs([{ fn: 'toString', args: [] }])).toThrow(/no elementwise function/);
  });

  it('know their types', () => {
    expect(dtypeOf('less', ['int64', 'int64'])).toBe('bool');
    expect(dtypeOf('where', ['bool', 'int64', 'int64'])).toBe('int64');
    expect(dtypeOf('pow', ['float32', 'int32'])).toBe('float32');
  });
});

describe('literal', () => {
  it('keeps every digit', () => {
    expect(literal(0.1, 'f32', 'v')).toBe('0.1f');
    expect(literal(-1e-7, 'f32', 'v')).toBe('(-1e-7f)');
    expect(literal(-3, 'i32', 'v')).toBe('i32(-3)');
  });

  it('makes infinities of bits that no compiler can fold', () => {
    expect(literal(Infinity, 'f32', 'v')).toContain('0x7f800000u');
    expect(literal(-1e39, 'f32', 'v')).toContain('0xff800000u');
    expect(literal(3.4028234663852886e38, 'f32', 'v')).toBe('3.4028234663852886e+38f');
  });
});
