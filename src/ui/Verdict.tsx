import { VERDICT_WORDS, type VerdictKind } from '../lib/words';
import { cx } from './cx';
import { Icon } from './Icon';
import styles from './Verdict.module.css';

interface VerdictProps {
  /** `waiting` while the answer is still being read. */
  readonly kind: VerdictKind | 'waiting';
  /** Follows the words after a colon, e.g. `vendor error`. */
  readonly reason?: string | undefined;
  readonly size?: 'small' | 'large';
}

/** A verdict by outline, word and colour together: octagon, triangle, hollow circle. Not found is never green. */
export function Verdict({ kind, reason, size = 'small' }: VerdictProps) {
  const words = kind === 'waiting' ? 'Checking…' : VERDICT_WORDS[kind];
  const hasReason = reason !== undefined && reason !== '';
  return (
    <span className={cx(styles['verdict'], styles[kind], styles[size])}>
      <Icon name={kind} className={styles['icon']} />
      <span>
        <span className={styles['word']}>
          {words}
          {hasReason && ':'}
        </span>
        {hasReason && ' '}
        {hasReason && <span className={styles['reason']}>{reason}</span>}
      </span>
    </span>
  );
}
