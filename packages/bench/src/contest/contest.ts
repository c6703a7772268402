import type { Inspection } from '../models/profile.ts';
import type { Cold } from '../report/report.ts';
import { pairedRatio } from './statistics.ts';

/** A loaded network, ready for the next run. */
export interface Loaded {
  readonly cold: Cold;
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
  /** Rounds end earlier once they have taken this long, in milliseconds; three of them there are if `rounds` allows. */
  readonly budget: number;
  /** How often each contender is loaded; 1 where left out. */
  readonly starts?: number;
  readonly signal: AbortSignal;
  /** Told before every round. */
  readonly onRound?: (round: number) => void;
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

const LEAST_ROUNDS = 3;

/**
 * Times contenders against each other. Each loads and runs once (cold), then all take turns, one run each a
 * round, in an order that alternates so that none always runs in the wake of the same other.
 *
 * The first contender is ourselves and has to succeed; the others may refuse.
 */
export async function contest(
  contenders: readonly Contender[],
  effort: Effort,
): Promise<{ readonly timings: readonly Timing[]; readonly refusals: readonly Refusal[] }> {
  const entrants: Entrant[] = [];
  const refusals: Refusal[] = [];
  try {
    for (const [place, { peer, load }] of contenders.entries()) {
      effort.signal.throwIfAborted();
      try {
        const loaded = await load();
        const { cold, run, inspect, dispose } = loaded;
        const entrant = { peer, cold, starts: [cold], samples: [], run, dispose };
        entrants.push(inspect === undefined ? entrant : { ...entrant, inspect });
      } catch (error) {
        if (place === 0 || effort.signal.aborted) throw error;
        refusals.push({ peer, reason: reasonOf(error) });
      }
    }
    await startAgain(contenders, entrants, effort);
    await takeTurns(entrants, effort);
    return { timings: await compared(entrants, effort.signal), refusals };
  } finally {
    for (const { dispose } of entrants) await dispose();
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split('\n')[0] : String(error);
}

/** More cold starts of those who take part, in turns; what they load is let go of at once. */
async function startAgain(
  contenders: readonly Contender[],
  entrants: readonly Entrant[],
  { starts = 1, signal }: Effort,
): Promise<void> {
  for (let start = 1; start < starts; start++) {
    for (const { peer, load } of contenders) {
      signal.throwIfAborted();
      const entrant = entrants.find((each) => each.peer === peer);
      if (entrant === undefined) continue;
      const { cold, dispose } = await load();
      await dispose();
      entrant.starts.push(cold);
    }
  }
}

async function takeTurns(entrants: readonly Entrant[], effort: Effort): Promise<void> {
  // One round that does not count: caches and clocks settle.
  for (const { run } of entrants) await run();
  const start = performance.now();
  for (let round = 0; round < effort.rounds; round++) {
    if (round >= LEAST_ROUNDS && performance.now() - start > effort.budget) break;
    effort.onRound?.(round);
    const order = round % 2 === 0 ? entrants : entrants.toReversed();
    for (const { samples, run } of order) {
      effort.signal.throwIfAborted();
      samples.push(await timed(run));
    }
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
