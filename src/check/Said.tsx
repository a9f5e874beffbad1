import { useMemo } from 'react';

import type { Provider } from '../providers/contract';
import { Button } from '../ui/Button';
import { cx } from '../ui/cx';
import { focusHome } from '../ui/focus-home';
import { useSaidOnArrival } from '../ui/use-said-on-arrival';
import { CheckProgress } from './CheckProgress';
import { summaryText, type CheckRow, type CheckSummary } from './check-rows';
import { hasGap } from './gap';
import { GapNote } from './GapNote';
import type { Check } from './run-check';
import styles from './Said.module.css';
import { ANSWER_WORDS } from './words';

interface SaidProps {
  readonly check: Check;
  readonly rows: readonly CheckRow[];
  /** Those of them on screen. */
  readonly shown: readonly CheckRow[];
  /** The counts of all rows. */
  readonly summary: CheckSummary;
  readonly running: boolean;
  readonly onCancel: () => void;
  /** Asks again what could not be checked; undefined where nothing could be gained, or another place has the button. */
  readonly onRetry: (() => void) | undefined;
}

/**
 * Where the check stands: its progress, then its sum in words and what they mean. Both have the same room, and Retry comes where
 * Cancel was, so that the rows below stay where they are.
 */
export function Said({ check, rows, shown, summary, running, onCancel, onRetry }: SaidProps) {
  const single = rows.length === 1;
  const gapAmong = useMemo(() => rows.some(hasGap), [rows]);
  const gapShown = useMemo(() => shown.some(hasGap), [shown]);
  const { gap, promise, underWay } = ANSWER_WORDS;
  const words = running ? '' : summaryText(summary);
  const again = useSaidOnArrival(words);
  const [first] = rows;
  return (
    <div className={cx(styles['said'], single && styles['ofOne'])}>
      <div className={styles['words']}>
        <p role="status" {...focusHome('status')} className={styles['status']}>
          {words !== '' && <span key={again}>{words}</span>}
        </p>
        {running && (
          <>
            <p className={cx(styles['reading'], styles['underWay'], 'screen-only')}>{underWay}</p>
            {/* Last: its words grow from line to line while vendors are read. */}
            <CheckProgress check={check} onCancel={onCancel} />
          </>
        )}
        {!running && single && first !== undefined && <Meaning row={first} providers={check.providers} />}
        {!running && !single && (
          // The head of a sheet says it on paper.
          <p className={cx(styles['reading'], 'screen-only')}>{promise}</p>
        )}
        {!running && !single && gapAmong && (
          <p className={cx(styles['gaps'], !gapShown && 'screen-only')}>
            {gap.name}: {gap.meaning}
          </p>
        )}
      </div>
      {onRetry !== undefined && (
        <Button icon="retry" onClick={onRetry}>
          Retry
        </Button>
      )}
    </div>
  );
}

/** What the answer to one number means for whoever wants to text it. */
function Meaning({ row, providers }: { readonly row: CheckRow; readonly providers: readonly Provider[] }) {
  const { kind } = row.overall;
  const { meaning, promise } = ANSWER_WORDS;
  if (kind === 'waiting') return null;
  const words = kind === 'not-found' ? promise : meaning[kind];
  if (hasGap(row)) return <GapNote row={row} providers={providers} more={words} />;
  return <p className={cx(styles['reading'], 'screen-only')}>{words}</p>;
}
