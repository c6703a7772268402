import { join } from 'node:path';
import { RoentgenError } from '@roentgen/kernels';
import {
  type CellSegmenter,
  cellSegmentationCard,
  checkCells,
  enforce,
  growingZip,
  type InputCheck,
  loadCellSegmenter,
  type Segmentation,
  writeLabelTiff,
  writeRoiZip,
} from '@roentgen/models';
import type { Context } from '../context.ts';
import { type FailureReport, reportOf } from '../io/failure.ts';
import { type GrowingFile, readInput } from '../io/files.ts';
import { type Field, fieldRows, fieldsHead, readField } from '../systems/cells.ts';
import { type ChannelNames, type PlannedField, planFields } from '../systems/fields.ts';
import { withHost } from '../systems/host.ts';
import { cardJson, cardText, checkLines } from '../systems/text.ts';
import { fileNames } from '../tensors.ts';
import { table } from '../text/table.ts';

/** What `segment` is told where several fields are given: `output` is a folder, and stains are names of channels. */
export interface FieldsOptions extends ChannelNames {
  readonly output: string;
  readonly features?: string;
  readonly rois?: string;
  readonly model?: string;
  readonly force?: boolean;
}

/** What one field gave; its labels, cells and regions are on the disk. */
interface Done {
  readonly field: string;
  readonly file: string;
  readonly cells: number;
  readonly checks: readonly InputCheck[];
  readonly spacing: Field['spacing'];
}

type Outcome = Done | ({ readonly field: string } & FailureReport);

const isDone = (outcome: Outcome): outcome is Done => 'file' in outcome;

/** The files that all fields share: the table, and the archive of regions. */
interface Shared {
  add(name: string, stem: string, found: Segmentation, spacing: Field['spacing']): Promise<void>;
  finish(): Promise<void>;
}

/** They begin with the first field, so that nothing is made where no field comes through. */
function sharedFiles({ outputs, signal }: Context, { features, rois }: FieldsOptions): Shared {
  const zip = growingZip();
  let table: GrowingFile | undefined;
  let archive: GrowingFile | undefined;
  return {
    async add(name, stem, { features: cells, labels }, spacing) {
      if (features !== undefined) {
        const first = table === undefined;
        table ??= await outputs.grow(features, signal);
        await table.append(`${first ? fieldsHead() : ''}${fieldRows(name, spacing, cells)}`);
      }
      if (rois === undefined) return;
      archive ??= await outputs.grow(rois, signal);
      await archive.append(zip.add(`${stem}-rois.zip`, writeRoiZip(labels)));
    },
    async finish() {
      await table?.finish();
      await archive?.append(zip.end());
      await archive?.finish();
    },
  };
}

async function segmentOne(
  context: Context,
  segmenter: CellSegmenter,
  { name, files }: PlannedField,
  force: boolean,
) {
  if (files instanceof RoentgenError) throw files;
  const { input, looked, spacing } = await readField(files, context.note);
  const checks = checkCells(looked);
  enforce(`field ${name}`, checks, force);
  const found = await segmenter.segment(input, {
    ...(spacing === undefined ? {} : { spacing }),
    signal: context.signal,
  });
  return { found, checks, spacing };
}

/** Everything that goes through the fields one by one. */
interface Walk {
  readonly context: Context;
  readonly segmenter: CellSegmenter;
  readonly shared: Shared;
  readonly options: FieldsOptions;
  /** What became of the fields so far, each as soon as it is known. */
  readonly outcomes: Outcome[];
}

/**
 * One field, from its files to its labels on the disk, and its part of the shared files. What cannot be read, is refused
 * or cannot be written is the field's own trouble; a table or an archive that cannot grow is everybody's, and thrown.
 */
async function walkField(walk: Walk, field: PlannedField, stem: string): Promise<void> {
  const { context, segmenter, shared, options, outcomes } = walk;
  const { name } = field;
  const file = join(options.output, `${stem}-labels.tif`);
  let one: Awaited<ReturnType<typeof segmentOne>>;
  try {
    one = await segmentOne(context, segmenter, field, options.force === true);
    const { found, spacing } = one;
    const bytes = await writeLabelTiff(found.labels, spacing && { spacing });
    await context.outputs.write([{ path: file, bytes }], context.signal);
  } catch (error) {
    context.signal.throwIfAborted();
    outcomes.push({ field: name, ...reportOf(error) });
    return;
  }
  const { found, checks, spacing } = one;
  outcomes.push({ field: name, file, cells: found.labels.count, checks, spacing });
  await shared.add(name, stem, found, spacing);
}

/** Field after field, none of which is kept in memory: one that fails does not stop the others. */
async function walkFields(
  context: Context,
  plan: readonly PlannedField[],
  options: FieldsOptions,
): Promise<Outcome[]> {
  const { model } = options;
  const stems = fileNames(plan.map(({ name }) => name));
  const outcomes: Outcome[] = [];
  const all = async (walk: Walk) => {
    for (const [done, field] of plan.entries()) {
      context.signal.throwIfAborted();
      context.progress.stage(`segmenting ${field.name}, field`, done + 1, plan.length);
      await walkField(walk, field, stems[done]);
    }
    await walk.shared.finish();
  };
  try {
    await withHost(context, model, async (host) => {
      const own = model === undefined ? {} : { model: await readInput(model) };
      using segmenter = await loadCellSegmenter(host, own);
      await all({ context, segmenter, shared: sharedFiles(context, options), options, outcomes });
    });
  } catch (error) {
    const done = outcomes.filter(isDone).length;
    if (done > 0)
      context.note(`the label pictures of ${done} of ${plan.length} fields are written, and nothing else`);
    throw error;
  }
  return outcomes;
}

/**
 * Several fields: a label picture each, written as soon as its field is done, one table and one archive of regions for
 * all. 1 where a field failed.
 */
export async function segmentFields(
  context: Context,
  images: readonly string[],
  options: FieldsOptions,
): Promise<number> {
  const { output, features, rois, model, nucleus, cytoplasm, dic } = options;
  const named = { ...(nucleus && { nucleus }), ...(cytoplasm && { cytoplasm }), ...(dic && { dic }) };
  const goals = [features, rois].filter((path) => path !== undefined);
  await context.outputs.keepApart(goals, [...images, model]);
  for (const path of goals) await context.outputs.checkFile(path);
  await context.outputs.folder(output);
  const outcomes = await walkFields(context, planFields(images, named), options);
  const done = outcomes.filter(isDone);
  const failed = outcomes.flatMap((outcome) => (isDone(outcome) ? [] : [outcome]));
  for (const { field, error } of failed) context.note(`${field} is left out: ${error.message}`);
  const fields = outcomes.map((outcome) =>
    isDone(outcome) ? { ...outcome, spacing: outcome.spacing ?? null } : outcome,
  );
  const error = failed.length === 0 ? {} : { error: failed[0].error };
  const answer = { ...cardJson(cellSegmentationCard, model), features, rois, fields, ...error };
  await context.answer(answer, text(done, options));
  return failed.length === 0 ? 0 : 1;
}

function text(done: readonly Done[], { features, rois, model }: FieldsOptions): string {
  const rows = done.map(({ field, cells, file }) => [field, String(cells), file]);
  const columns = [{ title: 'field' }, { title: 'cells', align: 'right' as const }, { title: 'labels' }];
  const remarks = done.flatMap(({ field, checks }) =>
    checkLines(checks).map((line) => `${field}: ${line}\n`),
  );
  const total = done.reduce((sum, { cells }) => sum + cells, 0);
  const csv = features === undefined ? '' : `${features}: ${total} rows\n`;
  const zip = rois === undefined ? '' : `${rois}: an archive of regions for each field\n`;
  return `${done.length === 0 ? '' : table(columns, rows)}${csv}${zip}${remarks.join('')}${cardText(cellSegmentationCard, model)}`;
}
