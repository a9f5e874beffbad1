import type { ReactNode } from 'react';

import type { Failure } from '../lib/reason';
import { REASON_WORDS, VERDICT_WORDS } from '../lib/words';
import { Button } from './Button';
import { Message } from './Message';

interface FailureMessageProps {
  readonly failure: Failure;
  /** What the failure makes of the answer; the reason follows after a colon. */
  readonly prefix?: string;
  readonly live?: 'alert' | 'polite';
  readonly onRetry?: (() => void) | undefined;
  /** More that is known, e.g. the gaps. */
  readonly children?: ReactNode;
}

/** A failure in the words of the catalogue: reason, what happened, what it means, the next step, Retry. */
export function FailureMessage({
  failure,
  prefix = VERDICT_WORDS['could-not-check'],
  live,
  onRetry,
  children,
}: FailureMessageProps) {
  const words = REASON_WORDS[failure.reason];
  const retry = onRetry !== undefined && (
    <Button icon="retry" onClick={onRetry}>
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
