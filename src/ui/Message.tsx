import type { ReactNode } from 'react';

import type { Failure } from '../lib/reason';
import { REASON_WORDS } from '../lib/words';
import { Button } from './Button';
import { cx } from './cx';
import { Details, RawText } from './Details';
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
  const speaking = live === 'alert' ? { role: 'alert' } : live === 'polite' ? { 'aria-live': 'polite' as const } : {};
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

interface FailureMessageProps {
  readonly failure: Failure;
  /** What the failure makes of the answer, e.g. `Incomplete`; the reason follows after a colon. */
  readonly prefix: string;
  readonly live?: 'alert' | 'polite';
  readonly onRetry?: (() => void) | undefined;
  readonly retrying?: boolean;
  /** More that is known, e.g. the gaps. */
  readonly children?: ReactNode;
}

/** A failure in the words of the catalogue: reason, what happened, what it means, the next step, Retry. */
export function FailureMessage({ failure, prefix, live, onRetry, retrying = false, children }: FailureMessageProps) {
  const words = REASON_WORDS[failure.reason];
  const retry = onRetry !== undefined && (
    <Button icon="retry" busy={retrying} onClick={onRetry}>
      Retry
    </Button>
  );
  return (
    <Message
      tone={failure.reason === 'cancelled' ? 'info' : 'warning'}
      title={`${prefix}: ${words.short}`}
      live={live}
      detail={failure.detail}
      actions={retry === false ? undefined : retry}
    >
      <p>
        {failure.message} {failure.message === words.meaning ? null : words.meaning}
      </p>
      {children}
      <p>{words.next}</p>
    </Message>
  );
}
