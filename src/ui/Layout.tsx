import type { ReactNode } from 'react';

import { cx } from './cx';
import styles from './Layout.module.css';

interface StackProps {
  readonly gap?: 's' | 'm' | 'l';
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Things below one another. */
export function Stack({ gap = 'm', className, children }: StackProps) {
  return <div className={cx(styles['stack'], styles[`gap-${gap}`], className)}>{children}</div>;
}

interface RowProps {
  readonly align?: 'start' | 'center' | 'end';
  readonly gap?: 's' | 'm' | 'l';
  /** Pushes the first thing to the start and the last to the end. */
  readonly spread?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Things beside one another, which wrap where there is no room. */
export function Row({ align = 'center', gap = 's', spread = false, className, children }: RowProps) {
  return (
    <div className={cx(styles['row'], styles[align], styles[`gap-${gap}`], spread && styles['spread'], className)}>
      {children}
    </div>
  );
}
