import { expect, test } from 'vitest';

import { browserCounts, summary, unitCounts } from './counts.mjs';

const unit = { numPassedTests: 7, numFailedTests: 0, testResults: [{ status: 'passed', assertionResults: [{}] }] };
const browser = { stats: { expected: 3, flaky: 0, unexpected: 0, skipped: 0 }, errors: [] };

test('adds up what both reports say', () => {
  expect(summary([unitCounts(unit), browserCounts(browser)], false)).toBe('10 passed, 0 failed');
});

test('a file that could not be loaded and an error outside of tests are failures', () => {
  const unloadable = { ...unit, testResults: [{ status: 'failed', assertionResults: [] }] };
  const broken = { ...browser, errors: [{ message: 'no server' }] };
  expect(summary([unitCounts(unloadable), browserCounts(broken)], true)).toBe('10 passed, 2 failed');
});

test('a step that failed without a test counts as one, and steps that did not run as nothing', () => {
  expect(summary([unitCounts(null), browserCounts(null)], true)).toBe('0 passed, 1 failed');
});
