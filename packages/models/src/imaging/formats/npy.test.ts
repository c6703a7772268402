import { describe, expect, test } from 'vitest';
import { halfToNumber, numberToHalf, readNpy, writeNpy } from './npy.ts';

/** A file of version 1 with this dict and these data bytes. */
function file(dict: string, data: readonly number[] = [], version = 1): Uint8Array {
  const text = `${dict}\n`;
  const length =
    version === 1 ? [text.length & 255, text.length >> 8] : [text.length & 255, text.length >> 8, 0, 0];
  const head = [0x93, ...new TextEncoder().encode('NUMPY'), version, 0, ...length];
  return Uint8Array.from([...head, ...new TextEncoder().encode(text), ...data]);
}
const dict = (descr: string, shape: string, fortran = 'False') =>
  `{'descr': '${descr}', 'fortran_order': ${fortran}, 'shape': ${shape}, }`;

describe('reading', () => {
  test.each([
    ['<f4', [0, 0, 0x80, 0x3f], 1],
    ['>f4', [0x3f, 0x80, 0, 0], 1],
    ['<f2', [0, 0xc0], -2],
    ['<f8', [0, 0, 0, 0, 0, 0, 0xf0, 0x3f], 1],
    ['|i1', [0xff], -1],
    ['|u1', [0xff], 255],
    ['|b1', [1], 1],
    ['<i2', [0xfe, 0xff], -2],
    ['>u2', [1, 2], 258],
    ['<i4', [0xff, 0xff, 0xff, 0xff], -1],
    ['<u4', [0xff, 0xff, 0xff, 0xff], 4294967295],
    ['>i8', [0, 0, 0, 0, 0, 0, 1, 0], 256n],
    ['<u8', [255, 255, 255, 255, 255, 255, 255, 255], 18446744073709551615n],
  ] as const)('%s', (descr, data, value) => {
    const array = readNpy(file(dict(descr, '(1,)'), data));
    expect([Array.from<number | bigint>(array.data as Uint8Array), array.shape]).toEqual([[value], [1]]);
  });

  test('versions 2 and 3, scalars and empty arrays', () => {
    expect(readNpy(file(dict('|u1', '(2, 1)'), [7, 8], 2)).shape).toEqual([2, 1]);
    expect(readNpy(file(dict('|u1', '()'), [9], 3))).toEqual({
      type: 'u1',
      shape: [],
      data: Uint8Array.of(9),
    });
    expect(readNpy(file(dict('|u1', '(0, 3)'))).data.length).toBe(0);
  });

  test('Fortran order becomes C order', () => {
    // [[1, 2, 3], [4, 5, 6]] is stored column by column.
    const array = readNpy(file(dict('|u1', '(2, 3)', 'True'), [1, 4, 2, 5, 3, 6]));
    expect(Array.from(array.data as Uint8Array)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test.each([
    ['no magic', Uint8Array.of(1, 2, 3), 'format'],
    ['version 4', file(dict('|u1', '(1,)'), [1], 4), 'unsupported'],
    ['cut header', file(dict('|u1', '(1,)')).subarray(0, 30), 'format'],
    ['no dict', file('hello'), 'format'],
    ['no shape', file("{'descr': '|u1', 'fortran_order': False, }"), 'format'],
    ['no order', file("{'descr': '|u1', 'shape': (1,), }"), 'format'],
    ['negative size', file(dict('|u1', '(-1,)'), [1]), 'format'],
    ['no tuple', file(dict('|u1', '(3)'), [1, 2, 3]), 'format'],
    ['strings', file(dict('<U5', '(1,)'), [1]), 'unsupported'],
    ['objects', file(dict('|O', '(1,)'), [1]), 'unsupported'],
    ['complex', file(dict('<c8', '(1,)'), [1]), 'unsupported'],
    ['fields', file("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }"), 'unsupported'],
    ['missing data', file(dict('<f4', '(2,)'), [1, 2, 3, 4]), 'format'],
    ['hundreds of gigabytes', file(dict('<f4', '(100000, 1000000)'), [1]), 'memory'],
    ['more than a number holds', file(dict('<f4', `(${'9'.repeat(400)},)`), [1]), 'memory'],
  ])('%s', (_, bytes, code) => {
    expect(() => readNpy(bytes)).toThrow(expect.objectContaining({ name: 'RoentgenError', code }));
  });
});

describe('writing', () => {
  test('the header is that of numpy.save', () => {
    const bytes = writeNpy(Float32Array.of(1, 2), [1, 2]);
    const text = new TextDecoder('latin1').decode(bytes.subarray(10, 128));
    expect(text).toBe(`${"{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }".padEnd(117)}\n`);
    expect([bytes.length, bytes[6], bytes[8]]).toEqual([136, 1, 118]);
  });

  test.each([
    [Float32Array.of(1.5, -2)],
    [Float64Array.of(1e300, -0)],
    [Int8Array.of(-1, 2)],
    [Uint8Array.of(255, 0)],
    [Int16Array.of(-30000, 2)],
    [Uint16Array.of(65535, 2)],
    [Int32Array.of(-(2 ** 31), 2)],
    [Uint32Array.of(2 ** 32 - 1, 2)],
    [BigInt64Array.of(-1n, 2n)],
    [BigUint64Array.of(2n ** 64n - 1n, 2n)],
  ])('%o', (data) => {
    expect(readNpy(writeNpy(data, [2])).data).toEqual(data);
  });

  test('float16, bool, and what does not fit', () => {
    expect(readNpy(writeNpy(Float32Array.of(1 / 3, 65504), [2], 'f2')).data).toEqual(
      Float32Array.of(0.333251953125, 65504),
    );
    expect(readNpy(writeNpy(Uint8Array.of(1, 0), [2], 'b1')).type).toBe('b1');
    expect(() => writeNpy(Float32Array.of(1), [2])).toThrow(expect.objectContaining({ code: 'shape' }));
    expect(() => writeNpy(Float32Array.of(1), [1], 'i4')).toThrow(expect.objectContaining({ code: 'usage' }));
  });

  test('every half-precision number survives, and ties go to even', () => {
    for (let bits = 0; bits < 0x7c01; bits++) expect(numberToHalf(halfToNumber(bits))).toBe(bits);
    expect(numberToHalf(1 + 1 / 2048)).toBe(0x3c00);
    expect(numberToHalf(1 + 3 / 2048)).toBe(0x3c02);
    expect(numberToHalf(65520)).toBe(0x7c00);
    expect(numberToHalf(2 ** -25)).toBe(0);
    expect(halfToNumber(numberToHalf(Number.NaN))).toBeNaN();
  });
});
