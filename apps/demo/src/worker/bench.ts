import { commit } from 'virtual:commit';
import {
  agreement,
  type BenchReport,
  type BenchRow,
  benchKernels,
  benchModel,
  contest,
  type LeftOut,
  measurePeaks,
  modelRows,
  type Peaks,
  pageAdapter,
  roentgen,
} from '@roentgen/bench';
import { RoentgenError } from '@roentgen/kernels';
import { type Device, isSoftware, openDevice } from '@roentgen/runtime';
import type { BenchWish, Request, Weights } from '../protocol.ts';
import { openWeightsStore } from '../storage/weights.ts';
import { fetchWeights } from './host.ts';
import type { Job } from './worker.ts';

/** Rounds of a network, and turns of a kernel, end after this many milliseconds; as for the command line. */
const BUDGET = { models: 20_000, kernels: 500 } as const;

type Part = Pick<BenchReport, 'rows' | 'wrong' | 'leftOut'>;

/** Runs the engine of `roentgen bench` on this page's adapter, and answers with the report that it would write. */
export async function benchmark(
  { wish, weights }: Extract<Request, { type: 'bench' }>,
  job: Job,
): Promise<BenchReport> {
  using device = await openDevice(navigator.gpu);
  job.report({ stage: 'measure' });
  const peaks = await measurePeaks(device, job.signal);
  const part =
    wish.suite === 'kernels'
      ? await timeKernels(device, wish, peaks, job)
      : await timeModels(device, wish, weights, peaks, job);
  const date = new Date().toISOString();
  return { adapter: pageAdapter(device), date, commit, suite: wish.suite, peaks, ...part };
}

async function timeKernels(device: Device, wish: BenchWish, peaks: Peaks, job: Job): Promise<Part> {
  const { rows, wrong } = await benchKernels(device, {
    dtype: wish.dtype,
    rounds: wish.rounds,
    budget: BUDGET.kernels,
    peaks,
    filter: wish.filter,
    signal: job.signal,
    onCase: (what, done, total) => job.report({ stage: 'time', what, done, total }),
    onRows: (more) => job.report({ stage: 'time', rows: more }),
  });
  if (rows.length + wrong.length > 0) return { rows, wrong, leftOut: [] };
  throw new RoentgenError('usage', `no kernel and no timed case has '${wish.filter}' in its name`, {
    hint: 'cases are named family/case (conv/densenet-stem), kernels family/kernel (conv/rows)',
  });
}

async function timeModels(
  device: Device,
  wish: BenchWish,
  weights: Weights,
  peaks: Peaks,
  job: Job,
): Promise<Part> {
  const rows: BenchRow[] = [];
  const leftOut: LeftOut[] = [];
  for (const file of wish.models) {
    try {
      const more = await timeModel(device, file, wish, weights, peaks, job);
      rows.push(...more);
      job.report({ stage: 'time', rows: more });
    } catch (error) {
      // A network that cannot have the size that was asked for does not keep the others from it.
      if (!(error instanceof RoentgenError) || error.code !== 'shape') throw error;
      leftOut.push({ name: file, peer: 'roentgen', reason: error.message });
    }
  }
  return { rows, wrong: [], leftOut };
}

async function timeModel(
  device: Device,
  file: string,
  { dtype, rounds, size }: BenchWish,
  weights: Weights,
  peaks: Peaks,
  job: Job,
): Promise<BenchRow[]> {
  const { signal } = job;
  const known = weights[file];
  if (known === undefined) throw new RoentgenError('file', `this build of the page has no weights ${file}`);
  const bytes = await fetchWeights(file, known, openWeightsStore(), job);
  const model = await benchModel({ file, bytes }, size === null ? {} : { size });
  // Where a run takes seconds, four more to look into each dispatch would take longer than all else.
  const profiled = !isSoftware(device.info);
  const { timings } = await contest([roentgen(model, navigator.gpu, { dtype, profiled, signal })], {
    rounds,
    budget: BUDGET.models,
    agreement: agreement[dtype],
    signal,
    onStep: (_, stage) => stage === 'load' && job.report({ stage: 'time', what: `${model.name}, its start` }),
    onRound: (done) => job.report({ stage: 'time', what: model.name, done, total: rounds }),
  });
  return modelRows(model, dtype, timings, peaks);
}
