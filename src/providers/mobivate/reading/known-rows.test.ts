import { describe, expect, it } from 'vitest';

import type { AskedWindow } from '../api';
import type { MobivateRow } from '../schema';
import { readAll } from './__fixtures__/read-all';
import { scatter } from './__fixtures__/vendor-model';

const FROM = Date.UTC(2023, 0);
const YEAR = { from: FROM, to: Date.UTC(2024, 0) };
const PAGE = 1000;
/** In the midst of a minute. */
const BURST = Date.UTC(2023, 1, 10, 10, 30, 20);

/** Rows so many seconds apart, the latest first; ids fall with them. */
function list(count: number, seconds = 3600): readonly MobivateRow[] {
  return Array.from({ length: count }, (_, at) => {
    const id = 1_354_505_990 + 7 * at;
    return {
      id: String(id),
      mobile: String(15_550_000_000 + at),
      note: 'MO',
      created: FROM + (1 + at) * seconds * 1000,
    };
  }).toReversed();
}

function within(rows: readonly MobivateRow[], { from, to }: AskedWindow): readonly MobivateRow[] {
  return rows.filter(({ created }) => created >= from && created < to);
}

async function read(answer: (window: AskedWindow, request: number) => readonly MobivateRow[]) {
  let requests = 0;
  const { coverage, rows } = await readAll(YEAR, {
    fetchWindow: (window) => {
      requests += 1;
      return Promise.resolve({ rows: answer(window, requests), unreadable: [] });
    },
  });
  return { kind: coverage.kind, rows: rows.size, requests };
}

describe('an answer that lacks rows known to be there', () => {
  it.each([2, 3])('request %i comes back empty: what that seemed to prove is read again', async (empty) => {
    const rows = list(2500);
    const outcome = await read((window, request) => (request === empty ? [] : within(rows, window).slice(0, PAGE)));
    expect(outcome.kind === 'partial' || outcome.rows === rows.length).toBe(true);
  });

  it.each([2, 3, 4, 5])(
    'requests %i and the next come back empty: nothing is claimed of what they lack',
    async (empty) => {
      for (const isScattered of [false, true]) {
        const rows = isScattered
          ? list(2500).toSorted((a, b) => scatter(Number(a.id), 1) - scatter(Number(b.id), 1))
          : list(2500);
        const outcome = await read((window, request) =>
          request === empty || request === empty + 1 ? [] : within(rows, window).slice(0, PAGE),
        );
        expect([isScattered, outcome.kind === 'partial' || outcome.rows === rows.length]).toEqual([isScattered, true]);
      }
    },
  );

  it('to both parts of a short one: nothing is claimed', async () => {
    const cut = list(2500).slice(0, 600);
    const outcome = await read((window, request) => (request === 1 ? within(cut, window) : []));
    expect(outcome.kind).toBe('partial');
  });

  it('from a vendor to which a time within one minute is none at all: a burst within a second is read', async () => {
    const burst = Array.from({ length: 900 }, (_, at): MobivateRow => {
      return { id: String(5_000_000 + at), mobile: String(15_560_000_000 + at), note: 'MO', created: BURST + at };
    });
    const rows = [...list(2500), ...burst].toSorted((a, b) => scatter(Number(a.id), 1) - scatter(Number(b.id), 1));
    const minute = (time: number) => Math.floor(time / 60_000) * 60_000;
    const outcome = await read((window) =>
      minute(window.from) === minute(window.to) ? [] : within(rows, window).slice(0, PAGE),
    );
    expect(outcome).toMatchObject({ kind: 'whole', rows: rows.length });
  });
});

it.each(['is ignored', 'has nothing on it'])(
  'a list of exactly one full answer is whole, where a second page %s',
  async (what) => {
    const rows = list(PAGE);
    const outcome = await read((window) => (window.page === 2 && what !== 'is ignored' ? [] : within(rows, window)));
    expect(outcome).toMatchObject({ kind: 'whole', rows: PAGE });
  },
);

it('costs nothing where answers hold what is known', async () => {
  const rows = list(2500);
  const { kind, requests } = await read((window) => within(rows, window).slice(0, PAGE));
  expect({ kind, requests }).toEqual({ kind: 'whole', requests: 5 });
});
