import {
  type ActivationMap,
  type Classification,
  checkRadiograph,
  findings,
  type InputCheck,
  loadPneumoniaClassifier,
  type PneumoniaClassifier,
  pneumoniaCard,
  seenPlane,
  unitMap,
  untrainedFindings,
  zoneOf,
  zoneWords,
} from '@roentgen/models';
import type { Check, RadiographResult, Request, Source, Weights } from '../protocol.ts';
import { breathe } from './breathe.ts';
import { createCache, modelKey } from './cache.ts';
import { type Clock, createClock } from './clock.ts';
import type { System } from './engine.ts';
import type { Host } from './host.ts';
import { type Scored, scoreBatch } from './radiographs/batch.ts';
import { factsOf, type Opened, openFile, openSample } from './radiographs/opened.ts';
import { type Last, saveRadiograph } from './radiographs/save.ts';
import { namesFor, sameFiles } from './same-files.ts';
import type { Job } from './worker.ts';

type RunRequest = Extract<Request, { type: 'run' }>;

/** One radiograph with all that was found. */
interface Found extends Scored {
  readonly opened: Opened;
  /** Null where the checks refused the picture. */
  readonly answer: Classification | null;
}

const plainPlane = ({ width, height, data }: ActivationMap | RadiographResult['picture']) => ({
  width,
  height,
  data,
});

/** The operating point of the shipped weights; of a model of the user's nobody here knows one. */
const readingOf = (model: File | null) => (model === null ? (pneumoniaCard.operatingPoint ?? null) : null);

type Told = Pick<RadiographResult, 'times' | 'batch' | 'shown'>;

/** What the network said; nothing where it was not asked. */
function saidOf(answer: Classification | null, reading: RadiographResult['reading']) {
  if (answer === null) return { score: null, zone: null, zoneText: null, scores: [], map: null };
  const { pneumonia: score, scores, map } = answer;
  const zone = reading === null ? null : zoneOf(score, reading);
  return {
    score,
    zone,
    zoneText: zone === null ? null : zoneWords[zone],
    scores: findings.map((finding) => ({
      finding,
      score: scores[finding],
      trained: !untrainedFindings.has(finding),
    })),
    map: map === undefined ? null : { data: unitMap(map).data, peak: map.peak, seen: map.seen },
  };
}

function resultOf({ opened, checks, answer, view }: Found, model: File | null, told: Told): RadiographResult {
  const { plane } = opened.radiograph;
  const reading = readingOf(model);
  return {
    system: 'radiograph',
    title: opened.title,
    generated: opened.generated,
    model: model?.name ?? null,
    notice: pneumoniaCard.notice,
    facts: factsOf(opened, answer !== null),
    checks,
    ...told,
    picture: plainPlane(plane),
    seen: answer === null ? null : plainPlane(seenPlane(plane)),
    view,
    reading,
    ...saidOf(answer, reading),
  };
}

/** The same files in the same order, scored by the same network. */
async function sameBatch(last: Last | undefined, { source, model }: RunRequest): Promise<boolean> {
  const before = last?.request.source;
  if (last === undefined || before?.kind !== 'files' || source.kind !== 'files') return false;
  return modelKey(model) === modelKey(last.request.model) && sameFiles(before, source);
}

interface Work {
  readonly request: RunRequest;
  readonly job: Job;
  readonly clock: Clock;
  readonly network: () => Promise<PneumoniaClassifier>;
  readonly last: Last | undefined;
}

const plainCheck = ({ level, message, what, found, limit }: InputCheck): Check => ({
  level,
  message,
  parts: { what, found, limit },
});

/** Checks and scores what was opened. For a picture that the checks refuse no weights are fetched and no network runs. */
async function examine(opened: Opened, { clock, job, network }: Work): Promise<Found> {
  const { radiograph } = opened;
  const checks = checkRadiograph(radiograph).map(plainCheck);
  const view = radiograph.facts.viewPosition;
  if (checks.some(({ level }) => level === 'refuse'))
    return { opened, answer: null, checks, score: null, view };
  const classifier = await clock.time('load', network);
  const [answer] = await clock.time('run', () =>
    classifier.classify([radiograph], { map: true, signal: job.signal }),
  );
  return { opened, answer, checks, score: answer.pneumonia, view };
}

/** One picture is decoded in one piece; a stop is heard after it. */
async function decode(file: File, { clock, job }: Pick<Work, 'clock' | 'job'>): Promise<Opened> {
  const opened = await clock.time('read', () => openFile(file));
  await breathe(job);
  return opened;
}

const examineFile = async (file: File, work: Work): Promise<Found> => examine(await decode(file, work), work);

/** Several files: scores all, or, of a batch that has been scored, opens another one of it. */
async function examineBatch(source: Extract<Source, { kind: 'files' }>, work: Work) {
  const { files, show: wanted } = source;
  const { job, request, last } = work;
  const known = (await sameBatch(last, request)) ? last?.result.batch : null;
  if (known && wanted !== undefined)
    return { found: await examineFile(files[wanted], work), batch: known, shown: wanted };
  const total = files.length;
  const { rows, first } = await scoreBatch(files, (file) => examineFile(file, work), {
    point: readingOf(request.model),
    signal: job.signal,
    names: namesFor(source),
    onFile: (done, what) => job.report({ stage: 'run', done, total, what: `radiographs, now ${what}` }),
  });
  if (first === null) throw new Error('A batch of which nothing could be read has thrown before.');
  return { found: first.scored, batch: rows, shown: first.index };
}

async function examineAll(work: Work) {
  const { source } = work.request;
  if (source.kind === 'files' && source.files.length > 1) return await examineBatch(source, work);
  if (source.kind === 'files') {
    const [{ name, size }] = source.files;
    work.job.report({ stage: 'decode', what: name, bytes: { done: 0, total: size } });
  }
  const opened =
    source.kind === 'files'
      ? await decode(source.files[0], work)
      : await work.clock.time('read', () => openSample(source.name));
  work.job.report({ stage: 'run', what: 'DenseNet-121' });
  return { found: await examine(opened, work), batch: null, shown: 0 };
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
      const network = () => classifier(model, weights, job);
      const { found, batch, shown } = await examineAll({ request, job, clock, network, last });
      const result = resultOf(found, model, { times: clock.times, batch, shown });
      await breathe(job);
      const { spacing } = found.opened.radiograph.facts;
      last = { request, result, map: found.answer?.map ?? null, spacing };
      return result;
    },
    async checkModel({ model, weights }, job) {
      await host.begin(job);
      await classifier(model, weights, job);
      return { description: `${model.name}: three channels of 224 × 224 in, ${findings.length} scores out` };
    },
    save: (format) => saveRadiograph(last, format),
  };
}
