import { Message } from '../ui/Message';
import { Select } from '../ui/Select';
import styles from './check.module.css';
import type { NumbersFile } from './use-numbers-file';

/** What was taken from the file, and which column of a table; the choice is the person's. */
export function FileColumn({ file }: { readonly file: NumbersFile }) {
  const { state } = file;
  switch (state.kind) {
    case 'none':
      return null;
    case 'reading':
      return <p className={styles['file']}>Reading {state.name}…</p>;
    case 'unreadable':
      return (
        <Message tone="error" live="alert" title={`${state.name} could not be read`}>
          <p>{state.message}</p>
        </Message>
      );
    case 'lines':
      return <p className={styles['file']}>Numbers taken from {state.name}. The file stays on this computer.</p>;
    case 'table':
      return (
        <div className={styles['file']}>
          <Select
            label={`Phone column in ${state.name}`}
            value={String(state.column)}
            onChange={(column) => file.choose(Number(column))}
            options={state.table.columns.map(({ index, name, share }) => ({
              value: String(index),
              label: `${name} (${Math.round(share * 100)} % numbers)`,
            }))}
          />
        </div>
      );
  }
}
