// How many tests passed and failed, from the JSON reports of vitest and Playwright.

/** Of a vitest report; a file that could not be loaded counts as one failure. Null (no report): nothing ran. */
export function unitCounts(report) {
  if (report === null) return { passed: 0, failed: 0 };
  const unloadable = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloadable.length };
}

/** Of a Playwright report; errors outside of tests count as failures. Null (no report): nothing ran. */
export function browserCounts(report) {
  if (report === null) return { passed: 0, failed: 0 };
  const { expected, flaky, unexpected } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length };
}

/** The last line of `npm test`. A step that failed without a failing test (lint, build …) counts as one failure. */
export function summary(counts, stepFailed) {
  const passed = counts.reduce((sum, each) => sum + each.passed, 0);
  const failed = counts.reduce((sum, each) => sum + each.failed, 0);
  return `${passed} passed, ${stepFailed ? Math.max(failed, 1) : failed} failed`;
}
