import type { DeviceCaps } from '@roentgen/kernels';
import {
  type Graph,
  makePlan,
  type Ranking,
  type Rankings,
  type RankReport,
  summarise,
} from '@roentgen/runtime';

/** What a network's rounds of measurement came to, each a report a problem. */
export type Rounds = readonly (readonly RankReport[])[];

/** Timings of one kernel differ by this factor from run to run, so that less is no reason to ship an answer. */
export const noise = 1.05;
/** Kernels farther behind the first were not timed in turns with it (as in the tuner): a single timing, which says no more. */
const close = 2;

/** Whether the cost model's choice is wrong, or slower than another by more than a factor. */
export function differs({ expected, kernels, refused, microseconds }: RankReport, factor = noise): boolean {
  return refused.length > 0 || microseconds[expected] > factor * microseconds[kernels[0]];
}

function spread(values: readonly number[]): number {
  return Math.max(...values) / Math.min(...values);
}

/** Of one problem's reports, a kernel's longest time over its shortest. */
function apart(reports: readonly RankReport[], kernel: string): number {
  return spread(reports.map(({ microseconds }) => microseconds[kernel]));
}

/** The reports of one problem in all rounds; undefined where a round lacks it. */
function reportsOf(rounds: Rounds, key: string): readonly RankReport[] | undefined {
  const reports = rounds.map((round) => round.find((each) => each.key === key));
  return reports.every((each) => each !== undefined) ? reports : undefined;
}

/** How far rounds lie apart: factors between the longest and the shortest time of a kernel that was timed in turns with others. */
export interface Scatter {
  readonly median: number;
  readonly most: number;
}

/** The scatter of a network's rounds; 1 where nothing was timed twice. */
export function scatterOf(rounds: Rounds): Scatter {
  const factors = rounds[0].flatMap(({ key }) => {
    const reports = reportsOf(rounds, key);
    if (!reports) return [];
    const near = ({ kernels, microseconds }: RankReport, kernel: string) =>
      microseconds[kernel] <= close * microseconds[kernels[0]];
    const timed = Object.keys(reports[0].microseconds).filter((kernel) =>
      reports.every((report) => near(report, kernel)),
    );
    return timed.length > 1 ? timed.map((kernel) => apart(reports, kernel)) : [];
  });
  const sorted = [1, ...factors].slice(factors.length > 0 ? 1 : 0).sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1], most: sorted.at(-1)! };
}

/** Whether the same kernels are refused and the same is ahead each time, by more than noise and than its own times and the expected one's differ. */
function repeats(reports: readonly RankReport[]): boolean {
  const [{ expected, kernels, refused }] = reports;
  const scatter =
    refused.length > 0 ? 1 : Math.max(...[expected, kernels[0]].map((kernel) => apart(reports, kernel)));
  return reports.every(
    (each) =>
      each.kernels[0] === kernels[0] &&
      [...each.refused].sort().join() === [...refused].sort().join() &&
      differs(each, Math.max(noise, scatter)),
  );
}

/** The table with what was measured put in, or taken out where the cost model has come to expect it, or the rounds do not say the same. */
export function revised(table: Rankings, ...rounds: Rounds): Rankings {
  const next = new Map(table);
  for (const { key, kernels, refused } of rounds[0]) {
    const reports = reportsOf(rounds, key);
    if (reports && repeats(reports)) next.set(key, { kernels, refused });
    else next.delete(key);
  }
  return next;
}

/** A table without the answers for which a network would compile more shaders than by the cost model alone: every start would pay for them. */
export function withoutMoreShaders(table: Rankings, graph: Graph, caps: DeviceCaps): Rankings {
  const shaders = (rankings: Rankings) => summarise(makePlan(graph, caps, rankings)).pipelines;
  const kept = new Map<string, Ranking>();
  const most = shaders(kept);
  // Layers of one shape after another may come to share a shader; what one alone would add is left out.
  for (const [key, ranking] of table) {
    kept.set(key, ranking);
    if (ranking.refused.length === 0 && shaders(kept) > most) kept.delete(key);
  }
  return kept;
}
