import type { BenchReport, BenchRow } from './report.ts';

/** Numbers that are not whole with so many digits. */
const rounded = (digits: number) => (_: string, value: unknown) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(digits)) : value;

/** Four digits say more than any timing holds; of kernels, whose rows are many, three do. */
const digitsOf = (value: unknown) => ((value as Partial<BenchRow> | null)?.chosen === undefined ? 4 : 3);

/**
 * What is kept of a row. A kernel's `gpuMs` is its `ms` over again, its intensity the ratio of its rates, and the host's time tells of the host; of
 * the kernels that the library does not choose, which are there for the ratio, neither samples nor the roof nor what they were checked against.
 */
function kept(row: BenchRow): Partial<BenchRow> {
  if (row.chosen === undefined) return row;
  const { gpuMs, wallMs, intensity, ...own } = row;
  const { roofline, checked, ...other } = own;
  return row.chosen ? own : { ...other, samples: [] };
}

/** A report as JSON that is kept: a line a row, so that a change shows as the rows it changes, with few digits. */
export function reportJson(report: BenchReport): string {
  const line = (value: unknown) => JSON.stringify(value, rounded(digitsOf(value)));
  const fields = Object.entries({ ...report, rows: report.rows.map(kept) })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const lines = Array.isArray(value) && value.length > 0;
      return `  ${line(name)}: ${lines ? `[\n${value.map((row) => `    ${line(row)}`).join(',\n')}\n  ]` : line(value)}`;
    });
  return `{\n${fields.join(',\n')}\n}\n`;
}
