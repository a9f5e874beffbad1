import { formatDateTimeExact, formatUtc } from '../../lib/zoned-time';
import { NoteCell, NumberCell, TimeCell } from '../../table/cells';
import type { Column } from '../../table/column';
import { displayMobile } from './page/display-mobile';
import type { OptOutRow } from './page/opt-out-row';
import { sourceOf } from './source';

/** Notes of thousands of characters would push all other rows off the screen: the details hold the whole of them. */
const LONGEST_NOTE = 240;

/** The columns of the Mobivate table (CONTRACT "Pages"), times in the page's zone. */
export function optOutColumns(zone: string): readonly Column<OptOutRow>[] {
  return [
    {
      id: 'number',
      header: 'Mobile',
      rowHeader: true,
      sortable: true,
      cell: ({ mobile }) => <NumberCell text={displayMobile(mobile)} />,
    },
    { id: 'note', header: 'Note', wrap: 'anywhere', cell: ({ note }) => <Note note={note} /> },
    {
      id: 'time',
      header: 'Opted out at',
      sortable: true,
      firstSort: 'desc',
      wrap: 'never',
      cell: ({ created }) => (
        <TimeCell instant={created} text={formatDateTimeExact(created, zone)} utc={formatUtc(created)} />
      ),
    },
    { id: 'id', header: 'ID', wrap: 'never', align: 'end', cell: ({ id }) => id },
  ];
}

function Note({ note }: { readonly note: string | null }) {
  const { words } = sourceOf(note);
  if (note === null || note.length <= LONGEST_NOTE) return <NoteCell raw={note} words={words} />;
  return (
    <NoteCell
      raw={`${note.slice(0, LONGEST_NOTE)}…`}
      words={`${words}; the note goes on, see the details of the row`}
    />
  );
}
