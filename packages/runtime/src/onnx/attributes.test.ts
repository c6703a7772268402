import { describe, expect, expectTypeOf, test } from 'vitest';
import { type AttributeReader, attributes } from './attributes.ts';
import type { OnnxModel } from './model.ts';
import { readModel } from './read.ts';
import { type AttributeSpec, encodeModel } from './testing/encode.ts';

function modelWith(given: Record<string, AttributeSpec> | [string, AttributeSpec][]): Promise<OnnxModel> {
  const nodes = [{ op: 'Conv', name: 'c1', inputs: ['x'], outputs: ['y'], attributes: given }];
  return readModel(
    encodeModel({ nodes, inputs: [{ name: 'x' }], outputs: [{ name: 'y' }], opsets: { '': 17 } }),
  );
}

async function read(given: Record<string, AttributeSpec>): Promise<AttributeReader> {
  return attributes((await modelWith(given)).graph.nodes[0]);
}

test('every kind comes back as it was written', async () => {
  const it = await read({
    group: 2,
    pads: [1, -1],
    alpha: { float: 0.5 },
    scales: { floats: [1, 2.5] },
    mode: 'linear',
    names: { strings: ['a', 'ü'] },
    value: { tensor: { dims: [2], raw: [3, 4] } },
    keepdims: 1,
  });
  expect(it.int('group')).toBe(2);
  expect(it.ints('pads')).toEqual([1, -1]);
  expect(it.float('alpha')).toBe(0.5);
  expect(it.floats('scales')).toEqual([1, 2.5]);
  expect(it.choice('mode', ['nearest', 'linear'])).toBe('linear');
  expect(it.strings('names')).toEqual(['a', 'ü']);
  expect([...it.tensor('value').data]).toEqual([3, 4]);
  expect(it.flag('keepdims')).toBe(true);
  expect(() => it.done()).not.toThrow();
});

describe('absent attributes', () => {
  test('take the fallback, whatever it is', async () => {
    const it = await read({});
    expect(it.int('group', 1)).toBe(1);
    expect(it.ints('axes', null)).toBeNull();
    expect(it.string('mode', undefined)).toBeUndefined();
    expectTypeOf(it.ints('axes', null)).toEqualTypeOf<readonly number[] | null>();
    expectTypeOf(it.int('group', 1)).toEqualTypeOf<number>();
  });

  test('without one are missed by name', async () => {
    const it = await read({});
    expect(() => it.ints('kernel_shape')).toThrow(
      "node 'c1' (Conv): the attribute 'kernel_shape' (ints) is missing.",
    );
    expect(() => it.ints('kernel_shape')).toThrow(expect.objectContaining({ code: 'model', node: 'c1' }));
  });
});

describe('refused', () => {
  test('another kind', async () => {
    const it = await read({ strides: { floats: [1, 1] } });
    expect(() => it.ints('strides', null)).toThrow(/'strides' is floats where ints belongs/);
  });

  test('names nobody asked for, all at once', async () => {
    const it = await read({ group: 1, colour: 3, taste: 4 });
    it.int('group');
    expect(() => it.done()).toThrow("Conv of opset 17 does not know 'colour', 'taste'");
  });

  test('an unknown choice', async () => {
    const it = await read({ mode: 'fuzzy' });
    expect(() => it.choice('mode', ['nearest', 'linear'])).toThrow(
      expect.objectContaining({ hint: "It must be one of 'nearest', 'linear'." }),
    );
  });

  test('integers beyond 2^53, but for bounds', async () => {
    const it = await read({ ends: [3, 2n ** 63n - 1n] });
    expect(() => it.ints('ends')).toThrow(/attribute 'ends' of node 'c1' \(Conv\) is 9223372036854775807/);
    expect(it.bounds('ends')).toEqual([3, Number.MAX_SAFE_INTEGER]);
  });

  test('a flag of two', async () => {
    const it = await read({ keepdims: 2 });
    expect(() => it.flag('keepdims')).toThrow(/'keepdims' is 2/);
  });

  test('the same name twice', async () => {
    const twice: [string, AttributeSpec][] = [
      ['group', 1],
      ['group', 2],
    ];
    await expect(modelWith(twice)).rejects.toThrow("attribute 'group' of node 'c1' (Conv) is there twice");
  });

  test('a declared type that the value contradicts', async () => {
    // Field 2 is a float; type 7 says ints.
    const odd = { strides: { write: (it) => it.tag(2, 5).float(1).tag(20, 0).int32(7) } } satisfies Record<
      string,
      AttributeSpec
    >;
    await expect(modelWith(odd)).rejects.toThrow(/declared as ints but holds float/);
  });

  test('a type that does not exist', async () => {
    const odd = { strides: { write: (it) => it.tag(20, 0).int32(77) } } satisfies Record<
      string,
      AttributeSpec
    >;
    await expect(modelWith(odd)).rejects.toThrow(/has type 77/);
  });
});

test('IR version 1 declares no types: the value decides', async () => {
  const it = await read({ alpha: { write: (writer) => writer.tag(2, 5).float(0.25) } });
  expect(it.float('alpha')).toBe(0.25);
});

test('a writer of proto3 leaves zeros out', async () => {
  const it = await read({ axis: { write: (writer) => writer.tag(20, 0).int32(2) } });
  expect(it.int('axis')).toBe(0);
});
