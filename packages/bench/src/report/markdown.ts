import type { Profile } from '../models/profile.ts';
import type { ReportComparison } from './compare.ts';
import type { BenchReport } from './report.ts';
import {
  comparisonTables,
  machineText,
  peaksText,
  profileTable,
  type ReportTable,
  reportTables,
} from './tables.ts';

/** What goes into a report for people beside the report itself. */
export interface Extras {
  readonly comparison?: ReportComparison;
  readonly profiles?: readonly Profile[];
}

/** A report as Markdown: adapter, date and commit, the peaks, then a table for each kind of row. */
export function markdown(report: BenchReport, { comparison, profiles = [] }: Extras = {}): string {
  const { adapter, date, commit, peaks } = report;
  const tables = [
    ...reportTables(report),
    ...(comparison === undefined ? [] : comparisonTables(comparison)),
    ...profiles.map(profileTable),
  ];
  const facts = [
    `- adapter: ${escaped(adapter)}`,
    `- date: ${date}`,
    ...(commit === null ? [] : [`- commit: ${commit}`]),
    ...(machineText(report) === '' ? [] : [`- machine: ${escaped(machineText(report))}`]),
    ...(peaks ? [`- ${peaksText(peaks)}`] : []),
  ];
  return `# Bench\n\n${facts.join('\n')}\n${tables.map((table) => `\n## ${escaped(table.title)}\n\n${tableText(table)}`).join('')}`;
}

function tableText({ columns, rows }: ReportTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |\n`;
  const rule = `| ${columns.map(({ align }) => (align === 'right' ? '---:' : '---')).join(' | ')} |\n`;
  return line(columns.map(({ title }) => title)) + rule + rows.map(line).join('');
}

/** Text that stays in its cell and is no markup. */
function escaped(text: string): string {
  return text.replace(/[\\|*_<`[\]]/g, '\\$&').replaceAll('\n', ' ');
}
