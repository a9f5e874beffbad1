import type { ReactNode } from 'react';

import styles from './Card.module.css';
import { cx } from './cx';
import { Row } from './Layout';

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
