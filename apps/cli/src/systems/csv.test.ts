import type { CellFeatures } from '@roentgen/models';
import { expect, test } from 'vitest';
import { readCsv } from '../io/csv.ts';
import { fieldRows, fieldsHead } from './cells.ts';

test('the name of a field cannot become a formula, and a centre left of the frame stays a number', () => {
  const cell = { label: 1, area: 4, centroidX: -0.5, centroidY: 2 } as CellFeatures;
  const text = `${fieldsHead()}${fieldRows('=2+5', undefined, [cell])}`;
  const [row] = readCsv(text, 'cells.csv', ['field', 'unit', 'centroidX']);
  expect(row).toEqual({ field: "'=2+5", unit: 'px', centroidX: '-0.5' });
});
