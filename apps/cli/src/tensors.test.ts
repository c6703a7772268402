import { readNpy, writeNpy } from '@roentgen/models';
import { describe, expect, test } from 'vitest';
import { feedOf, fileNames, npyBytes } from './tensors.ts';
import { table } from './text/table.ts';

const input = { name: 'x', dtype: 'float32', shape: ['n', 2], optional: false } as const;
const array = (data: Float32Array | Float64Array | BigInt64Array | BigUint64Array, shape: number[]) =>
  readNpy(writeNpy(data, shape));

describe('an array for an input', () => {
  test('goes through as it is', () => {
    expect(feedOf(input, array(Float32Array.of(1, 2, 3, 4), [2, 2]), false)).toMatchObject({
      dtype: 'float32',
      shape: [2, 2],
    });
  });

  test('of another type is refused, with NumPy for the way out', () => {
    expect(() => feedOf(input, array(Float64Array.of(1, 2), [1, 2]), false)).toThrow(
      expect.objectContaining({
        code: 'value',
        message: expect.stringContaining("'x' is float32"),
        hint: expect.stringContaining("astype('float32')"),
      }),
    );
  });

  test('of another shape is refused; open sizes take any', () => {
    expect(() => feedOf(input, array(Float32Array.of(1, 2, 3), [1, 3]), false)).toThrow(
      expect.objectContaining({ code: 'shape', message: expect.stringMatching(/'x' is \[n, 2\].*\[1, 3\]/) }),
    );
    expect(() => feedOf(input, array(Float32Array.of(1, 2), [2]), false)).toThrow(/\[2\]/);
  });

  test('with a NaN is refused with its place, unless allowed', () => {
    const holed = array(Float32Array.of(1, 2, Number.NaN, 4), [2, 2]);
    expect(() => feedOf(input, holed, false)).toThrow(
      expect.objectContaining({ code: 'value', message: expect.stringContaining('[1, 0]') }),
    );
    expect(feedOf(input, holed, true).data[2]).toBeNaN();
  });

  test('beyond the integers that are exact is refused', () => {
    const wide = { ...input, dtype: 'uint64', shape: null } as const;
    expect(feedOf(wide, array(BigUint64Array.of(7n), [1]), false).data[0]).toBe(7);
    expect(() => feedOf(wide, array(BigUint64Array.of(2n ** 60n), [1]), false)).toThrow(
      expect.objectContaining({ code: 'value' }),
    );
  });
});

test('outputs keep their element type', () => {
  const whole = readNpy(npyBytes({ data: Float64Array.of(-1, 2 ** 40), shape: [2], dtype: 'int64' }));
  expect(whole).toMatchObject({ type: 'i8', data: BigInt64Array.of(-1n, 1099511627776n) });
  expect(readNpy(npyBytes({ data: Float32Array.of(0.5), shape: [], dtype: 'float16' }))).toMatchObject({
    type: 'f2',
    shape: [],
  });
  expect(readNpy(npyBytes({ data: Uint8Array.of(0, 1), shape: [2], dtype: 'bool' }))).toMatchObject({
    type: 'b1',
  });
});

test('names become names of files: safe, and each once', () => {
  expect(fileNames(['a/b:0', 'a_b_0', 'A_B_0', '../x', '.hidden', '', 'größe'])).toEqual([
    'a_b_0',
    'a_b_0-2',
    'A_B_0-3',
    '__x',
    '_hidden',
    '_',
    'größe',
  ]);
});

test('tables keep their columns under each other', () => {
  const columns = [{ title: 'name' }, { title: 'n', align: 'right' as const }];
  expect(
    table(columns, [
      ['a', '10'],
      ['long', '9'],
    ]),
  ).toBe('name   n\na     10\nlong   9\n');
});
