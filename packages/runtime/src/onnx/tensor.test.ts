import { describe, expect, test } from 'vitest';
import type { OnnxDType } from './dtypes.ts';
import { decodeTensor } from './read.ts';
import { hostData, toNumbers } from './tensor.ts';
import { encodeTensor, type TensorSpec } from './testing/encode.ts';

const read = (spec: TensorSpec) => decodeTensor(encodeTensor(spec), 'tensor');
const numbers = (spec: TensorSpec) => [...toNumbers(read(spec))];

describe('raw data', () => {
  // Little-endian bytes, written down by hand.
  test.each([
    ['float32', [0, 0, 0x80, 0x3f, 0, 0, 0x20, 0xc0], [1, -2.5]],
    ['float64', [0, 0, 0, 0, 0, 0, 0xf0, 0x3f, 0, 0, 0, 0, 0, 0, 0xe0, 0xbf], [1, -0.5]],
    ['float16', [0x00, 0x3c, 0x00, 0xc1], [1, -2.5]],
    ['bfloat16', [0x80, 0x3f, 0x20, 0xc0], [1, -2.5]],
    ['int8', [0x7f, 0x80], [127, -128]],
    ['uint8', [0x7f, 0xff], [127, 255]],
    ['int16', [0xff, 0x7f, 0, 0x80], [32767, -32768]],
    ['uint16', [0xff, 0x7f, 0, 0x80], [32767, 32768]],
    ['int32', [1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff], [1, -1]],
    ['uint32', [1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff], [1, 4294967295]],
    ['int64', [0, 0, 0, 0, 1, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255], [4294967296, -1]],
    ['uint64', [0, 0, 0, 0, 1, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0], [4294967296, 7]],
    ['bool', [1, 0], [1, 0]],
  ] as [OnnxDType, number[], number[]][])('%s', (dtype, bytes, values) => {
    const tensor = read({ dtype, dims: [2], raw: Uint8Array.from(bytes) });
    expect(tensor).toMatchObject({ dtype, dims: [2] });
    expect([...toNumbers(tensor)]).toEqual(values);
    expect([...hostData(tensor)]).toEqual(values);
  });

  test('float16 has subnormals, infinities and NaN', () => {
    const raw = Uint8Array.of(0x01, 0x00, 0x00, 0x7c, 0x00, 0xfc, 0x01, 0x7e, 0x00, 0x80);
    const expected = [2 ** -24, Infinity, -Infinity, Number.NaN, -0];
    expect(numbers({ dtype: 'float16', dims: [5], raw })).toEqual(expected);
  });

  test('is not copied where it is aligned, and right where it is not', () => {
    const spec = { dims: [2], raw: [1, -2.5] };
    const plain = encodeTensor(spec);
    // raw_data comes last: shift the file so that its eight bytes begin at a multiple of four, then one further.
    for (const [shift, shared] of [
      [(4 - ((plain.length - 8) % 4)) % 4, true],
      [((4 - ((plain.length - 8) % 4)) % 4) + 1, false],
    ] as const) {
      const room = new Uint8Array(plain.length + shift);
      room.set(plain, shift);
      const tensor = decodeTensor(room.subarray(shift), 'tensor');
      expect(tensor.data.buffer === room.buffer).toBe(shared);
      expect([...toNumbers(tensor)]).toEqual([1, -2.5]);
    }
  });

  test('a scalar has one element, a zero-size tensor none', () => {
    expect(numbers({ dims: [], raw: [3] })).toEqual([3]);
    expect(numbers({ dims: [2 ** 40, 0, 2 ** 40] })).toEqual([]);
  });
});

describe('typed data', () => {
  test.each([true, false])('packed: %s', (packed) => {
    const unpacked = !packed;
    expect(numbers({ dims: [2], floats: [1, -2.5], unpacked })).toEqual([1, -2.5]);
    expect(numbers({ dtype: 'int64', dims: [2], int64s: [-3, 2 ** 40], unpacked })).toEqual([-3, 2 ** 40]);
    expect(numbers({ dtype: 'int32', dims: [2], int32s: [-3, 2 ** 31 - 1], unpacked })).toEqual([
      -3,
      2 ** 31 - 1,
    ]);
    expect(numbers({ dtype: 'int8', dims: [2], int32s: [-128, 127], unpacked })).toEqual([-128, 127]);
    expect(numbers({ dtype: 'float16', dims: [1], int32s: [0xc100], unpacked })).toEqual([-2.5]);
    expect(numbers({ dtype: 'bool', dims: [2], int32s: [1, 0], unpacked })).toEqual([1, 0]);
  });
});

describe('integers beyond 2^53', () => {
  const tensor = read({ name: 'ends', dtype: 'int64', dims: [2], int64s: [2n ** 63n - 1n, -(2n ** 63n)] });

  test('are refused by name', () => {
    expect(() => toNumbers(tensor)).toThrow(/element 0 of tensor 'ends' is 9223372036854775807/);
  });

  test('or saturate, where they stand for open ends', () => {
    expect([...toNumbers(tensor, 'saturate')]).toEqual([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]);
  });
});

describe('refused', () => {
  test.each<[string, TensorSpec, string, RegExp]>([
    ['too few bytes', { dims: [3], raw: [1, 2] }, 'model', /takes 12 bytes \(3 x float32\) but has 8/],
    ['too many bytes', { dims: [1], raw: [1, 2] }, 'model', /takes 4 bytes .* but has 8/],
    ['no data', { dims: [2] }, 'model', /2 elements and no data/],
    [
      'data twice',
      { dims: [1], raw: [1], floats: [1] },
      'model',
      /more than once: in raw_data and float_data/,
    ],
    [
      'another field',
      { dtype: 'int32', dims: [1], int64s: [1] },
      'model',
      /in int64_data; it belongs in int32_data/,
    ],
    [
      'too few elements',
      { dims: [3], floats: [1, 2] },
      'model',
      /2 elements of data where its dimensions make 3/,
    ],
    ['outside the type', { dtype: 'uint8', dims: [2], int32s: [0, 256] }, 'model', /element 1 is 256/],
    ['odd truth', { dtype: 'bool', dims: [1], raw: Uint8Array.of(2) }, 'model', /bool with the value 2/],
    ['negative dim', { dims: [-4], raw: [1] }, 'model', /dimension of -4/],
    ['dim above 2^53', { dims: [2n ** 53n + 1n], raw: [1] }, 'model', /dimension of 9007199254740993/],
    ['product above 2^53', { dims: [2 ** 30, 2 ** 30], raw: [1] }, 'model', /more elements than 2\^53/],
    ['huge claim', { dims: [1e12], raw: [1, 2] }, 'model', /takes 4000000000000 bytes/],
    ['type 0', { dtype: 0, dims: [1], raw: [1] }, 'model', /data type 0/],
    ['type 99', { dtype: 99, dims: [1], raw: [1] }, 'model', /data type 99/],
    ['string', { dtype: 'string', dims: [0] }, 'unsupported', /type string/],
    ['complex64', { dtype: 'complex64', dims: [0] }, 'unsupported', /type complex64/],
    ['float8', { dtype: 'float8e4m3fn', dims: [0] }, 'unsupported', /float8e4m3fn/],
    ['int4', { dtype: 'int4', dims: [0] }, 'unsupported', /int4/],
  ])('%s', (_, spec, code, message) => {
    const act = () => read(spec);
    expect(act).toThrow(message);
    expect(act).toThrow(expect.objectContaining({ code, hint: expect.any(String) }));
  });

  test('a segment of a tensor', () => {
    const bytes = Uint8Array.of(0x10, 1, 0x1a, 2, 0x10, 1);
    expect(() => decodeTensor(bytes)).toThrow(/one segment of a larger tensor/);
  });
});
