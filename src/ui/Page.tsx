import { useEffect, type ReactNode } from 'react';

import { cx } from './cx';
import { Row } from './Layout';
import styles from './Page.module.css';

/** The product's name, as it ends every document title. */
export const PRODUCT = 'Opt-out lookup';

interface PageFrameProps {
  /** The one `h1`, and the start of the document title. Never holds a phone number. */
  readonly title: string;
  /** One sentence: what this page answers, from where. */
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Heading, introduction and content of one page. The heading takes the focus after navigation (the shell moves it). */
export function Page({ title, intro, actions, children }: PageFrameProps) {
  useEffect(() => {
    document.title = `${title} · ${PRODUCT}`;
  }, [title]);
  return (
    <div className={styles['page']}>
      <Row spread align="end" gap="m" className={styles['head']}>
        <div className={styles['words']}>
          <h1 tabIndex={-1} className={styles['title']}>
            {title}
          </h1>
          {intro !== undefined && <p className={cx(styles['intro'], 'screen-only')}>{intro}</p>}
        </div>
        {actions !== undefined && <Row>{actions}</Row>}
      </Row>
      {children}
    </div>
  );
}
