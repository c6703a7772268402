import { describe, expect, test } from 'vitest';
import { FloodQueue } from './flood-queue.ts';
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

describe('the flood queue', () => {
  const label = 7;

  test.each([
    ['through the heap, while a seed waits', 3],
    ['in lines', 0],
  ])('gives the lowest level first, then the oldest: %s', (_, last) => {
    const queue = new FloodQueue(4, 2);
    queue.plantInHeap(0, 5000, label);
    if (last > 0) queue.plantInHeap(last, 6000, label);
    queue.next();
    expect([queue.index, queue.level, queue.seed, queue.seedsWait]).toEqual([5000, 0, true, last > 0]);
    for (let age = 1; age <= 3000; age++) queue.push((age * 7) % 3, age, label);
    const order: number[] = [];
    while (queue.size > 0) {
      queue.next();
      expect([queue.label, queue.level]).toEqual([label, queue.seed ? last : (queue.index * 7) % 3]);
      order.push(queue.index);
    }
    const all = Array.from({ length: 3000 }, (_, i) => i + 1);
    const wanted = [0, 1, 2].flatMap((level) => all.filter((age) => (age * 7) % 3 === level));
    expect(order).toEqual(last > 0 ? [...wanted, 6000] : wanted);
  });

  test('what waits when the last seed has come goes on in its order', () => {
    const queue = new FloodQueue(3);
    for (const level of [0, 1]) queue.plantInHeap(level, -1 - level, label);
    queue.next();
    for (const [index, level] of [2, 1, 2, 1, 0].entries()) queue.push(level, index, label);
    const order: number[] = [];
    while (queue.size > 0) {
      queue.next();
      order.push(queue.index);
      if (queue.seed) queue.push(2, 9, label);
    }
    expect(order).toEqual([4, -2, 1, 3, 0, 2, 9]);
  });
});

describe('parts of a mask', () => {
  /** The definition, with a list that is searched: lowest first, then oldest. Seeds of one level in any order. */
  function plainFlood(
    plane: { width: number; height: number; data: Float32Array },
    seeds: Uint32Array,
    mask: Uint8Array,
  ) {
    const labels = seeds.map((seed, i) => (mask[i] === 0 ? 0 : seed));
    const waiting: { at: number; level: number; age: number }[] = [];
    labels.forEach((seed, at) => {
      if (seed !== 0) waiting.push({ at, level: plane.data[at]!, age: 0 });
    });
    for (let age = 1; waiting.length > 0; ) {
      const first = waiting.reduce((a, b) =>
        b.level < a.level || (b.level === a.level && b.age < a.age) ? b : a,
      );
      waiting.splice(waiting.indexOf(first), 1);
      const [x, y] = [first.at % plane.width, Math.floor(first.at / plane.width)];
      for (const [dx, dy] of [
        [0, -1],
        [-1, 0],
        [1, 0],
        [0, 1],
      ] as const) {
        if (x + dx < 0 || x + dx >= plane.width || y + dy < 0 || y + dy >= plane.height) continue;
        const at = first.at + dy * plane.width + dx;
        if (mask[at] === 0 || labels[at] !== 0) continue;
        labels[at] = labels[first.at]!;
        waiting.push({ at, level: Math.max(first.level, plane.data[at]!), age: age++ });
      }
    }
    return labels;
  }

  test('flood alone as they do together: with one seed, several, none, and outside of the mask', () => {
    let state = 5;
    const random = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    for (let round = 0; round < 40; round++) {
      const [w, h] = [5 + Math.floor(12 * random()), 5 + Math.floor(12 * random())];
      const plane = { width: w, height: h, data: Float32Array.from({ length: w * h }, () => random() - 0.5) };
      const mask = {
        width: w,
        height: h,
        data: Uint8Array.from(plane.data, () => (random() < 0.65 ? 1 : 0)),
      };
      const seeds = { width: w, height: h, data: new Uint32Array(w * h), count: 6 };
      for (let seed = 1; seed <= 6; seed++) seeds.data[Math.floor(random() * w * h)] = seed;
      expect(watershed(plane, seeds, { mask }).data).toEqual(plainFlood(plane, seeds.data, mask.data));
    }
  });
});
