import {
  type OnnxModel,
  openDevice,
  type Plan,
  type RunOptions,
  readModel,
  Session,
  type SessionOptions,
  type StepTime,
  summarise,
} from '@roentgen/runtime';
import { type Contender, type Loaded, timed } from '../contest/contest.ts';
import type { Outputs } from '../contest/outputs.ts';
import { benchInput } from './inputs.ts';
import type { BenchModel } from './model.ts';
import { type Inspection, layersOf } from './profile.ts';

/** How we run: in which precision, without which passes, with kernels timed before; the signal stops loading and runs. */
export interface OurOptions extends Pick<SessionOptions, 'dtype' | 'without' | 'tune'> {
  /** Whether to look into the time of each dispatch once the timing is over, in four more runs; they are where left out. */
  readonly profiled?: boolean;
  /** Rewrites the model as it is loaded: where the file fixes sizes that the network does not. */
  readonly edit?: (model: OnnxModel) => OnnxModel;
  readonly signal: AbortSignal;
}

/** Ourselves: a device of our own for each load, so that no compiled shader is left from before. */
export function roentgen(model: BenchModel, gpu: GPU, options: OurOptions): Contender {
  let tuned: Promise<void> | undefined;
  return {
    peer: 'roentgen',
    async load() {
      if (options.tune) tuned ??= tuneAhead(model, gpu, options);
      await tuned;
      return load(model, gpu, options);
    },
  };
}

/** Has the store of `tune` know the network, so that no start that is timed holds the timing of kernels. */
async function tuneAhead(model: BenchModel, gpu: GPU, options: OurOptions): Promise<void> {
  using device = await openDevice(gpu);
  const session = await Session.create(await sourceOf(model, options), {
    ...options,
    device,
    shapes: shapesOf(model),
  });
  session.dispose();
}

async function sourceOf(
  { bytes, name }: BenchModel,
  { edit }: Pick<OurOptions, 'edit'>,
): Promise<Uint8Array | OnnxModel> {
  return edit === undefined ? bytes : edit(await readModel(bytes, { name }));
}

function shapesOf({ inputs }: BenchModel): Record<string, readonly number[]> {
  return Object.fromEntries(inputs.map(({ name, shape }) => [name, shape]));
}

async function load(
  model: BenchModel,
  gpu: GPU,
  { profiled = true, ...options }: OurOptions,
): Promise<Loaded> {
  const device = await openDevice(gpu);
  const shapes = shapesOf(model);
  const feeds = Object.fromEntries(
    model.inputs.map(({ name, dtype: type, shape }) => [name, { data: benchInput(type, shape), shape }]),
  );
  const watch = stopwatch();
  const session = await Session.create(await sourceOf(model, options), {
    ...options,
    device,
    shapes,
    onProgress: ({ stage }) => watch.enter(stage),
  });
  watch.enter('ready');
  const run = async (more: RunOptions = {}) => {
    await session.run(feeds, { signal: options.signal, ...more });
  };
  const dispose = () => {
    session.dispose();
    device[Symbol.dispose]();
  };
  try {
    let outputs: Outputs = {};
    const firstRun = await timed(async () => {
      outputs = await session.run(feeds, { signal: options.signal });
    });
    return {
      cold: { load: watch.total - watch.spent('compile'), compile: watch.spent('compile'), firstRun },
      outputs,
      run: () => run(),
      inspect: async () =>
        inspection(session.plan(shapes), profiled ? await dispatchTimes(session, run) : []),
      dispose,
    };
  } catch (error) {
    dispose();
    throw error;
  }
}

const PROFILED_RUNS = 3;

/** The times of every dispatch in a few runs; none without timestamps. */
async function dispatchTimes(
  { device }: Session,
  run: (options: RunOptions) => Promise<void>,
): Promise<StepTime[][]> {
  if (!device.caps.features.has('timestamps')) return [];
  const runs: StepTime[][] = [];
  // The first run with timestamps settles what only those need.
  for (let i = 0; i <= PROFILED_RUNS; i++) {
    const steps: StepTime[] = [];
    await run({ profile: (step) => steps.push(step) });
    runs.push(steps);
  }
  return runs.slice(1);
}

function inspection(plan: Plan, runs: readonly StepTime[][]): Inspection {
  const { activationBytes, constantBytes, peakBytes } = summarise(plan);
  return {
    layers: layersOf(plan, runs),
    gpu:
      runs.length === 0
        ? null
        : runs.map((steps) => steps.reduce((sum, { milliseconds }) => sum + milliseconds, 0)),
    memory: { activationBytes, constantBytes, peakBytes },
  };
}

/** How long each stage took, when all that is told is which one has begun. */
function stopwatch() {
  const times = new Map<string, number>();
  let stage = 'start';
  let since = performance.now();
  return {
    enter(next: string): void {
      const now = performance.now();
      times.set(stage, (times.get(stage) ?? 0) + now - since);
      stage = next;
      since = now;
    },
    spent: (name: string): number => times.get(name) ?? 0,
    get total(): number {
      return [...times.values()].reduce((sum, time) => sum + time, 0);
    },
  };
}
