import type { Summary } from './statistics.ts';

/** How long it takes from a model's bytes to the first answer, in milliseconds. */
export interface Cold {
  /** Reading the file, planning, uploading weights. */
  readonly load: number;
  /** Compiling shaders; null where a peer does not tell it from loading. */
  readonly compile: number | null;
  readonly firstRun: number;
}

/** One measured thing: a network at a shape, by one of those who can run it. */
export interface BenchRow {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  /** 'warm': one run among many; 'cold': from bytes to the first answer. */
  readonly variant: 'warm' | 'cold';
  /** 'roentgen', or the peer that was timed. */
  readonly peer: string;
  readonly ms: Summary;
  /** Arithmetic (a multiply-add counts 2) by the median time; null where it is not known. */
  readonly gflops: number | null;
  /** Bytes read and written, by the median time. */
  readonly gbs: number | null;
  /** How many times longer the peer took than roentgen, by pairs of runs; null for roentgen itself. */
  readonly ratio: number | null;
  readonly cold?: Cold;
  readonly samples: readonly number[];
}

/** What `bench --json` writes. Ratios are what may be quoted: times depend on the machine's mood. */
export interface BenchReport {
  readonly adapter: string;
  /** ISO 8601, UTC. */
  readonly date: string;
  /** The commit measured; null outside a checkout. */
  readonly commit: string | null;
  readonly rows: readonly BenchRow[];
}

/** A row that both reports have, before and after. */
export interface Change {
  readonly row: BenchRow;
  readonly before: number;
  /** after / before - 1: 0.1 is ten per cent slower. */
  readonly change: number;
}

function keyOf({ name, shape, dtype, variant, peer }: BenchRow): string {
  return JSON.stringify([name, shape, dtype, variant, peer]);
}

/** Medians of `after` beside those of `before`, for the rows that both have. */
export function changes(before: BenchReport, after: BenchReport): Change[] {
  const known = new Map(before.rows.map((row) => [keyOf(row), row.ms.median]));
  return after.rows.flatMap((row) => {
    const old = known.get(keyOf(row));
    return old === undefined ? [] : [{ row, before: old, change: row.ms.median / old - 1 }];
  });
}
