import type { ReactNode } from 'react';

/** One column of a table: its words, its cell, and how much room it takes. */
export interface Column<Row> {
  readonly id: string;
  /** The column's name, exactly as seen and read. */
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The cell that names its row (the number): never cut, read with every other cell. */
  readonly rowHeader?: true;
  /** Shows a sort button; the table reports the press, whoever holds the rows sorts them. */
  readonly sortable?: true;
  /** Direction of the first press; `asc` unless given. */
  readonly firstSort?: SortDirection;
  readonly align?: 'start' | 'end';
  /** `never` keeps the cell on one line, `anywhere` may break inside a word. */
  readonly wrap?: 'never' | 'anywhere';
  readonly width?: 'narrow' | 'medium' | 'wide';
}

export type SortDirection = 'asc' | 'desc';

/** The order of all rows, not of those on screen. */
export interface Sort {
  /** Id of the column. */
  readonly column: string;
  readonly direction: SortDirection;
}

/** What every table is given. */
export interface TableProps<Row> {
  /** Accessible name, exactly. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort?: Sort | null;
  readonly onSort?: (sort: Sort) => void;
  /** Why the rows cannot be put into another order now: the buttons stay in their place and say it. */
  readonly sortBlocked?: string | null;
  /** Rows there are in all, where the table shows some of them; null when nobody knows. */
  readonly rowCount?: number | null;
  /** Position of the first given row among all of them, from 0. */
  readonly firstRow?: number;
  /** The rows are from an earlier reading. */
  readonly stale?: boolean;
  /** On paper: what stands at the foot of every sheet of this table. */
  readonly printFoot?: ReactNode;
  /** More rows or answers are on their way. */
  readonly busy?: boolean;
  /** Adds a button beside the row's header that opens its details. */
  readonly onOpen?: (row: Row) => void;
  /** What the row is called in the name of that button. */
  readonly rowLabel?: (row: Row) => string;
}
