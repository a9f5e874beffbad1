import { describe, expect, it } from 'vitest';

import type { MobivateRow } from '../schema';
import { readAll } from './__fixtures__/read-all';

const DAY = 86_400_000;
const YEAR = { from: Date.UTC(2023, 0), to: Date.UTC(2024, 0) };

/** Ten rows, so many days apart. */
function tenRows(days: number): readonly MobivateRow[] {
  return Array.from({ length: 10 }, (_, at) => {
    return { id: String(at), mobile: `155530400${at}0`, note: 'MO', created: YEAR.from + (10 + at * days) * DAY };
  });
}

describe('a vendor that gives the same rows whatever dates it is asked for', () => {
  it.each([
    ['within hours', 0.02],
    ['within days', 1],
    ['over a year', 30],
  ])('is not believed to have given all of them (%s)', async (_, days) => {
    const rows = tenRows(days);
    const { coverage } = await readAll(YEAR, { fetchWindow: () => Promise.resolve({ rows, unreadable: [] }) });
    expect(coverage.kind).toBe('partial');
    const raw = coverage.kind === 'partial' ? coverage.gaps.flatMap(({ unreadable }) => unreadable) : [];
    expect(raw.join()).toMatch(/^Outside the dates asked for: \{/);
    expect(new Set(raw).size).toBe(raw.length);
  });

  it.each([
    ['within hours', 0.02],
    ['over a year', 30],
  ])('may look at days in a zone of its own (%s)', async (_, days) => {
    const rows = tenRows(days);
    const { coverage } = await readAll(YEAR, {
      fetchWindow: ({ from, to }) => {
        const near = rows.filter(({ created }) => created >= from - DAY && created <= to + DAY);
        return Promise.resolve({ rows: near, unreadable: [] });
      },
    });
    expect(coverage.kind).toBe('whole');
  });
});
