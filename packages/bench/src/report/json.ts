import type { BenchReport, BenchRow } from './report.ts';

/** Four digits say more than any timing holds. */
const rounded = (_: string, value: unknown) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;

/**
 * What is kept of a row. A kernel's `gpuMs` is its `ms` over again and its intensity the ratio of its rates; of the kernels that the library
 * does not choose, which are there for the ratio, neither samples nor the host's time nor what they were checked against.
 */
function kept(row: BenchRow): Partial<BenchRow> {
  if (row.chosen === undefined) return row;
  const { gpuMs, intensity, ...own } = row;
  const { wallMs, checked, ...other } = own;
  return row.chosen ? own : { ...other, samples: [] };
}

/** A report as JSON that is kept: a line a row, so that a change shows as the rows it changes, and four digits a number. */
export function reportJson(report: BenchReport): string {
  const line = (value: unknown) => JSON.stringify(value, rounded);
  const fields = Object.entries({ ...report, rows: report.rows.map(kept) })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const lines = Array.isArray(value) && value.length > 0;
      return `  ${line(name)}: ${lines ? `[\n${value.map((row) => `    ${line(row)}`).join(',\n')}\n  ]` : line(value)}`;
    });
  return `{\n${fields.join(',\n')}\n}\n`;
}
