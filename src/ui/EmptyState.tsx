import type { ReactNode } from 'react';

import styles from './EmptyState.module.css';
import { Icon, type IconName } from './Icon';

interface EmptyStateProps {
  readonly icon?: IconName;
  readonly title: string;
  /** Why it is empty, and the next step. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** A place with nothing in it, on purpose: not asked yet, nothing in the range, nothing matches. Never used for a failure. */
export function EmptyState({ icon = 'search', title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <span className={styles['disc']}>
        <Icon name={icon} />
      </span>
      <p className={styles['title']}>{title}</p>
      {children !== undefined && <div className={styles['body']}>{children}</div>}
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
