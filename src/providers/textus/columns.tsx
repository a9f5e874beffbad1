import { displayMsisdn } from '../../lib/phone';
import { formatDateTimeExact, formatUtc } from '../../lib/zoned-time';
import { MissingCell, NoteCell, NumberCell, TimeCell } from '../../table/cells';
import type { Column } from '../../table/column';
import type { OptOut } from '../contract';
import { fieldText } from './fields';
import { cx } from '../../ui/cx';
import { inCell } from '../../ui/shorten';
import styles from './page/page.module.css';

/** The columns of the TextUs table, in the contract's order; times on the clock of `zone` (IANA), UTC one hover away. */
export function optOutColumns(zone: string): readonly Column<OptOut>[] {
  return [
    {
      id: 'number',
      header: 'Phone number',
      rowHeader: true,
      sortable: true,
      cell: ({ msisdn }) => <NumberCell text={displayMsisdn(msisdn)} />,
    },
    {
      id: 'time',
      header: 'Opted out at',
      sortable: true,
      firstSort: 'desc',
      wrap: 'never',
      cell: (row) => <OptedOutAt row={row} zone={zone} />,
    },
    {
      id: 'via',
      header: 'Created via',
      cell: ({ source }) => <NoteCell raw={source.raw === null ? null : inCell(source.raw)} words={source.words} />,
    },
    { id: 'user', header: 'User', width: 'wide', wrap: 'anywhere', cell: (row) => <User row={row} /> },
    {
      id: 'account',
      header: 'Originating account',
      wrap: 'anywhere',
      cell: (row) => (
        <span dir="auto" className={styles['text']}>
          {inCell(fieldText(row, 'originatingAccount'))}
        </span>
      ),
    },
  ];
}

function OptedOutAt({ row, zone }: { readonly row: OptOut; readonly zone: string }) {
  const { optedOutAt } = row;
  if (optedOutAt === null) {
    const given = fieldText(row, 'createdAt');
    return <MissingCell words={given === '' ? 'time not given' : `not a time: ${inCell(given)}`} />;
  }
  return <TimeCell instant={optedOutAt} text={formatDateTimeExact(optedOutAt, zone)} utc={formatUtc(optedOutAt)} />;
}

function User({ row }: { readonly row: OptOut }) {
  const name = fieldText(row, 'user');
  const email = fieldText(row, 'email');
  if (name === '' && email === '') return <MissingCell words="no user" />;
  return (
    <>
      {name !== '' && (
        <span dir="auto" className={styles['text']}>
          {inCell(name)}
        </span>
      )}
      {email !== '' && (
        <span dir="auto" className={cx(styles['text'], styles['under'])}>
          {inCell(email)}
        </span>
      )}
    </>
  );
}
