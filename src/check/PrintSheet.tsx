import styles from './sheet.module.css';

/** The head of a printed check; drawn only for paper. */
export function SheetHead({ lines }: { readonly lines: readonly string[] }) {
  return (
    <div className={styles['head']}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

/** What was searched, as of when; the browser repeats it at the foot of every sheet. */
export function SheetFoot({ lines }: { readonly lines: readonly string[] }) {
  return (
    <div className={styles['foot']}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
