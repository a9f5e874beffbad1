import type { ReactNode } from 'react';

import styles from './LiveSlot.module.css';

/**
 * A place whose words are said politely when they come. It stands empty before: a live region that comes together with its
 * words is mostly not read (WCAG 4.1.3).
 */
export function LiveSlot({ children }: { readonly children: ReactNode }) {
  return (
    <div aria-live="polite" className={styles['slot']}>
      {children}
    </div>
  );
}
