import { displayMsisdn } from '../../../lib/phone';
import { countOf } from '../../../ui/counts';
import { Details } from '../../../ui/Details';
import { Message } from '../../../ui/Message';
import type { OptOut } from '../../contract';
import type { ListFilter } from '../list-state';
import { identity } from '../opt-out';
import { inCell } from '../../../ui/shorten';
import styles from './page.module.css';

/** A vendor that ignores what it is asked returns its whole list. */
const MOST_SHOWN = 100;

/** Records that came without having been asked for: said, never matched by guess. */
export function Unasked({ records, filter }: { readonly records: readonly OptOut[]; readonly filter: ListFilter }) {
  if (records.length === 0) return null;
  const searched = filter.kind === 'search' ? filter.digits : null;
  return (
    <Message tone="info" title={`TextUs also returned ${countOf(records.length, 'record')} that nobody asked for`}>
      <p>
        {searched === null
          ? 'They match none of the numbers above, so they are not counted.'
          : `TextUs did not keep to the search: they do not contain ${searched}, so they are left out of the list.`}
      </p>
      <Details summary="Show them">
        <ul className={styles['asked']}>
          {records.slice(0, MOST_SHOWN).map((record) => (
            <li key={identity(record)} dir="auto">
              {displayMsisdn(record.msisdn)} ({inCell(record.numberAsGiven)})
            </li>
          ))}
          {records.length > MOST_SHOWN && <li>and {countOf(records.length - MOST_SHOWN, 'more')}</li>}
        </ul>
      </Details>
    </Message>
  );
}
