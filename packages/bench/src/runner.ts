import type { Cold } from './report.ts';
import { pairedRatio } from './statistics.ts';

/** A loaded network, ready for the next run. */
export interface Loaded {
  readonly cold: Cold;
  /** One whole run: input up, compute, output back. */
  run(): Promise<void>;
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
  /** Rounds end earlier once they have taken this long, in milliseconds; three there are at least. */
  readonly budget: number;
  readonly signal: AbortSignal;
  /** Told before every round. */
  readonly onRound?: (round: number) => void;
}

/** What came out for one contender. */
export interface Timing {
  readonly peer: string;
  readonly cold: Cold;
  readonly samples: readonly number[];
  /** Against the first contender, by rounds; null for itself. */
  readonly ratio: number | null;
}

/** A contender that could not take part, and why. */
export interface Refusal {
  readonly peer: string;
  readonly reason: string;
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
  const loaded = new Map<string, Loaded>();
  const refusals: Refusal[] = [];
  try {
    for (const [place, { peer, load }] of contenders.entries()) {
      effort.signal.throwIfAborted();
      try {
        loaded.set(peer, await load());
      } catch (error) {
        if (place === 0 || effort.signal.aborted) throw error;
        refusals.push({
          peer,
          reason: error instanceof Error ? error.message.split('\n')[0] : String(error),
        });
      }
    }
    const samples = await takeTurns(loaded, effort);
    return { timings: compared(loaded, samples), refusals };
  } finally {
    for (const { dispose } of loaded.values()) await dispose();
  }
}

async function takeTurns(
  loaded: ReadonlyMap<string, Loaded>,
  effort: Effort,
): Promise<Map<string, number[]>> {
  const samples = new Map<string, number[]>([...loaded.keys()].map((peer) => [peer, []]));
  // One round that does not count: caches and clocks settle.
  for (const { run } of loaded.values()) await run();
  const start = performance.now();
  for (let round = 0; round < effort.rounds; round++) {
    if (round >= LEAST_ROUNDS && performance.now() - start > effort.budget) break;
    effort.onRound?.(round);
    const order = round % 2 === 0 ? [...loaded] : [...loaded].reverse();
    for (const [peer, { run }] of order) {
      effort.signal.throwIfAborted();
      samples.get(peer)?.push(await timed(run));
    }
  }
  return samples;
}

function compared(
  loaded: ReadonlyMap<string, Loaded>,
  samples: ReadonlyMap<string, readonly number[]>,
): Timing[] {
  const [own = []] = samples.values();
  return [...loaded].map(([peer, { cold }], place) => {
    const times = samples.get(peer) ?? [];
    return { peer, cold, samples: times, ratio: place === 0 ? null : pairedRatio(times, own) };
  });
}

/** Milliseconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
