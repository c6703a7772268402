import {
  type Classification,
  checkRadiograph,
  chestPhantom,
  enforce,
  findings,
  type InputCheck,
  loadPneumoniaClassifier,
  type PneumoniaClassifier,
  pneumoniaCard,
  type Radiograph,
  radiographFromRaster,
  readRadiograph,
  unitMap,
  untrainedFindings,
} from '@roentgen/models';
import type { Fact, RadiographResult, Source, Weights } from '../protocol.ts';
import { createCache, modelKey } from './cache.ts';
import { createClock } from './clock.ts';
import type { System } from './engine.ts';
import type { Host } from './host.ts';
import { readFile } from './opening/read.ts';
import { envelopeBlob } from './save-json.ts';
import type { Job } from './worker.ts';

interface Opened {
  readonly title: string;
  readonly generated: boolean;
  readonly radiograph: Radiograph;
}

async function open(source: Source): Promise<Opened> {
  if (source.kind === 'sample') {
    const opacity = source.name === 'chest-opacity';
    const raster = chestPhantom({ opacity });
    return {
      title: opacity ? 'Generated chest with an opacity' : 'Generated chest',
      generated: true,
      radiograph: radiographFromRaster(raster, 'PNG'),
    };
  }
  const [file] = source.files;
  const bytes = await readFile(file);
  return { title: file.name, generated: false, radiograph: await readRadiograph(bytes, file.name) };
}

function factsOf({ generated, radiograph }: Opened): Fact[] {
  const { format, width, height, bits, scaling, inverted } = radiograph.facts;
  return [
    {
      name: 'Decoded',
      value: generated
        ? `generated in code, ${width} × ${height}`
        : `${format}, ${width} × ${height}, ${bits} bit`,
    },
    { name: 'Black to white', value: scaling },
    { name: 'Inverted', value: inverted ? 'yes, once (MONOCHROME1)' : 'no' },
    { name: 'Resized', value: 'short side to 224, then the middle 224 × 224' },
    { name: 'Channels', value: 'one grey, three times; ImageNet mean and deviation' },
  ];
}

const operatingPoint =
  'These weights have no operating point: scores are not calibrated and 0.5 is no threshold. They rank radiographs ' +
  'like those they were trained on (AUROC 0.884 on 113 held-out ones).';

function greyOf({ plane }: Radiograph) {
  return {
    width: plane.width,
    height: plane.height,
    data: Uint8ClampedArray.from(plane.data, (value) => value * 255),
  };
}

function resultOf(
  opened: Opened,
  checks: readonly InputCheck[],
  answer: Classification,
  model: File | null,
  times: RadiographResult['times'],
): RadiographResult {
  return {
    system: 'radiograph',
    title: opened.title,
    generated: opened.generated,
    model: model?.name ?? null,
    notice: pneumoniaCard.notice,
    facts: factsOf(opened),
    checks: checks.map(({ level, message }) => ({ level, message })),
    times,
    picture: greyOf(opened.radiograph),
    score: answer.pneumonia,
    scores: findings.map((finding) => ({
      finding,
      score: answer.scores[finding],
      trained: !untrainedFindings.has(finding),
    })),
    operatingPoint: model === null ? operatingPoint : 'A model of your own: what its score means, you know.',
    map:
      answer.map === undefined
        ? null
        : { data: unitMap(answer.map).data, peak: answer.map.peak, seen: answer.map.seen },
  };
}

interface Last {
  readonly result: RadiographResult;
  readonly request: Parameters<System['run']>[0];
}

async function save(last: Last | undefined) {
  if (last === undefined) throw new Error('There is no result to save yet.');
  const { result, request } = last;
  const { score, scores, operatingPoint: reading, map } = result;
  const blob = await envelopeBlob({
    system: 'radiograph',
    told: result,
    files: request.source.kind === 'files' ? request.source.files.slice(0, 1) : [],
    model: request.model,
    shipped: pneumoniaCard.files.map(({ file }) => file),
    weights: request.weights,
    settings: {},
    results: { score, scores, reading, mapPeak: map?.peak ?? null, seen: map?.seen ?? null },
  });
  return { name: 'radiograph.json', blob };
}

/** The chest card. */
export function radiographSystem(host: Host): System {
  const cache = createCache<PneumoniaClassifier>(host);
  let last: Last | undefined;
  const classifier = (model: File | null, weights: Weights, job: Job) =>
    cache.get(modelKey(model), async () => {
      const own = model === null ? {} : { model: new Uint8Array(await model.arrayBuffer()) };
      return loadPneumoniaClassifier(host.forJob(weights, job), { ...own, maps: true });
    });
  return {
    async run(request, job) {
      const { source, model, weights } = request;
      const clock = createClock();
      await clock.time('open the GPU', () => host.begin(job));
      job.report({ stage: 'read', what: source.kind === 'files' ? source.files[0].name : 'the sample' });
      const opened = await clock.time('read', () => open(source));
      const checks = checkRadiograph(opened.radiograph);
      enforce(opened.title, checks);
      const network = await clock.time('load', () => classifier(model, weights, job));
      job.report({ stage: 'run', what: 'DenseNet-121' });
      const [answer] = await clock.time('run', () =>
        network.classify([opened.radiograph], { map: true, signal: job.signal }),
      );
      const result = resultOf(opened, checks, answer, model, clock.times);
      last = { result, request };
      return result;
    },
    async checkModel({ model, weights }, job) {
      await host.begin(job);
      await classifier(model, weights, job);
      return { description: `${model.name}: three channels of 224 × 224 in, ${findings.length} scores out` };
    },
    save: () => save(last),
  };
}
