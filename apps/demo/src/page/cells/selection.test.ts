import { expect, it } from 'vitest';
import type { CellsFound } from '../../cells-protocol.ts';
import { innerPixel, labelsAt, pointsOf, selectedBy, sortedRows } from './selection.ts';

/** A bow (1), whose centre of mass lies outside of it, and a square (2). */
const labels = {
  width: 6,
  height: 3,
  data: Uint32Array.from([...[1, 1, 1, 0, 0, 0], ...[1, 0, 1, 0, 2, 2], ...[1, 0, 1, 0, 2, 2]]),
};
const rows = [
  { label: 1, centroidX: 1, centroidY: 6 / 7, boxLeft: 0, boxTop: 0, boxWidth: 3, boxHeight: 3, area: 7 },
  { label: 2, centroidX: 4.5, centroidY: 1.5, boxLeft: 4, boxTop: 1, boxWidth: 2, boxHeight: 2, area: null },
];
const found = { labels, rows } as unknown as CellsFound;

it('finds a pixel inside of each cell, and the cell at it after a change', () => {
  expect(innerPixel(labels, rows[0])).toEqual({ x: 1, y: 0 });
  const points = pointsOf(found, new Set([1, 2]));
  const renamed = { ...found, labels: { ...labels, data: labels.data.map((label) => [0, 2, 5][label]) } };
  expect([...labelsAt(renamed, points)]).toEqual([2, 5]);
  expect(
    labelsAt(found, [
      { x: 1, y: 1 },
      { x: -1, y: 0 },
    ]).size,
  ).toBe(0);
});

it('sorts both ways, what has no value last, equals by label', () => {
  const list = [
    { label: 3, a: 1 },
    { label: 1, a: null },
    { label: 2, a: 1 },
    { label: 4, a: 0 },
  ];
  const order = (descending: boolean) => sortedRows(list, { key: 'a', descending }).map(({ label }) => label);
  expect(order(false)).toEqual([4, 2, 3, 1]);
  expect(order(true)).toEqual([2, 3, 4, 1]);
});

it('selects one, adds, takes away, and fills a range in the order that is seen', () => {
  const order = [5, 3, 9, 1];
  const no = { toggle: false, range: false };
  expect([...selectedBy(new Set([5, 3]), 9, order, no)]).toEqual([9]);
  expect([...selectedBy(new Set([9]), 9, order, no)]).toEqual([]);
  expect([...selectedBy(new Set([5]), 9, order, { ...no, toggle: true })]).toEqual([5, 9]);
  expect([...selectedBy(new Set([5, 9]), 5, order, { ...no, toggle: true })]).toEqual([9]);
  expect([...selectedBy(new Set([3]), 1, order, { ...no, range: true })]).toEqual([3, 9, 1]);
});
