import type { WatershedSettings } from '@roentgen/models';
import type { FieldRow } from '../../cells-protocol.ts';
import { sameSettings } from '../../cells-settings.ts';

/** How many fields have the settings of the one on screen. */
export interface Sharing {
  /** Fields with cells, and how many of them have these settings. */
  readonly run: number;
  readonly alike: number;
  /** Fields that are yet to run, and how many of them will have these settings. */
  readonly waiting: number;
  readonly promised: number;
  /** Whether there is no field left that would have others. */
  readonly all: boolean;
}

/** Of fields as they stand, of which one is on screen with these settings. */
export function sharingOf(fields: readonly FieldRow[], shown: number, settings: WatershedSettings): Sharing {
  const has = (row: FieldRow) =>
    row === fields[shown] || (row.settings !== null && sameSettings(row.settings, settings));
  const run = fields.filter(({ count }) => count !== null);
  const waiting = fields.filter(({ count, error }) => count === null && error === null);
  const [alike, promised] = [run.filter(has).length, waiting.filter(has).length];
  const all = alike === run.length && promised === waiting.length;
  return { run: run.length, alike, waiting: waiting.length, promised, all };
}

/** The same in words. */
export function sharingWords({ run, alike, waiting, promised, all }: Sharing): string {
  const yet =
    waiting === 0
      ? ''
      : all
        ? `, and the ${waiting} yet to run will`
        : `; ${waiting} ${waiting === 1 ? 'is' : 'are'} yet to run`;
  const fields = `${run} ${run === 1 ? 'field has' : 'fields have'}`;
  if (alike === run) return `${run === 1 ? 'This field has' : `All ${fields}`} these settings${yet}.`;
  const will = promised > 0 && !all ? ', which will have them' : '';
  return `${alike} of ${fields} these settings${yet}${will}.`;
}
