import { Button } from '../ui/Button';
import { countOf } from '../ui/counts';
import { setPreference, usePreferences } from '../ui/preferences';
import styles from './preferences.module.css';

/** Which tables have columns hidden, and the way to see them all again; they are chosen at each table. */
export function HiddenColumns() {
  const { hiddenColumns } = usePreferences();
  const tables = Object.entries(hiddenColumns).filter(([, ids]) => ids.length > 0);
  return (
    <div>
      <p className={styles['name']}>Columns</p>
      {tables.length === 0 ? (
        <p className={styles['note']}>All are shown. The Columns button of a table hides some.</p>
      ) : (
        <>
          <p className={styles['note']}>
            {tables.map(([caption, ids]) => `${caption}: ${countOf(ids.length, 'column')} hidden`).join(' · ')}
          </p>
          <Button size="small" onClick={() => setPreference('hiddenColumns', {})}>
            Show all columns
          </Button>
        </>
      )}
    </div>
  );
}
