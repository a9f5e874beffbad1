import { cx } from '../ui/cx';
import { Icon } from '../ui/Icon';
import type { Column } from './column';
import styles from './table.module.css';
import type { ModelHeader, RowData, TableModel } from './use-table-model';

interface TableHeadProps<Row extends RowData> {
  readonly table: TableModel<Row>;
  readonly columns: readonly Column<Row>[];
}

/** Column headers; a sortable one holds a button, and only the active one says how it is sorted. */
export function TableHead<Row extends RowData>({ table, columns }: TableHeadProps<Row>) {
  return (
    <thead>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} aria-rowindex={1}>
          {group.headers.map((header) => (
            <HeaderCell
              key={header.id}
              header={header}
              column={columns.find((column) => column.id === header.column.id)}
            />
          ))}
        </tr>
      ))}
    </thead>
  );
}

interface HeaderCellProps<Row extends RowData> {
  readonly header: ModelHeader<Row>;
  readonly column: Column<Row> | undefined;
}

function HeaderCell<Row extends RowData>({ header, column }: HeaderCellProps<Row>) {
  const sorted = header.column.getIsSorted();
  const words = column?.header ?? header.column.id;
  return (
    <th
      scope="col"
      className={cx(column?.align === 'end' && styles['end'])}
      {...(sorted !== false && { 'aria-sort': sorted === 'asc' ? ('ascending' as const) : ('descending' as const) })}
    >
      {header.column.getCanSort() ? (
        <button
          type="button"
          className={cx(styles['sort'], sorted !== false && styles['sorted'])}
          onClick={() => header.column.toggleSorting(sorted === false ? undefined : sorted === 'asc')}
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
