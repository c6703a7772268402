import type { Inspection } from '../models/profile.ts';
import type { Cold } from '../report/report.ts';
import { disagreement, type Outputs } from './outputs.ts';
import { pairedRatio } from './statistics.ts';

/** A loaded network, ready for the next run. */
export interface Loaded {
  readonly cold: Cold;
  /** What the first run gave. */
  readonly outputs: Outputs;
  /** One whole run: input up, compute, output back. */
  run(): Promise<void>;
  /** What can be told of its runs from within, once the timing is over; peers leave it out. */
  inspect?(): Promise<Inspection>;
  dispose(): void | Promise<void>;
}

/** Someone who can run a network: ourselves or a peer. */
export interface Contender {
  readonly peer: string;
  /** Loads the network and runs it once, timing both. */
  load(): Promise<Loaded>;
}

/** How long to go on. */
export interface Effort {
  /** Rounds of one run each. */
  readonly rounds: number;
  /** No round begins once they have taken this long, in milliseconds, or thrice this while there are fewer than three; one there is. */
  readonly budget: number;
  /** How often each contender is loaded; 1 where left out. */
  readonly starts?: number;
  /** How far a peer's outputs may be from ours, as a share of the range of ours. */
  readonly agreement: number;
  readonly signal: AbortSignal;
  /** Awaited before every load: has what was loaded before gone for good, so that no start pays for another's end. */
  readonly settle?: () => Promise<void>;
  /** Told before every round. */
  readonly onRound?: (round: number) => void;
  /** Told before every load and every run, outside of what is timed. */
  readonly onStep?: (peer: string, stage: 'load' | 'run') => void;
}

/** What came out for one contender. */
export interface Timing {
  readonly peer: string;
  readonly starts: readonly Cold[];
  readonly samples: readonly number[];
  /** Of the warm runs, against the first contender, by rounds; null for itself. */
  readonly ratio: number | null;
  /** The same of the cold starts. */
  readonly coldRatio: number | null;
  readonly inspection?: Inspection;
}

/** A contender that could not take part, and why. */
export interface Refusal {
  readonly peer: string;
  readonly reason: string;
}

/** A contender while the contest goes on. */
interface Entrant extends Loaded {
  readonly peer: string;
  readonly starts: Cold[];
  readonly samples: number[];
}

/** Fewer make no median. */
const LEAST_ROUNDS = 3;

/** A first run that took longer than this, in milliseconds, has warmed up what there is to warm up. */
const SETTLED = 2000;

/**
 * Times contenders against each other. Each loads and runs once (cold), then all take turns, one run each a
 * round, in an order that alternates so that none always runs in the wake of the same other.
 *
 * The first contender is ourselves and has to succeed; the others may refuse or fail, and one whose outputs are not ours computes
 * something else: it is not timed.
 */
export async function contest(
  contenders: readonly Contender[],
  effort: Effort,
): Promise<{ readonly timings: readonly Timing[]; readonly refusals: readonly Refusal[] }> {
  const entrants: Entrant[] = [];
  const refusals: Refusal[] = [];
  try {
    for (const contender of contenders) {
      effort.signal.throwIfAborted();
      const reason = await enter(contender, entrants, effort);
      if (reason !== undefined) refusals.push({ peer: contender.peer, reason });
    }
    await startAgain(contenders, entrants, effort);
    refusals.push(...(await takeTurns(entrants, effort)));
    return { timings: await compared(entrants, effort.signal), refusals };
  } finally {
    for (const { dispose } of entrants) await dispose();
  }
}

/** Lets a contender take part; says why where it cannot. The first one has to, so its errors are thrown. */
async function enter(
  { peer, load }: Contender,
  entrants: Entrant[],
  { agreement, signal, settle, onStep }: Effort,
): Promise<string | undefined> {
  const ours = entrants.at(0);
  onStep?.(peer, 'load');
  await settle?.();
  try {
    const loaded = await load();
    const wrong = ours && disagreement(ours.outputs, loaded.outputs, agreement);
    if (wrong === undefined) entrants.push({ ...loaded, peer, starts: [loaded.cold], samples: [] });
    else await loaded.dispose();
    return wrong;
  } catch (error) {
    if (ours === undefined || signal.aborted) throw error;
    return reasonOf(error);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split('\n')[0] : String(error);
}

/** More cold starts of those who take part, in turns; what they load is let go of at once. */
async function startAgain(
  contenders: readonly Contender[],
  entrants: readonly Entrant[],
  { starts = 1, signal, settle, onStep }: Effort,
): Promise<void> {
  for (let start = 1; start < starts; start++) {
    for (const { peer, load } of contenders) {
      signal.throwIfAborted();
      const entrant = entrants.find((each) => each.peer === peer);
      if (entrant === undefined) continue;
      onStep?.(peer, 'load');
      await settle?.();
      const { cold, dispose } = await load();
      await dispose();
      entrant.starts.push(cold);
    }
  }
}

/** Runs in rounds; says who failed, and takes them out. */
async function takeTurns(entrants: Entrant[], effort: Effort): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  const turn = async (entrant: Entrant, use: (milliseconds: number) => void) => {
    const reason = await ran(entrant, effort, entrant === entrants[0], use);
    if (reason === undefined) return;
    refusals.push({ peer: entrant.peer, reason });
    entrants.splice(entrants.indexOf(entrant), 1);
    await entrant.dispose();
  };
  // One round that does not count: caches and clocks settle. Where a run takes seconds they have.
  for (const entrant of [...entrants]) if (entrant.cold.firstRun < SETTLED) await turn(entrant, () => {});
  const start = performance.now();
  for (let round = 0; round < effort.rounds; round++) {
    const budget = round < LEAST_ROUNDS ? LEAST_ROUNDS * effort.budget : effort.budget;
    if (round > 0 && performance.now() - start > budget) break;
    effort.onRound?.(round);
    const order = round % 2 === 0 ? [...entrants] : entrants.toReversed();
    for (const entrant of order) await turn(entrant, (time) => entrant.samples.push(time));
  }
  return refusals;
}

/** One run of an entrant; the reason where it failed, which only a peer may. */
async function ran(
  { peer, run }: Entrant,
  { signal, onStep }: Effort,
  own: boolean,
  use: (milliseconds: number) => void,
): Promise<string | undefined> {
  signal.throwIfAborted();
  onStep?.(peer, 'run');
  try {
    use(await timed(run));
    return undefined;
  } catch (error) {
    if (own || signal.aborted) throw error;
    return reasonOf(error);
  }
}

async function compared(entrants: readonly Entrant[], signal: AbortSignal): Promise<Timing[]> {
  const [own] = entrants;
  const timings: Timing[] = [];
  for (const entrant of entrants) {
    signal.throwIfAborted();
    const { peer, starts, samples } = entrant;
    const other = entrant !== own;
    const timing = {
      peer,
      starts,
      samples,
      ratio: other ? pairedRatio(samples, own.samples) : null,
      coldRatio: other ? pairedRatio(starts.map(wholeStart), own.starts.map(wholeStart)) : null,
    };
    timings.push(entrant.inspect === undefined ? timing : { ...timing, inspection: await entrant.inspect() });
  }
  return timings;
}

/** From a model's bytes to the first answer, in milliseconds. */
export function wholeStart({ load, compile, firstRun }: Cold): number {
  return load + (compile ?? 0) + firstRun;
}

/** Milliseconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
