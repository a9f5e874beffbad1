import { Announcer } from '../../../ui/Announcer';
import { countOf, formatCount } from '../../../ui/counts';
import { Progress } from '../../../ui/Progress';
import styles from './page.module.css';
import type { CsvState } from './use-csv';

/** How far a large file is; once it is saved, or given up, only a word for those who cannot see the browser's own sign. */
export function CsvProgress({ state, onCancel }: { readonly state: CsvState; readonly onCancel: () => void }) {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'writing':
      return (
        <div className={styles['writing']}>
          <Progress
            label="Writing CSV"
            fraction={state.rows / state.total}
            words={`Writing the file: ${formatCount(state.rows)} of ${countOf(state.total, 'row')}`}
            onCancel={onCancel}
          />
        </div>
      );
    case 'saved':
      return <Announcer text={`Saved ${countOf(state.rows, 'row')} to ${state.name}`} />;
    case 'cancelled':
      return <Announcer text="The file was not saved" />;
  }
}
