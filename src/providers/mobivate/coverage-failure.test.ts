import { expect, it } from 'vitest';

import type { Reason } from '../../lib/reason';
import type { Gap } from '../contract';
import { coverageFailure } from './coverage-failure';

const gap = (reason: Reason, detail = '', unreadable: readonly string[] = []): Gap => ({
  interval: null,
  unreadable,
  failure: { reason, message: `It was ${reason}.`, detail },
});

it('rows that could not be read are counted among all, and shown as they came', () => {
  const odd = gap('incomplete', '', ['{"id":null}']);
  // A row that came in two windows is one row.
  expect(coverageFailure([odd, odd], 811)).toEqual({
    reason: 'incomplete',
    message: '1 of 812 rows could not be read.',
    detail: '{"id":null}',
  });
});

it('shows twenty of many such rows, and counts all', () => {
  const rows = Array.from({ length: 30 }, (_, index) => `{"id":${index}}`);
  const { message, detail } = coverageFailure([gap('incomplete', '', rows)], 0);
  expect(message).toBe('30 of 30 rows could not be read.');
  expect(detail.split('\n')).toEqual(rows.slice(0, 20));
});

const unreadRow = gap('incomplete', '', ['{}']);

it.each([
  ['vendor-error', [gap('cancelled'), unreadRow, gap('vendor-error', 'HTTP 500')]],
  ['cancelled', [unreadRow, gap('cancelled')]],
  ['refused', [gap('refused'), gap('no-answer')]],
  ['incomplete', [gap('incomplete'), unreadRow]],
] as const)('of several gaps tells the one that says most: %s', (reason, gaps) => {
  expect(coverageFailure(gaps, 5).reason).toBe(reason);
});

it('holds the details of all gaps, each once', () => {
  const down = gap('vendor-error', 'HTTP 500');
  expect(coverageFailure([down, gap('no-answer'), unreadRow, down], 5).detail).toBe('HTTP 500\n{}');
});
