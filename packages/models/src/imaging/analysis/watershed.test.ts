import { describe, expect, test } from 'vitest';
import { heapQueue, levelQueue } from './flood-queue.ts';
import { draw, drawing, labelsOf, maskOf, pattern } from './testing/drawing.ts';
import { watershed } from './watershed.ts';

/** Two overlapping discs of radius 7 and 8 with a seed each, and the line that scikit-image 0.26 draws between them. */
const width = 32;
const inDisc = (x: number, y: number) =>
  (x - 10) ** 2 + (y - 9) ** 2 < 49 || (x - 20) ** 2 + (y - 10) ** 2 < 64;
const twoDiscs = {
  width,
  height: 20,
  data: Float32Array.from({ length: width * 20 }, (_, i) =>
    inDisc(i % width, Math.floor(i / width)) ? -1 : 0,
  ),
};
const twoSeeds = { width, height: 20, data: new Uint32Array(width * 20), count: 2 };
twoSeeds.data[9 * width + 10] = 1;
twoSeeds.data[10 * width + 20] = 2;

describe('watershed', () => {
  test('on a mask of two values equals scikit-image', () => {
    const lines = Array.from({ length: 20 }, (_, y) => (y < 10 ? 16 : y < 16 ? 15 : 14));
    const expected = lines.map((x) => `${'1'.repeat(x)}.${'2'.repeat(width - x - 1)}`).join('\n');
    expect(draw(watershed(twoDiscs, twoSeeds, { line: true }))).toBe(expected);
  });

  test('on the same values among many others, where a heap is used, draws the same', () => {
    const many = { ...twoDiscs, data: twoDiscs.data.slice() };
    for (let i = 0; i < 100; i++) many.data[i] = i + 1;
    const mask = maskOf(Array.from({ length: 20 }, (_, y) => (y < 4 ? '.' : '#').repeat(width)).join('\n'));
    const few = { ...twoDiscs, data: twoDiscs.data.slice() };
    expect(watershed(many, twoSeeds, { mask, line: true })).toEqual(
      watershed(few, twoSeeds, { mask, line: true }),
    );
  });

  test('on scattered values equals scikit-image, with and without a line', () => {
    const seeds = labelsOf(['1.......', ...new Array(4).fill('........'), '.......2'].join('\n'));
    expect(draw(watershed(pattern(8, 6), seeds, { line: true }))).toBe(
      drawing(`
        11111111
        11111111
        11111111
        11111111
        1111111.
        111111.2`),
    );
    expect(draw(watershed(pattern(8, 6), seeds))).toBe(
      drawing(`
        11111111
        11111111
        11111111
        11111111
        11111112
        11111122`),
    );
  });

  test('equal values go to the nearer seed, and nothing outside the mask is flooded', () => {
    const flat = { width: 7, height: 2, data: new Float32Array(14) };
    const mask = maskOf('#######\n.#.#.#.');
    expect(draw(watershed(flat, labelsOf('1.....2\n.......'), { mask }))).toBe('1111222\n.1.1.2.');
  });

  test('a ridge is where basins meet, wherever their seeds are', () => {
    const ridge = { width: 8, height: 1, data: Float32Array.of(0, 1, 2, 3, 9, 1, 1, 0) };
    expect(draw(watershed(ridge, labelsOf('1......2'), { line: true }))).toBe('1111.222');
  });

  test('seeds of another size and NaN are refused', () => {
    expect(() => watershed(twoDiscs, labelsOf('1.2'))).toThrowError(/32 x 20 and 3 x 1/);
    const odd = { width: 3, height: 1, data: Float32Array.of(0, Number.NaN, 0) };
    expect(() => watershed(odd, labelsOf('1.2'))).toThrowError(/NaN/);
  });
});

describe('flood queues', () => {
  test.each([
    ['heap', () => heapQueue(2)],
    ['levels', () => levelQueue(3)],
  ])('%s: lowest level first, then the oldest, through growth', (_, make) => {
    const queue = make();
    queue.push(1, 0, -1, -1);
    const at = { level: 0, age: 0, index: 0, source: 0 };
    queue.pop(at);
    expect([at.level, at.index, queue.size]).toEqual([1, -1, 0]);
    for (let age = 1; age <= 3000; age++) queue.push((age * 7) % 3, age, age, 2 * age);
    const order: number[] = [];
    while (queue.size > 0) {
      queue.pop(at);
      expect(at.source).toBe(2 * at.index);
      order.push(at.index);
    }
    const all = Array.from({ length: 3000 }, (_, i) => i + 1);
    expect(order).toEqual([0, 1, 2].flatMap((level) => all.filter((age) => (age * 7) % 3 === level)));
  });
});
