import styles from './CopiedNote.module.css';

interface CopiedNoteProps {
  /** '' for nothing. */
  readonly text: string;
  /** How many copies there were: the same words are said again for each. */
  readonly times: number;
}

/** Says for a moment, to eyes and screen readers, what was copied. */
export function CopiedNote({ text, times }: CopiedNoteProps) {
  return (
    <p aria-live="polite" className={styles['copied']}>
      {text !== '' && <span key={times}>{text}</span>}
    </p>
  );
}
