import { ClockText } from '../ui/ClockText';
import { TimeTip } from '../ui/TimeTip';
import styles from './cells.module.css';

/**
 * A phone number in international form with spaces; never cut, and wrapped only where text twice as large leaves no room. What a
 * vendor stored can hold anything: its direction turns nothing beside it.
 */
export function NumberCell({ text }: { readonly text: string }) {
  return <bdi className={styles['number']}>{text}</bdi>;
}

interface TimeCellProps {
  /** ms since the epoch, UTC. */
  readonly instant: number;
  /** The instant in the page's zone. */
  readonly text: string;
  /** The instant in UTC: shown on hover and on focus. */
  readonly utc: string;
}

/** An instant in the page's zone, with UTC one hover or focus away. */
export function TimeCell({ instant, text, utc }: TimeCellProps) {
  return (
    <TimeTip instant={instant} text={utc}>
      <ClockText text={text} />
    </TimeTip>
  );
}

interface NoteCellProps {
  /** The vendor's own text, untouched; null when there is none. */
  readonly raw: string | null;
  /** Our plain-words reading of it. */
  readonly words: string;
}

/** How a number came onto the list: the vendor's own note, and what it means. */
export function NoteCell({ raw, words }: NoteCellProps) {
  return (
    <>
      {raw === null || raw === '' ? (
        <MissingCell words="no note" />
      ) : (
        <span className={styles['raw']} dir="auto">
          {raw}
        </span>
      )}
      <span className={styles['words']}>{words}</span>
    </>
  );
}

/** Says in words that there is nothing, instead of a dash that nobody can read aloud. */
export function MissingCell({ words }: { readonly words: string }) {
  return <span className={styles['missing']}>{words}</span>;
}
