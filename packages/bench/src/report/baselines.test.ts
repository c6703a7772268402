import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareReports } from './compare.ts';
import type { BenchReport } from './report.ts';

/** The reports that are kept, for `--compare` and for the record. */
const folder = fileURLToPath(new URL('../../results/', import.meta.url));
const reports = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, text: readFileSync(folder + name, 'utf8') }));

it('there is one of networks and one of kernels on lavapipe', () => {
  const suites = reports
    .map(({ text }): BenchReport => JSON.parse(text))
    .filter(({ adapter }) => adapter.includes('llvmpipe'))
    .map(({ suite }) => suite);
  expect(suites).toEqual(expect.arrayContaining(['models', 'kernels']));
});

describe.each(reports)('$name', ({ text }) => {
  const report: BenchReport = JSON.parse(text);

  it('is small, and says what was measured', () => {
    expect(text.length).toBeLessThanOrEqual(40_000);
    expect(report.rows.length).toBeGreaterThan(0);
    expect(report.wrong ?? []).toEqual([]);
    expect(report.commit).toMatch(/^[0-9a-f]{40}$/);
  });

  it('is compared with its own adapter row by row, and with no other', () => {
    const { changes, gone, added } = compareReports(report, report);
    expect([changes.length, gone, added]).toEqual([report.rows.length, [], []]);
    expect(() => compareReports(report, { ...report, adapter: 'another' })).toThrow(
      expect.objectContaining({ code: 'usage', message: expect.stringContaining(report.adapter) }),
    );
  });
});
