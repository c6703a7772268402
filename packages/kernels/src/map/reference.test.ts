import { describe, expect, it } from 'vitest';
import type { DType, HostArray } from '../core/dtype.ts';
import { dense } from '../core/tensor.ts';
import type { UnaryCall } from './functions.ts';
import { mapFamily } from './map.ts';

interface Operand {
  readonly shape: readonly number[];
  readonly values: HostArray;
  readonly dtype?: DType;
}

function run(
  fn: string,
  operands: readonly Operand[],
  to: DType = 'float32',
  chain: readonly UnaryCall[] = [],
) {
  const inputs = operands.map(({ shape, dtype = 'float32' }) => dense({ dtype, shape }));
  const attributes = { fn, then: chain, to };
  const outputs = mapFamily.outputs(attributes, inputs).map(dense);
  const [y] = mapFamily.reference(
    { attributes, inputs, outputs },
    operands.map((each) => each.values),
  );
  return { shape: outputs[0].shape, values: [...y] };
}

const f = (shape: readonly number[], ...values: number[]): Operand => ({
  shape,
  values: Float64Array.from(values),
});
const cast = (values: number[], dtype: DType, to: DType) =>
  run('identity', [{ shape: [values.length], values: Float64Array.from(values), dtype }], to).values;

describe('map', () => {
  it('broadcasts a column with a row', () => {
    const { shape, values } = run('add', [f([2, 1], 10, 20), f([3], 1, 2, 3)]);
    expect(shape).toEqual([2, 3]);
    expect(values).toEqual([11, 12, 13, 21, 22, 23]);
  });

  it('broadcasts across a middle axis', () => {
    const { values } = run('mul', [f([2, 2, 2], 1, 2, 3, 4, 5, 6, 7, 8), f([2, 1, 2], 1, 10, 100, 1000)]);
    expect(values).toEqual([1, 20, 3, 40, 500, 6000, 700, 8000]);
  });

  it('gives nothing for nothing', () => expect(run('add', [f([0, 3]), f([3], 1, 2, 3)]).values).toEqual([]));

  it('divides integers without fraction', () => {
    const int = (...values: number[]): Operand => ({
      shape: [values.length],
      values: Float64Array.from(values),
      dtype: 'int64',
    });
    expect(run('div', [int(7, -7, 2 ** 40), int(2, 2, 2)], 'int64').values).toEqual([3, -3, 2 ** 39]);
  });

  it('multiplies int32 exactly, modulo 2^32', () => {
    const int = (value: number): Operand => ({ shape: [1], values: Int32Array.of(value), dtype: 'int32' });
    expect(run('mul', [int(123456789), int(987654321)], 'int32').values).toEqual([-67153019]);
  });

  it('leaves out a bound of clamp', () => {
    const x = dense({ dtype: 'float32', shape: [3] });
    const high = dense({ dtype: 'float32', shape: [] });
    const attributes = { fn: 'clamp', then: [], to: 'float32' } as const;
    const problem = { attributes, inputs: [x, null, high], outputs: [x] };
    expect([
      ...mapFamily.reference(problem, [Float32Array.of(-9, 1, 5), null, Float32Array.of(2)])[0],
    ]).toEqual([-9, 1, 2]);
  });

  it('refuses shapes that do not broadcast', () => {
    expect(() => run('add', [f([2], 1, 2), f([3], 1, 2, 3)])).toThrow(/\[2\] and \[3\] do not broadcast/);
    expect(() => run('add', [f([2], 1, 2)])).toThrow(/takes 2 operands/);
    expect(() => run('bitwiseAnd', [f([1], 1), f([1], 1)])).toThrow(/works on integers/);
  });
});

describe('casts', () => {
  it('cut fractions and saturate at the word', () =>
    expect(cast([2.9, -2.9, 3e9, -3e9], 'float32', 'int32')).toEqual([2, -2, 2147483647, -2147483648]));
  it('keep 64-bit integers', () => expect(cast([2 ** 40 + 0.5], 'float64', 'int64')).toEqual([2 ** 40]));
  it('wrap small integers', () => {
    expect(cast([300, -1, 128], 'int32', 'uint8')).toEqual([44, 255, 128]);
    expect(cast([300, -1, 128], 'int32', 'int8')).toEqual([44, -1, -128]);
    expect(cast([300.7], 'float32', 'uint8')).toEqual([44]);
  });
  it('call everything but 0 true', () =>
    expect(cast([0, -0, 0.2, -3], 'float32', 'bool')).toEqual([0, 0, 1, 1]));
  it('round to float16', () => expect(cast([2049, 2051], 'float32', 'float16')).toEqual([2048, 2052]));
});
