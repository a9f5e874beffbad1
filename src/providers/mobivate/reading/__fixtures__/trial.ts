import { RequestError, type RequestReason } from '../../../../http/errors';
import type { Interval } from '../../../../lib/date-range';
import type { Coverage } from '../../../contract';
import type { AskedWindow } from '../../api';
import { readInterval } from '../../lookup';
import type { MobivateRow, ParsedWindow } from '../../schema';
import { seeded } from './skewed-history';
import { VendorModel, type Behaviour } from './vendor-model';

export interface ModelRow {
  readonly id: number;
  readonly created: number;
}

/** What happens at the vendor while it is being read. */
export interface Trouble {
  /** Share of requests that fail for good, and how. */
  readonly failing: { readonly share: number; readonly reason: RequestReason };
  /** Rows that come and go: after so many requests. */
  readonly changes: readonly {
    readonly after: number;
    readonly add: ModelRow | null;
    readonly remove: number | null;
  }[];
  /** One in so many ids is of a row that cannot be read; 0 for none. */
  readonly unreadableEvery: number;
  /** The reading is cancelled after so many requests; null for never. */
  readonly cancelAfter: number | null;
}

export interface Trial extends Trouble {
  readonly rows: readonly ModelRow[];
  readonly interval: Interval;
  readonly behaviour: Behaviour;
  readonly pageSize: number;
  readonly now: number;
  readonly seed: number;
}

export interface Outcome {
  readonly coverage: Coverage;
  /** Ids in the sink. */
  readonly sink: ReadonlySet<number>;
  /** Rows that were on the list from the first request to the last. */
  readonly lasting: readonly ModelRow[];
  /** Ids that were on the list at any time. */
  readonly ever: ReadonlySet<number>;
  readonly requests: number;
}

export function isUnreadable(id: number, { unreadableEvery }: Trouble): boolean {
  return unreadableEvery > 0 && id % unreadableEvery === 0;
}

/** Lets one reader loose on one vendor. Answers come in an order of their own, but always the same for the same trial. */
export async function runTrial(trial: Trial): Promise<Outcome> {
  const random = seeded(trial.seed);
  let rows = [...trial.rows];
  const model = new VendorModel(columns(rows), trial.behaviour, trial.pageSize);
  const gone = new Set<ModelRow>();
  const ever = new Set(rows.map(({ id }) => id));
  const sink = new Set<number>();
  const controller = new AbortController();

  function happen(): void {
    for (const { after, add, remove } of trial.changes) {
      if (after !== model.requests) continue;
      const removed = remove === null ? undefined : rows[remove % Math.max(1, rows.length)];
      if (removed !== undefined) gone.add(removed);
      rows = rows.filter((row) => row !== removed);
      if (add !== null && !ever.has(add.id)) {
        rows.push(add);
        ever.add(add.id);
      }
      model.change(columns(rows));
    }
    if (trial.cancelAfter === model.requests) controller.abort();
  }

  async function fetchWindow(window: AskedWindow, signal: AbortSignal): Promise<ParsedWindow> {
    await ticks(random() * 20);
    if (random() < trial.failing.share) {
      model.requests += 1;
      happen();
      throw new RequestError(trial.failing.reason, 'Failed.');
    }
    const answer = await model.fetchWindow(window, signal);
    happen();
    await ticks(random() * 20);
    const broken = (row: MobivateRow): boolean => isUnreadable(Number(row.id), trial);
    return {
      rows: answer.rows.filter((row) => !broken(row)),
      unreadable: answer.rows.filter((row) => broken(row)).map(({ id }) => `{"id":${id}}`),
    };
  }

  const coverage = await readInterval(trial.interval, {
    fetchWindow,
    sink: {
      add(added) {
        const before = sink.size;
        for (const { id } of added) sink.add(Number(id));
        return sink.size - before;
      },
    },
    signal: controller.signal,
    onProgress: () => undefined,
    now: () => trial.now,
    random,
    pageSize: trial.pageSize,
  });
  return { coverage, sink, ever, lasting: trial.rows.filter((row) => !gone.has(row)), requests: model.requests };
}

/** The list as columns, rising by time. */
export function columns(rows: readonly ModelRow[]): { created: Float64Array; id: Float64Array } {
  const rising = rows.toSorted((a, b) => a.created - b.created || a.id - b.id);
  return {
    created: Float64Array.from(rising, ({ created }) => created),
    id: Float64Array.from(rising, ({ id }) => id),
  };
}

async function ticks(count: number): Promise<void> {
  for (let tick = 0; tick < count; tick += 1) await Promise.resolve();
}
