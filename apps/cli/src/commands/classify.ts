import { basename, join } from 'node:path';
import {
  type CardOperatingPoint,
  checkRadiograph,
  createCodecs,
  enforce,
  type Finding,
  type InputCheck,
  loadPneumoniaClassifier,
  type PneumoniaClassifier,
  pneumoniaCard,
  readRadiograph,
  type Zone,
  zoneOf,
  zoneWords,
} from '@roentgen/models';
import type { CommonOptions, Context } from '../context.ts';
import { about } from '../io/about.ts';
import { type FailureReport, reportOf } from '../io/failure.ts';
import { type OutputFile, readInput } from '../io/files.ts';
import { command, type Registration } from '../register.ts';
import { heatmapPng } from '../systems/heatmap.ts';
import { withHost } from '../systems/host.ts';
import { cardJson, cardText, checkLines } from '../systems/text.ts';
import { fileNames } from '../tensors.ts';
import { table } from '../text/table.ts';

interface ClassifyOptions extends CommonOptions {
  readonly model?: string;
  readonly map?: string;
  readonly force?: boolean;
}

export const classifyCommand: Registration = (parent, perform) => {
  command(parent, 'classify <FILE...>', 'pneumonia score of chest radiographs (DICOM, PNG, JPEG, TIFF)')
    .option('--model <FILE>', 'an ONNX network of your own, [n, 3, 224, 224] to [n, 13] scores')
    .option('--map <DIR>', 'write where each score came from, as PNG')
    .option('--force', 'score what the checks of the input refuse')
    .action((files: string[], options: ClassifyOptions) =>
      perform(options, (context) => classify(context, files, options)),
    );
};

/** The operating point of the shipped weights; of a network of the user's own nobody here knows one. */
const pointOf = (model: string | undefined) =>
  model === undefined ? (pneumoniaCard.operatingPoint ?? null) : null;

/** How to read the column of zones. */
function pointText(point: CardOperatingPoint | null): string {
  if (point === null) return '';
  const { threshold, unsure, chosenOn } = point;
  return `threshold ${threshold}, unsure from ${unsure[0]} to ${unsure[1]}: chosen on ${chosenOn}\n`;
}

/** What one file gave. */
interface Scored {
  readonly file: string;
  readonly pneumonia: number;
  /** Where the score lies by the card's operating point; null for a network of one's own. */
  readonly zone: Zone | null;
  readonly scores: Readonly<Record<Finding, number>>;
  readonly seen: object;
  readonly checks: readonly InputCheck[];
  readonly map?: string;
}

type Outcome = Scored | ({ readonly file: string } & FailureReport);

async function classify(
  context: Context,
  files: readonly string[],
  options: ClassifyOptions,
): Promise<number> {
  if (options.map !== undefined) await context.outputs.folder(options.map);
  const maps: OutputFile[] = [];
  const results = await withHost(context, options.model, async (host) => {
    const own = options.model === undefined ? {} : { model: await readInput(options.model) };
    using classifier = await loadPneumoniaClassifier(host, { ...own, maps: options.map !== undefined });
    return await scoreAll(context, classifier, files, options, maps);
  });
  await context.outputs.write(maps, context.signal);
  const failed = results.filter((result) => 'error' in result);
  for (const { error } of failed) context.note(`not scored: ${error.message}`);
  const failure = failed.length === 0 ? {} : summary(failed, results.length);
  await context.answer(
    {
      ...cardJson(pneumoniaCard, options.model),
      operatingPoint: pointOf(options.model),
      results,
      ...failure,
    },
    text(results, options.model),
  );
  return failed.length === 0 ? 0 : 1;
}

/** Some of many files failed: the first one's error stands for them. */
function summary(failed: readonly FailureReport[], total: number): FailureReport {
  const [{ error }] = failed;
  const message = `${failed.length} of ${total} files could not be scored, the first because ${error.message}`;
  return { error: { ...error, message } };
}

/** Every file by itself: one that cannot be scored does not stop the others; the error of the only one is thrown. */
async function scoreAll(
  context: Context,
  classifier: PneumoniaClassifier,
  files: readonly string[],
  options: ClassifyOptions,
  maps: OutputFile[],
): Promise<Outcome[]> {
  const codecs = createCodecs();
  const names = fileNames(files.map((file) => basename(file).replace(/\.[^.]*$/, '')));
  const outcomes: Outcome[] = [];
  const point = pointOf(options.model);
  for (const [done, file] of files.entries()) {
    context.signal.throwIfAborted();
    context.progress.stage('classifying', done, files.length);
    try {
      const name = `'${basename(file)}'`;
      const radiograph = await about(file, async () =>
        readRadiograph(await readInput(file), name, { codecs }),
      );
      const checks = checkRadiograph(radiograph);
      enforce(name, checks, options.force === true);
      const [{ pneumonia, scores, map }] = await classifier.classify([radiograph], {
        map: options.map !== undefined,
        signal: context.signal,
      });
      const zone = point === null ? null : zoneOf(pneumonia, point);
      const scored = { file, pneumonia, zone, scores, seen: radiograph.facts, checks };
      if (map === undefined || options.map === undefined) outcomes.push(scored);
      else {
        const path = join(options.map, `${names[done]}.png`);
        maps.push({ path, bytes: heatmapPng(radiograph.plane, map) });
        outcomes.push({ ...scored, map: path });
      }
    } catch (error) {
      context.signal.throwIfAborted();
      if (files.length === 1) throw error;
      outcomes.push({ file, ...reportOf(error) });
    }
  }
  return outcomes;
}

function text(results: readonly Outcome[], model: string | undefined): string {
  const scored = results.filter((result): result is Scored => 'pneumonia' in result);
  const rows = scored.map(({ file, pneumonia, zone, map }) => [
    file,
    pneumonia.toFixed(4),
    zone === null ? '' : zoneWords[zone],
    map ?? '',
  ]);
  const remarks = scored.flatMap(({ file, checks }) =>
    checkLines(checks).map((line) => `${file}: ${line}\n`),
  );
  const columns = [
    { title: 'file' },
    { title: 'pneumonia', align: 'right' as const },
    { title: scored.some(({ zone }) => zone !== null) ? 'zone' : '' },
    { title: scored.some(({ map }) => map) ? 'map' : '' },
  ];
  const answers = scored.length === 0 ? '' : table(columns, rows) + pointText(pointOf(model));
  return `${answers}${remarks.join('')}${cardText(pneumoniaCard, model)}`;
}
