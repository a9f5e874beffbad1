import type { ReactNode } from 'react';

import styles from './Details.module.css';
import { Icon } from './Icon';

interface DetailsProps {
  readonly summary: string;
  readonly children: ReactNode;
}

/** A disclosure: what few need, one press away. */
export function Details({ summary, children }: DetailsProps) {
  return (
    <details className={styles['details']}>
      <summary className={styles['summary']}>
        <Icon name="chevron-right" className={styles['mark']} />
        {summary}
      </summary>
      <div className={styles['body']}>{children}</div>
    </details>
  );
}

/** Technical text as it came: kept apart from our words, wrapped, direction isolated. */
export function RawText({ children }: { readonly children: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text scrolls inside its box: so must the keyboard
    <pre tabIndex={0} className={styles['raw']} dir="auto">
      {children}
    </pre>
  );
}
