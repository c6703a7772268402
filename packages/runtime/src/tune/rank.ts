import {
  candidates,
  type DeviceCaps,
  type Draw,
  estimate,
  type HostArray,
  isFloat,
  type KernelDefinition,
  type KernelFamily,
  type Problem,
  RoentgenError,
} from '@roentgen/kernels';
import type { Device } from '../device/device.ts';
import { throwIfAborted } from '../session/queue.ts';
import { drawInputs } from '../trial/draw.ts';
import { Trial } from '../trial/trial.ts';
import { Judge } from './judge.ts';
import { problemKey } from './key.ts';
import type { Ranking } from './rankings.ts';

/** Kernels that the cost model takes for this many times slower than the best are not timed. */
const hopeless = 6;
/** After a first timing those within this factor of the best are timed again, in turns, so that a machine that slows down slows all. */
const close = 2;
const mostFinalists = 4;
const rounds = 5;
/** What one submission should take: more than Chrome's 0.065 ms of rounding and a wait for the host amount to. */
const submission = 4;
/** The model's own choice stays unless another is faster by more than timings scatter. */
const worthwhile = 0.97;

/** What the timing of one problem came to. */
export interface RankReport extends Ranking {
  readonly key: string;
  /** The kernel that the cost model takes. */
  readonly expected: string;
  /** Median of a dispatch, of each kernel that was timed. */
  readonly microseconds: Readonly<Record<string, number>>;
  /** Why each kernel that was refused was. */
  readonly reasons: Readonly<Record<string, string>>;
}

type Kernel = KernelDefinition<unknown>;

/** Data on which every kernel is defined: indices of Gather within its extents, integers that can be divided by. */
function drawsOf(family: string, { inputs }: Problem<unknown>): readonly (Draw | null)[] {
  const least = Math.min(...(inputs[0]?.shape ?? [1]));
  return inputs.map((tensor, index) => {
    if (!tensor || isFloat(tensor.dtype) || tensor.dtype === 'bool') return null;
    return family === 'gather' && index === 1 ? { below: least } : 'positive';
  });
}

/** Whether a device is lost, which explains every failure on it and says nothing of a kernel. */
function isLost(device: Device): Promise<boolean> {
  const turn = new Promise<false>((resolve) => setTimeout(() => resolve(false)));
  return Promise.race([device.lost.then(() => true), turn]);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

class Ranker {
  readonly #device: Device;
  readonly #problem: Problem<unknown>;
  readonly #signal: AbortSignal | undefined;
  readonly #inputs: readonly (HostArray | null)[];
  readonly #judge: Judge;
  readonly #times = new Map<Kernel, number>();
  readonly #failed = new Map<string, string>();

  constructor(
    device: Device,
    family: KernelFamily<unknown>,
    problem: Problem<unknown>,
    signal: AbortSignal | undefined,
  ) {
    this.#device = device;
    this.#problem = problem;
    this.#signal = signal;
    const name = problemKey(family.name, problem);
    this.#inputs = drawInputs({ name, problem, draw: drawsOf(family.name, problem) });
    const { flops } = family.kernels[0].cost(problem, device.caps);
    this.#judge = new Judge(family, problem, this.#inputs, flops);
  }

  #trial(kernel: Kernel): Promise<Trial> {
    const instance = kernel.instantiate(this.#problem, this.#device.caps);
    return Trial.create(this.#device, instance, this.#problem, this.#inputs);
  }

  async #time(trial: Trial, times: number): Promise<number> {
    throwIfAborted(this.#signal);
    const { gpu, wall } = await trial.time(times);
    return 1000 * (gpu || wall);
  }

  /** Checks and roughly times one kernel, which alone holds buffers meanwhile. One that fails to run is out. */
  async audition(kernel: Kernel): Promise<void> {
    throwIfAborted(this.#signal);
    try {
      using trial = await this.#trial(kernel);
      this.#judge.hear(kernel.name, await trial.outputs());
      this.#times.set(kernel, await this.#time(trial, await trial.repeatsFor(submission)));
    } catch (error) {
      if (!(error instanceof RoentgenError) || error.code === 'aborted' || (await isLost(this.#device)))
        throw error;
      this.#failed.set(kernel.name, error.message);
    }
  }

  get refused(): ReadonlyMap<string, string> {
    return new Map([...this.#failed, ...this.#judge.refused]);
  }

  /** Microseconds of each kernel that was timed and is right. */
  get times(): ReadonlyMap<Kernel, number> {
    return new Map([...this.#times].filter(([{ name }]) => !this.refused.has(name)));
  }

  /** Times the best again, taking turns. */
  async finals(): Promise<void> {
    const best = Math.min(...this.times.values());
    const finalists = [...this.times]
      .filter(([, time]) => time <= close * best)
      .sort(([, a], [, b]) => a - b)
      .slice(0, mostFinalists);
    if (finalists.length < 2) return;
    const trials: { kernel: Kernel; trial: Trial; times: number; samples: number[] }[] = [];
    try {
      for (const [kernel] of finalists) {
        const trial = await this.#trial(kernel);
        trials.push({ kernel, trial, times: 1, samples: [] });
      }
      for (const entry of trials) entry.times = await entry.trial.repeatsFor(submission);
      for (let round = 0; round < rounds; round++)
        for (const { trial, times, samples } of trials) samples.push(await this.#time(trial, times));
      for (const { kernel, samples } of trials) this.#times.set(kernel, median(samples));
    } finally {
      for (const { trial } of trials) trial[Symbol.dispose]();
    }
  }
}

/**
 * The kernels worth timing for a problem, by expected time: all that take it but the hopeless. Throws as `candidates` where none does.
 */
export function contenders(
  family: KernelFamily<unknown>,
  problem: Problem<unknown>,
  caps: DeviceCaps,
): readonly Kernel[] {
  const all = candidates(family, problem, caps);
  const expected = (kernel: Kernel) => estimate(kernel.cost(problem, caps), caps);
  return all.filter((kernel) => expected(kernel) <= hopeless * expected(all[0]));
}

/** Times the kernels of a family that take a problem, each checked for what it computes. Throws 'aborted'; as `candidates` where none does. */
export async function rank(
  device: Device,
  family: KernelFamily<unknown>,
  problem: Problem<unknown>,
  signal?: AbortSignal,
): Promise<RankReport> {
  const { caps } = device;
  const all = candidates(family, problem, caps);
  const likely = contenders(family, problem, caps);
  const ranker = new Ranker(device, family, problem, signal);
  // One that is alone wins without a race.
  if (likely.length > 1) {
    for (const kernel of likely) await ranker.audition(kernel);
    await ranker.finals();
  }
  const { times, refused } = ranker;
  const handicap = (kernel: Kernel) => (kernel === all[0] ? worthwhile : 1) * times.get(kernel)!;
  const timed = [...times.keys()].sort((a, b) => handicap(a) - handicap(b));
  const rest = all.filter((kernel) => !times.has(kernel) && !refused.has(kernel.name));
  return {
    key: problemKey(family.name, problem),
    expected: all[0].name,
    kernels: [...timed, ...rest].map(({ name }) => name),
    refused: [...refused.keys()],
    microseconds: Object.fromEntries([...times].map(([{ name }, time]) => [name, time])),
    reasons: Object.fromEntries(refused),
  };
}
