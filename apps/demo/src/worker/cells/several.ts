import type { WatershedSettings } from '@roentgen/models';
import type { ChannelChoice, ChannelReport, SettingsForAll } from '../../cells-protocol.ts';
import type { Request, Source } from '../../protocol.ts';
import { modelKey } from '../cache.ts';
import { createClock } from '../clock.ts';
import type { Job } from '../worker.ts';
import { type Before, beforeOf, resplit } from './all-fields.ts';
import {
  type Batch,
  expectChannels,
  type FieldFiles,
  isBatchOf,
  isKept,
  progressOf,
  rowsOf,
  runBatch,
  sourceOf,
} from './batch.ts';
import type { Field } from './field.ts';
import { type Chosen, channelReport, chosen, firstPlane } from './input.ts';
import { type Ended, type Last, type Loader, type RunRequest, runCells, takeUp } from './run.ts';

/** What a batch keeps of each field: no decoded picture, so that a hundred fields fit into memory. */
export interface KeptField extends Ended {
  readonly spacing: Field['spacing'];
}

interface Parts {
  readonly open: (source: Source, job: Job) => Promise<Field>;
  readonly load: Loader;
  readonly nextRun: () => number;
}

const keptOf = ({ checks, times, defaults, segmentation, found, from }: Last): KeptField => ({
  ...{ checks, times, defaults, segmentation, found },
  spacing: from.field.spacing,
});

const toldOf = ({ found, checks }: KeptField) => ({
  count: found.count,
  settings: found.settings,
  warnings: checks.filter(({ level }) => level !== 'ok').map(({ message }) => message),
});

/** The first field that can be opened: its channels are those of all. Throws what the first one threw where none can. */
async function firstField(fields: readonly FieldFiles[], open: Parts['open'], job: Job): Promise<Field> {
  let trouble: unknown;
  for (const field of fields) {
    try {
      return await open(sourceOf(field), job);
    } catch (error) {
      if (job.signal.aborted) throw error;
      trouble ??= error;
    }
  }
  throw trouble;
}

/** Asks about the channels of several fields by showing those of the first. */
export async function fieldsReport(
  fields: readonly FieldFiles[],
  open: Parts['open'],
  job: Job,
  plane: Extract<Request, { type: 'cells-channels' }>['plane'],
): Promise<ChannelReport> {
  const report = await channelReport(await firstField(fields, open, job), job, plane);
  return { ...report, fields: fields.map(({ name }) => name) };
}

/** How the fields of a batch are read. */
interface Reading {
  readonly choice: ChannelChoice;
  /** What every field has to call its channels. */
  readonly names: readonly string[];
}

/** Several fields that were opened together: run one after the other, each shown when it is asked for. */
export class SeveralFields {
  /** The batch of which a field is shown; undefined where the one that is shown came alone. */
  batch: Batch<KeptField> | undefined;
  /** The batch that was begun last, which goes on where it stopped; shown once a field of it is. */
  #begun: Batch<KeptField> | undefined;
  #shown = 0;
  /** How the fields of `batch` are read. */
  #read: Reading | undefined;
  /** What the fields of `batch` had before they were given the settings of one. */
  #before: Before | undefined;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Runs what has not been run, and gives the field that is to be shown. */
  async run(request: RunRequest, fields: readonly FieldFiles[], job: Job): Promise<Last> {
    job.report({ stage: 'read', what: `the channels of ${fields.length} fields` });
    const reading = await this.#reading(fields, request, job);
    const how = JSON.stringify([reading.choice, modelKey(request.model)]);
    const batch = (await this.#known(fields, how)) ?? { how, fields, entries: [] };
    this.#begun = batch;
    const only = request.source.kind === 'files' ? request.source.show : undefined;
    let fresh: Last | undefined;
    const one = async (index: number) => {
      const last = await this.#runOne(request, reading, batch, index, job);
      if (only === index || !batch.entries.some(isKept)) fresh = last;
      return keptOf(last);
    };
    await runBatch(batch, one, job.signal, only);
    const shown = only ?? Math.max(0, batch.entries.findIndex(isKept));
    const entry = batch.entries[shown];
    if (!isKept(entry)) throw entry?.thrown;
    const from = { ...batch.fields[shown], kept: entry.kept };
    const last = fresh ?? (await this.#takeUp(request, reading, from, job));
    // Only now: where something throws above, what is on screen is still that of before, and is what is saved.
    if (this.batch !== batch) this.#before = undefined;
    [this.batch, this.#shown, this.#read] = [batch, shown, reading];
    return this.#told(batch, last);
  }

  /** A batch that is kept, of these files and this choice. */
  async #known(fields: readonly FieldFiles[], how: string): Promise<Batch<KeptField> | undefined> {
    for (const batch of new Set([this.batch, this.#begun]))
      if (batch !== undefined && (await isBatchOf(batch, fields, how))) return batch;
    return undefined;
  }

  /** A field that came alone is shown. */
  leave(): void {
    [this.batch, this.#begun, this.#before] = [undefined, undefined, undefined];
  }

  /** What a change of settings made of the field that is shown. */
  update(cells: Pick<Ended, 'segmentation' | 'found'>): void {
    const entry = this.batch?.entries[this.#shown];
    if (this.batch !== undefined && isKept(entry))
      this.batch.entries[this.#shown] = { kept: { ...entry.kept, ...cells } };
  }

  /** Uses these settings for all fields, run or yet to run; null gives each back what it had before that was done last. */
  async settingsForAll(
    last: Last,
    settings: WatershedSettings | null,
    job: Job,
  ): Promise<
    Omit<SettingsForAll, 'found'> & { readonly cells: Pick<Ended, 'segmentation' | 'found'> | undefined }
  > {
    const { batch } = this;
    const [reading, before] = [this.#read, this.#before];
    if (batch === undefined || reading === undefined) throw new Error('There is one field only.');
    if (settings === null && before === undefined) throw new Error('Each field has its own settings.');
    if (settings !== null) this.#before = beforeOf(batch);
    batch.settings = settings ?? before?.waiting;
    const read = (index: number, each: Job) => this.#field(batch.fields[index], reading, each);
    const wanted = (index: number, { defaults }: KeptField) => settings ?? before?.run[index] ?? defaults;
    const { shown: cells, ...told } = await resplit(
      { batch, read, shown: { index: this.#shown, last } },
      wanted,
      job,
    );
    // A stop on the way back leaves the rest to be brought back later.
    if (settings === null && !told.stopped && this.#before === before) this.#before = undefined;
    return { ...told, cells, batch: rowsOf(batch, toldOf), revertible: this.#before !== undefined };
  }

  async #reading(fields: readonly FieldFiles[], { cells }: RunRequest, job: Job): Promise<Reading> {
    const first = await firstField(fields, this.#parts.open, job);
    const choice = cells ?? { roles: first.guess, ...firstPlane(first) };
    return { choice, names: first.channels.map(({ name }) => name) };
  }

  async #field(field: FieldFiles, { choice, names }: Reading, job: Job): Promise<Chosen> {
    const opened = await this.#parts.open(sourceOf(field), job);
    expectChannels(
      field.name,
      opened.channels.map(({ name }) => name),
      names,
    );
    return chosen(opened, choice, job);
  }

  async #runOne(
    request: RunRequest,
    reading: Reading,
    batch: Batch<KeptField>,
    index: number,
    job: Job,
  ): Promise<Last> {
    const report = progressOf(job.report, index, batch);
    report({ stage: 'read' });
    const clock = createClock();
    const from = await clock.time('read', () => this.#field(batch.fields[index], reading, job));
    const run = { request, from, clock, run: this.#parts.nextRun(), settings: batch.settings };
    return runCells(run, this.#parts.load, { ...job, report });
  }

  async #takeUp(
    request: RunRequest,
    reading: Reading,
    { kept, ...field }: FieldFiles & { readonly kept: KeptField },
    job: Job,
  ): Promise<Last> {
    const from = await this.#field(field, reading, job);
    return takeUp({ request, from, run: this.#parts.nextRun() }, kept);
  }

  #told(batch: Batch<KeptField>, last: Last): Last {
    const shown = this.#shown;
    const { name: title } = batch.fields[shown];
    return {
      ...last,
      result: {
        ...last.result,
        title,
        batch: rowsOf(batch, toldOf),
        shown,
        revertible: this.#before !== undefined,
      },
    };
  }
}
