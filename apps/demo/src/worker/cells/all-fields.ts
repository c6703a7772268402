import { cellSplitter, type WatershedSettings } from '@roentgen/models';
import type { SettingsForAll } from '../../cells-protocol.ts';
import { sameSettings } from '../../cells-settings.ts';
import { breathe } from '../breathe.ts';
import { plainError } from '../errors.ts';
import type { Job } from '../worker.ts';
import { type Batch, isKept, progressOf } from './batch.ts';
import type { Chosen } from './input.ts';
import { cellsBy, type Ended, type Last } from './run.ts';

/** What the fields of a batch had before one field's settings were used for all: to be brought back. */
export interface Before {
  /** By the place of the field; those that had not been run have none. */
  readonly run: readonly (WatershedSettings | undefined)[];
  /** Of fields that were yet to run; none is each one's own defaults. */
  readonly waiting: WatershedSettings | undefined;
}

/** What the fields have now. */
export const beforeOf = ({ entries, settings }: Batch<Ended>): Before => ({
  run: Array.from(entries, (entry) => (isKept(entry) ? entry.kept.found.settings : undefined)),
  waiting: settings,
});

type Cells = ReturnType<typeof cellsBy>;

/** How far it came. */
export interface Resplit extends Pick<SettingsForAll, 'failed' | 'stopped'> {
  /** The cells of the field that is shown, where they are others now. */
  readonly shown: Cells | undefined;
}

/** A batch, and how its files are read again: it keeps no pictures. */
export interface Again<T extends Ended> {
  readonly batch: Batch<T>;
  readonly read: (index: number, job: Job) => Promise<Chosen>;
  /** The field on screen, whose pictures are there. */
  readonly shown: { readonly index: number; readonly last: Last };
}

/**
 * Tells the cells of all finished fields apart by other settings, field after field, without the network; cells that were
 * deleted by hand stay deleted. A field whose files cannot be read any more keeps its cells and is named; a stop leaves
 * the rest as they were.
 */
export async function resplit<T extends Ended>(
  { batch, read, shown }: Again<T>,
  wanted: (index: number, now: T) => WatershedSettings,
  job: Job,
): Promise<Resplit> {
  const due = [...batch.entries.keys()].filter((index) => {
    const entry = batch.entries[index];
    return isKept(entry) && !sameSettings(entry.kept.found.settings, wanted(index, entry.kept));
  });
  // The one that is seen comes first, before anything is waited for: a slider may move while the others are read.
  due.sort((a, b) => Number(b === shown.index) - Number(a === shown.index));
  const failed: string[] = [];
  let seen: Cells | undefined;
  const one = async (index: number, told: Job) => {
    const { last } = shown;
    const mine = index === shown.index;
    const from = mine ? last.from : await read(index, told);
    const entry = batch.entries[index];
    if (!isKept(entry)) return;
    const { segmentation, found } = entry.kept;
    const splitter = mine
      ? last.splitter
      : cellSplitter(segmentation.probability, from.input, from.field.spacing);
    const cells = cellsBy(from, splitter, wanted(index, entry.kept), found.marks);
    batch.entries[index] = { kept: { ...entry.kept, ...cells } };
    if (mine) seen = cells;
  };
  for (const [done, index] of due.entries()) {
    const report = progressOf(job.report, index, batch);
    report({ stage: 'finish', what: 'the cells', done, total: due.length });
    try {
      await one(index, { ...job, report });
      await breathe(job);
    } catch (error) {
      if (job.signal.aborted) return { failed, shown: seen, stopped: true };
      failed.push(`${batch.fields[index].name}: ${plainError(error).message}`);
    }
  }
  return { failed, shown: seen, stopped: false };
}
