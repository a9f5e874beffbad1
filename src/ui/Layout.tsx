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

interface CardProps {
  /** Makes the card a region of this name. */
  readonly label?: string;
  readonly heading?: string;
  readonly actions?: ReactNode;
  /** Without inner space, for a table that goes to the edges. */
  readonly flush?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A surface that holds one thing. */
export function Card({ label, heading, actions, flush = false, className, children }: CardProps) {
  const classes = cx(styles['card'], flush && styles['flush'], className);
  const body = (
    <>
      {(heading !== undefined || actions !== undefined) && (
        <Row spread className={styles['cardHead']}>
          {heading !== undefined && <h2 className={styles['heading']}>{heading}</h2>}
          {actions}
        </Row>
      )}
      {children}
    </>
  );
  if (label === undefined) return <div className={classes}>{body}</div>;
  return (
    <section aria-label={label} className={classes}>
      {body}
    </section>
  );
}

interface DefinitionListProps {
  readonly items: readonly (readonly [label: string, value: ReactNode])[];
}

/** Labels with their values, as in a details panel. */
export function DefinitionList({ items }: DefinitionListProps) {
  return (
    <dl className={styles['definitions']}>
      {items.map(([label, value]) => (
        <div key={label} className={styles['definition']}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
