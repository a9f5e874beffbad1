import { describe, expect, test, vi } from 'vitest';

import type { NonEmpty } from '../../lib/non-empty';
import { BatchTrust } from './batch-trust';
import { createPretendVendor, type Fault, type PretendBehaviour, type PretendRow } from './testing/pretend-vendor';
import type { ListFilter, ListState } from './list-state';
import { readList, REQUESTS_BEFORE_PAUSE } from './read-list';

const rows = (): PretendRow[] =>
  Array.from({ length: 60 }, (_, index) => ({ digits: String(15_553_000_000 + index), account: 'a' }));

const failAt =
  (at: number, reason: 'refused' | 'no-answer') =>
  (request: number): Fault | null =>
    request === at ? { kind: 'error', reason, status: null } : null;

function reader(filter: ListFilter, behaviour: Partial<PretendBehaviour> = {}) {
  const vendor = createPretendVendor(rows(), behaviour);
  const states: ListState[] = [];
  let time = 0;
  let wait: (() => void) | null = null;
  const ports = {
    fetchPage: vendor.fetchPage,
    trust: new BatchTrust(),
    now: () => (time += 100),
    waitingUntil: () => 77,
    onWait: (listener: () => void) => {
      wait = listener;
      return () => {
        wait = null;
      };
    },
  };
  const stop = new AbortController();
  const read = (resume: ListState | null = null, fetchPage = vendor.fetchPage) =>
    readList(
      { account: 'a', filter, defaultCountry: 'US' },
      {
        signal: stop.signal,
        onState: (state) => states.push(state),
        resume: resume?.kind === 'partial' ? resume.continuation : null,
      },
      { ...ports, fetchPage },
    );
  return { vendor, states, read, stop, isListening: () => wait !== null };
}

const exact = (...numbers: NonEmpty<string>): ListFilter => ({ kind: 'exact', numbers });

describe('a list', () => {
  test('grows while it is read, and is whole at its end', async () => {
    const { read, states, isListening } = reader({ kind: 'all' });
    const state = await read();
    expect(state).toMatchObject({
      kind: 'whole',
      totalItems: 60,
      requests: 3,
      numbers: [],
      coverage: { kind: 'whole' },
    });
    expect(states.every(({ kind }) => kind === 'reading')).toBe(true);
    expect(states[0]).toMatchObject({ optOuts: [], fraction: null, requests: 0, waitingUntil: 77 });
    const counts = states.map((one) => ('optOuts' in one ? one.optOuts.length : null));
    expect(counts.length).toBeGreaterThan(1);
    expect([0, 25, 50, 60]).toEqual(expect.arrayContaining(counts));
    expect(counts).toEqual(counts.toSorted((one, other) => Number(one) - Number(other)));
    expect(isListening()).toBe(false);
  });

  test('shows what was read before a page that is long in coming', async () => {
    let answer: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { read, states, vendor } = reader({ kind: 'all' });
    const { fetchPage } = vendor;
    const late: typeof fetchPage = async (path, signal) => {
      if (vendor.requests.length === 1) await slow;
      return fetchPage(path, signal);
    };
    const reading = read(null, late);
    await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ optOuts: { length: 25 } }));
    answer();
    expect(await reading).toMatchObject({ kind: 'whole' });
    expect(states.at(-1)).toMatchObject({ kind: 'reading' });
  });

  test('without a filter pauses to leave requests to others, and goes on when asked to; a search does not', async () => {
    const long: PretendRow[] = Array.from({ length: REQUESTS_BEFORE_PAUSE + 2 }, (_, index) => ({
      digits: String(15_553_100_000 + index),
      account: 'a',
    }));
    const { read, vendor } = reader({ kind: 'all' }, { pageSize: 1 });
    vendor.rows.splice(0, vendor.rows.length, ...long);
    const paused = await read();
    expect(paused).toMatchObject({ kind: 'partial', coverage: { gaps: [{ failure: { reason: 'incomplete' } }] } });
    expect(vendor.requests).toHaveLength(REQUESTS_BEFORE_PAUSE);
    expect(await read(paused)).toMatchObject({ kind: 'whole', requests: long.length });
    const search = reader({ kind: 'search', digits: '1555' }, { pageSize: 1 });
    search.vendor.rows.splice(0, search.vendor.rows.length, ...long);
    expect(await search.read()).toMatchObject({ kind: 'whole' });
  });

  test('of a search asks for its digits', async () => {
    const { read, vendor } = reader({ kind: 'search', digits: '3000007' });
    expect(await read()).toMatchObject({ kind: 'whole', totalItems: 1 });
    expect(vendor.requests.map(({ q }) => q)).toEqual(['3000007']);
  });

  test('that is cut off keeps its rows, and goes on from there', async () => {
    const { read, vendor, states } = reader({ kind: 'all' }, { fault: failAt(2, 'no-answer') });
    const cut = await read();
    expect(cut).toMatchObject({ kind: 'partial', coverage: { gaps: [{ failure: { reason: 'no-answer' } }] } });
    expect('optOuts' in cut && cut.optOuts).toHaveLength(25);
    const before = states.length;
    expect(await read(cut)).toMatchObject({ kind: 'whole', requests: 4 });
    expect(states[before]).toMatchObject({ kind: 'reading', requests: 2, totalItems: 60 });
    expect(vendor.requests).toHaveLength(4);
  });

  test('of which nothing came has failed', async () => {
    const { read } = reader({ kind: 'all' }, { fault: failAt(1, 'refused') });
    expect(await read()).toMatchObject({
      kind: 'failed',
      failure: { reason: 'refused' },
      coverage: { kind: 'partial' },
    });
  });

  test('that leads elsewhere at once is no failure but an incomplete list', async () => {
    const fault = (): Fault => ({ kind: 'next', link: '/b/opt_outs' });
    expect(await reader({ kind: 'all' }, { fault }).read()).toMatchObject({ kind: 'partial', continuation: null });
  });

  test('that is cancelled keeps its rows', async () => {
    const { read, stop } = reader({ kind: 'all' }, { before: (request) => request === 2 && stop.abort() });
    const state = await read();
    expect(state).toMatchObject({ kind: 'partial', coverage: { gaps: [{ failure: { reason: 'cancelled' } }] } });
    expect(state.kind === 'partial' && state.continuation).not.toBeNull();
  });
});

test('a search that TextUs does not keep to lists what was searched for, and what came besides apart', async () => {
  const { read, states } = reader({ kind: 'search', digits: '00005' }, { ignoresSearch: true });
  const state = await read();
  expect(state.kind === 'whole' && [state.optOuts.length, state.unasked.length]).toEqual([11, 49]);
  expect(states.every((each) => each.kind === 'failed' || each.optOuts.length <= 11)).toBe(true);
});

describe('exact numbers', () => {
  test('give their opt-outs, and say which have none', async () => {
    const { read, vendor } = reader(
      exact('(555) 300-0003', '+44 7700 900123', 'nobody', '+1 555 300 0004', '5553000003'),
    );
    const state = await read();
    expect(state).toMatchObject({
      kind: 'whole',
      totalItems: null,
      // The second proves, once a session, that all numbers of the first were looked at.
      requests: 2,
      optOuts: [{ msisdn: '15553000003' }, { msisdn: '15553000004' }],
      unasked: [],
      numbers: [
        { typed: '(555) 300-0003', display: '+1 555 300 0003', answer: { kind: 'opted-out' } },
        { typed: '+44 7700 900123', display: '+44 7700 900123', answer: { kind: 'not-found' } },
        { typed: 'nobody', display: null, answer: { kind: 'not-a-number' } },
        { typed: '+1 555 300 0004', display: '+1 555 300 0004', answer: { kind: 'opted-out' } },
        { typed: '5553000003', display: '+1 555 300 0003', answer: { kind: 'opted-out' } },
      ],
    });
    expect(vendor.requests).toHaveLength(2);
  });

  test('show the reading under which they were found', async () => {
    const { read, vendor } = reader(exact('5553031234'));
    vendor.rows.push({ digits: '5553031234', account: 'a' });
    expect(await read()).toMatchObject({
      numbers: [{ display: '+55 530 312 34', answer: { kind: 'opted-out' } }],
    });
  });

  test('of a length that no numbering plan has are not called absent', async () => {
    const { read } = reader(exact('+1 555 303'));
    expect(await read()).toMatchObject({
      numbers: [{ answer: { kind: 'could-not-check', failure: { reason: 'not-a-phone-number' } } }],
    });
  });

  test('that are none are not asked', async () => {
    const { read, vendor } = reader(exact('nobody', '?'));
    expect(await read()).toMatchObject({ kind: 'failed', failure: { reason: 'not-a-phone-number' } });
    expect(vendor.requests).toEqual([]);
  });

  test('that were refused have failed; some found and the rest not are a partial list', async () => {
    const numbers = exact('+15553000003', '+15559999999');
    expect(await reader(numbers, { fault: failAt(1, 'refused') }).read()).toMatchObject({
      kind: 'failed',
      failure: { reason: 'refused' },
    });
    const partial = await reader(numbers, { totalItems: 'too-many' }).read();
    expect(partial).toMatchObject({
      kind: 'partial',
      optOuts: [{ msisdn: '15553000003' }],
      numbers: [
        { answer: { kind: 'opted-out' } },
        { answer: { kind: 'could-not-check', failure: { reason: 'incomplete' } } },
      ],
    });
  });
});
