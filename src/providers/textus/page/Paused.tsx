import type { ReactNode } from 'react';

import { STATE_WORDS } from '../../../lib/words';
import { Button } from '../../../ui/Button';
import { countOf, formatCount } from '../../../ui/counts';
import { Row, Stack } from '../../../ui/Layout';
import { Message } from '../../../ui/Message';
import { gapWords, type PartialList } from './list-view';
import styles from './page.module.css';

interface PausedProps {
  readonly state: PartialList;
  /** What TextUs says there is; null when it does not. */
  readonly total: number | null;
  readonly onReadOn: () => void;
  readonly buttons: ReactNode;
  readonly children: ReactNode;
}

/** A long list whose reading stopped by itself: the rows so far, and the way on. */
export function Paused({ state, total, onReadOn, buttons, children }: PausedProps) {
  const read = state.optOuts.length;
  const of = total === null ? '' : ` of ${formatCount(total)}`;
  return (
    <Stack>
      <Row className={styles['buttons']}>{buttons}</Row>
      <Message
        tone="info"
        live="alert"
        title={`${STATE_WORDS.incomplete}: reading paused, ${formatCount(read)}${of} opt-outs read so far`}
        actions={
          <Button variant="primary" onClick={onReadOn}>
            Read on
          </Button>
        }
      >
        <p>
          {countOf(state.requests, 'request')} were made. TextUs allows 1,000 in 5 minutes, and Check needs some of
          them, so reading a long list stops here until you ask for more.
        </p>
        {gapWords(state.coverage).gaps.map((gap) => (
          <p key={gap}>{gap}</p>
        ))}
        <p>
          Read on, or search for digits: a search reads only what it needs. Download CSV reads on to the end by itself.
        </p>
      </Message>
      {children}
    </Stack>
  );
}
