import type { ReactNode } from 'react';

import type { Failure } from '../lib/reason';
import { REASON_WORDS, STATE_WORDS } from '../lib/words';
import { ClockText } from '../ui/ClockText';
import { countOf, formatCount } from '../ui/counts';
import { cx } from '../ui/cx';
import { EmptyState } from '../ui/EmptyState';
import { focusHome } from '../ui/focus-home';
import { FailureMessage } from '../ui/FailureMessage';
import { Icon } from '../ui/Icon';
import { Message } from '../ui/Message';
import { Progress } from '../ui/Progress';
import { useSaidOnArrival } from '../ui/use-said-on-arrival';
import { isStale, listBody, statusText, type ListState } from './list-state';
import styles from './ListStates.module.css';

interface EmptyWords {
  readonly title: string;
  readonly body: ReactNode;
  readonly actions?: ReactNode;
}

interface ListStatesProps {
  readonly state: ListState;
  /** One row of the list in words, e.g. `opt-out`. */
  readonly noun: string;
  /** Nothing asked yet: what to do, with an example. */
  readonly idle: ReactNode;
  /** Asked, read whole, and there is nothing. */
  readonly empty: EmptyWords;
  /** There are rows, but none passes the filter. */
  readonly noMatch: EmptyWords;
  /** Accessible name of the progress bar. */
  readonly progressLabel: string;
  /** Whose list it is, for people. */
  readonly vendor: string;
  readonly onRetry: () => void;
  readonly onCancel: () => void;
  /** Buttons at the end of the status line, e.g. Download CSV. */
  readonly actions?: ReactNode;
  /** What went wrong is said elsewhere on the page, by `ListFailure`. */
  readonly failureElsewhere?: boolean;
  /** Stands between what is said of the list and its rows, and moves neither. */
  readonly lead?: ReactNode;
  /** The table and its pager. */
  readonly children: ReactNode;
}

/** Says what the rows are, and puts the right thing in their place when there are none. */
export function ListStates(props: ListStatesProps) {
  const { state, noun, progressLabel, vendor, onRetry, onCancel, actions, children } = props;
  const body = listBody(state);
  const words = statusText(state, noun);
  // A list that was read before is there whole when its page comes.
  const again = useSaidOnArrival(words);
  return (
    <div className={styles['states']}>
      <div className={cx(styles['line'], isSilent(state) && actions === undefined && styles['silent'])}>
        <div className={styles['said']}>
          <p role="status" {...focusHome('status')} className={styles['status']}>
            {state.kind === 'whole' && <Icon name="check" />}
            {words !== '' && <span key={again}>{words}</span>}
          </p>
          <p className={styles['matching']} aria-live="polite">
            {'matching' in state && state.matching !== null && matchWords(state.matching)}
          </p>
          {'scope' in state && state.scope !== null && (
            <p className={styles['scope']}>
              <ClockText text={state.scope} />
            </p>
          )}
          {state.kind === 'reading' && (
            <Progress inline label={progressLabel} vendor={vendor} {...state.progress} onCancel={onCancel} />
          )}
        </div>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </div>
      {props.failureElsewhere !== true && <ListFailure state={state} noun={noun} onRetry={onRetry} />}
      {isStale(state) && <p className={styles['old']}>{STATE_WORDS.earlierReading}</p>}
      {props.lead}
      <Body body={body} {...props}>
        {children}
      </Body>
    </div>
  );
}

/** What kept the list from being read whole, and Retry; nothing while nothing did. */
export function ListFailure({ state, noun, onRetry }: Pick<ListStatesProps, 'state' | 'noun' | 'onRetry'>) {
  if (state.kind !== 'partial' && state.kind !== 'failed') return null;
  if (isNoNumber(state.failure)) {
    return (
      <Message tone="warning" live="alert" title="Not a phone number, so nothing was asked">
        <p>{REASON_WORDS[state.failure.reason].next}</p>
      </Message>
    );
  }
  return (
    <FailureMessage live="alert" prefix={STATE_WORDS.incomplete} failure={state.failure} onRetry={onRetry}>
      <Missing state={state} noun={noun} />
    </FailureMessage>
  );
}

/** What was typed is no question: asking again cannot help, and no list was left unread. */
function isNoNumber({ reason }: Failure): boolean {
  return reason === 'not-a-phone-number';
}

function matchWords(matching: number): string {
  return `${formatCount(matching)} ${matching === 1 ? 'matches' : 'match'}`;
}

/** Nothing stands in the status line itself: a failure has its own place. */
function isSilent({ kind }: ListState): boolean {
  return kind !== 'whole' && kind !== 'reading';
}

function Missing({ state, noun }: Pick<ListStatesProps, 'state' | 'noun'>) {
  if (state.kind === 'failed') {
    return state.kept ? null : <p>{STATE_WORDS.nothingRead(noun)}</p>;
  }
  if (state.kind !== 'partial') return null;
  return (
    <>
      <p>{countOf(state.total, noun)} read so far. There may be more.</p>
      {state.gaps.length > 0 && (
        <ul className={styles['gaps']}>
          {state.gaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Body({
  body,
  idle,
  empty,
  noMatch,
  noun,
  children,
}: ListStatesProps & { readonly body: ReturnType<typeof listBody> }) {
  switch (body) {
    case 'rows':
      return children;
    case 'idle':
      return <div className={styles['place']}>{idle}</div>;
    case 'skeleton':
      return <Skeleton />;
    case 'empty':
      return <EmptyPlace icon="list" words={empty} />;
    case 'no-match':
      return <EmptyPlace icon="search" words={noMatch} />;
    case 'nothing-in-part':
      return <p className={styles['part']}>{STATE_WORDS.nothingInPart(noun)}</p>;
    case 'none':
      return null;
  }
}

function EmptyPlace({ icon, words }: { readonly icon: 'list' | 'search'; readonly words: EmptyWords }) {
  return (
    <div className={styles['place']}>
      <EmptyState icon={icon} title={words.title} actions={words.actions}>
        {words.body}
      </EmptyState>
    </div>
  );
}

const SKELETON_ROWS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The outline of the table to come, so that nothing jumps when it does. */
function Skeleton() {
  return (
    <div className={styles['skeleton']} aria-hidden="true">
      {SKELETON_ROWS.map((row) => (
        <div key={row} className={styles['bone']} />
      ))}
    </div>
  );
}
