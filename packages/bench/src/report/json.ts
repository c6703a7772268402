import type { BenchReport } from './report.ts';

/** Five digits say more than any timing holds. */
const rounded = (_: string, value: unknown) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;

/** A report as JSON that is kept: a line a row, so that a change shows as the rows it changes, and five digits a number. */
export function reportJson(report: BenchReport): string {
  const line = (value: unknown) => JSON.stringify(value, rounded);
  const fields = Object.entries(report)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const lines = Array.isArray(value) && value.length > 0;
      return `  ${line(name)}: ${lines ? `[\n${value.map((row) => `    ${line(row)}`).join(',\n')}\n  ]` : line(value)}`;
    });
  return `{\n${fields.join(',\n')}\n}\n`;
}
