import { join } from 'node:path';
import { RoentgenError } from '@roentgen/kernels';
import {
  chooseOperatingPoint,
  createCodecs,
  evaluatePneumonia,
  type LabelledRadiograph,
  loadPneumoniaClassifier,
  measureOperatingPoint,
  type OperatingPoint,
  type PneumoniaClassifier,
  type PneumoniaScores,
  type Proportion,
  pneumoniaCard,
  readRadiograph,
} from '@roentgen/models';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { about } from '../io/about.ts';
import { readInput } from '../io/files.ts';
import { command, type Runner } from '../register.ts';
import { type FoldOptions, foldRows, ownModel } from '../systems/folds.ts';
import { withHost } from '../systems/host.ts';
import { cardText } from '../systems/text.ts';
import { facts } from '../text/table.ts';

interface PneumoniaOptions extends FoldOptions {
  readonly chooseOn?: string;
}

export function addPneumonia(group: Command, perform: Runner): void {
  command(
    group,
    'pneumonia <DIR>',
    'AUROC of the score and of the view guessed from it, sensitivity and specificity (DIR: labels.csv and images/)',
  )
    .requiredOption('--fold <NAME>', 'the rows of labels.csv to use')
    .option(
      '--choose-on <NAME>',
      "choose the operating point on these rows instead of taking the model card's",
    )
    .option('--model <FILE>', 'an ONNX network of your own')
    .action((folder: string, options: PneumoniaOptions) =>
      perform(options, (context) => pneumonia(context, folder, options)),
    );
}

/** An operating point, and where it comes from. */
interface Sourced extends OperatingPoint {
  readonly chosenOn: string;
}

async function casesOf(folder: string, fold: string): Promise<LabelledRadiograph[]> {
  const rows = await foldRows(folder, 'labels.csv', fold, ['file', 'pneumonia', 'view']);
  const codecs = createCodecs();
  return rows.map(({ file, pneumonia: label, view }) => ({
    file,
    pneumonia: label === '1',
    view: view === 'PA' ? 'PA' : 'AP',
    read: () => {
      const path = join(folder, 'images', file);
      return about(path, async () => readRadiograph(await readInput(path), `'${file}'`, { codecs }));
    },
  }));
}

const valuesOf = ({ scores }: PneumoniaScores) => scores.map(({ score }) => score);
const labelsOf = (cases: readonly LabelledRadiograph[]) => cases.map(({ pneumonia: label }) => label);

/** The point that was asked for; null for a network of one's own without any. */
async function pointOf(
  score: (cases: readonly LabelledRadiograph[]) => Promise<PneumoniaScores>,
  folder: string,
  { fold, chooseOn, model }: PneumoniaOptions,
): Promise<Sourced | null> {
  if (chooseOn === fold)
    throw new RoentgenError('usage', `fold '${fold}' cannot both choose an operating point and measure it`, {
      hint: 'choose on the validation fold: --choose-on val --fold test',
    });
  if (chooseOn !== undefined) {
    const cases = await casesOf(folder, chooseOn);
    const point = chooseOperatingPoint(valuesOf(await score(cases)), labelsOf(cases));
    return { ...point, chosenOn: `${cases.length} of fold ${chooseOn}` };
  }
  const { operatingPoint } = pneumoniaCard;
  if (model !== undefined || operatingPoint === undefined) return null;
  const { threshold, unsure, chosenOn } = operatingPoint;
  return { threshold, unsure, chosenOn };
}

const share = ({ hits, of, value, low, high }: Proportion) =>
  `${value.toFixed(4)} (${hits} of ${of}; 95 % interval ${low.toFixed(4)} to ${high.toFixed(4)})`;

function pointLines(point: Sourced, figures: ReturnType<typeof measureOperatingPoint>) {
  const [low, high] = point.unsure;
  return [
    ['operating point', `${point.threshold}, unsure from ${low} to ${high} (${point.chosenOn})`],
    ['sensitivity', share(figures.sensitivity)],
    ['specificity', share(figures.specificity)],
    ['unsure', `${figures.inUnsure.hits} of ${figures.inUnsure.of}`],
  ] as const;
}

async function pneumonia(context: Context, folder: string, options: PneumoniaOptions): Promise<undefined> {
  const { fold, model } = options;
  const cases = await casesOf(folder, fold);
  const work = async (classifier: PneumoniaClassifier) => {
    const score = (some: readonly LabelledRadiograph[]) => {
      const onProgress = (done: number, total: number) => context.progress.stage('scoring', done, total);
      return evaluatePneumonia(classifier, some, { signal: context.signal, onProgress });
    };
    return { found: await score(cases), point: await pointOf(score, folder, options) };
  };
  const { found, point } = await withHost(context, model, async (host) => {
    using classifier = await loadPneumoniaClassifier(host, await ownModel(model));
    return await work(classifier);
  });
  const { auroc, viewAuroc, viewHigher, count } = found;
  const method = model ?? pneumoniaCard.name;
  const figures = point === null ? null : measureOperatingPoint(point, valuesOf(found), labelsOf(cases));
  const lines = facts([
    ['radiographs', `${count} of fold ${fold}`],
    ['AUROC, pneumonia', auroc.toFixed(4)],
    ['AUROC, view from score', `${viewAuroc.toFixed(4)} (0.5 is blind; higher scores are ${viewHigher})`],
    ...(point === null || figures === null ? [] : pointLines(point, figures)),
  ]);
  const row = { fold, method, auroc, viewAuroc, viewHigher, count };
  await context.answer(
    { rows: [point === null ? row : { ...row, operatingPoint: { ...point, ...figures } }] },
    lines + cardText(pneumoniaCard, model),
  );
  return undefined;
}
