import {
  type CellSegmenter,
  type CellSplitter,
  cellSegmentationCard,
  cellSplitter,
  checkCells,
  confusion,
  enforce,
  featureColumns,
  type InputCheck,
  maskScores,
  type Raster,
  type Segmentation,
  type WatershedSettings,
  watershedDefaults,
  withoutCellsAt,
} from '@roentgen/models';
import type { CellsFound, CellsResult, Point } from '../../cells-protocol.ts';
import type { Column, Weights } from '../../protocol.ts';
import { breathe } from '../breathe.ts';
import type { createClock } from '../clock.ts';
import type { System } from '../engine.ts';
import type { Job } from '../worker.ts';
import { type Chosen, factsOf, rangeOf } from './input.ts';

export type RunRequest = Parameters<System['run']>[0];

const titles: Readonly<Record<string, string>> = {
  label: 'Cell',
  area: 'Area',
  equivalentDiameter: 'Diameter',
  perimeter: 'Perimeter',
  majorAxis: 'Major axis',
  eccentricity: 'Eccentricity',
  solidity: 'Solidity',
  meanIntensity: 'Mean intensity',
};

function columnsOf(spacing: Raster['spacing']): Column[] {
  const unit = (text: string) => text.replace('um', 'µm').replace('^2', '²');
  const columns = new Map(featureColumns(spacing).map((column) => [column.key as string, column.unit]));
  return Object.entries(titles).map(([key, title]) => ({ key, title, unit: unit(columns.get(key) ?? '') }));
}

/** What is to be remembered of a run beside its files: the map of the network, and the cells as the settings have them. */
export interface Ended {
  readonly checks: readonly InputCheck[];
  readonly times: CellsResult['times'];
  readonly defaults: WatershedSettings;
  readonly segmentation: Segmentation;
  readonly found: CellsFound;
}

/** A run that can go on: the cells by other settings. */
export interface Last extends Ended {
  readonly request: RunRequest;
  readonly from: Chosen;
  readonly splitter: CellSplitter;
  readonly result: CellsResult;
}

function truthOf({ field }: Chosen, { labels }: Segmentation): CellsFound['truth'] {
  const { truth } = field;
  return truth === null
    ? null
    : { count: truth.count, dice: maskScores(confusion(truth.data, labels.data)).dice };
}

/** Cells by these settings, but for those that were deleted by hand. */
export function cellsBy(
  from: Chosen,
  splitter: CellSplitter,
  settings: WatershedSettings,
  marks: readonly Point[],
) {
  const start = performance.now();
  const segmentation = withoutCellsAt(splitter.segment(settings), marks);
  const { width, height, data } = segmentation.labels;
  const found: CellsFound = {
    labels: { width, height, data },
    count: segmentation.features.length,
    rows: segmentation.features as unknown as CellsFound['rows'],
    truth: truthOf(from, segmentation),
    settings,
    marks,
    ms: performance.now() - start,
  };
  return { segmentation, found };
}

/** What is told of a run. */
function resultOf(
  { run, from, request: { model } }: Pick<Run, 'run' | 'from' | 'request'>,
  { checks, times, defaults, found }: Ended,
): CellsResult {
  const { field } = from;
  return {
    ...{ system: 'cells', run, defaults, found, times },
    title: field.title,
    generated: field.generated,
    model: model?.name ?? null,
    notice: cellSegmentationCard.notice,
    facts: factsOf(from),
    checks: checks.map(({ level, message }) => ({ level, message })),
    width: field.width,
    height: field.height,
    channels: from.shown.map(({ data }, i) => ({ name: from.names[i], data, range: rangeOf(data) })),
    batch: null,
    shown: 0,
    revertible: false,
    choosable: field.channels.length > 1 || field.slices > 1 || field.frames > 1,
    choice: from.choice,
    spacing: field.spacing ?? null,
    columns: columnsOf(field.spacing),
  };
}

/** Gets a network, the user's or the shipped one. */
export type Loader = (model: File | null, weights: Weights, job: Job) => Promise<CellSegmenter>;

/** A run of the network on one field. */
export interface Run {
  readonly request: RunRequest;
  readonly from: Chosen;
  readonly clock: ReturnType<typeof createClock>;
  readonly run: number;
  /** What tells the cells apart; the defaults of the field where it is left out. */
  readonly settings?: WatershedSettings | undefined;
}

/** Checks, network and watershed of a field whose channels are known. */
export async function runCells(
  { request, from, clock, run, settings }: Run,
  load: Loader,
  job: Job,
): Promise<Last> {
  const { model, weights } = request;
  const checks = checkCells(from.shown[0]);
  enforce(from.field.title, checks);
  const network = await clock.time('load', () => load(model, weights, job));
  job.report({ stage: 'run', what: 'the Residual Attention U-Net' });
  const onProgress = (done: number, total: number) =>
    job.report({ stage: 'run', done, total, what: 'tiles' });
  const map = await clock.time('run', () =>
    network.probability(from.input, { signal: job.signal, onProgress }),
  );
  job.report({ stage: 'finish', what: 'the cells: the watershed' });
  await breathe(job);
  const splitter = cellSplitter(map, from.input, from.field.spacing);
  const defaults = watershedDefaults(from.input);
  const cells = await clock.time('watershed', () => cellsBy(from, splitter, settings ?? defaults, []));
  await breathe(job);
  const ended: Ended = { checks, times: clock.times, defaults, ...cells };
  return { ...ended, request, from, splitter, result: resultOf({ request, from, run }, ended) };
}

/** Goes on with a run that is over, from its files and what was remembered; the network does not run. */
export function takeUp(run: Pick<Run, 'run' | 'from' | 'request'>, ended: Ended): Last {
  const { from, request } = run;
  const splitter = cellSplitter(ended.segmentation.probability, from.input, from.field.spacing);
  return { ...ended, request, from, splitter, result: resultOf(run, ended) };
}
