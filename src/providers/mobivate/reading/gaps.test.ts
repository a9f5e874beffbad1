import { describe, expect, it } from 'vitest';

import type { Failure } from '../../../lib/reason';
import type { Coverage } from '../../contract';
import { Gaps } from './gaps';

const scope = { provider: 'mobivate', account: null, interval: { from: 0, to: 100 }, asOf: 7 };
const down: Failure = { reason: 'vendor-error', message: 'Down.', detail: 'HTTP 500' };
const stopped: Failure = { reason: 'cancelled', message: 'Stopped.', detail: '' };

function listed(coverage: Coverage): readonly string[] {
  if (coverage.kind === 'whole') return [];
  return coverage.gaps.map(({ interval, failure, unreadable }) => {
    const rows = unreadable.length === 0 ? '' : ` [${unreadable.join()}]`;
    return `${interval?.from}–${interval?.to} ${failure.message}${rows}`;
  });
}

describe('Gaps', () => {
  it('has none when everything was read', () => {
    const gaps = new Gaps();
    gaps.failed({ from: 10, to: 20 }, down);
    expect(gaps.coverage(scope, [], stopped)).toEqual({ kind: 'whole', scope });
  });

  it('says of each part that was not read what stood in the way, and joins neighbours', () => {
    const gaps = new Gaps();
    gaps.failed({ from: 30, to: 40 }, down);
    gaps.failed({ from: 20, to: 30 }, down);
    gaps.failed({ from: 60, to: 70 }, down);
    const coverage = gaps.coverage(
      scope,
      [
        { from: 10, to: 50 },
        { from: 65, to: 80 },
      ],
      stopped,
    );
    expect(listed(coverage)).toEqual([
      '10–20 Stopped.',
      '20–40 Down.',
      '40–50 Stopped.',
      '65–70 Down.',
      '70–80 Stopped.',
    ]);
  });

  it('keeps rows that could not be read, in order with the rest and within the scope', () => {
    const gaps = new Gaps();
    gaps.unreadable({ from: 90, to: 120 }, ['{"id":null}', 'null']);
    gaps.unreadable({ from: 5, to: 6 }, ['7']);
    gaps.unreadable({ from: 40, to: 41 }, []);
    expect(listed(gaps.coverage(scope, [{ from: 50, to: 60 }], stopped))).toEqual([
      '5–6 One row of Mobivate’s answer could not be read. [7]',
      '50–60 Stopped.',
      '90–100 2 rows of Mobivate’s answer could not be read. [{"id":null},null]',
    ]);
  });
});
