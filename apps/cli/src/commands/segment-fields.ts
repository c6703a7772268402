import { join } from 'node:path';
import { RoentgenError } from '@roentgen/kernels';
import {
  type CellSegmenter,
  cellSegmentationCard,
  checkCells,
  enforce,
  type InputCheck,
  loadCellSegmenter,
  type Segmentation,
  writeLabelTiff,
  writeRoiZip,
  writeZip,
} from '@roentgen/models';
import type { Context } from '../context.ts';
import { type FailureReport, reportOf } from '../io/failure.ts';
import { type OutputFile, readInput } from '../io/files.ts';
import { type Field, fieldsCsv, readField } from '../systems/cells.ts';
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

/** What one field gave. */
interface Done {
  readonly field: string;
  readonly file: string;
  readonly cells: number;
  readonly checks: readonly InputCheck[];
  readonly found: Segmentation;
  readonly spacing: Field['spacing'];
}

type Outcome = Done | ({ readonly field: string } & FailureReport);

async function segmentOne(
  context: Context,
  segmenter: CellSegmenter,
  { name, files }: PlannedField,
  file: string,
  force: boolean,
): Promise<Done> {
  if (files instanceof RoentgenError) throw files;
  const { input, looked, spacing } = await readField(files, context.note);
  const checks = checkCells(looked);
  enforce(`field ${name}`, checks, force);
  const found = await segmenter.segment(input, {
    ...(spacing === undefined ? {} : { spacing }),
    signal: context.signal,
  });
  return { field: name, file, cells: found.labels.count, checks, found, spacing };
}

/** Field after field: one that cannot be read or is refused does not stop the others. */
async function segmentAll(
  context: Context,
  plan: readonly PlannedField[],
  { output, model, force }: FieldsOptions,
): Promise<Outcome[]> {
  const names = fileNames(plan.map(({ name }) => name));
  return withHost(context, model, async (host) => {
    const own = model === undefined ? {} : { model: await readInput(model) };
    using segmenter = await loadCellSegmenter(host, own);
    const outcomes: Outcome[] = [];
    for (const [done, field] of plan.entries()) {
      context.signal.throwIfAborted();
      context.progress.stage(`segmenting ${field.name}, field`, done + 1, plan.length);
      try {
        const file = join(output, `${names[done]}-labels.tif`);
        outcomes.push(await segmentOne(context, segmenter, field, file, force === true));
      } catch (error) {
        context.signal.throwIfAborted();
        outcomes.push({ field: field.name, ...reportOf(error) });
      }
    }
    return outcomes;
  });
}

const isDone = (outcome: Outcome): outcome is Done => 'found' in outcome;

async function outputsOf(done: readonly Done[], { features, rois }: FieldsOptions): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  const regions: Record<string, Uint8Array> = {};
  for (const { file, field, found, spacing } of done) {
    files.push({ path: file, bytes: await writeLabelTiff(found.labels, spacing && { spacing }) });
    if (rois !== undefined) regions[`${field}-rois.zip`] = writeRoiZip(found.labels);
  }
  const measured = done.map(({ field, found, spacing }) => ({ field, spacing, cells: found.features }));
  if (features !== undefined) files.push({ path: features, bytes: fieldsCsv(measured) });
  if (rois !== undefined) files.push({ path: rois, bytes: writeZip(regions) });
  return files;
}

/** Several fields: a label picture each, one table and one archive of regions for all. 1 where a field failed. */
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
  const outcomes = await segmentAll(context, planFields(images, named), options);
  const done = outcomes.filter(isDone);
  const failed = outcomes.flatMap((outcome) => (isDone(outcome) ? [] : [outcome]));
  if (done.length > 0) await context.outputs.write(await outputsOf(done, options), context.signal);
  for (const { field, error } of failed) context.note(`${field} is left out: ${error.message}`);
  const fields = outcomes.map((outcome) => {
    if (!isDone(outcome)) return outcome;
    const { found: _, ...told } = outcome;
    return { ...told, spacing: told.spacing ?? null };
  });
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
