import { describe, expect, it } from 'vitest';
import { fromDevice, fromHalf, toDevice, toHalf } from './transfer.ts';

describe('half precision', () => {
  it('of all 65536 bit patterns comes back, NaN as a NaN', () => {
    for (let bits = 0; bits < 65536; bits++) {
      const value = fromHalf(bits);
      const nan = (bits & 0x7c00) === 0x7c00 && (bits & 0x3ff) !== 0;
      if (nan) expect(fromHalf(toHalf(value))).toBeNaN();
      else if (toHalf(value) !== bits) expect.fail(`${bits} is ${value}, which is ${toHalf(value)}`);
    }
  });

  // IEEE 754-2008 binary16: 5 bits of exponent, bias 15, 10 bits of fraction.
  it.each([
    [0x0000, 0],
    [0x8000, -0],
    [0x3c00, 1],
    [0xc000, -2],
    [0x7bff, 65504],
    [0x0400, 2 ** -14],
    [0x03ff, (1023 / 1024) * 2 ** -14],
    [0x0001, 2 ** -24],
    [0x3555, 0.333251953125],
    [0x7c00, Number.POSITIVE_INFINITY],
    [0xfc00, Number.NEGATIVE_INFINITY],
  ])('bits %i are %d', (bits, value) => {
    expect(fromHalf(bits)).toBe(value);
    expect(toHalf(value)).toBe(bits);
  });

  it('rounds to the nearest, ties to even, over the whole range', () => {
    for (let bits = 0; bits < 0x7bff; bits += 7) {
      const [low, high] = [fromHalf(bits), fromHalf(bits + 1)];
      const middle = (low + high) / 2;
      expect(toHalf(middle)).toBe(bits % 2 === 0 ? bits : bits + 1);
      expect(toHalf(middle - (high - low) / 64)).toBe(bits);
      expect(toHalf(-(middle + (high - low) / 64))).toBe(0x8000 | (bits + 1));
    }
  });

  it('overflows to infinity from 65520 on, and underflows to zero up to 2^-25', () => {
    expect(toHalf(65519.99)).toBe(0x7bff);
    expect(toHalf(65520)).toBe(0x7c00);
    expect(toHalf(-1e30)).toBe(0xfc00);
    expect(toHalf(2 ** -25)).toBe(0);
    expect(toHalf(2 ** -25 * 1.001)).toBe(1);
    expect(toHalf(-1e-30)).toBe(0x8000);
  });
});

describe('toDevice', () => {
  it('gives f32 as it is, without a copy, and NaN too', () => {
    const values = Float32Array.of(1, Number.NaN);
    expect(toDevice(values, 'f32', 'x')).toBe(values);
    expect([...toDevice(Float64Array.of(0.1), 'f32', 'x')]).toEqual([Math.fround(0.1)]);
  });

  it('packs halves into two bytes', () => {
    expect(toDevice(Float32Array.of(1, -2, 0.1), 'f16', 'x')).toEqual(Uint16Array.of(0x3c00, 0xc000, 0x2e66));
  });

  it('widens small integers and truths to words', () => {
    expect(toDevice(Int8Array.of(-3, 5), 'i32', 'x')).toEqual(Int32Array.of(-3, 5));
    expect(toDevice(Uint8Array.of(1, 0), 'i32', 'x')).toEqual(Int32Array.of(1, 0));
    expect(toDevice(Uint32Array.of(2 ** 32 - 1), 'u32', 'x')).toEqual(Uint32Array.of(2 ** 32 - 1));
  });

  it('takes 64-bit integers at the ends of 32 bits, and names the first beyond', () => {
    const ends = Float64Array.of(-(2 ** 31), 2 ** 31 - 1);
    expect([...toDevice(ends, 'i32', 'x')]).toEqual([...ends]);
    const code = { code: 'value' };
    const beyond = (value: number, held: 'i32' | 'u32') => () =>
      toDevice(Float64Array.of(0, value), held, 'ids');
    expect(beyond(2 ** 31, 'i32')).toThrow(expect.objectContaining(code));
    expect(beyond(2 ** 31, 'i32')).toThrow("'ids' holds 2147483648 at index 1");
    expect(beyond(-1, 'u32')).toThrow("'ids' holds -1 at index 1");
    expect(beyond(2 ** 32, 'u32')).toThrow(expect.objectContaining(code));
    expect(beyond(0.5, 'i32')).toThrow("'ids' holds 0.5 at index 1");
    expect(beyond(Number.NaN, 'i32')).toThrow("'ids' holds NaN at index 1");
  });
});

describe('fromDevice', () => {
  it('gives each type its array, of the wanted length', () => {
    const floats = Float32Array.of(1.5, Number.NaN, 9).buffer;
    expect(fromDevice(floats, 'f32', 'float32', 2)).toEqual(Float32Array.of(1.5, Number.NaN));
    const ints = Int32Array.of(-1, 1).buffer;
    expect(fromDevice(ints, 'i32', 'int64', 2)).toEqual(Float64Array.of(-1, 1));
    expect(fromDevice(ints, 'i32', 'int8', 2)).toEqual(Int8Array.of(-1, 1));
    expect(fromDevice(ints, 'u32', 'uint32', 1)).toEqual(Uint32Array.of(2 ** 32 - 1));
    expect(fromDevice(Int32Array.of(1, 0).buffer, 'i32', 'bool', 2)).toEqual(Uint8Array.of(1, 0));
    const halves = Uint16Array.of(0x3c00, 0xc000).buffer;
    expect(fromDevice(halves, 'f16', 'float16', 2)).toEqual(Float32Array.of(1, -2));
    expect(fromDevice(new ArrayBuffer(4), 'f32', 'float32', 0)).toEqual(new Float32Array());
  });

  it('does not keep the bytes, which a buffer takes back', () => {
    const bytes = Float32Array.of(3).buffer;
    const values = fromDevice(bytes, 'f32', 'float32', 1);
    new Float32Array(bytes)[0] = 4;
    expect(values).toEqual(Float32Array.of(3));
  });
});
