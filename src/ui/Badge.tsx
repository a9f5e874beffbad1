import type { ReactNode } from 'react';

import styles from './Badge.module.css';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';

interface BadgeProps {
  readonly tone?: 'neutral' | 'accent' | 'warning' | 'danger';
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** A short mark beside something. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span className={cx(styles['badge'], styles[tone])}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </span>
  );
}
