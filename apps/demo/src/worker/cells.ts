import {
  type CellInput,
  type CellSegmenter,
  cellSegmentationCard,
  channelPlane,
  checkCells,
  confusion,
  enforce,
  featureColumns,
  greyPlane,
  loadCellSegmenter,
  maskScores,
  nucleiField,
  type Plane,
  pseudoRgbInput,
  type Raster,
  readJpeg,
  readPng,
  readTiff,
  type Segmentation,
  singleChannelInput,
  sniff,
  threeChannelCells,
  unreadable,
  writeLabelTiff,
} from '@roentgen/models';
import type { CellsResult, Column, Fact, Grey, Source, Weights } from '../protocol.ts';
import { createCache, modelKey } from './cache.ts';
import { createClock } from './clock.ts';
import type { System } from './engine.ts';
import { fileBlob } from './files.ts';
import type { Host } from './host.ts';
import { readFile } from './opening/read.ts';
import type { Job } from './worker.ts';

interface Opened {
  readonly title: string;
  readonly generated: boolean;
  readonly origin: string;
  readonly spacing: Raster['spacing'];
  readonly input: CellInput;
  readonly shown: readonly Plane[];
  readonly names: readonly string[];
  readonly truth: { readonly data: Uint32Array; readonly count: number } | null;
}

const stainNames = ['nucleus', 'cytoplasm', 'DIC'];

/** Sigmas in proportion to the picture: the paper's are for fields of 3200 pixels. */
function sigmasFor({ width, height }: Plane) {
  const scale = Math.min(1, Math.min(width, height) / 3200);
  return {
    nucleus: Math.max(20, 80 * scale),
    cytoplasm: Math.max(25, 100 * scale),
    dic: Math.max(8, 25 * scale),
  };
}

/** Three pictures as the paper's three stains, any other number as one. */
function inputOf(planes: readonly Plane[]): CellInput {
  const [nucleus, cytoplasm, dic] = planes;
  return planes.length === 3
    ? pseudoRgbInput({ nucleus, cytoplasm, dic }, sigmasFor(nucleus))
    : singleChannelInput(nucleus);
}

function openSample(three: boolean): Opened {
  const { picture, truth } = three ? threeChannelCells() : nucleiField();
  const shown = Array.from({ length: picture.channels }, (_, i) => channelPlane(picture, i, 'the sample'));
  return {
    title: three ? 'Generated cells, three stains' : 'Generated nuclei',
    generated: true,
    origin: `generated in code, ${picture.width} × ${picture.height}`,
    spacing: picture.spacing,
    input: inputOf(shown),
    shown,
    names: three ? stainNames : ['nucleus'],
    truth,
  };
}

async function decode(file: File): Promise<{ readonly raster: Raster; readonly kind: string }> {
  const bytes = await readFile(file);
  const sniffed = await sniff(bytes);
  const kind = sniffed.description;
  if (sniffed.kind === 'tiff') return { raster: (await readTiff(bytes)).raster, kind };
  if (sniffed.kind === 'png') return { raster: await readPng(bytes), kind };
  if (sniffed.kind === 'jpeg') return { raster: await readJpeg(bytes), kind };
  throw unreadable(file.name, sniffed, 'a fluorescence picture as TIFF, PNG or JPEG');
}

const stainWords = [/nuc|dapi|hoechst|dna/i, /cyto|actin|membrane|tubulin/i, /dic|phase|bright|trans/i];

/** Files in the order nucleus, cytoplasm, DIC as their names say; those that say nothing keep their order. */
function byStain(files: readonly File[]): readonly File[] {
  const rank = ({ name }: File) => {
    const found = stainWords.findIndex((word) => word.test(name));
    return found < 0 ? stainWords.length : found;
  };
  return [...files].sort((a, b) => rank(a) - rank(b));
}

async function openFiles(files: readonly File[]): Promise<Opened> {
  const chosen = files.length >= 3 ? byStain(files).slice(0, 3) : files.slice(0, 1);
  const decoded = await Promise.all(chosen.map(decode));
  const [{ raster, kind }] = decoded;
  const stack = chosen.length === 1 && raster.channels === 3 && /TIFF/.test(kind);
  const shown = stack
    ? [0, 1, 2].map((channel) => channelPlane(raster, channel, chosen[0].name))
    : decoded.map((each, i) => greyPlane(each.raster, chosen[i].name));
  const three = shown.length === 3;
  return {
    title: chosen.map(({ name }) => name).join(', '),
    generated: false,
    origin: `${kind}, ${raster.width} × ${raster.height}, ${raster.bits} bit`,
    spacing: raster.spacing,
    input: inputOf(shown),
    shown,
    names: three ? stainNames : ['grey'],
    truth: null,
  };
}

/** Between the darkest value and the 0.2 % brightest, as bytes. */
function greyOf({ width, height, data }: Plane): Grey {
  const sorted = Float32Array.from(data).sort();
  const [low, high] = [sorted[0], sorted[Math.floor(0.998 * (sorted.length - 1))]];
  const span = high > low ? high - low : 1;
  return { width, height, data: Uint8ClampedArray.from(data, (value) => ((value - low) / span) * 255) };
}

function factsOf({ origin, names, spacing, shown }: Opened): Fact[] {
  const scaled =
    names.length === 3 ? 'bias field divided out, each stain stretched' : '1st to 99.8th percentile to 0..1';
  const padded = [shown[0].width, shown[0].height].map((side) => Math.ceil(side / 16) * 16);
  return [
    { name: 'Decoded', value: origin },
    {
      name: 'Channels',
      value: names.length === 3 ? 'nucleus, cytoplasm, DIC as red, green, blue' : 'one, three times',
    },
    { name: 'Scaled', value: scaled },
    {
      name: 'Pixel',
      value:
        spacing === undefined
          ? 'size unknown: lengths are in pixels'
          : `${spacing.column} × ${spacing.row} ${spacing.unit === 'um' ? 'µm' : 'mm'}`,
    },
    { name: 'Padded to', value: `${padded.join(' × ')}, multiples of 16` },
    { name: 'Cells', value: names.length === 3 ? 'watershed from nuclei' : 'watershed from distance maxima' },
  ];
}

const titles: Readonly<Record<string, string>> = {
  label: 'Cell',
  area: 'Area',
  eccentricity: 'Eccentricity',
  majorAxis: 'Major axis',
  solidity: 'Solidity',
  orientation: 'Orientation',
  meanIntensity: 'Mean intensity',
};

function columnsOf(spacing: Raster['spacing']): Column[] {
  const unit = (text: string) => text.replace('um', 'µm').replace('^2', '²');
  return featureColumns(spacing)
    .filter(({ key }) => key in titles)
    .map((column) => ({ key: column.key, title: titles[column.key], unit: unit(column.unit) }));
}

function truthOf({ truth }: Opened, { labels }: Segmentation): CellsResult['truth'] {
  return truth === null
    ? null
    : { count: truth.count, dice: maskScores(confusion(truth.data, labels.data)).dice };
}

function csvOf({ features }: Segmentation, spacing: Raster['spacing']): string {
  const columns = featureColumns(spacing);
  const head = columns.map(({ key, unit }) => (unit === '' ? key : `${key} (${unit})`)).join(',');
  return [head, ...features.map((row) => columns.map(({ key }) => row[key] ?? '').join(',')), ''].join('\n');
}

interface Last {
  readonly opened: Opened;
  readonly found: Segmentation;
}

function resultOf(
  { opened, found }: Last,
  model: File | null,
  told: Pick<CellsResult, 'checks' | 'times'>,
): CellsResult {
  return {
    system: 'cells',
    title: opened.title,
    generated: opened.generated,
    model: model?.name ?? null,
    notice: cellSegmentationCard.notice,
    facts: factsOf(opened),
    ...told,
    channels: opened.shown.map(greyOf),
    channelNames: opened.names,
    labels: found.labels,
    count: found.labels.count,
    truth: truthOf(opened, found),
    columns: columnsOf(opened.spacing),
    rows: found.features as unknown as CellsResult['rows'],
  };
}

/** The cells card. */
export function cellsSystem(host: Host): System {
  const cache = createCache<CellSegmenter>(host);
  let last: Last | undefined;
  const segmenter = (model: File | null, weights: Weights, job: Job) =>
    cache.get(modelKey(model), async () => {
      const own = model === null ? {} : { model: new Uint8Array(await model.arrayBuffer()) };
      return loadCellSegmenter(host.forJob(weights, job), own);
    });
  const open = (source: Source) =>
    source.kind === 'sample' ? openSample(source.name === 'cells') : openFiles(source.files);
  return {
    async run({ source, model, weights }, job) {
      const clock = createClock();
      await clock.time('open the GPU', () => host.begin(job));
      job.report({ stage: 'read', what: source.kind === 'files' ? source.files[0].name : 'the sample' });
      const opened = await clock.time('read', () => open(source));
      const checks = checkCells(opened.shown[0]);
      enforce(opened.title, checks);
      const network = await clock.time('load', () => segmenter(model, weights, job));
      job.report({ stage: 'run', what: 'the Residual Attention U-Net' });
      const { spacing } = opened;
      const found = await clock.time('run', () =>
        network.segment(opened.input, {
          signal: job.signal,
          ...(spacing && { spacing }),
          onProgress: (done, total) => job.report({ stage: 'run', done, total, what: 'tiles' }),
        }),
      );
      last = { opened, found };
      return resultOf(last, model, {
        checks: checks.map(({ level, message }) => ({ level, message })),
        times: clock.times,
      });
    },
    async checkModel({ model, weights }, job) {
      await host.begin(job);
      await segmenter(model, weights, job);
      return { description: `${model.name}: three channels in, one logit per pixel out` };
    },
    async save(format) {
      if (last === undefined) throw new Error('There is no result to save yet.');
      const { found, opened } = last;
      if (format === 'csv')
        return { name: 'cells.csv', blob: new Blob([csvOf(found, opened.spacing)], { type: 'text/csv' }) };
      const bytes = await writeLabelTiff(found.labels);
      return { name: 'labels.tif', blob: fileBlob(bytes, 'image/tiff') };
    },
  };
}
