import { RoentgenError } from '@roentgen/kernels';
import {
  type CellFeatures,
  cellSegmentationCard,
  checkCells,
  enforce,
  loadCellSegmenter,
  type Segmentation,
  writeLabelTiff,
  writeRoiZip,
} from '@roentgen/models';
import type { CommonOptions, Context } from '../context.ts';
import { type OutputFile, readInput } from '../io/files.ts';
import { command, type Registration } from '../register.ts';
import { type Field, type FieldFiles, featuresCsv, readField } from '../systems/cells.ts';
import { withHost } from '../systems/host.ts';
import { cardJson, cardText, checkLines } from '../systems/text.ts';
import { segmentFields } from './segment-fields.ts';

interface SegmentOptions extends CommonOptions {
  readonly nucleus?: string;
  readonly cytoplasm?: string;
  readonly dic?: string;
  readonly output: string;
  readonly features?: string;
  readonly rois?: string;
  readonly model?: string;
  readonly force?: boolean;
}

export const segmentCommand: Registration = (parent, perform) => {
  command(
    parent,
    'segment [IMAGE...]',
    'cells of fluorescence fields (TIFF, PNG): one picture, one for each stain, or the files of many fields',
  )
    .option(
      '--nucleus <FILE>',
      'the picture of the nuclei, instead of IMAGE; of many: what names call it, as w1',
    )
    .option('--cytoplasm <FILE>', 'the picture of the cell bodies')
    .option('--dic <FILE>', 'the differential interference contrast picture')
    .requiredOption(
      '-o, --output <LABELS.tif>',
      'the label picture to write: 0 is background, 1..n are cells; of many fields: the folder for them',
    )
    .option('--features <CELLS.csv>', 'write the shape of each cell, with units')
    .option('--rois <CELLS.zip>', 'write the outline of each cell as regions for ImageJ’s ROI manager')
    .option('--model <FILE>', 'an ONNX network of your own, [n, 3, h, w] to logits [n, 1, h, w]')
    .option('--force', 'segment what the checks of the input refuse')
    .action((images: string[], options: SegmentOptions) => {
      if (images.length > 1) return perform(options, (context) => segmentFields(context, images, options));
      const files = fieldFiles(images[0], options);
      return perform(options, (context) => segment(context, files, options));
    });
};

function fieldFiles(image: string | undefined, { nucleus, cytoplasm, dic }: SegmentOptions): FieldFiles {
  const hint = 'give one IMAGE, or --nucleus and --cytoplasm (and --dic)';
  const stains = nucleus ?? cytoplasm ?? dic;
  if (image !== undefined && stains !== undefined)
    throw new RoentgenError('usage', 'IMAGE and pictures of stains exclude each other', { hint });
  if (image !== undefined) return { image };
  if (nucleus === undefined || cytoplasm === undefined) {
    throw new RoentgenError(
      'usage',
      stains === undefined
        ? 'no picture is given'
        : `--${nucleus === undefined ? 'nucleus' : 'cytoplasm'} is missing`,
      { hint },
    );
  }
  return { nucleus, cytoplasm, ...(dic === undefined ? {} : { dic }) };
}

async function segment(context: Context, files: FieldFiles, options: SegmentOptions): Promise<undefined> {
  const { output, features, rois, model } = options;
  if (!/\.tiff?$/i.test(output))
    throw new RoentgenError('usage', `'${output}' is no name for a TIFF file`, { hint: 'end it in .tif' });
  const goals = [output, features, rois].filter((path) => path !== undefined);
  await context.outputs.keepApart(goals, [...Object.values(files), model]);
  for (const path of goals) await context.outputs.checkFile(path);
  context.progress.stage('reading the pictures');
  const field = await readField(files, context.note);
  const checks = checkCells(field.looked);
  enforce('the picture', checks, options.force === true);
  const found = await segmented(context, field, model);
  await context.outputs.write(await results(found, field, options), context.signal);
  const { width, height, count } = found.labels;
  const answer = {
    ...cardJson(cellSegmentationCard, model),
    file: output,
    features: features ?? null,
    rois: rois ?? null,
    width,
    height,
    cells: count,
    spacing: field.spacing ?? null,
    checks,
  };
  await context.answer(answer, text(found, field, checkLines(checks), options));
  return undefined;
}

async function results(
  { labels, features }: Segmentation,
  { spacing }: Field,
  options: SegmentOptions,
): Promise<OutputFile[]> {
  const written: OutputFile[] = [
    { path: options.output, bytes: await writeLabelTiff(labels, spacing && { spacing }) },
  ];
  if (options.features !== undefined)
    written.push({ path: options.features, bytes: featuresCsv(features, spacing) });
  if (options.rois !== undefined) written.push({ path: options.rois, bytes: writeRoiZip(labels) });
  return written;
}

function segmented(
  context: Context,
  { input, spacing }: Field,
  model: string | undefined,
): Promise<Segmentation> {
  return withHost(context, model, async (host) => {
    using segmenter = await loadCellSegmenter(
      host,
      model === undefined ? {} : { model: await readInput(model) },
    );
    return await segmenter.segment(input, {
      ...(spacing === undefined ? {} : { spacing }),
      signal: context.signal,
      onProgress: (done, total) => context.progress.stage('segmenting', done, total),
    });
  });
}

function text(
  { labels, features }: Segmentation,
  { spacing }: Field,
  remarks: readonly string[],
  options: SegmentOptions,
): string {
  const unit = spacing?.unit ?? 'px';
  const area =
    features.length === 0
      ? ''
      : `, median area ${median(features.map((cell: CellFeatures) => cell.area)).toPrecision(4)} ${unit}^2`;
  const table = options.features === undefined ? '' : `${options.features}: ${features.length} rows\n`;
  const regions = options.rois === undefined ? '' : `${options.rois}: ${labels.count} regions for ImageJ\n`;
  const scale = spacing === undefined ? 'the file states no pixel size: lengths are in pixels\n' : '';
  return `${options.output}: ${labels.count} cells in ${labels.width} x ${labels.height} px${area}\n${table}${regions}${scale}${remarks.map((line) => `${line}\n`).join('')}${cardText(cellSegmentationCard, options.model)}`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}
