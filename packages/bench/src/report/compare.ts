import { RoentgenError } from '@roentgen/kernels';
import { medianInterval } from '../contest/statistics.ts';
import type { BenchMachine, BenchReport, BenchRow } from './report.ts';

/** A row that both reports have, before and after. */
export interface Change {
  readonly row: BenchRow;
  /** Median before, in milliseconds. */
  readonly before: number;
  /** after / before: 1.1 took a tenth longer. */
  readonly ratio: number;
  /** Where the ratio may lie, given how far the samples of both spread; null where there are too few to say. */
  readonly spread: readonly [low: number, high: number] | null;
  /** Whether the difference exceeds the noise: 'slower' and 'faster' where the spread leaves 1 out. */
  readonly verdict: 'slower' | 'faster' | 'noise' | 'unknown';
}

/** Two reports of one adapter beside each other. */
export interface ReportComparison {
  readonly changes: readonly Change[];
  /** Rows that only one of them has. */
  readonly gone: readonly BenchRow[];
  readonly added: readonly BenchRow[];
}

/** Throws 'usage' where an earlier report is of another adapter: its times say nothing about a change. */
function checkAdapter(before: BenchReport, adapter: string): void {
  if (before.adapter === adapter) return;
  throw new RoentgenError('usage', `the earlier report is of '${before.adapter}', this is '${adapter}'`, {
    hint: 'times of two adapters say nothing about a change',
  });
}

/** What tells whether two reports can be compared. */
export type Circumstances = Pick<BenchReport, 'adapter' | 'suite' | 'machine'>;

/** Throws 'usage' where an earlier report is of another adapter, suite or, with a software adapter, processor: its times say nothing about a change. */
export function checkBaseline(before: BenchReport, now: Circumstances): void {
  checkAdapter(before, now.adapter);
  if (before.suite !== undefined && now.suite !== undefined && before.suite !== now.suite)
    throw new RoentgenError(
      'usage',
      `the earlier report is of the suite ${before.suite}, this is ${now.suite}`,
      {
        hint: `take --suite ${before.suite}, or a report of ${now.suite}`,
      },
    );
  const [old, own] = [before.machine, now.machine];
  if (!old || !own || !/llvmpipe|swiftshader/i.test(now.adapter)) return;
  if (old.cpu === own.cpu && old.cores === own.cores) return;
  const text = ({ cpu, cores }: BenchMachine) => `${cores} cores of ${cpu}`;
  throw new RoentgenError('usage', `the earlier report is of ${text(old)}, this is ${text(own)}`, {
    hint: 'a software adapter is its processor: times of two say nothing about a change',
  });
}

function keyOf({ name, shape, dtype, variant, peer }: BenchRow): string {
  return JSON.stringify([name, shape, dtype, variant, peer]);
}

/** Every row of `after` beside the same one of `before`. Throws 'usage' as `checkBaseline`. */
export function compareReports(before: BenchReport, after: BenchReport): ReportComparison {
  checkBaseline(before, after);
  const known = new Map(before.rows.map((row) => [keyOf(row), row]));
  const now = new Set(after.rows.map(keyOf));
  return {
    changes: after.rows.flatMap((row) => {
      const old = known.get(keyOf(row));
      return old === undefined ? [] : [changeOf(old, row)];
    }),
    gone: before.rows.filter((row) => !now.has(keyOf(row))),
    added: after.rows.filter((row) => !known.has(keyOf(row))),
  };
}

function changeOf(old: BenchRow, row: BenchRow): Change {
  const spread = spreadOf(old.samples, row.samples);
  const outside = spread === null ? null : spread[0] > 1 ? 'slower' : spread[1] < 1 ? 'faster' : 'noise';
  return {
    row,
    before: old.ms.median,
    ratio: row.ms.median / old.ms.median,
    spread,
    verdict: outside ?? 'unknown',
  };
}

/** From the one median as low and the other as high as their samples allow, to the other way round. */
function spreadOf(before: readonly number[], after: readonly number[]): [number, number] | null {
  const [old, now] = [medianInterval(before), medianInterval(after)];
  return old && now && [now[0] / old[1], now[1] / old[0]];
}
