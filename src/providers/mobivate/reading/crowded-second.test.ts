import { describe, expect, it } from 'vitest';

import { RequestError } from '../../../http/errors';
import type { AskedWindow } from '../api';
import { NOW, readAll, type Read } from './__fixtures__/read-all';
import { columns, type ModelRow } from './__fixtures__/trial';
import { VendorModel, type Behaviour, USUAL } from './__fixtures__/vendor-model';

const SECOND = Date.UTC(2026, 10, 21, 9);
const INTERVAL = { from: SECOND - 3_600_000, to: SECOND + 3_600_000 };
const PAGED: Behaviour = { ...USUAL, page: 'honoured' };

/** Some rows within one second, and a few others long before and after. */
function crowd(count: number): readonly ModelRow[] {
  const within = Array.from({ length: count }, (_, index) => ({
    id: 100 + index,
    created: SECOND + (index % 7) * 100,
  }));
  const others = [-1000, -1, 500, 1000].map((minutes) => ({ id: 5000 + minutes, created: SECOND + minutes * 1800 }));
  return [...within, ...others];
}

async function read(
  count: number,
  behaviour: Partial<Behaviour>,
  meanwhile?: (asked: AskedWindow, vendor: VendorModel) => void,
  unreadable?: string,
): Promise<Read> {
  const vendor = new VendorModel(columns(crowd(count)), { ...PAGED, ...behaviour }, 10);
  return readAll(INTERVAL, {
    pageSize: 10,
    fetchWindow: async (asked, signal) => {
      const { rows } = await vendor.fetchWindow(asked, signal);
      meanwhile?.(asked, vendor);
      const broken = rows.filter(({ id }) => id === unreadable);
      return { rows: rows.filter((row) => !broken.includes(row)), unreadable: broken.map(({ id }) => `{"id":${id}}`) };
    },
  });
}

describe('a second that holds more rows than fit into one answer', () => {
  it('is completed through `page` where its pages bring new rows', async () => {
    const { coverage, rows } = await read(35, {});
    expect(coverage.kind).toBe('whole');
    expect(rows.size).toBe(39);
  });

  it('is completed when the last page is empty', async () => {
    expect((await read(30, {})).coverage.kind).toBe('whole');
  });

  it.each(['ignored', 'rejected'] as const)('is a gap of that second alone where `page` is %s', async (page) => {
    const { coverage, rows } = await read(35, { page });
    expect(coverage).toMatchObject({
      kind: 'partial',
      gaps: [{ interval: { from: SECOND, to: SECOND + 1000 }, failure: { reason: 'incomplete' } }],
    });
    expect(coverage.kind === 'partial' && coverage.gaps[0].failure.message).toBe(
      'More than 10 opt-outs fall around the second 2026-11-21T09:00:00Z, and Mobivate gives only 10 of them.',
    );
    expect([...rows.values()].filter(({ id }) => Number(id) >= 4000)).toHaveLength(4);
  });

  it('is a gap where every page is drawn anew', async () => {
    expect((await read(35, { kept: 'anew' })).coverage.kind).toBe('partial');
  });

  it('is walked again when a row deleted meanwhile could have moved another out of sight', async () => {
    let walked = false;
    const { coverage, rows } = await read(35, {}, ({ page }, vendor) => {
      if (page !== 2 || walked) return;
      walked = true;
      // A row of a page already read goes: the first row of page 3 moves to page 2.
      vendor.change(columns(crowd(35).filter(({ id }) => id !== 100)));
    });
    expect(coverage.kind).toBe('whole');
    expect(rows.size).toBe(39);
  });

  it('is walked again also when the row out of sight is one that cannot be read', async () => {
    let walks = 0;
    const { coverage } = await read(
      35,
      {},
      ({ page }, vendor) => {
        if (page === 2) walks += 1;
        // On the second walk the first row of page 3, the unreadable one, moves to page 2.
        if (page === 2 && walks === 2) vendor.change(columns(crowd(35).filter(({ id }) => id !== 100)));
      },
      '104',
    );
    expect(coverage).toMatchObject({ kind: 'partial', gaps: [{ unreadable: ['{"id":104}'] }] });
  });

  it('is a gap when its rows never hold still', async () => {
    let deleted = 100;
    const { coverage } = await read(60, {}, ({ page }, vendor) => {
      if (page !== 2) return;
      deleted += 1;
      vendor.change(columns(crowd(60).filter(({ id }) => id >= deleted)));
    });
    expect(coverage.kind).toBe('partial');
  });

  it('fails for the reason a page failed, if that was not the parameter itself', async () => {
    const { coverage } = await read(35, {}, ({ page }) => {
      if (page !== undefined) throw new RequestError('vendor-error', 'Mobivate reported an error of its own (500).');
    });
    expect(coverage).toMatchObject({ gaps: [{ failure: { reason: 'vendor-error' } }], scope: { asOf: NOW } });
  });
});
