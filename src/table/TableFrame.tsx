import type { ReactNode } from 'react';

import { Announcer } from '../ui/Announcer';
import { cx } from '../ui/cx';
import { usePreferences } from '../ui/preferences';
import type { Column, TableProps } from './column';
import { CopiedNote } from './CopiedNote';
import { ScrollRegion } from './ScrollRegion';
import styles from './table.module.css';
import { TableHead } from './TableHead';
import { useRowCopy } from './use-row-copy';
import type { RowData, TableModel } from './use-table-model';

interface TableFrameProps<Row extends RowData> extends Pick<
  TableProps<Row>,
  'caption' | 'columns' | 'sort' | 'sortBlocked' | 'rowCount' | 'firstRow' | 'stale' | 'busy' | 'printFoot'
> {
  readonly table: TableModel<Row>;
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
    fixed = false,
    children,
  } = props;
  const { density } = usePreferences();
  const { copied, onCopy } = useRowCopy();
  const sorted = sort === null ? undefined : columns.find((column) => column.id === sort.column);
  const visible = table.getVisibleLeafColumns();
  return (
    <>
      <ScrollRegion name={caption} firstRow={firstRow}>
        <table
          className={cx(
            styles['table'],
            styles[density],
            fixed === true && styles['fixed'],
            fixed === 'with-room' && styles['steady'],
            stale && styles['stale'],
          )}
          aria-busy={busy || undefined}
          onCopy={onCopy}
          {...(rowCount !== undefined && { 'aria-rowcount': rowCount === null ? -1 : rowCount + 1 })}
        >
          <caption className="visually-hidden">{caption}</caption>
          <colgroup>
            {visible.map(({ id }) => (
              <col key={id} className={columnClass(columns, id)} />
            ))}
          </colgroup>
          <TableHead table={table} columns={columns} blocked={sortBlocked} />
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
      <CopiedNote text={copied} />
      <Announcer
        everyMs={1000}
        text={
          sort === null || sorted === undefined
            ? ''
            : `Sorted by ${sorted.header}, ${sort.direction === 'asc' ? 'ascending' : 'descending'}`
        }
      />
    </>
  );
}

function columnClass<Row>(columns: readonly Column<Row>[], id: string): string | undefined {
  const column = columns.find((each) => each.id === id);
  if (column?.rowHeader === true) return styles['headerColumn'];
  const width = column?.width;
  return width === undefined ? undefined : styles[width === 'wide' ? 'roomy' : width];
}
