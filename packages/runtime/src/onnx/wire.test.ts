import { RoentgenError } from '@roentgen/kernels';
import { describe, expect, test } from 'vitest';
import { type Int, WireReader } from './wire.ts';

const over = (...bytes: number[]) => new WireReader(Uint8Array.from(bytes), 'test.bin');

function first(...bytes: number[]): WireReader {
  const reader = over(...bytes);
  reader.next();
  return reader;
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(RoentgenError);
    expect((error as RoentgenError).code).toBe('format');
    return (error as RoentgenError).message;
  }
  throw new Error('nothing was refused');
}

describe('integers', () => {
  // The example of protobuf's encoding guide: 96 01 is 150.
  test('the guide’s 150', () => expect(first(0x08, 0x96, 0x01).int()).toBe(150));

  test('a negative one takes ten bytes', () => {
    expect(first(0x08, 0xfe, 255, 255, 255, 255, 255, 255, 255, 255, 1).int()).toBe(-2);
  });

  test.each([
    ['2^53 - 1', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f], 2 ** 53 - 1],
    ['2^53 + 1', [0x81, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10], 2n ** 53n + 1n],
    ['2^63 - 1', [255, 255, 255, 255, 255, 255, 255, 255, 0x7f], 2n ** 63n - 1n],
    ['-2^63', [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1], -(2n ** 63n)],
    ['2^31', [0x80, 0x80, 0x80, 0x80, 0x08], 2 ** 31],
  ] as [string, number[], Int][])('%s is exact', (_, bytes, value) => {
    expect(first(0x08, ...bytes).int()).toBe(value);
  });

  test('packed and single values come to the same list', () => {
    const packed: Int[] = [];
    first(0x0a, 3, 1, 0x96, 0x01).ints(packed);
    const single: Int[] = [];
    const reader = over(0x08, 1, 0x08, 0x96, 0x01);
    while (reader.next()) reader.ints(single);
    expect(packed).toEqual([1, 150]);
    expect(single).toEqual([1, 150]);
  });

  test('more than 64 bits', () => {
    expect(refusal(() => first(0x08, 255, 255, 255, 255, 255, 255, 255, 255, 255, 2).int())).toContain(
      '64 bits',
    );
  });

  test('an eleventh byte', () => {
    const bytes = new Array(10).fill(0x80);
    expect(refusal(() => first(0x08, ...bytes, 0).int())).toContain('ten bytes');
  });
});

describe('lengths', () => {
  // A reader that keeps 32 bits of a length takes this for two bytes.
  test('2^32 + 2 is not 2', () => {
    const message = refusal(() => first(0x0a, 0x82, 0x80, 0x80, 0x80, 0x10, 1, 2).bytesField());
    expect(message).toBe('test.bin, at byte 6: field 1 says 4294967298 bytes follow, but 2 are left.');
  });

  test('a message cannot reach past the one that holds it', () => {
    const inner = first(0x0a, 3, 0x0a, 5, 1, 2, 3, 4, 5).message('an inner one');
    inner.next();
    expect(refusal(() => inner.string())).toContain(
      'in an inner one: field 1 says 5 bytes follow, but 1 are left',
    );
  });

  test('bytes are a view of the file', () => {
    const file = Uint8Array.of(0x0a, 2, 7, 8);
    const reader = new WireReader(file, 'test.bin');
    reader.next();
    expect(reader.bytesField().buffer).toBe(file.buffer);
  });
});

describe('fields', () => {
  test.each([[3], [4], [6], [7]])('wire type %i', (wire) => {
    expect(refusal(() => over((1 << 3) | wire).next())).toContain(`wire type ${wire}`);
  });

  test('number zero', () => expect(refusal(() => over(0x00).next())).toContain('without a valid number'));

  test('another kind than expected', () => {
    expect(refusal(() => first(0x08, 1).string())).toContain('wire type 0 where bytes belongs');
  });

  test('skipping passes every kind', () => {
    const reader = over(
      0x08,
      0x96,
      1,
      0x11,
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8,
      0x1a,
      2,
      9,
      9,
      0x25,
      1,
      2,
      3,
      4,
      0x28,
      7,
    );
    const seen: number[] = [];
    while (reader.next()) {
      seen.push(reader.field);
      reader.skip();
    }
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('text', () => {
  test('must be UTF-8', () => {
    expect(refusal(() => first(0x0a, 2, 0xc3, 0x28).string())).toContain('not valid UTF-8');
  });

  test('keeps a byte-order mark, so that names stay different', () => {
    expect(first(0x0a, 4, 0xef, 0xbb, 0xbf, 0x61).string()).toBe('\ufeffa');
  });
});

test('a hundred levels and no more', () => {
  // Each level is field 1 around the rest; lengths of two bytes leave room for all of them.
  const nest = (levels: number): number[] => {
    let bytes: number[] = [];
    for (let i = 0; i < levels; i++) bytes = [0x0a, (bytes.length & 127) | 128, bytes.length >> 7, ...bytes];
    return bytes;
  };
  const descend = (levels: number) => {
    let reader = over(...nest(levels));
    while (reader.next()) reader = reader.message('a level');
  };
  expect(() => descend(100)).not.toThrow();
  expect(refusal(() => descend(101))).toContain('nested more than 100 deep');
});
