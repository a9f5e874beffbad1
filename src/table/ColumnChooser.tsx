import { useId, useRef } from 'react';

import { Button } from '../ui/Button';
import { Popover } from '../ui/Popover';
import { setPreference, usePreferences } from '../ui/preferences';
import type { TableProps } from './column';
import styles from './ColumnChooser.module.css';
import type { RowData } from './use-table-model';

/** Shows and hides the columns of the table with this caption; remembered. The row header always stays. */
export function ColumnChooser<Row extends RowData>({ caption, columns }: Pick<TableProps<Row>, 'caption' | 'columns'>) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const { hiddenColumns } = usePreferences();
  const hidden = hiddenColumns[caption] ?? [];
  const toggle = (column: string) => {
    const next = hidden.includes(column) ? hidden.filter((one) => one !== column) : [...hidden, column];
    setPreference('hiddenColumns', { ...hiddenColumns, [caption]: next });
  };
  return (
    <>
      <Button ref={button} icon="columns" aria-haspopup="dialog" popoverTarget={id}>
        Columns
      </Button>
      <Popover id={id} label="Columns" anchor={button}>
        <fieldset className={styles['group']}>
          <legend className={styles['legend']}>Columns shown</legend>
          {columns
            .filter((column) => column.rowHeader !== true)
            .map((column) => (
              <label key={column.id} className={styles['choice']}>
                <input type="checkbox" checked={!hidden.includes(column.id)} onChange={() => toggle(column.id)} />
                {column.header}
              </label>
            ))}
        </fieldset>
      </Popover>
    </>
  );
}
