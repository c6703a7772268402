import type { CellFeatures, WatershedSettings } from '@roentgen/models';
import { expect, it } from 'vitest';
import { fieldsCsv } from './csv.ts';

const settings: WatershedSettings = {
  ...{ threshold: 0.5, minimumArea: 20, border: 'keep', seeds: 'distance', seedSpacing: 5, smoothing: 1 },
  nucleusRadius: null,
};
const field = (name: string, area: number, spacing?: { row: number; column: number; unit: 'um' }) => ({
  name,
  spacing,
  features: [{ label: 1, area, centroidX: 3 } as CellFeatures],
  found: { settings, marks: [] },
});
const half = { row: 0.5, column: 0.5, unit: 'um' } as const;
const rows = (text: string) =>
  text
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));

it('puts the cells of all fields into one table, by field', () => {
  const [head, ...lines] = rows(fieldsCsv([field('A1', 10, half), field('A2', 20, half)]));
  expect(head.slice(0, 4)).toEqual(['field', 'label', 'area (um^2)', 'centroidX (px)']);
  expect(lines.map((line) => line.slice(0, 4))).toEqual([
    ['A1', '1', '10', '3'],
    ['A2', '1', '20', '3'],
  ]);
  expect(lines[0][head.indexOf('pixel_width (um)')]).toBe('0.5');
});

it('does not let the name of a field become a formula', () => {
  const [, line] = rows(fieldsCsv([field('=A1+cmd', 10, half)]));
  expect(line.slice(0, 4)).toEqual([`"'=A1+cmd"`, '1', '10', '3']);
});

it('says the unit in a column where fields differ in it, and quotes names', () => {
  const text = fieldsCsv([field('A1', 10, half), field('B "2"', 20)]);
  const [head, first, second] = rows(text);
  expect(head.slice(0, 5)).toEqual(['field', 'unit', 'label', 'area', 'centroidX (px)']);
  expect(first.slice(0, 4)).toEqual(['A1', 'um', '1', '10']);
  expect(second.slice(0, 4)).toEqual(['"B ""2"""', 'px', '1', '20']);
  expect(second[head.indexOf('pixel_width (um)')]).toBe('');
});
