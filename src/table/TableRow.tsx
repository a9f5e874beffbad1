import { memo, type Ref } from 'react';

import { IconButton } from '../ui/Button';
import { cx } from '../ui/cx';
import type { Column } from './column';
import styles from './table.module.css';
import own from './TableRow.module.css';
import type { RowData } from './use-table-model';

interface TableRowProps<Row extends RowData> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  /** Ids of the columns on screen, joined: a change of them draws the row anew. */
  readonly visible: string;
  /** Position among all rows, from 0. */
  readonly position: number;
  /** Index in the virtual list, where there is one. */
  readonly index?: number;
  readonly measure?: Ref<HTMLTableRowElement>;
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly rowLabel?: ((row: Row) => string) | undefined;
}

function PlainTableRow<Row extends RowData>({
  row,
  columns,
  visible,
  position,
  index,
  measure,
  onOpen,
  rowLabel,
}: TableRowProps<Row>) {
  const shown = visible.split(' ');
  return (
    <tr aria-rowindex={position + 2} data-index={index} ref={measure}>
      {columns.map((column) => {
        if (!shown.includes(column.id)) return null;
        const content = column.cell(row);
        const classes = cx(
          column.align === 'end' && styles['end'],
          column.wrap === 'never' && styles['oneLine'],
          column.wrap === 'anywhere' && styles['anywhere'],
        );
        if (column.rowHeader !== true) {
          return (
            <td key={column.id} data-label={column.header} className={classes}>
              {content}
            </td>
          );
        }
        return (
          // Named without the button in it: it is read aloud with every cell of the row.
          <th
            key={column.id}
            scope="row"
            aria-label={onOpen && rowLabel?.(row)}
            className={cx(classes, own['rowHeader'])}
          >
            {content}
            {onOpen !== undefined && (
              <IconButton
                label={rowLabel === undefined ? 'Details' : `Details of ${rowLabel(row)}`}
                size="small"
                className={own['open']}
                aria-haspopup="dialog"
                onClick={() => onOpen(row)}
              />
            )}
          </th>
        );
      })}
    </tr>
  );
}

/** One row, drawn again only when the row itself, the columns or its place changed: answers arrive one by one in long lists. */
export const TableRow = memo(
  PlainTableRow,
  (before, after) =>
    before.row === after.row &&
    before.columns === after.columns &&
    before.visible === after.visible &&
    before.position === after.position &&
    before.index === after.index &&
    (before.onOpen === undefined) === (after.onOpen === undefined),
) as typeof PlainTableRow;
