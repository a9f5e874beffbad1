import type { CsvColumn } from '../../lib/csv';
import type { Interval } from '../../lib/date-range';
import { formatIsoLocal, formatIsoUtc } from '../../lib/zoned-time';
import type { History, View } from './history';
import { rowMsisdn } from './history-keys';
import { displayMobile } from './page/display-mobile';
import type { MobivateRow } from './schema';

/** What every row of one file shares. */
export interface CsvFacts {
  /** IANA zone of `created_local`. */
  readonly zone: string;
  /** False when anything could be missing from the file. */
  readonly complete: boolean;
  /** What was searched, ms UTC, end exclusive. */
  readonly searched: Interval;
  /** When the oldest reading that the rows rest on began, ms UTC. */
  readonly asOf: number;
}

/** The columns of the Mobivate file, in the contract's order ("CSV"). */
export function csvColumns({ zone, complete, searched, asOf }: CsvFacts): readonly CsvColumn<MobivateRow>[] {
  const ours = (name: string, text: (row: MobivateRow) => string): CsvColumn<MobivateRow> => ({
    name,
    kind: 'ours',
    text,
  });
  const free = (name: string, text: (row: MobivateRow) => string): CsvColumn<MobivateRow> => ({
    name,
    kind: 'free',
    text,
  });
  const same = (name: string, text: string) => ours(name, () => text);
  return [
    ours('number', ({ mobile }) => displayMobile(mobile)),
    ours('msisdn', ({ mobile }) => rowMsisdn(mobile)),
    free('note', ({ note }) => note ?? ''),
    ours('created_utc', ({ created }) => formatIsoUtc(created)),
    ours('created_local', ({ created }) => formatIsoLocal(created, zone)),
    same('time_zone', zone),
    free('id', ({ id }) => id),
    same('complete', complete ? 'yes' : 'no'),
    same('searched_from_utc', formatIsoUtc(searched.from)),
    same('searched_to_utc', formatIsoUtc(searched.to)),
    same('as_of_utc', formatIsoUtc(asOf)),
  ];
}

/** The rows of a view one after another, each made when it is written: a file of a million rows never holds them all. */
export function* csvRows(history: History, view: View): Generator<MobivateRow, void> {
  for (const index of view) yield history.row(index);
}
