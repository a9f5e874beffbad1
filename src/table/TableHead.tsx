import { cx } from '../ui/cx';
import { Icon } from '../ui/Icon';
import type { Column } from './column';
import table from './table.module.css';
import styles from './TableHead.module.css';
import type { ModelHeader, RowData, TableModel } from './use-table-model';

interface TableHeadProps<Row extends RowData> {
  readonly table: TableModel<Row>;
  readonly columns: readonly Column<Row>[];
  /** Why nothing can be sorted now; null when it can. */
  readonly blocked: string | null;
  /** Somebody has asked for another order. */
  readonly onPress: () => void;
}

/** Column headers; a sortable one holds a button, and only the active one says how it is sorted. */
export function TableHead<Row extends RowData>({ table, columns, blocked, onPress }: TableHeadProps<Row>) {
  return (
    <thead>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} aria-rowindex={1}>
          {group.headers.map((header) => (
            <HeaderCell
              key={header.id}
              header={header}
              column={columns.find((column) => column.id === header.column.id)}
              blocked={blocked}
              onPress={onPress}
            />
          ))}
        </tr>
      ))}
    </thead>
  );
}

interface HeaderCellProps<Row extends RowData> extends Pick<TableHeadProps<Row>, 'blocked' | 'onPress'> {
  readonly header: ModelHeader<Row>;
  readonly column: Column<Row> | undefined;
}

function HeaderCell<Row extends RowData>({ header, column, blocked, onPress }: HeaderCellProps<Row>) {
  const sorted = header.column.getIsSorted();
  const words = column?.header ?? header.column.id;
  return (
    <th
      scope="col"
      className={cx(column?.align === 'end' && table['end'])}
      {...(sorted !== false && { 'aria-sort': sorted === 'asc' ? ('ascending' as const) : ('descending' as const) })}
    >
      {header.column.getCanSort() ? (
        <button
          type="button"
          className={cx(styles['sort'], sorted !== false && styles['sorted'])}
          {...(blocked !== null && { 'aria-disabled': true, title: blocked })}
          onClick={() => {
            if (blocked !== null) return;
            onPress();
            header.column.toggleSorting(sorted === false ? undefined : sorted === 'asc');
          }}
        >
          {words}
          <Icon name={sorted === false ? 'sort-none' : sorted === 'asc' ? 'sort-up' : 'sort-down'} />
        </button>
      ) : (
        words
      )}
    </th>
  );
}
