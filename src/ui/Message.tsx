import type { ReactNode } from 'react';

import { cx } from './cx';
import { Details, RawText } from './Details';
import { focusHome } from './focus-home';
import { Icon, type IconName } from './Icon';
import styles from './Message.module.css';

export interface MessageProps {
  readonly tone: 'info' | 'warning' | 'error';
  readonly title: ReactNode;
  /** `alert` interrupts a screen reader; `polite` waits its turn (and has no role); absent says nothing by itself. */
  readonly live?: 'alert' | 'polite' | undefined;
  /** Technical detail, shown only on request. */
  readonly detail?: string | undefined;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

const ICON: Readonly<Record<MessageProps['tone'], IconName>> = { info: 'info', warning: 'warning', error: 'error' };

/** Something to know: what happened, what it means, what to do next, and the technical detail on request. */
export function Message({ tone, title, live, detail, actions, children }: MessageProps) {
  const speaking =
    live === 'alert'
      ? { role: 'alert', ...focusHome('alert') }
      : live === 'polite'
        ? { 'aria-live': 'polite' as const }
        : {};
  return (
    <div className={cx(styles['message'], styles[tone])} {...speaking}>
      <Icon name={ICON[tone]} className={styles['icon']} />
      <div className={styles['words']}>
        <p className={styles['title']}>{title}</p>
        {children !== undefined && <div className={styles['body']}>{children}</div>}
        {detail !== undefined && detail !== '' && (
          <Details summary="Details">
            <RawText>{detail}</RawText>
          </Details>
        )}
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
