import styles from './shell.module.css';

/** The first stop of the keyboard: past the navigation, to the page. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className={styles['skip']}
      onClick={(event) => {
        // The focus moves, the address does not: it belongs to the filters.
        event.preventDefault();
        document.querySelector<HTMLElement>('main')?.focus();
      }}
    >
      Skip to the page
    </a>
  );
}
