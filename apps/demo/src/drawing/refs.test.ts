import { expect, it } from 'vitest';
import { decode, encode } from './refs.ts';
import type { Values } from './scene.ts';

it('names arrays by number and brings them back as the same objects', () => {
  const [first, second] = [Float32Array.of(1, 2), Uint8Array.of(3)];
  const held = new Map<number, Values>([
    [1, first],
    [2, second],
  ]);
  const nameOf = (data: Values) => (data === first ? 1 : 2);
  const scene = {
    sheet: { channels: [{ data: first, range: [0, 1] }] },
    overlays: [{ data: second }],
    note: null,
  };
  const plain = encode(scene, nameOf);
  expect(JSON.parse(JSON.stringify(plain))).toEqual({
    sheet: { channels: [{ data: { ref: 1 }, range: [0, 1] }] },
    overlays: [{ data: { ref: 2 } }],
    note: null,
  });
  const back = decode(plain, held) as typeof scene;
  expect(back).toEqual(scene);
  expect(back.sheet.channels[0].data).toBe(first);
});

it('refuses a scene whose array is gone', () => {
  expect(() => decode({ ref: 7 }, new Map())).toThrow(/does not hold array 7/);
});
