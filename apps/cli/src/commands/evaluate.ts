import { basename, join } from 'node:path';
import {
  cellSegmentationCard,
  evaluateCells,
  evaluateSuperResolution,
  type Labels,
  loadCellSegmenter,
  loadSuperResolver,
  readPng,
  superResolutionCard,
} from '@roentgen/models';
import type { Command } from 'commander';
import type { CommonOptions, Context } from '../context.ts';
import { about } from '../io/about.ts';
import { isFolder, readInput } from '../io/files.ts';
import { command, type Registration, type Runner } from '../register.ts';
import { readField } from '../systems/cells.ts';
import { type FoldOptions, foldRows, ownModel } from '../systems/folds.ts';
import { withHost } from '../systems/host.ts';
import { cardText } from '../systems/text.ts';
import { readVolume } from '../systems/volumes.ts';
import { facts } from '../text/table.ts';
import { addPneumonia } from './evaluate-pneumonia.ts';
import { qualityTable, scaleOption } from './upscale.ts';

interface ResolutionOptions extends CommonOptions {
  readonly scale: '2' | '4';
  readonly ensemble?: boolean;
  readonly limit?: boolean;
}

export const evaluateCommand: Registration = (parent, perform) => {
  const group = parent
    .command('evaluate')
    .description('how good the networks are, on data of your own')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false);
  addPneumonia(group, perform);
  addResolution(group, perform);
  addCells(group, perform);
};

function addResolution(group: Command, perform: Runner): void {
  command(
    group,
    'super-resolution <FILE...>',
    'reduces volumes, restores them: PSNR and SSIM beside interpolation',
  )
    .addOption(scaleOption())
    .option('--ensemble', 'also the average over flips and turns')
    .option('--limit', 'also the result held to the input around each voxel')
    .action((files: string[], options: ResolutionOptions) =>
      perform(options, (context) => resolution(context, files, options)),
    );
}

function addCells(group: Command, perform: Runner): void {
  command(
    group,
    'cell-segmentation <DIR>',
    'Dice, Jaccard, precision, recall, errors of shape (DIR: index.csv, images/, labels/)',
  )
    .requiredOption('--fold <NAME>', 'the rows of index.csv to use')
    .option('--model <FILE>', 'an ONNX network of your own')
    .action((folder: string, options: FoldOptions) =>
      perform(options, (context) => cells(context, folder, options)),
    );
}

async function resolution(
  context: Context,
  files: readonly string[],
  options: ResolutionOptions,
): Promise<undefined> {
  const scale = options.scale === '2' ? 2 : 4;
  // A name that is wrong is told before the first volume is worked on.
  for (const file of files) await isFolder(file);
  const { rows, blocks } = await withHost(context, undefined, async (host) => {
    using resolver = await loadSuperResolver(host, scale);
    const all: object[] = [];
    const texts: string[] = [];
    for (const file of files) {
      const volume = await readVolume(context, file);
      context.progress.stage(`reducing and restoring ${basename(file)}`);
      const settings = {
        ensemble: options.ensemble === true,
        limit: options.limit === true,
        signal: context.signal,
        onProgress: ({ done, total }: { done: number; total: number }) =>
          context.progress.stage(`restoring ${basename(file)}`, done, total),
      };
      const found = await about(file, () => evaluateSuperResolution(resolver, volume, settings));
      all.push(...found.map((row) => ({ file, scale, ...row })));
      texts.push(`${file}, ${scale}x\n${qualityTable(found)}`);
    }
    return { rows: all, blocks: texts };
  });
  await context.answer({ rows }, `${blocks.join('\n')}${cardText(superResolutionCard, undefined)}`);
  return undefined;
}

async function readLabels(path: string): Promise<Labels> {
  const { width, height, data } = await about(path, async () => readPng(await readInput(path)));
  const labels = Uint32Array.from(data.subarray(0, width * height));
  return { width, height, data: labels, count: labels.reduce((most, label) => Math.max(most, label), 0) };
}

async function cells(context: Context, folder: string, { fold, model }: FoldOptions): Promise<undefined> {
  const rows = await foldRows(folder, 'index.csv', fold, ['file']);
  const cases = rows.map(({ file }) => ({
    file,
    read: async () => ({
      input: (await readField({ image: join(folder, 'images', file) }, context.note)).input,
      truth: await readLabels(join(folder, 'labels', file)),
    }),
  }));
  const found = await withHost(context, model, async (host) => {
    using segmenter = await loadCellSegmenter(host, await ownModel(model));
    const onImage = (done: number, total: number) => context.progress.stage('segmenting', done, total);
    return await evaluateCells(segmenter, cases, { signal: context.signal, onImage });
  });
  const { mean, featureErrors, count, matchedCells, missedCells } = found;
  const lines = facts([
    ['pictures', `${count} of fold ${fold}`],
    ...(['dice', 'jaccard', 'precision', 'recall'] as const).map(
      (key) => [key, mean[key].toFixed(4)] as const,
    ),
    [
      'cells',
      `precision ${mean.cellPrecision.toFixed(4)}, recall ${mean.cellRecall.toFixed(4)}, F1 ${mean.cellF1.toFixed(4)}`,
    ],
    ['matched cells', `${matchedCells}, missed ${missedCells}`],
    ...Object.entries(featureErrors).map(
      ([name, error]) => [`error of ${name}`, `${error.toFixed(1)} %`] as const,
    ),
  ]);
  const row = {
    fold,
    method: model ?? cellSegmentationCard.name,
    ...mean,
    featureErrors,
    count,
    matchedCells,
    missedCells,
  };
  await context.answer({ rows: [row], images: found.rows }, lines + cardText(cellSegmentationCard, model));
  return undefined;
}
