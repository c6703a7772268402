import {
  checkOvershoot,
  checkVolume,
  enforce,
  enlargeVolume,
  evaluationPair,
  headPhantom,
  type InputCheck,
  loadSuperResolver,
  measureOvershoot,
  type Overshoot,
  type RestoreProgress,
  roundToByte,
  type Scale,
  type SuperResolver,
  sliceQuality,
  superResolutionCard,
  toUnitBytes,
  type Volume,
  valueRange,
} from '@roentgen/models';
import type { Check, Fact, Reading, Source, VolumeResult, Weights } from '../protocol.ts';
import { breathe } from './breathe.ts';
import { createCache, modelKey } from './cache.ts';
import { createClock } from './clock.ts';
import type { System } from './engine.ts';
import type { Host } from './host.ts';
import { interpolated, measured, readingOf, usualDifference } from './measured.ts';
import { openVolume } from './opening/volume.ts';
import { isLimited, type LastVolume, saveVolume } from './volume-save.ts';
import type { Job } from './worker.ts';

interface Opened {
  readonly title: string;
  readonly generated: boolean;
  readonly volume: Volume;
  /** As DICOM names it; null where nothing does. */
  readonly modality: string | null;
  /** The volume that a sample was reduced from, values 0..1. */
  readonly truth: Volume | null;
  readonly origin: string;
  /** What was taken of it, in words; null where that is all of it. */
  readonly part: string | null;
  /** Whether the result is held to the input. */
  readonly limited: boolean;
  readonly warnings: readonly string[];
  /** What the files call the series in them. */
  readonly named: readonly string[];
}

/** The head, in full on a GPU and half as large where a processor has to do. */
function sample(scale: Scale, software: boolean): Opened {
  const { high, low } = evaluationPair(headPhantom({ size: software ? 0.5 : 0.75 }), scale);
  const volume = { ...low, data: low.data.map((value) => Math.round(value * 255)) };
  const origin = `generated in code${software ? ', small for a software adapter' : ''}, then reduced ${scale}×`;
  return {
    title: 'Generated head',
    generated: true,
    volume,
    modality: null,
    truth: high,
    origin,
    part: null,
    limited: false,
    warnings: [],
    named: [],
  };
}

async function open(source: Source, scale: Scale, software: boolean, job: Job): Promise<Opened> {
  if (source.kind === 'sample') return sample(scale, software);
  const opened = await openVolume(source, source.take ?? {}, job);
  return { ...opened, generated: false, truth: null, limited: isLimited(source) };
}

const millimetres = (spacing: readonly number[]) =>
  `${spacing.map((step) => step.toFixed(2)).join(' × ')} mm`;
const sizes = ({ width, height, depth }: Volume) => `${width} × ${height} × ${depth}`;

function unitWords({ modality, guessed, unit }: Reading): string {
  if (unit === '') return `without a unit (${modality ?? 'modality not stated'})`;
  return guessed ? 'HU: taken for CT, since its lowest value is that of air' : `${unit} (${modality})`;
}

function factsOf(
  { volume, origin, part, limited }: Opened,
  reading: Reading,
  scale: Scale,
  result: Volume,
): Fact[] {
  const [low, high] = valueRange(volume);
  const number = (value: number) => String(Number(value.toPrecision(5)));
  return [
    { name: 'Decoded', value: origin },
    ...(part === null ? [] : [{ name: 'Part taken', value: part }]),
    { name: 'Stored as', value: volume.stored.type },
    { name: 'Values', value: unitWords(reading) },
    { name: 'Range taken', value: `${number(low)} to ${number(high)}` },
    { name: 'Voxels', value: `${sizes(volume)}, ${millimetres(volume.spacing)}` },
    { name: 'Result', value: `${sizes(result)}, ${millimetres(result.spacing)}` },
    ...(limited
      ? [{ name: 'Held', value: 'each voxel to the input around it and a tenth of the window' }]
      : []),
    { name: 'Order', value: `height and width ${scale}×, then depth ${scale}× both ways, averaged` },
  ];
}

/** Smaller runs where the GPU is a CPU: progress is finer then, and a stop is obeyed sooner. */
const pixelsPerRun = (software: boolean) => (software ? { maxPixels: 2 ** 16 } : {});

const plainCheck = ({ level, message }: InputCheck): Check => ({ level, message });

/** A check of what came out, with its parts. */
const ofResult = (check: InputCheck): Check => {
  const { what, found, limit } = check;
  return { ...plainCheck(check), of: 'result', parts: { what, found, limit } };
};

/** What a run found, before it is told. */
interface Outcome {
  readonly opened: Opened;
  readonly checks: readonly Check[];
  readonly scale: Scale;
  readonly volume: Volume;
  readonly baseline: Volume;
  readonly overshoot: Overshoot;
  readonly model: File | null;
}

function figuresOf({ opened, scale, volume }: Outcome): VolumeResult['figures'] {
  const { truth } = opened;
  if (truth === null) return [];
  const [low, high] = valueRange(opened.volume);
  const network = { ...volume, data: volume.data.map((value) => (value - low) / (high - low)) };
  const bytes = toUnitBytes(opened.volume);
  const [trilinear, lanczos] = (['trilinear', 'lanczos'] as const).map((by) =>
    enlargeVolume(bytes, scale, by),
  );
  return Object.entries({ Trilinear: trilinear, 'Lanczos-3': lanczos, Network: network }).map(
    ([method, each]) => ({ method, ...sliceQuality(truth, { ...each, data: roundToByte(each.data) }, 1) }),
  );
}

function resultOf(outcome: Outcome, times: VolumeResult['times']): VolumeResult {
  const { opened, checks, scale, volume, baseline, overshoot, model } = outcome;
  const reading = readingOf(opened.volume, opened.modality);
  return {
    system: 'volume',
    title: opened.title,
    generated: opened.generated,
    model: model?.name ?? null,
    notice: superResolutionCard.notice,
    facts: factsOf(opened, reading, scale, volume),
    checks: [...checks, ...opened.warnings.map((message) => ({ level: 'warn' as const, message }))],
    times,
    scale,
    reading,
    difference: usualDifference(volume, baseline, reading),
    input: measured(opened.volume),
    baseline: measured(baseline),
    baselineName: 'Lanczos-3',
    network: measured(volume),
    overshoot,
    figures: figuresOf(outcome),
  };
}

/** The volume card. */
export function volumeSystem(host: Host): System {
  const cache = createCache<SuperResolver>(host);
  let last: LastVolume | undefined;
  const resolver = (scale: Scale, model: File | null, weights: Weights, job: Job) =>
    cache.get(`${scale} ${modelKey(model)}`, async () => {
      const modelHost = host.forJob(weights, job);
      if (model === null) return loadSuperResolver(modelHost, scale);
      return ownResolver(modelHost, scale, new Uint8Array(await model.arrayBuffer()));
    });
  return {
    async run(request, job) {
      const { source, model, weights, scale: wanted } = request;
      const scale: Scale = wanted === 4 ? 4 : 2;
      const clock = createClock();
      const software = await clock.time('open the GPU', () => host.begin(job));
      job.report({ stage: 'read', what: source.kind === 'files' ? source.files[0].name : 'the sample' });
      const opened = await clock.time('read', () => open(source, scale, software, job));
      const inputChecks = checkVolume(opened.volume, scale);
      enforce(opened.title, inputChecks);
      const network = await clock.time('load', () => resolver(scale, model, weights, job));
      job.report({ stage: 'run', what: 'the plane network' });
      const onProgress = ({ stage, done, total }: RestoreProgress) =>
        job.report({ stage: 'run', done, total, what: `pictures, ${stage} network` });
      const options = { signal: job.signal, onProgress, limit: isLimited(source), ...pixelsPerRun(software) };
      const volume = await clock.time('run', () => network.upscale(opened.volume, options));
      job.report({ stage: 'finish', what: 'the interpolation beside it' });
      await breathe(job);
      const baseline = await clock.time('compare', () => interpolated(opened.volume, scale, job));
      const overshoot = await clock.time('compare', () =>
        measureOvershoot(opened.volume, volume, valueRange(opened.volume)),
      );
      const checks = [ofResult(checkOvershoot(overshoot)), ...inputChecks.map(plainCheck)];
      const outcome = { opened, checks, scale, volume, baseline, overshoot, model };
      const result = resultOf(outcome, clock.times);
      await breathe(job);
      last = { request, result, volume, named: opened.named };
      return result;
    },
    async checkModel({ model, weights }, job) {
      await host.begin(job);
      const network = await resolver(2, model, weights, job);
      return { description: `${model.name}: one channel in, enlarged ${network.scale}×` };
    },
    save: (format, job) => saveVolume(last, format, job),
  };
}

/** One network of the user's own takes the place of the shipped one that does the same: in the plane, or along depth. */
async function ownResolver(host: Parameters<typeof loadSuperResolver>[0], scale: Scale, bytes: Uint8Array) {
  try {
    return await loadSuperResolver(host, scale, { plane: bytes });
  } catch (error) {
    return await loadSuperResolver(host, scale, { depth: bytes }).catch(() => {
      throw error;
    });
  }
}
