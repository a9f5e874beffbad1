import type { Interval } from '../../../../lib/date-range';
import type { Coverage } from '../../../contract';
import { readInterval } from '../../lookup';
import type { MobivateRow } from '../../schema';
import type { ReadContext } from '../context';
import { seeded } from './skewed-history';

export interface Read {
  readonly coverage: Coverage;
  readonly rows: ReadonlyMap<string, MobivateRow>;
}

export const NOW = Date.UTC(2026, 10, 22, 12);

/** Reads an interval into a map, with what a test does not care about filled in. */
export async function readAll(
  interval: Interval,
  context: Partial<ReadContext> & Pick<ReadContext, 'fetchWindow'>,
): Promise<Read> {
  const rows = new Map<string, MobivateRow>();
  const coverage = await readInterval(interval, {
    sink: {
      add(added) {
        const before = rows.size;
        for (const row of added) rows.set(row.id, row);
        return rows.size - before;
      },
    },
    signal: new AbortController().signal,
    onProgress: () => undefined,
    now: () => NOW,
    random: seeded(1),
    ...context,
  });
  return { coverage, rows };
}
