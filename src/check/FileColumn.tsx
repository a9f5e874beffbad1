import { Announcer } from '../ui/Announcer';
import { LiveSlot } from '../ui/LiveSlot';
import { Message } from '../ui/Message';
import { Select } from '../ui/Select';
import type { TakenColumn } from '../lib/table-file';
import styles from './check.module.css';
import { PAGE_WORDS } from './page-words';
import type { NumbersFile } from './use-numbers-file';

/** What a person has to know of the numbers now in the box; null when they are all of the file, as they stand there. */
function noteOn({ blank, records, others, codes }: TakenColumn): string | null {
  const words = PAGE_WORDS.file;
  const notes = [
    ...(others.length > 0 ? [words.others(others.join(', '))] : []),
    ...(blank > 0 ? [words.blank(blank, records)] : []),
    ...(codes === null ? [] : [codes.certain ? words.codes(codes.name) : words.perhapsCodes(codes.name)]),
  ];
  return notes.length > 0 ? notes.join(' ') : null;
}

/** What of the file is said to those who listen; what could not be read is an alert, and all else stands on the page. */
function saidOf(state: NumbersFile['state']): string {
  if (state.kind !== 'table') return '';
  const column = state.table.columns.find(({ index }) => index === state.column);
  return column === undefined ? '' : PAGE_WORDS.file.taken(column.name, state.name);
}

/** What was taken from the file, and which column of a table; the choice is the person's. */
export function FileColumn({ file }: { readonly file: NumbersFile }) {
  const { state } = file;
  return (
    <>
      <LiveSlot>
        {state.kind === 'reading' && <p className={styles['note']}>Reading {state.name}…</p>}
        {state.kind === 'lines' && (
          <p className={styles['note']}>Numbers taken from {state.name}. The file stays on this computer.</p>
        )}
      </LiveSlot>
      {state.kind === 'unreadable' && (
        <Message tone="error" live="alert" title={`${state.name} could not be read`}>
          <p>{state.message}</p>
        </Message>
      )}
      {state.kind === 'table' && (
        <Select
          label={`Phone column in ${state.name}`}
          value={String(state.column)}
          hint={noteOn(state.taken)}
          onChange={(column) => void file.choose(Number(column))}
          options={state.table.columns.map(({ index, name, share }) => ({
            value: String(index),
            label: `${name} (${Math.round(share * 100)} % numbers)`,
          }))}
        />
      )}
      <Announcer everyMs={500} text={saidOf(state)} />
    </>
  );
}
