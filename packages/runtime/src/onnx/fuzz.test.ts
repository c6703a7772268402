import { RoentgenError } from '@roentgen/kernels';
import { expect, test } from 'vitest';
import { readModel } from './read.ts';
import { encodeModel, type ModelSpec } from './testing/encode.ts';

/** One of everything that a file may hold. */
const spec: ModelSpec = {
  nodes: [
    {
      op: 'Conv',
      name: 'conv',
      inputs: ['x', 'w', 'b'],
      outputs: ['c'],
      attributes: { pads: [1, 1, 1, 1], group: 1, auto_pad: 'NOTSET', alpha: { float: 0.5 } },
    },
    { op: 'Twice', domain: 'loc', inputs: ['c'], outputs: ['d'], attributes: { k: { floats: [1, 2] } } },
    { op: 'Constant', outputs: ['k'], attributes: { value: { tensor: { dims: [2], raw: [1, 2] } } } },
    { op: 'Add', inputs: ['d', 'k'], outputs: ['y'] },
  ],
  initializers: [
    { name: 'w', dims: [1, 1, 2, 2], raw: [1, 2, 3, 4] },
    { name: 'b', dims: [1], floats: [1] },
    { name: 's', dtype: 'int64', dims: [2], int64s: [3, -1] },
    { name: 'e', dims: [1], external: { location: 'e.bin', offset: '0', length: '4' } },
  ],
  inputs: [{ name: 'x', shape: ['n', 1, 8, 8] }],
  outputs: [{ name: 'y', shape: ['n', 1, 9, 9] }],
  functions: [
    {
      name: 'Twice',
      domain: 'loc',
      inputs: ['a'],
      outputs: ['r'],
      parameters: ['k'],
      nodes: [{ op: 'Add', inputs: ['a', 'a'], outputs: ['r'] }],
    },
  ],
  opsets: { '': 18, loc: 1 },
};
const control = encodeModel(spec);

/** Loads, or refuses with an error of ours: whatever else is thrown fails the test. */
async function outcome(bytes: Uint8Array): Promise<'loads' | 'refused'> {
  try {
    await readModel(bytes, { external: async () => new Uint8Array(4) });
    return 'loads';
  } catch (error) {
    if (!(error instanceof RoentgenError)) throw error;
    expect(error.message.length).toBeLessThan(2000);
    return 'refused';
  }
}

test('the control loads', async () => expect(await outcome(control)).toBe('loads'));

test('cut after any byte', async () => {
  const loads: number[] = [];
  for (let length = 0; length < control.length; length++) {
    if ((await outcome(control.slice(0, length))) === 'loads') loads.push(length);
  }
  // The functions come last. Without them the file is whole again, and has an operator that nobody defines.
  expect(loads).toEqual([encodeModel({ ...spec, functions: [] }).length]);
});

test('any bit flipped', async () => {
  let refused = 0;
  for (let bit = 0; bit < control.length * 8; bit++) {
    const bytes = control.slice();
    bytes[bit >> 3] ^= 1 << (bit & 7);
    if ((await outcome(bytes)) === 'refused') refused++;
  }
  expect(refused).toBeGreaterThan(control.length);
});

test('any byte 0xff, 0x80 or zero', async () => {
  for (const value of [0xff, 0x80, 0]) {
    for (let at = 0; at < control.length; at++) {
      const bytes = control.slice();
      bytes[at] = value;
      await outcome(bytes);
    }
  }
});

test('any byte gone, and any byte twice', async () => {
  for (let at = 0; at < control.length; at++) {
    const without = Uint8Array.of(...control.slice(0, at), ...control.slice(at + 1));
    const twice = Uint8Array.of(...control.slice(0, at + 1), ...control.slice(at));
    await outcome(without);
    await outcome(twice);
  }
});

test('noise', async () => {
  let state = 12345;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  };
  for (let round = 0; round < 500; round++) {
    // Beginning as a model does, so that not every one ends at its first byte.
    const noise = Uint8Array.from({ length: 64 }, next);
    await outcome(Uint8Array.of(0x08, 8, 0x3a, 60, ...noise));
  }
});
