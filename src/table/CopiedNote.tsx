import styles from './CopiedNote.module.css';

/** Says for a moment, to eyes and screen readers, what was copied; '' for nothing. */
export function CopiedNote({ text }: { readonly text: string }) {
  return (
    <p aria-live="polite" className={styles['copied']}>
      {text}
    </p>
  );
}
