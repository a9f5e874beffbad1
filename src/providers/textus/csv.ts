import type { CsvColumn } from '../../lib/csv';
import { displayMsisdn } from '../../lib/phone';
import { formatIsoLocal, formatIsoUtc } from '../../lib/zoned-time';
import type { OptOut } from '../contract';
import { fieldText } from './fields';

/** What every row of one file shares. */
export interface CsvFacts {
  /** IANA zone of `created_local`. */
  readonly zone: string;
  /** False when anything could be missing from the file. */
  readonly complete: boolean;
  /** When the first request of the reading was sent, ms UTC. */
  readonly asOf: number;
}

/** The columns of the TextUs file, in the contract's order ("CSV"). */
export function csvColumns({ zone, complete, asOf }: CsvFacts): readonly CsvColumn<OptOut>[] {
  const ours = (name: string, text: (row: OptOut) => string): CsvColumn<OptOut> => ({ name, kind: 'ours', text });
  const free = (name: string, text: (row: OptOut) => string): CsvColumn<OptOut> => ({ name, kind: 'free', text });
  return [
    ours('number', (row) => displayMsisdn(row.msisdn)),
    ours('msisdn', (row) => row.msisdn),
    free('phone_as_given', (row) => fieldText(row, 'asGiven')),
    ours('created_utc', (row) => (row.optedOutAt === null ? '' : formatIsoUtc(row.optedOutAt))),
    ours('created_local', (row) => (row.optedOutAt === null ? '' : formatIsoLocal(row.optedOutAt, zone))),
    ours('time_zone', () => zone),
    free('created_via', (row) => row.source.raw ?? ''),
    free('user_name', (row) => fieldText(row, 'user')),
    free('user_email', (row) => fieldText(row, 'email')),
    free('originating_account', (row) => fieldText(row, 'originatingAccount')),
    free('account', (row) => row.account ?? ''),
    free('id', (row) => row.recordId),
    ours('complete', () => (complete ? 'yes' : 'no')),
    ours('as_of_utc', () => formatIsoUtc(asOf)),
  ];
}
