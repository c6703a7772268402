import { describe, expect, it } from 'vitest';
import { closingLine, sum, tallyOf } from './tally.mjs';

const report = (
  passed: number,
  failed: number,
  files: { status: string; assertionResults: unknown[] }[] = [],
) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: files,
});

describe('tallyOf', () => {
  it('takes the counts of a run', () => {
    expect(tallyOf(report(5, 0), 0)).toEqual({ passed: 5, failed: 0, skipped: 3 });
    expect(tallyOf(report(5, 2), 1)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  it('counts a file that could not be loaded', () => {
    expect(tallyOf(report(5, 1, [{ status: 'failed', assertionResults: [] }]), 1).failed).toBe(2);
  });

  it('counts a crash as a failure, with a report and without', () => {
    expect(tallyOf(report(5, 0), 139).failed).toBe(1);
    expect(tallyOf(null, 139)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

it('closes with the sums, skipped tests only where there are any', () => {
  const total = sum([
    { passed: 3, failed: 0, skipped: 0 },
    { passed: 4, failed: 1, skipped: 0 },
  ]);
  expect(closingLine(total)).toBe('7 passed, 1 failed');
  expect(closingLine({ ...total, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped');
});
