import {
  agreement,
  type BenchModel,
  type BenchReport,
  type BenchRow,
  benchCases,
  benchKernels,
  benchModel,
  type Contender,
  contest,
  type LeftOut,
  measurePeaks,
  modelRows,
  type Peaks,
  type Profile,
  profileOf,
  roentgen,
  type Sizes,
} from '@roentgen/bench';
import { collector, modelFile, modelsIn, onnxruntime } from '@roentgen/bench/node';
import { families, type KernelFamily, RoentgenError } from '@roentgen/kernels';
import type { Device, PassName } from '@roentgen/runtime';
import type { Context } from '../context.ts';
import { weightsFolder } from '../systems/host.ts';
import { shapeText } from '../text/numbers.ts';
import { type TuneFlags, tuning } from '../tune.ts';

/** What to time, as the options of the command say. */
export interface Wanted extends TuneFlags {
  readonly suite: 'models' | 'kernels' | 'large';
  readonly dtype: 'f32' | 'f16';
  /** Left out: `ROUNDS`, and one of the large. */
  readonly rounds?: number;
  /** Left out: `STARTS`. */
  readonly starts?: number;
  /** Seconds that the rounds of a network may take; see `BUDGET`. */
  readonly budget?: number;
  readonly models?: string;
  readonly filter?: string;
  /** All of them, or those named with commas between. */
  readonly peers?: boolean | string;
  readonly chrome?: boolean;
  readonly batch?: readonly number[];
  readonly size?: readonly number[];
  /** Passes over the graph to leave out. */
  readonly without?: readonly PassName[];
  /** Every kernel, not only those that are expected to be near the chosen one. */
  readonly every?: boolean;
}

/** The part of a report that a suite makes, and the profiles of the networks in it. */
export type Measured = Pick<BenchReport, 'rows' | 'wrong' | 'leftOut' | 'peaks' | 'suite'> & {
  readonly profiles: readonly Profile[];
};

/** Rounds of a network, and turns of a kernel, end after this many milliseconds, so that a slow adapter is not waited for all day. */
const BUDGET = { models: 20_000, kernels: 500 } as const;

/** Kernels that are expected to take longer than so many times the chosen one are not timed unless asked for: each would take seconds. */
const WITHIN = 4;

/** Cold starts of each network. */
const STARTS = 3;

/** Runs of each, at most. */
export const ROUNDS = 20;

/** Milliseconds that the rounds of a network may take. */
export const modelBudget = ({ budget }: Wanted): number =>
  budget === undefined ? BUDGET.models : budget * 1000;

const allFamilies = Object.values(families) as KernelFamily<unknown>[];

/** Times the kernels of the marked cases. */
export async function kernelSuite(context: Context, wanted: Wanted, device: Device): Promise<Measured> {
  const { signal, progress } = context;
  const choice = {
    dtype: wanted.dtype,
    ...(wanted.filter === undefined ? {} : { filter: wanted.filter }),
    ...(wanted.every === true ? {} : { within: WITHIN }),
  };
  if (benchCases(allFamilies, device.caps, choice).length === 0) {
    throw new RoentgenError('usage', `no kernel and no timed case has '${wanted.filter}' in its name`, {
      hint: 'cases are named family/case (conv/densenet-stem), kernels family/kernel (conv/rows)',
    });
  }
  progress.stage('measuring the adapter');
  const peaks = await measurePeaks(device, signal);
  const { rows, wrong } = await benchKernels(device, {
    ...choice,
    rounds: wanted.rounds ?? ROUNDS,
    budget: BUDGET.kernels,
    peaks,
    signal,
    onCase: (name, done, total) => progress.stage(`timing ${name}`, done, total),
  });
  return { suite: 'kernels', rows, wrong, peaks, leftOut: [], profiles: [] };
}

/** Times whole networks, at every batch and size that is asked for and that they leave open. */
export async function modelSuite(
  context: Context,
  wanted: Wanted,
  device: Device,
  gpu: GPU,
): Promise<Measured> {
  const { models, leftOut } = await modelsOf(wanted);
  for (const { name, reason } of leftOut) context.note(`${name} is left out: ${reason}`);
  context.progress.stage('measuring the adapter');
  const peaks = await measurePeaks(device, context.signal);
  const rows: BenchRow[] = [];
  const profiles: Profile[] = [];
  for (const { model } of models) {
    const found = await timeModel(context, wanted, gpu, model, peaks);
    rows.push(...found.rows);
    profiles.push(...found.profiles);
    leftOut.push(...found.leftOut);
  }
  return { suite: 'models', rows, wrong: [], peaks, leftOut, profiles };
}

/** A network, and the sizes that were asked for. */
export interface Chosen {
  readonly model: BenchModel;
  readonly sizes: Sizes;
}

/** The networks that are asked for, at every batch and size that they leave open. */
export async function modelsOf(wanted: Wanted): Promise<{ models: Chosen[]; leftOut: LeftOut[] }> {
  const models: Chosen[] = [];
  const leftOut: LeftOut[] = [];
  for (const path of await modelsIn(wanted.models ?? weightsFolder(), wanted.filter ?? '')) {
    const file = await modelFile(path);
    for (const sizes of everySize(wanted)) {
      try {
        models.push({ model: await benchModel(file, sizes), sizes });
      } catch (error) {
        if (!(error instanceof RoentgenError) || error.code !== 'shape') throw error;
        leftOut.push({ name: file.file, peer: 'roentgen', reason: error.message });
      }
    }
  }
  const [first] = leftOut;
  if (models.length > 0) return { models, leftOut };
  throw new RoentgenError('shape', first.reason, { hint: 'name a folder of networks with open axes' });
}

function everySize({ batch = [], size = [] }: Wanted): Sizes[] {
  const batches = batch.length === 0 ? [{}] : batch.map((each) => ({ batch: each }));
  const sizes = size.length === 0 ? [{}] : size.map((each) => ({ size: each }));
  return batches.flatMap((first) => sizes.map((second) => ({ ...first, ...second })));
}

async function timeModel(
  context: Context,
  wanted: Wanted,
  gpu: GPU,
  model: BenchModel,
  peaks: Peaks,
): Promise<{ rows: BenchRow[]; profiles: Profile[]; leftOut: LeftOut[] }> {
  const { signal, progress } = context;
  const { dtype, peers, rounds = ROUNDS, starts = STARTS, without = [] } = wanted;
  const title = `${model.name} ${shapeText(model.inputs[0].shape)}`;
  progress.stage(`loading ${title}`);
  const own = roentgen(model, gpu, { signal, dtype, without, ...tuning(context, wanted) });
  const { timings, refusals } = await contest([own, ...peersOf(model, peers)], {
    rounds,
    starts,
    settle: collector(),
    budget: modelBudget(wanted),
    agreement: agreement[dtype],
    signal,
    onRound: (round) => progress.stage(`timing ${title}`, round, rounds),
  });
  for (const { peer, reason } of refusals) context.note(`${peer} does not run ${model.name}: ${reason}`);
  const { name } = model;
  const { shape } = model.inputs[0];
  return {
    rows: modelRows(model, dtype, timings, peaks),
    profiles: timings.flatMap(({ inspection }) =>
      inspection === undefined ? [] : [profileOf({ name, shape, dtype }, inspection, peaks)],
    ),
    leftOut: refusals.map((refusal) => ({ name, ...refusal })),
  };
}

/** Those of the peers that `--peers [NAMES]` names; all where it names none. */
function peersOf(model: BenchModel, wanted: Wanted['peers'] = false): readonly Contender[] {
  if (wanted === false) return [];
  const peers = onnxruntime(model);
  if (wanted === true) return peers;
  const names = wanted.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => peers.every(({ peer }) => peer !== name));
  if (unknown.length === 0) return peers.filter(({ peer }) => names.includes(peer));
  throw new RoentgenError('usage', `no peer in Node is called ${unknown.join(', ')}`, {
    hint: `there are ${peers.map(({ peer }) => peer).join(', ')}`,
  });
}
