import { RoentgenError } from '@roentgen/kernels';
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
  loadCellSegmenter,
  maskScores,
  type Raster,
  type Segmentation,
  type WatershedSettings,
  watershedDefaults,
  withoutCellsAt,
} from '@roentgen/models';
import type { CellsFound, CellsResult, Point } from '../cells-protocol.ts';
import type { Column, Request, Weights } from '../protocol.ts';
import { createCache, modelKey } from './cache.ts';
import { fieldCache } from './cells/field-cache.ts';
import { type Chosen, channelReport, chosen, factsOf, firstPlane, rangeOf } from './cells/input.ts';
import { saveCells } from './cells/save.ts';
import { createClock } from './clock.ts';
import type { System } from './engine.ts';
import type { Host } from './host.ts';
import type { Job } from './worker.ts';

type RunRequest = Parameters<System['run']>[0];

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

/** What a run leaves behind: the map of the network, and the cells as the settings now have them. */
interface Last {
  readonly request: RunRequest;
  readonly from: Chosen;
  readonly splitter: CellSplitter;
  readonly result: CellsResult;
  readonly segmentation: Segmentation;
  readonly found: CellsFound;
}

function truthOf({ field }: Chosen, { labels }: Segmentation): CellsFound['truth'] {
  const { truth } = field;
  return truth === null
    ? null
    : { count: truth.count, dice: maskScores(confusion(truth.data, labels.data)).dice };
}

/** Cells by these settings, but for those that were deleted by hand. */
function cellsBy(from: Chosen, splitter: CellSplitter, settings: WatershedSettings, marks: readonly Point[]) {
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

interface Ran {
  readonly run: number;
  readonly from: Chosen;
  readonly checks: readonly InputCheck[];
  readonly times: CellsResult['times'];
  readonly defaults: WatershedSettings;
  readonly found: CellsFound;
}

function resultOf({ run, from, checks, times, defaults, found }: Ran, model: File | null): CellsResult {
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
    choosable: field.channels.length > 1 || field.slices > 1 || field.frames > 1,
    choice: from.choice,
    spacing: field.spacing ?? null,
    columns: columnsOf(field.spacing),
  };
}

type Loader = (model: File | null, weights: Weights, job: Job) => Promise<CellSegmenter>;

interface Run {
  readonly request: RunRequest;
  readonly from: Chosen;
  readonly clock: ReturnType<typeof createClock>;
  readonly run: number;
}

/** Checks, network and watershed of a field whose channels are known. */
async function runCells({ request, from, clock, run }: Run, load: Loader, job: Job): Promise<Last> {
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
  const splitter = cellSplitter(map, from.input, from.field.spacing);
  const defaults = watershedDefaults(from.input);
  const cells = await clock.time('watershed', () => cellsBy(from, splitter, defaults, []));
  const ran: Ran = { run, from, checks, times: clock.times, defaults, found: cells.found };
  return { request, from, splitter, result: resultOf(ran, model), ...cells };
}

/** The cells card, and what it can do beside running its network. */
export interface CellsSystem extends System {
  channels(request: Extract<Request, { type: 'cells-channels' }>): ReturnType<typeof channelReport>;
  segment(request: Extract<Request, { type: 'cells-segment' }>): CellsFound;
}

/** The cells card. */
export function cellsSystem(host: Host): CellsSystem {
  const cache = createCache<CellSegmenter>(host);
  const open = fieldCache();
  let runs = 0;
  let last: Last | undefined;
  const segmenter: Loader = (model, weights, job) =>
    cache.get(modelKey(model), async () => {
      const own = model === null ? {} : { model: new Uint8Array(await model.arrayBuffer()) };
      return loadCellSegmenter(host.forJob(weights, job), own);
    });
  const read = async ({ source, cells }: RunRequest, job: Job) => {
    job.report({ stage: 'read', what: source.kind === 'files' ? source.files[0].name : 'the sample' });
    const field = await open(source);
    return chosen(field, cells ?? { roles: field.guess, ...firstPlane(field) });
  };
  return {
    async run(request, job) {
      const clock = createClock();
      await clock.time('open the GPU', () => host.begin(job));
      const from = await clock.time('read', () => read(request, job));
      last = await runCells({ request, from, clock, run: ++runs }, segmenter, job);
      return last.result;
    },
    async channels({ source, plane }) {
      return channelReport(await open(source), plane);
    },
    segment({ run, settings, marks }) {
      if (last?.result.run !== run)
        throw new RoentgenError('aborted', 'Another picture has taken the place of this one.');
      const cells = cellsBy(last.from, last.splitter, settings, marks);
      last = { ...last, ...cells };
      return cells.found;
    },
    async checkModel({ model, weights }, job) {
      await host.begin(job);
      await segmenter(model, weights, job);
      return { description: `${model.name}: three channels in, one logit per pixel out` };
    },
    async save(format) {
      if (last === undefined) throw new Error('There is no result to save yet.');
      const { segmentation, from } = last;
      const { labels, features } = segmentation;
      return saveCells(
        { ...last, labels, features, channelNames: from.field.channels.map(({ name }) => name) },
        format,
      );
    },
  };
}
