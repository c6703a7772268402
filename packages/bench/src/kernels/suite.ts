import { type DType, families, type KernelFamily } from '@roentgen/kernels';
import type { Device, TrialTime } from '@roentgen/runtime';
import { pairedRatio, summarise } from '../contest/statistics.ts';
import { floorOf, intensityOf, type Peaks } from '../peaks/roofline.ts';
import type { BenchRow, WrongKernel } from '../report/report.ts';
import { type BenchCase, benchCases, type Choice } from './cases.ts';
import { check, type Right } from './check.ts';

/** What of the kernels to time, and for how long. */
export interface KernelSuite extends Choice {
  /** Rounds of one submission of each kernel. */
  readonly rounds: number;
  /** A kernel sits out once it has taken this long on a case, in milliseconds, so that a slow one does not hold up the rest. */
  readonly budget: number;
  /** How long one submission is to take, in milliseconds: short kernels are repeated in it. */
  readonly submission?: number;
  /** For the roofline; null without. */
  readonly peaks: Peaks | null;
  readonly signal: AbortSignal;
  /** Told before every case. */
  readonly onCase?: (name: string, done: number, total: number) => void;
  /** Told of the rows of each case, once it is timed. */
  readonly onRows?: (rows: readonly BenchRow[]) => void;
  /** All of the library's where left out. */
  readonly families?: readonly KernelFamily<unknown>[];
}

/** What the suite of kernels comes to. */
export interface KernelResults {
  readonly rows: readonly BenchRow[];
  readonly wrong: readonly WrongKernel[];
}

/**
 * Long enough that Chrome's rounding of timestamps to 65,536 ns is a hundredth of it, and short enough that no driver
 * takes a GPU for hung.
 */
const SUBMISSION = 8;

/** Times the wanted kernels of every marked case that takes them, after its outputs are found right; those of one case take turns. */
export async function benchKernels(device: Device, suite: KernelSuite): Promise<KernelResults> {
  const all = suite.families ?? (Object.values(families) as KernelFamily<unknown>[]);
  const cases = benchCases(all, device.caps, suite);
  const rows: BenchRow[] = [];
  const wrong: WrongKernel[] = [];
  for (const [done, found] of cases.entries()) {
    suite.signal.throwIfAborted();
    suite.onCase?.(found.name, done, cases.length);
    const checked = await check(device, found);
    wrong.push(...checked.wrong);
    try {
      const timed = rowsOf(found, await takeTurns(checked.right, suite), suite.peaks);
      rows.push(...timed);
      suite.onRows?.(timed);
    } finally {
      for (const { trial } of checked.right) trial[Symbol.dispose]();
    }
  }
  return { rows, wrong };
}

interface Timed extends Right {
  readonly times: TrialTime[];
}

async function takeTurns(right: readonly Right[], suite: KernelSuite): Promise<Timed[]> {
  const { rounds, budget, submission = SUBMISSION, signal } = suite;
  const entrants: (Timed & { readonly repeats: number; spent: number })[] = [];
  for (const each of right) {
    const repeats = await each.trial.repeatsFor(submission);
    entrants.push({ ...each, times: [], repeats, spent: 0 });
  }
  for (let round = 0; round < rounds; round++) {
    for (const entrant of round % 2 === 0 ? entrants : entrants.toReversed()) {
      signal.throwIfAborted();
      if (entrant.spent > budget) continue;
      const time = await entrant.trial.time(entrant.repeats);
      entrant.times.push(time);
      entrant.spent += time.wall * entrant.repeats;
    }
  }
  return entrants;
}

/** The rows of one case, a kernel each, in the order of the family. */
function rowsOf(found: BenchCase, timed: readonly Timed[], peaks: Peaks | null): BenchRow[] {
  const { name, testCase, work, chosen } = found;
  const { dtype, shape } = testCase.problem.inputs.find((tensor) => tensor !== null)!;
  const own = timed.find(({ kernel }) => kernel === chosen);
  return timed.map((each): BenchRow => {
    const samples = samplesOf(each);
    const ms = summarise(samples);
    const gpu = gpuTimes(each);
    return {
      name,
      shape,
      dtype,
      variant: each.kernel,
      peer: 'roentgen',
      ms,
      gpuMs: gpu && summarise(gpu),
      wallMs: summarise(each.times.map(({ wall }) => wall)),
      gflops: work.flops / ms.median / 1e6,
      gbs: work.bytes / ms.median / 1e6,
      roofline: peaks && floorOf(work, peaks, dtype as DType) / ms.median,
      intensity: intensityOf(work),
      ratio: own === undefined || own === each ? null : pairedRatio(samples, samplesOf(own)),
      chosen: each === own,
      checked: each.checked,
      samples,
    };
  });
}

function gpuTimes({ times }: Timed): number[] | null {
  const gpu = times.flatMap(({ gpu }) => (gpu === null ? [] : [gpu]));
  return gpu.length === times.length ? gpu : null;
}

/** The GPU's own times, or the host's where it has none. */
function samplesOf(timed: Timed): number[] {
  return gpuTimes(timed) ?? timed.times.map(({ wall }) => wall);
}
