import { describe, expect, test } from 'vitest';
import { nucleusMask, pointSeeds } from './seeds.ts';
import { segmentCells } from './segment.ts';
import { discs, draw, maskOf } from './testing/drawing.ts';

const times = (plane: ReturnType<typeof discs>, factor: number) => ({
  ...plane,
  data: plane.data.map((value) => value * factor),
});

describe('nuclei', () => {
  test('what the cytoplasm channel outshines twice over is not nucleus', () => {
    const line = (...data: number[]) => ({ width: data.length, height: 1, data: Float32Array.from(data) });
    // R - clip(2 (G - R)) for R = 0.8 and G = 0.5, 0.9, 1: 0.8, 0.6, 0.4; five of each, so that the median keeps them.
    const five = (a: number, b: number, c: number) => line(...[a, b, c].flatMap((v) => new Array(5).fill(v)));
    expect(draw(nucleusMask(five(0.8, 0.8, 0.8), five(0.5, 0.9, 1)))).toBe('##########.....');
  });

  test('seeds are points on the mask, joined where they touch', () => {
    const points = [
      { x: 1, y: 0 },
      { x: 2, y: 0 },
      { x: 4, y: 0 },
      { x: 5, y: 0 },
    ];
    expect(draw(pointSeeds(points, maskOf('#####.')))).toBe('.11.2.');
  });
});

describe('segmentCells', () => {
  // Two touching cells with a nucleus each, and a third without one.
  const cells = [
    [60, 60, 34],
    [122, 60, 32],
    [60, 160, 20],
  ] as const;
  const probability = times(discs(190, 190, cells), 0.9);
  const nuclei = [
    [58, 60, 18],
    [124, 60, 18],
  ] as const;
  const nucleus = times(discs(190, 190, nuclei), 0.9);
  const cytoplasm = times(discs(190, 190, cells), 0.5);
  const at = (labels: { width: number; data: Uint32Array }, x: number, y: number) =>
    labels.data[y * labels.width + x]!;

  test('nuclei split what touches; what has no nucleus goes', () => {
    const labels = segmentCells(probability, { seeds: { from: 'nuclei', nucleus, cytoplasm } });
    expect(labels.count).toBe(2);
    const [left, right] = [at(labels, 50, 60), at(labels, 130, 60)];
    expect(new Set([left, right])).toEqual(new Set([1, 2]));
    expect(at(labels, 60, 160)).toBe(0);
    // The line runs midway between the nuclei and is as wide as one pixel grown by a 4 x 4 window.
    const row = [...labels.data.subarray(61 * 190 + 60, 61 * 190 + 122)];
    expect(row.filter((label) => label === 0).length).toBe(4);
    expect(Math.abs(row.indexOf(0) + 60 - 90)).toBeLessThanOrEqual(2);
  });

  test('the distance map splits them with one channel, and loses no pixel', () => {
    const labels = segmentCells(probability, { seeds: { from: 'distance', spacing: 10, smoothing: 2 } });
    expect(labels.count).toBe(3);
    expect(at(labels, 40, 60)).not.toBe(at(labels, 140, 60));
    probability.data.forEach((value, i) => {
      expect(labels.data[i]! > 0).toBe(value > 0.2);
    });
  });

  test('without seeds touching cells stay one', () => {
    expect(segmentCells(probability, { seeds: { from: 'none' } }).count).toBe(2);
  });

  test('small cells and cells at the border can be dropped', () => {
    const seeds = { from: 'none' } as const;
    expect(segmentCells(probability, { seeds, minimumArea: 2000 }).count).toBe(1);
    const cut = times(
      discs(60, 60, [
        [0, 30, 10],
        [30, 30, 10],
      ]),
      1,
    );
    expect(segmentCells(cut, { seeds }).count).toBe(2);
    expect(segmentCells(cut, { seeds, border: 'remove' }).count).toBe(1);
  });

  test('the threshold itself is background', () => {
    const line = { width: 3, height: 1, data: Float32Array.of(0.5, 0.500001, 0.4) };
    expect([...segmentCells(line, { threshold: 0.5, seeds: { from: 'none' } }).data]).toEqual([0, 1, 0]);
  });

  test('nothing above the threshold gives no cells, all above gives one', () => {
    const flat = (value: number) => ({ width: 8, height: 8, data: new Float32Array(64).fill(value) });
    for (const from of ['distance', 'none'] as const) {
      expect(segmentCells(flat(0), { seeds: { from } }).count).toBe(0);
      expect(segmentCells(flat(1), { seeds: { from } }).count).toBe(1);
    }
  });

  test('NaN and channels of another size are refused', () => {
    const odd = { width: 1, height: 1, data: Float32Array.of(Number.NaN) };
    expect(() => segmentCells(odd, { seeds: { from: 'none' } })).toThrowError(/NaN/);
    const small = discs(10, 10, []);
    expect(() =>
      segmentCells(probability, { seeds: { from: 'nuclei', nucleus: small, cytoplasm: small } }),
    ).toThrowError(/190 x 190 and 10 x 10/);
  });
});
