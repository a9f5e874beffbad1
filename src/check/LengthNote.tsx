import { lengthCaution, type CheckRow } from './check-rows';
import styles from './LengthNote.module.css';

/** A caution where a digit too few or too many may have made another country's number; nothing beside any other. */
export function LengthNote({ row }: { readonly row: CheckRow }) {
  const caution = lengthCaution(row);
  return caution === null ? null : <span className={styles['note']}>{caution}</span>;
}
