import { describe, expect, it } from 'vitest';

import { Asker } from './asker';
import { EARLIEST_FIRST } from './axis';
import { NOW } from './__fixtures__/read-all';
import { columns, type ModelRow } from './__fixtures__/trial';
import { VendorModel, type Behaviour, USUAL } from './__fixtures__/vendor-model';
import { audit, claimOf, proveOrder } from './prove-order';

const START = Date.UTC(2026, 10, 1);
const INTERVAL = { from: START, to: START + 400_000 };
const ROWS: readonly ModelRow[] = Array.from({ length: 40 }, (_, index) => ({
  id: 100 + ((index * 7) % 40),
  created: START + 5000 + index * 9000,
}));

interface Stage {
  readonly vendor: VendorModel;
  readonly asker: Asker;
}

function stage(behaviour: Partial<Behaviour>, now = NOW): Stage {
  const vendor = new VendorModel(columns(ROWS), { ...USUAL, ...behaviour }, 10);
  const seen = new Set<string>();
  const add = (rows: readonly { readonly id: string }[]): number => {
    const before = seen.size;
    for (const { id } of rows) seen.add(id);
    return seen.size - before;
  };
  const { signal } = new AbortController();
  const context = {
    fetchWindow: vendor.fetchWindow,
    sink: { add },
    signal,
    onProgress: () => undefined,
    now: () => now,
  };
  return { vendor, asker: new Asker({ ...context, pageSize: 10 }) };
}

async function prove(behaviour: Partial<Behaviour>): Promise<{ latestFirst: boolean | null; requests: number }> {
  const { vendor, asker } = stage(behaviour);
  const answer = await asker.ask(asker.boundaries.windowFor(INTERVAL));
  const proven = await proveOrder(asker, INTERVAL, answer);
  return { latestFirst: proven?.axis.latestFirst ?? null, requests: vendor.requests };
}

describe('proveOrder', () => {
  it.each([
    ['the earliest, rising', {}, false, 2],
    ['the latest, falling', { kept: 'latest' }, true, 2],
    ['the latest, rising', { kept: 'latest', order: 'ascending' }, true, 3],
    ['the earliest, falling', { order: 'descending' }, false, 3],
    ['the earliest, in any order', { order: 'shuffled' }, false, 2],
  ] as const)('finds a vendor out that keeps %s', async (_what, behaviour, latestFirst, requests) => {
    expect(await prove(behaviour)).toEqual({ latestFirst, requests });
  });

  it.each([
    ['any rows', { kept: 'shuffled' }],
    ['any rows, in rising order', { kept: 'shuffled', order: 'ascending' }],
    ['rows by id', { kept: 'lowest-id' }],
    ['rows by id, in rising order', { kept: 'lowest-id', order: 'ascending' }],
  ] as const)('does not believe one that keeps %s', async (_what, behaviour) => {
    expect((await prove(behaviour)).latestFirst).toBeNull();
  });
});

describe('audit', () => {
  async function auditAfter(change: readonly ModelRow[], now = NOW): Promise<string> {
    const { vendor, asker } = stage({}, now);
    const answer = await asker.ask(asker.boundaries.windowFor(INTERVAL));
    vendor.change(columns([...ROWS.slice(1), ...change]));
    return (await audit(asker, claimOf(answer, INTERVAL, EARLIEST_FIRST), EARLIEST_FIRST)).kind;
  }

  it('passes when rows have gone, and fails when a row turns up that the claim had missed', async () => {
    expect(await auditAfter([])).toBe('right');
    expect(await auditAfter([{ id: 999, created: START + 40_000 }])).toBe('wrong');
  });

  it('blames nobody for a row that came in since the reading began', async () => {
    expect(await auditAfter([{ id: 999, created: START + 40_000 }], START + 39_000)).toBe('right');
  });

  it('cannot re-read a claim that lies within one second', async () => {
    const { asker } = stage({});
    const rows = [0, 10, 20].map((created) => ({
      id: String(created),
      mobile: '1',
      note: null,
      created: START + created,
    }));
    const claim = claimOf({ rows, unreadable: [], full: true, unseen: 3 }, INTERVAL, EARLIEST_FIRST);
    expect((await audit(asker, claim, EARLIEST_FIRST)).kind).toBe('untestable');
  });
});
