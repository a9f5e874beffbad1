import { displayMsisdn } from '../../../lib/phone';
import { countOf } from '../../../ui/counts';
import { Details } from '../../../ui/Details';
import { Message } from '../../../ui/Message';
import type { OptOut } from '../../contract';
import { identity } from '../opt-out';
import { inCell } from './shorten';
import styles from './page.module.css';

/** Records that came without having been asked for: said, never matched by guess. */
export function Unasked({ records }: { readonly records: readonly OptOut[] }) {
  if (records.length === 0) return null;
  return (
    <Message tone="info" title={`TextUs also returned ${countOf(records.length, 'record')} that nobody asked for`}>
      <p>They match none of the numbers above, so they are not counted.</p>
      <Details summary="Show them">
        <ul className={styles['asked']}>
          {records.map((record) => (
            <li key={identity(record)} dir="auto">
              {displayMsisdn(record.msisdn)} ({inCell(record.numberAsGiven)})
            </li>
          ))}
        </ul>
      </Details>
    </Message>
  );
}
