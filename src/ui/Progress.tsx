import { waitWords, type WaitReason } from '../lib/wait-reason';
import { Announcer } from './Announcer';
import { Button } from './Button';
import { countOf } from './counts';
import { cx } from './cx';
import { focusHome } from './focus-home';
import { Icon } from './Icon';
import styles from './Progress.module.css';
import { useNow } from './use-now';

export interface ProgressProps {
  /** Accessible name of the progress bar. */
  readonly label: string;
  /** 0..1; null while nothing can be said. */
  readonly fraction: number | null;
  /** Where the work is, in words, e.g. "Reading 2019 to 2026: 12,400 opt-outs so far". */
  readonly words: string;
  /** Until when no request is sent, ms UTC; null when not waiting. */
  readonly waitingUntil?: number | null | undefined;
  /** Why; null when not waiting. */
  readonly waitReason?: WaitReason | null | undefined;
  /** Who is waited for, for people. */
  readonly vendor?: string | undefined;
  readonly onCancel?: (() => void) | undefined;
  readonly cancelLabel?: string;
  /** In the place of a line of text, so that nothing moves when that line comes back. */
  readonly inline?: boolean;
}

/** Long work under way: a bar, words, a countdown while waiting, and a way out. */
export function Progress({
  label,
  fraction,
  words,
  waitingUntil = null,
  waitReason = null,
  vendor = 'The vendor',
  onCancel,
  cancelLabel = 'Cancel',
  inline = false,
}: ProgressProps) {
  const now = useNow(1000, waitingUntil !== null);
  const seconds = waitingUntil === null ? 0 : Math.max(0, Math.ceil((waitingUntil - now) / 1000));
  const percent = fraction === null ? null : Math.floor(fraction * 100);
  return (
    <div
      className={cx(styles['progress'], inline && styles['inline'])}
      // Named by itself, or all that is in it would be its name when it takes the focus, each word three times.
      role="group"
      aria-label={`${label}: under way`}
      {...focusHome('progress')}
    >
      <div className={styles['main']}>
        <progress
          className={styles['bar']}
          aria-label={label}
          aria-valuetext={percent === null ? words : `${percent} %. ${words}`}
          max={1}
          {...(fraction !== null && { value: fraction })}
        />
        <p className={styles['words']}>
          <span>
            {words}
            {seconds > 0 && ' '}
            {seconds > 0 && (
              <span className={styles['waiting']}>
                <Icon name="clock" />
                {waitWords(vendor, waitReason ?? 'asked')}. Going on in {countOf(seconds, 'second')}.
              </span>
            )}
          </span>
          {percent !== null && <span className={styles['percent']}>{percent} %</span>}
        </p>
      </div>
      {onCancel !== undefined && <Button onClick={onCancel}>{cancelLabel}</Button>}
      <Announcer text={seconds > 0 ? `${waitWords(vendor, waitReason ?? 'asked')}. ${words}` : words} />
    </div>
  );
}
