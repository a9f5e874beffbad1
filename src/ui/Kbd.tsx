import styles from './Kbd.module.css';

/** A key, as on the keyboard. */
export function Kbd({ children }: { readonly children: string }) {
  return <kbd className={styles['key']}>{children}</kbd>;
}
