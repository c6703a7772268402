import type { KernelDefinition } from '@roentgen/kernels';

/** What is known of the kernels that take one problem on one adapter. */
export interface Ranking {
  /** Names, fastest first. */
  readonly kernels: readonly string[];
  /** Kernels whose result was wrong. */
  readonly refused: readonly string[];
}

/** Rankings by `problemKey`. */
export type Rankings = ReadonlyMap<string, Ranking>;

export const noRankings: Rankings = new Map();

/** Whether a ranking is of just these kernels: one that has come or gone since may change the answer. */
export function covers(ranking: Ranking | undefined, names: readonly string[]): ranking is Ranking {
  if (!ranking) return false;
  const ranked = new Set([...ranking.kernels, ...ranking.refused]);
  return ranked.size === names.length && names.every((name) => ranked.has(name));
}

/**
 * Which of the candidates to take, given by expected time: the one that was found fastest, where all of them were ranked; otherwise the
 * first whose result was not found wrong.
 */
export function pick<A>(
  candidates: readonly KernelDefinition<A>[],
  ranking: Ranking | undefined,
): KernelDefinition<A> {
  const names = candidates.map(({ name }) => name);
  if (covers(ranking, names))
    for (const name of ranking.kernels) {
      const at = names.indexOf(name);
      if (at >= 0) return candidates[at];
    }
  return candidates.find(({ name }) => !ranking?.refused.includes(name)) ?? candidates[0];
}

/** All of them; of two rankings of one problem the later. */
export function merged(...tables: readonly Rankings[]): Rankings {
  return new Map(tables.flatMap((table) => [...table]));
}
