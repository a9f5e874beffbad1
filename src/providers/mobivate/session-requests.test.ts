import { describe, expect, it } from 'vitest';

import type { AskedWindow } from './api';
import { History } from './history';
import { rowKeys } from './history-keys';
import { readInterval } from './lookup';
import type { MobivateRow, ParsedWindow } from './schema';
import { Session, STALE_AFTER_MS } from './session';

const MINUTE = 60_000;
const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 21, 12);
const SINCE = Date.UTC(2015, 0, 1);
const { signal } = new AbortController();

/** A vendor of 12,000 opt-outs, earliest first, that counts what it is asked. */
class Vendor {
  requests = 0;
  now = START;
  readonly rows = Array.from({ length: 12_000 }, (_, index): MobivateRow => {
    // A steady trickle, and a burst of a thousand within two minutes in every two thousand.
    const steady = SINCE + Math.floor((index / 12_000) * (START - SINCE));
    const created =
      index % 2000 < 1000 ? steady : START - (1 + Math.floor(index / 2000)) * 300 * DAY + (index % 2000) * 120;
    return { id: String(index), mobile: String(447_700_000_000 + index), note: 'MO', created };
  }).toSorted((a, b) => a.created - b.created);

  readonly fetchWindow = ({ from, to }: AskedWindow): Promise<ParsedWindow> => {
    this.requests += 1;
    const rows = this.rows.filter(({ created }) => created >= from && created < to).slice(0, 1000);
    return Promise.resolve({ rows, unreadable: [] });
  };

  /** Requests that this takes. */
  async during(work: () => Promise<unknown>): Promise<number> {
    const before = this.requests;
    await work();
    return this.requests - before;
  }
}

function open() {
  const vendor = new Vendor();
  const session = new Session({
    history: new History(rowKeys),
    now: () => vendor.now,
    read: (interval, context) =>
      readInterval(interval, { fetchWindow: vendor.fetchWindow, now: () => vendor.now, random: () => 0.5, ...context }),
  });
  const all = () => session.ensure({ from: SINCE, to: vendor.now + DAY }, { signal });
  return { vendor, session, all };
}

describe('requests of a session', () => {
  it('takes one or two for a second question, and reads all again only after half an hour', async () => {
    const { vendor, session, all } = open();
    const first = await vendor.during(all);
    expect(session.history.size).toBe(12_000);
    vendor.now += 5 * MINUTE;
    vendor.rows.push({ id: 'new', mobile: '447800000000', note: 'MO', created: vendor.now - MINUTE });
    const second = await vendor.during(all);
    expect(second).toBeGreaterThan(0);
    expect(second).toBeLessThanOrEqual(2);
    expect(session.history.find(['447800000000'])).toHaveLength(1);
    const lastMonth = { from: START - 60 * DAY, to: START - 30 * DAY };
    expect(await vendor.during(() => session.ensure(lastMonth, { signal }))).toBe(0);
    vendor.now += STALE_AFTER_MS;
    expect(await vendor.during(all)).toBeGreaterThan(first / 2);
  });

  it('takes no more for two who ask at once than for one', async () => {
    const alone = open();
    const together = open();
    const once = await alone.vendor.during(alone.all);
    expect(await together.vendor.during(() => Promise.all([together.all(), together.all()]))).toBe(once);
  });
});
