import type { DeviceCaps } from '@roentgen/kernels';
import type { Graph } from '../graph/graph.ts';
import { familyOf } from '../graph/problem.ts';
import { boundProblemOf } from '../graph/window.ts';
import { problemKey } from './key.ts';
import { covers, type Rankings } from './rankings.ts';

/** The kernels that take each problem of some graphs on a device, by the problem's key. */
export function takersOf(graphs: readonly Graph[], caps: DeviceCaps): ReadonlyMap<string, readonly string[]> {
  const takers = new Map<string, readonly string[]>();
  for (const graph of graphs)
    for (const node of graph.nodes) {
      const family = familyOf(node);
      const problem = boundProblemOf(graph, node, caps);
      const kernels = family.kernels.filter((kernel) => kernel.rejects(problem, caps) === null);
      takers.set(
        problemKey(family.name, problem),
        kernels.map(({ name }) => name),
      );
    }
  return takers;
}

/**
 * What is wrong with rankings that were made for these graphs, a line each: problems that none of them poses, and kernels that are not
 * there, that do not take the problem, or that nobody timed. Such rankings would be carried along and not used.
 */
export function staleRankings(
  rankings: Rankings,
  graphs: readonly Graph[],
  caps: DeviceCaps,
): readonly string[] {
  const takers = takersOf(graphs, caps);
  return [...rankings].flatMap(([key, ranking]) => {
    const names = takers.get(key);
    if (!names) return [`no network asks for ${key}`];
    const ranked = [...ranking.kernels, ...ranking.refused];
    return covers(ranking, names) ? [] : [`[${ranked}] are not the kernels that take it, [${names}]: ${key}`];
  });
}
