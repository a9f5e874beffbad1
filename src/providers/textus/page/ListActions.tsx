import { ColumnChooser } from '../../../table/ColumnChooser';
import type { Column } from '../../../table/column';
import { Button } from '../../../ui/Button';
import type { OptOut } from '../../contract';
import type { CsvDownload } from './use-csv-download';
import { isWhole } from './list-view';
import type { OptOutList } from './use-list';

interface ListActionsProps {
  readonly list: OptOutList;
  readonly csv: CsvDownload;
  readonly caption: string;
  readonly columns: readonly Column<OptOut>[];
}

/** What can be done with the list: read it again, choose its columns, take it away. */
export function ListActions({ list: { view, readOn }, csv, caption, columns }: ListActionsProps) {
  const { kind } = csv.state;
  return (
    <>
      {(view.reading || isWhole(view)) && (
        // In its place from the start, so that nothing moves when it can be pressed.
        <Button variant="ghost" icon="retry" aria-disabled={view.reading} onClick={() => void readOn()}>
          Read again
        </Button>
      )}
      <ColumnChooser caption={caption} columns={columns} />
      <Button
        icon={kind === 'saved' ? 'check' : 'download'}
        busy={kind === 'reading' || kind === 'writing'}
        onClick={() => void csv.start()}
      >
        Download CSV
      </Button>
    </>
  );
}
