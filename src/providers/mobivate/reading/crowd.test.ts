import { describe, expect, it } from 'vitest';

import { RequestError } from '../../../http/errors';
import type { AskedWindow } from '../api';
import type { MobivateRow } from '../schema';
import { NOW, readAll } from './__fixtures__/read-all';

const INTERVAL = { from: Date.UTC(2010, 0, 1), to: NOW + 86_400_000 };
const UPLOAD = Date.UTC(2024, 3, 4, 5, 6, 7, 123);

/** So many rows of one instant, as an upload makes them, and some before and after it. */
function uploaded(count: number, beside: readonly number[] = []): readonly MobivateRow[] {
  const times = [
    ...beside.filter((at) => at < UPLOAD),
    ...Array<number>(count).fill(UPLOAD),
    ...beside.filter((at) => at > UPLOAD),
  ];
  return times.map((created, index) => ({
    id: String(index),
    mobile: String(15_553_000_000 + index),
    note: null,
    created,
  }));
}

/** A vendor that has lost `pageSize` and sends `limit` rows a page. */
function vendor(rows: readonly MobivateRow[], limit: number, page: 'honoured' | 'ignored' | 'rejected') {
  const asked: AskedWindow[] = [];
  const fetchWindow = (window: AskedWindow) => {
    asked.push(window);
    if (page === 'rejected' && window.page !== undefined) {
      return Promise.reject(new RequestError('not-understood', 'Rejected.', { status: 400 }));
    }
    const skip = page === 'honoured' ? ((window.page ?? 1) - 1) * limit : 0;
    const matching = rows.filter(({ created }) => created >= window.from && created < window.to);
    return Promise.resolve({ rows: matching.slice(skip, skip + limit), unreadable: [] });
  };
  return { asked, fetchWindow };
}

describe('a short answer with most or all of its rows in one second', () => {
  it.each(['honoured', 'ignored', 'rejected'] as const)('of a round number: is not believed, page %s', async (page) => {
    for (const limit of [10, 25, 100, 500]) {
      const { asked, fetchWindow } = vendor(uploaded(limit * 4), limit, page);
      const { coverage } = await readAll(INTERVAL, { fetchWindow });
      expect([limit, coverage.kind]).toEqual([limit, 'partial']);
      expect(asked.length).toBeLessThanOrEqual(3);
    }
  });

  it('of any number, cut short before or behind the second, or with a page to follow: is not believed', async () => {
    const around = [-3, -2, -1, 1, 2, 3].map((days) => UPLOAD + days * 86_400_000);
    const cases = [
      vendor(uploaded(30, around), 32, 'ignored'),
      vendor(uploaded(30, around).toReversed(), 32, 'ignored'),
      vendor(uploaded(60, around), 37, 'ignored'),
      vendor(uploaded(60), 37, 'honoured'),
    ];
    for (const { fetchWindow } of cases)
      expect((await readAll(INTERVAL, { fetchWindow })).coverage.kind).toBe('partial');
  });

  it('is believed where nothing speaks against it: no second page, or no limit that anybody sets', async () => {
    for (const whole of [
      vendor(uploaded(40), 1000, 'honoured'),
      vendor(uploaded(50), 1000, 'honoured'),
      vendor(uploaded(40), 1000, 'ignored'),
      vendor(uploaded(40), 1000, 'rejected'),
    ]) {
      expect((await readAll(INTERVAL, { fetchWindow: whole.fetchWindow })).coverage.kind).toBe('whole');
      expect(whole.asked).toHaveLength(3);
    }
  });

  it('is believed, whatever its number, where a part of its time holds fewer rows', async () => {
    for (const beside of [[-3], [3], [-3, 3]]) {
      const rows = uploaded(
        10 - beside.length,
        beside.map((seconds) => UPLOAD + seconds * 1000),
      );
      const { asked, fetchWindow } = vendor(rows, 1000, 'ignored');
      expect((await readAll(INTERVAL, { fetchWindow })).coverage.kind).toBe('whole');
      expect(asked).toHaveLength(3);
    }
  });

  it('says what stands in the way', async () => {
    const { coverage } = await readAll(INTERVAL, { fetchWindow: vendor(uploaded(40), 10, 'ignored').fetchWindow });
    expect(coverage).toMatchObject({
      gaps: [
        {
          interval: INTERVAL,
          failure: { reason: 'incomplete', message: expect.stringContaining('2024-04-04T05:06:07Z') as unknown },
        },
      ],
    });
  });
});
