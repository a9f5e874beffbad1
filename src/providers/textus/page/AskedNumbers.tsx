import { useState, type ReactNode } from 'react';

import { REASON_WORDS } from '../../../lib/words';
import { NumberCell } from '../../../table/cells';
import type { Column } from '../../../table/column';
import { LongTable } from '../../../table/LongTable';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ClockText } from '../../../ui/ClockText';
import { countOf } from '../../../ui/counts';
import { Details } from '../../../ui/Details';
import { Verdict } from '../../../ui/Verdict';
import type { ExactNumber } from '../list-state';
import styles from './page.module.css';

interface AskedNumbersProps {
  readonly numbers: readonly ExactNumber[];
  /** Where and when was searched, in words. */
  readonly scope: string;
}

type Asked = ExactNumber & { readonly place: number };

/** More numbers without an opt-out than these are shown on request. */
const SHOWN = 24;

/** The answer by number: which of those asked for are not on the list, which could not be checked, and how each was read. */
export function AskedNumbers({ numbers, scope }: AskedNumbersProps) {
  const asked = numbers.map((number, place): Asked => ({ ...number, place }));
  const of = (kind: ExactNumber['answer']['kind']) => asked.filter(({ answer }) => answer.kind === kind);
  const absent = of('not-found');
  const unchecked = [...of('could-not-check'), ...of('not-a-number')];
  const found = of('opted-out').length;
  const counts = `${found} opted out, ${absent.length} not found, ${unchecked.length} could not check`;
  return (
    <Card label="Numbers asked" heading={`${countOf(numbers.length, 'number')}: ${counts}`}>
      {absent.length > 0 && (
        <Group kind="not-found" words={`${countOf(absent.length, 'number')} without an opt-out on this list`}>
          <Numbers numbers={absent} />
          <p className={styles['under']}>
            <ClockText text={scope} />. Other accounts and Mobivate were not asked here: Check asks all of them. “Not
            found” is not consent.
          </p>
        </Group>
      )}
      {unchecked.length > 0 && (
        <Group kind="could-not-check" words="nothing can be said about these">
          <Numbers numbers={unchecked} />
        </Group>
      )}
      <Details summary="How each number was read">
        <LongTable caption="How each number was read" columns={COLUMNS} rows={asked} rowKey={rowKey} />
      </Details>
    </Card>
  );
}

interface GroupProps {
  readonly kind: 'not-found' | 'could-not-check';
  readonly words: string;
  readonly children: ReactNode;
}

function Group({ kind, words, children }: GroupProps) {
  return (
    <div className={styles['group']}>
      <p className={styles['groupHead']}>
        <Verdict kind={kind} reason={words} />
      </p>
      {children}
    </div>
  );
}

function Numbers({ numbers }: { readonly numbers: readonly Asked[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? numbers : numbers.slice(0, SHOWN);
  return (
    <>
      <ul className={styles['asked']}>
        {shown.map((number) => (
          <li key={number.place}>
            {number.display !== null && <NumberCell text={number.display} />}
            <span dir="auto" className={number.display === null ? undefined : styles['under']}>
              {number.display === null ? number.typed : typedWords(number)}
            </span>
            {number.answer.kind !== 'not-found' && <span className={styles['under']}>{reasonOf(number)}</span>}
          </li>
        ))}
      </ul>
      {shown.length < numbers.length && (
        <p>
          <Button size="small" onClick={() => setAll(true)}>
            Show all {countOf(numbers.length, 'number')}
          </Button>
        </p>
      )}
    </>
  );
}

/** The text as typed, where more than its digits was read from it. */
function typedWords({ typed, display }: ExactNumber): string {
  const digits = (text: string) => text.replaceAll(/\D/gu, '');
  return display !== null && digits(typed) === digits(display) ? '' : `typed ${typed}`;
}

function reasonOf({ answer }: ExactNumber): string {
  switch (answer.kind) {
    case 'could-not-check':
      return REASON_WORDS[answer.failure.reason].short;
    case 'not-a-number':
      return REASON_WORDS['not-a-phone-number'].short;
    case 'opted-out':
    case 'not-found':
      return '';
  }
}

function AnswerCell({ number }: { readonly number: ExactNumber }) {
  const { answer } = number;
  if (answer.kind === 'opted-out' || answer.kind === 'not-found') return <Verdict kind={answer.kind} />;
  return <Verdict kind="could-not-check" reason={reasonOf(number)} />;
}

const rowKey = ({ place }: Asked) => String(place);

const COLUMNS: readonly Column<Asked>[] = [
  { id: 'typed', header: 'As typed', wrap: 'anywhere', cell: ({ typed }) => <span dir="auto">{typed}</span> },
  {
    id: 'read',
    header: 'Read as',
    rowHeader: true,
    cell: ({ display }) => <NumberCell text={display ?? 'not a phone number'} />,
  },
  { id: 'answer', header: 'Answer', cell: (number) => <AnswerCell number={number} /> },
];
