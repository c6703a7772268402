/** Adding up what ran. Pure. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */
/**
 * @typedef {object} VitestReport what of vitest's JSON report is read
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ status: string, assertionResults: unknown[] }[]} testResults one a file
 */

/**
 * A file that fails before its first test counts as one failure, and so does a run that ends badly without
 * saying which test failed: a crash of the runner, for one.
 *
 * @param {VitestReport | null} report null when the run left none
 * @param {number} status exit status of the run
 * @returns {Tally}
 */
export function tallyOf(report, status) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const unread = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + unread.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of tallies) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/**
 * The last line of a run.
 * @param {Tally} tally
 */
export function closingLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}
