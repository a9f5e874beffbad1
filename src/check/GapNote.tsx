import type { Provider } from '../providers/contract';
import { Badge } from '../ui/Badge';
import type { CheckRow } from './check-rows';
import styles from './check.module.css';
import { gapText } from './gap';
import { ANSWER_WORDS } from './words';

/** The Gap mark with what it means for this number; nothing where all vendors agree. */
export function GapNote({
  row,
  providers,
  more,
}: {
  readonly row: CheckRow;
  readonly providers: readonly Provider[];
  /** A sentence that goes on, on screen. */
  readonly more?: string;
}) {
  const text = gapText(row, providers);
  if (text === '') return null;
  return (
    <p className={styles['gapNote']}>
      <Badge tone="warning" icon="gap">
        {ANSWER_WORDS.gap.name}
      </Badge>
      <span>
        {text}
        {more !== undefined && <span className="screen-only"> {more}</span>}
      </span>
    </p>
  );
}
