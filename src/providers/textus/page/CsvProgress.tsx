import { Announcer } from '../../../ui/Announcer';
import { countOf, formatCount } from '../../../ui/counts';
import { Progress } from '../../../ui/Progress';
import type { CsvDownload } from './use-csv-download';

/** How far a large file is, and a word for those who cannot see the browser's own sign that it was saved. */
export function CsvProgress({ csv: { state, cancel } }: { readonly csv: CsvDownload }) {
  switch (state.kind) {
    case 'idle':
    case 'reading':
      return null;
    case 'writing':
      return (
        <Progress
          label="Writing CSV"
          fraction={state.written / state.rows}
          words={`Writing the file: ${formatCount(state.written)} of ${countOf(state.rows, 'opt-out')}`}
          onCancel={cancel}
        />
      );
    case 'saved': {
      const part = state.partial ? ', marked PARTIAL because rows may be missing' : '';
      return <Announcer text={`CSV saved: ${countOf(state.rows, 'opt-out')}${part}`} />;
    }
  }
}
