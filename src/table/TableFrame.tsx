import { useState, type ReactNode } from 'react';

import { Announcer } from '../ui/Announcer';
import { cx } from '../ui/cx';
import { usePreferences } from '../ui/preferences';
import type { Column, TableProps } from './column';
import { CopiedNote } from './CopiedNote';
import { ScrollRegion } from './ScrollRegion';
import styles from './table.module.css';
import { TableHead } from './TableHead';
import { useTableCopy } from './use-table-copy';
import type { RowData, TableModel } from './use-table-model';

interface TableFrameProps<Row extends RowData> extends Pick<
  TableProps<Row>,
  'caption' | 'columns' | 'sort' | 'sortBlocked' | 'rowCount' | 'firstRow' | 'stale' | 'busy' | 'printFoot'
> {
  readonly table: TableModel<Row>;
  /** Rows of `table` to come that are not in it yet. */
  readonly undrawn?: number;
  /** Fixed column widths, so that they do not move while rows come into view or change; or only where the window has room for them. */
  readonly fixed?: boolean | 'with-room';
  readonly children: ReactNode;
}

/** Everything around the rows: the region that scrolls, caption, headers, and the order said aloud when it changes. */
export function TableFrame<Row extends RowData>(props: TableFrameProps<Row>) {
  const {
    caption,
    columns,
    sort = null,
    sortBlocked = null,
    rowCount,
    firstRow = 0,
    stale = false,
    busy = false,
    printFoot,
    table,
    undrawn = 0,
    fixed = false,
    children,
  } = props;
  const { density } = usePreferences();
  const { copied, chosen, ...copying } = useTableCopy();
  // The order that a list comes in is nobody's doing, and not worth a word.
  const [pressed, setPressed] = useState(false);
  const visible = table.getVisibleLeafColumns();
  return (
    <>
      <ScrollRegion
        name={caption}
        firstRow={firstRow}
        rows={table.getRowModel().rows.length + undrawn}
        undrawn={undrawn}
      >
        <table
          className={cx(
            styles['table'],
            styles[density],
            fixed === true && styles['fixed'],
            fixed === 'with-room' && styles['steady'],
            stale && styles['stale'],
          )}
          aria-busy={busy || undefined}
          {...copying}
          {...(rowCount !== undefined && { 'aria-rowcount': rowCount === null ? -1 : rowCount + 1 })}
        >
          <caption className="visually-hidden">{caption}</caption>
          <colgroup>
            {visible.map(({ id }) => (
              <col key={id} className={columnClass(columns, id)} />
            ))}
          </colgroup>
          <TableHead table={table} columns={columns} blocked={sortBlocked} onPress={() => setPressed(true)} />
          {children}
          {printFoot !== undefined && (
            <tfoot>
              <tr>
                <td colSpan={visible.length}>{printFoot}</td>
              </tr>
            </tfoot>
          )}
        </table>
      </ScrollRegion>
      <CopiedNote {...copied} />
      <Announcer everyMs={500} text={chosen} />
      <Announcer everyMs={1000} text={pressed ? orderWords(sort, columns) : ''} />
    </>
  );
}

/** The order of the rows in words; '' where they are in none of ours. */
function orderWords<Row extends RowData>(sort: TableProps<Row>['sort'], columns: readonly Column<Row>[]): string {
  const sorted = columns.find((column) => column.id === sort?.column);
  if (sorted === undefined) return '';
  return `Sorted by ${sorted.header}, ${sort?.direction === 'asc' ? 'ascending' : 'descending'}`;
}

function columnClass<Row>(columns: readonly Column<Row>[], id: string): string | undefined {
  const column = columns.find((each) => each.id === id);
  if (column?.rowHeader === true) return styles['headerColumn'];
  const width = column?.width;
  return width === undefined ? undefined : styles[width === 'wide' ? 'roomy' : width];
}
