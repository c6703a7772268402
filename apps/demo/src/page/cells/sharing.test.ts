import { type WatershedSettings, watershedDefaults } from '@roentgen/models';
import { expect, it } from 'vitest';
import type { FieldRow } from '../../cells-protocol.ts';
import { sharingOf, sharingWords } from './sharing.ts';

const own = watershedDefaults({ intensity: { width: 1, height: 1, data: new Float32Array(1) } });
const others: WatershedSettings = { ...own, threshold: 0.7 };
const row = (count: number | null, settings: WatershedSettings | null, bad = false): FieldRow => ({
  ...{ name: 'A', files: [], count, warnings: [], settings },
  error: bad ? { code: 'format', message: 'torn' } : null,
});
const words = (fields: readonly FieldRow[], settings: WatershedSettings) =>
  sharingWords(sharingOf(fields, 0, settings));

it('counts the fields that have the settings on screen, which are those of the shown one', () => {
  expect(words([row(3, own), row(4, own), row(5, own)], others)).toBe('1 of 3 fields have these settings.');
  expect(words([row(3, others), row(4, others), row(null, null, true)], others)).toBe(
    'All 2 fields have these settings.',
  );
});

it('says of fields that are yet to run whether they will have them', () => {
  const waiting = [row(3, others), row(4, others), row(null, null)];
  expect(words(waiting, others)).toBe('All 2 fields have these settings; 1 is yet to run.');
  expect(sharingOf(waiting, 0, others).all).toBe(false);
  const promised = [row(3, others), row(4, others), row(null, others)];
  expect(words(promised, others)).toBe('All 2 fields have these settings, and the 1 yet to run will.');
  expect(sharingOf(promised, 0, others).all).toBe(true);
});
