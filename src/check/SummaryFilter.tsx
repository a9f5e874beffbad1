import { useMemo, useState } from 'react';

import { VERDICT_WORDS } from '../lib/words';
import { Announcer } from '../ui/Announcer';
import { formatCount } from '../ui/counts';
import { cx } from '../ui/cx';
import { Icon } from '../ui/Icon';
import styles from './check.module.css';
import type { CheckRow, CheckSummary } from './check-rows';
import { hasGap } from './gap';
import type { Show } from './shown-rows';
import { VerdictBar } from './VerdictBar';
import { ANSWER_WORDS, sentence } from './words';

type Choice = readonly [show: Show, label: string, count: number];

/** Counts that add up to the number of rows; pressing one shows only its rows, where it has any. */
export function SummaryFilter({
  rows,
  summary,
  show,
  onShow,
}: {
  readonly rows: readonly CheckRow[];
  /** The counts of all rows. */
  readonly summary: CheckSummary;
  readonly show: Show;
  readonly onShow: (show: Show) => void;
}) {
  const gaps = useMemo(() => rows.filter(hasGap).length, [rows]);
  const choices: readonly [Choice, ...Choice[]] = [
    ['all', 'All', summary.total],
    ['opted-out', VERDICT_WORDS['opted-out'], summary.optedOut],
    ['not-found', VERDICT_WORDS['not-found'], summary.notFound],
    ['could-not-check', VERDICT_WORDS['could-not-check'], summary.couldNotCheck],
    ...(summary.waiting > 0 ? [['waiting', sentence(ANSWER_WORDS.stillChecking), summary.waiting] as const] : []),
    ...(gaps > 0 ? [['gap', ANSWER_WORDS.gap.name, gaps] as const] : []),
  ];
  // Said when other rows are shown, pressed or not; not when their count changes.
  const [said, say] = useState({ show, words: '' });
  if (said.show !== show) {
    const [value, label, count] = choices.find(([each]) => each === show) ?? choices[0];
    const all = formatCount(summary.total);
    const words =
      value === 'all'
        ? ANSWER_WORDS.showingAll(all)
        : ANSWER_WORDS.showing(formatCount(count), all, label.toLowerCase());
    say({ show, words });
  }
  return (
    <>
      <VerdictBar summary={summary} />
      <div role="group" aria-label="Show rows" className={cx(styles['filter'], 'screen-only')}>
        {choices.map(([value, label, count]) => (
          <button
            key={value}
            type="button"
            aria-pressed={show === value}
            aria-disabled={value !== 'all' && count === 0}
            className={styles['choice']}
            data-verdict={value}
            onClick={() => count > 0 && onShow(value)}
          >
            {value !== 'all' && value !== 'gap' && <Icon name={value} className={styles['mark']} />}
            <span className={styles['count']}>{formatCount(count)}</span> {label}
          </button>
        ))}
      </div>
      <Announcer everyMs={500} text={said.words} />
    </>
  );
}
